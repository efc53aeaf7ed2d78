// Follows each document through a text in which others stand between its parts.

/// Sorts lines into strands.
///
/// Everything stays where it is unless a sign says otherwise: a head with nothing below it, a sentence that stops
/// before foreign text, a line that begins in mid-sentence behind a document's end. Page edges count as signs because
/// columns, and what was set across them, are extracted page by page.
struct StrandSorter {
  /// How far ahead the next number is looked for, in lines: a column and a half.
  private static let lookahead = 80

  let scalars: [Unicode.Scalar]
  let lines: [SourceLine]
  let landmarks: Landmarks
  let flow: Flow
  /// The numbers that head lines; the second half of a 第一 that a line's end cut is none.
  let ordinals: [Ordinal?]
  var strands = [Strand(at: 0, isNamed: false)]
  var current = 0
  /// The first line of the page at hand.
  private(set) var pageStart = 0

  init(_ scalars: [Unicode.Scalar], _ lines: [SourceLine]) {
    self.scalars = scalars
    self.lines = lines
    landmarks = Landmarks(scalars, lines)
    ordinals = Ordinal.ordinals(scalars, lines)
    flow = Flow(scalars, lines, ordinals)
  }

  /// Ranges of lines in reading order.
  mutating func sorted() -> [Range<Int>] {
    var index = 0
    while index < lines.count {
      if lines[index].opensPage { pageStart = index }
      if landmarks.marks[index].isHead {
        let end = landmarks.marks[index...].firstIndex { !$0.isHead } ?? lines.count
        take(heads: index..<end)
        if let page = (index..<end).last(where: { lines[$0].opensPage }) { pageStart = page }
        index = end
      } else {
        turn(at: index)
        take(index)
        index += 1
      }
    }
    return strands.sorted { $0.position < $1.position }.flatMap(\.parts)
  }

  private mutating func take(_ index: Int) {
    strands[current].append(index..<index + 1)
    if let ordinal = ordinals[index] { strands[current].numbering.note(ordinal) }
    let mark = landmarks.marks[index]
    let isSigned = mark == .date && index > 0 && landmarks.marks[index - 1] == .signature
    strands[current].hasEnded = isSigned || mark == .closing || flow.endsDocument(index)
  }

  /// The last line of a strand so far.
  func lastLine(of strand: Int) -> Int { (strands[strand].parts.last?.upperBound ?? 1) - 1 }

  /// Takes note of how a strand stands when other text begins.
  mutating func leave() {
    guard !strands[current].parts.isEmpty else { return }
    let last = lastLine(of: current)
    strands[current].isSuspended =
      landmarks.marks[last] == .body && !strands[current].hasEnded
      && (flow.isUnfinished(last) || lines[last].ending == .clause)
    strands[current].isInterrupted = !strands[current].hasEnded
  }

  private mutating func resume(_ strand: Int) {
    guard strand != current else { return }
    leave()
    strands[strand].isSuspended = false
    strands[strand].isInterrupted = false
    current = strand
  }

  private mutating func begin(at index: Int) {
    leave()
    strands.append(Strand(at: index, isNamed: false))
    current = strands.count - 1
  }
}

extension StrandSorter {
  /// Chooses the strand of a line that is no head.
  private mutating func turn(at index: Int) {
    guard index > 0, !strands[current].parts.isEmpty else { return }
    switch landmarks.marks[index] {
    case .signature: turnToSignature(at: index)
    case .body: break
    default: return
    }
    let isBehindHead = landmarks.marks[index - 1].isHead && lastLine(of: current) != index - 1
    if isBehindHead || lines[index].opensPage, let strand = betterStrand(for: index, isBehindHead: isBehindHead) {
      resume(strand)
    } else if strands[current].hasEnded {
      turnBehindEnd(at: index)
    } else if flow.isUnfinished(index - 1), landmarks.marks[index - 1] == .body {
      if flow.opensBody(index), flow.resumption(index) < 0 { begin(at: index) }
    } else if lines[index].opensPage, flow.opensBody(index), isCountedAnew(index) {
      begin(at: index)
    }
  }

  private mutating func turnBehindEnd(at index: Int) {
    if flow.opensBody(index) { return begin(at: index) }
    guard landmarks.marks[index] == .body, !SeamEvidence.isFormula(scalars[lines[index].range]) else { return }
    let waiting = strands.indices.filter { strands[$0].isSuspended && $0 != current }
    if flow.resumption(index) >= 0, let strand = best(of: waiting, for: index) { return resume(strand) }
    let interrupted = strands.indices.filter { strands[$0].isInterrupted && $0 != current }
    if let strand = best(of: interrupted, for: index), fit(strand, index) >= 0 { resume(strand) }
  }

  /// A notice whose signature was set below the columns that hold another text.
  private mutating func turnToSignature(at index: Int) {
    guard landmarks.marks[index - 1] == .body, flow.isUnfinished(index - 1) || lines[index - 1].ending == .clause,
      !strands[current].isNamed,
      let signed = strands.indices.last(where: { $0 != current && strands[$0].isNamed && strands[$0].isInterrupted })
    else { return }
    resume(signed)
  }

  /// A strand that a line goes on in rather than in the one at hand.
  private func betterStrand(for index: Int, isBehindHead: Bool) -> Int? {
    let mustGoOn = flow.resumption(index) > 0 || lines[index].opensPage && flow.isUnfinished(lastLine(of: current))
    let others = strands.indices.filter { index in
      index != current && (mustGoOn ? strands[index].isSuspended : strands[index].isInterrupted)
    }
    guard let other = best(of: others, for: index) else { return nil }
    // At a mere page's start only a number that the strand at hand cannot have says anything.
    return fit(other, index) == 3 && fit(current, index) <= (mustGoOn || isBehindHead ? 0 : -3) ? other : nil
  }

  /// The strand that a line fits best; of equals the one that has waited longest, since columns are read A B A B.
  private func best(of candidates: [Int], for index: Int) -> Int? {
    let fits = candidates.map { fit($0, index) }
    return fits.max().flatMap { fits.firstIndex(of: $0) }.map { candidates[$0] }
  }

  /// What the next number says for a line's belonging to a strand.
  private func fit(_ strand: Int, _ index: Int) -> Int {
    for line in index..<min(index + StrandSorter.lookahead, lines.count) {
      if landmarks.marks[line].isHead || line > index && lines[line].opensPage { return 0 }
      guard let ordinal = ordinals[line] else { continue }
      if strands[strand].numbering.goesOn(with: ordinal) { return 3 }
      return ordinal.value > 1 ? -3 : 0
    }
    return 0
  }

  /// Whether a line's number cannot go on the numbering of the strand at hand.
  private func isCountedAnew(_ index: Int) -> Bool {
    guard let ordinal = ordinals[index], ordinal.opensDocument else { return false }
    return ordinal.level == .heading
      ? strands[current].numbering.isBegun && !strands[current].numbering.goesOn(with: ordinal)
      : !strands[current].numbering.goesOn(with: ordinal)
  }
}
