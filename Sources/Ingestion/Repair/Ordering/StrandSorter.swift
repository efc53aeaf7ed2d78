// Follows each document through a text in which others stand between its parts.

/// Sorts lines into strands.
///
/// Everything stays where it is unless a sign says otherwise: a head with nothing below it, a sentence that stops
/// before foreign text, a line that begins in mid-sentence behind a document's end. Page edges count as signs because
/// columns, and what was set across them, are extracted page by page.
struct StrandSorter {
  /// How far ahead the next number is looked for, in lines: a column and a half.
  private static let lookahead = 80
  /// How long a sentence may wait to go on, in lines: two pages of two columns of small print.
  private static let longestWait = 400
  /// How long a list may wait to go on behind other text, in lines: a column and a half.
  private static let longestListWait = 120

  let scalars: [Unicode.Scalar]
  let lines: [SourceLine]
  let landmarks: Landmarks
  let flow: Flow
  /// The numbers that head lines; the second half of a 第一 that a line's end cut is none.
  let ordinals: [Ordinal?]
  var strands = [Strand(at: 0, isNamed: false)]
  /// Those that may still go on, in the order in which they began.
  private(set) var recent = [0]
  var current = 0
  /// The first line of the page at hand.
  private(set) var pageStart = 0

  init(_ scalars: [Unicode.Scalar], _ lines: [SourceLine]) {
    self.scalars = scalars
    self.lines = lines
    let titles = TitleLines(scalars, lines).titles()
    landmarks = Landmarks(scalars, lines, titles: titles)
    ordinals = Ordinal.ordinals(scalars, lines)
    flow = Flow(scalars, lines, titles: titles, ordinals)
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

  /// Adds a strand that begins at a line, and forgets those that have waited too long.
  ///
  /// - Returns: its number.
  mutating func add(_ strand: Strand, at index: Int) -> Int {
    recent = recent.filter { $0 == current || index - lastLine(of: $0) <= StrandSorter.longestWait }
    strands.append(strand)
    recent.append(strands.count - 1)
    return strands.count - 1
  }

  /// The last line of a strand so far.
  func lastLine(of strand: Int) -> Int { (strands[strand].parts.last?.upperBound ?? 1) - 1 }

  /// Takes note of how a strand stands when other text begins.
  mutating func leave(_ strand: Int) {
    guard !strands[strand].parts.isEmpty else { return }
    let last = lastLine(of: strand)
    strands[strand].isSuspended =
      landmarks.marks[last] == .body && !strands[strand].hasEnded
      && (flow.isUnfinished(last) || lines[last].ending == .clause)
    strands[strand].isInterrupted = !strands[strand].hasEnded
  }

  mutating func resume(_ strand: Int) {
    if strand != current { leave(current) }
    strands[strand].isSuspended = false
    strands[strand].isInterrupted = false
    current = strand
  }

  private mutating func begin(at index: Int) {
    leave(current)
    current = add(Strand(at: index, isNamed: false), at: index)
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
    } else if flow.opensBody(index), isCountedAnew(index),
      lines[index].opensPage || isCutOff(index - 1)
    {
      begin(at: index)
    }
  }

  /// Whether a line stops in mid-sentence; what says when a statute was adopted has no mark at its end.
  private func isCutOff(_ index: Int) -> Bool {
    flow.isUnfinished(index) && landmarks.marks[index] == .body
      && (lines[index].counts.holdsClause || !SeamEvidence.endsLikeAdoption(scalars[lines[index].range]))
  }

  private mutating func turnBehindEnd(at index: Int) {
    // The last words of a statute may stand within its last paragraph.
    if flow.goesOnBelow(index - 1), lastLine(of: current) == index - 1, waiting(at: index).isEmpty { return }
    if flow.opensBody(index) { return begin(at: index) }
    guard landmarks.marks[index] == .body, !SeamEvidence.isFormula(scalars[lines[index].range]) else { return }
    // Where no page broke the lines, a line says nothing of whether it goes on.
    let mayGoOn = flow.resumption(index) > 0 || flow.resumption(index) == 0 && flow.isFramed(index)
    if mayGoOn, let signature = strands[current].innerSignature {
      strands[current].moveBehindHead(from: signature)
    } else if mayGoOn, let strand = best(of: waiting(at: index), for: index) {
      resume(strand)
    } else if let strand = interrupted(at: index) {
      resume(strand)
    } else {
      begin(at: index)
      strands[current].isDoubtful = true
    }
  }

  /// A signature in the middle of a sentence: that of a notice whose text was set below the columns of another one, or
  /// above the text it stands in.
  private mutating func turnToSignature(at index: Int) {
    guard landmarks.marks[index - 1] == .body, flow.isUnfinished(index - 1) || lines[index - 1].ending == .clause else {
      return
    }
    if !strands[current].isNamed,
      let signed = recent.last(where: { $0 != current && strands[$0].isNamed && strands[$0].isInterrupted })
    {
      resume(signed)
    } else if flow.isUnfinished(index - 1) {
      strands[current].innerSignature = index
    }
  }

  /// A strand that a line goes on in rather than in the one at hand.
  private func betterStrand(for index: Int, isBehindHead: Bool) -> Int? {
    let waiting = waiting(at: index)
    let mustGoOn = flow.resumption(index) > 0
    let others =
      isBehindHead && !mustGoOn ? recent.filter { $0 != current && strands[$0].isInterrupted } : waiting
    guard let other = best(of: others, for: index) else { return nil }
    let next = nextOrdinal(from: index)
    let (here, there) = (fit(current, next), fit(other, next))
    // At a mere page's start only a number that the strand at hand cannot have says anything.
    guard isBehindHead else { return there == 3 && here == -3 ? other : nil }
    if there == 3, here <= 0 { return other }
    // Of two sentences that wait, that one goes on whose seam is a word of this text, else the one that has waited
    // longer: columns are read A B A B.
    guard mustGoOn, there == here, flow.isUnfinished(lastLine(of: current)) else { return nil }
    return seamCount(other, index) >= seamCount(current, index) ? other : nil
  }

  /// How often the two characters that a line would bring together stand together on the lines around it.
  private func seamCount(_ strand: Int, _ index: Int) -> Int {
    let pair = (scalars[lines[lastLine(of: strand)].range.upperBound - 1], scalars[lines[index].range.lowerBound])
    var count = 0
    for line in lines[max(index - StrandSorter.longestWait, 0)..<min(index + StrandSorter.longestWait, lines.count)] {
      var previous: Unicode.Scalar = " "
      for scalar in scalars[line.range] {
        if previous == pair.0, scalar == pair.1 { count += 1 }
        previous = scalar
      }
    }
    return count
  }

  /// The other strands whose last sentence waits for its end.
  private func waiting(at index: Int) -> [Int] {
    recent.filter {
      $0 != current && strands[$0].isSuspended && index - lastLine(of: $0) <= StrandSorter.longestWait
    }
  }

  /// A strand that other text interrupted behind a finished sentence, and that a line goes on by its number, or as the
  /// next of equal rows.
  private func interrupted(at index: Int) -> Int? {
    recent.last { strand in
      guard strand != current, strands[strand].isInterrupted else { return false }
      let last = lastLine(of: strand)
      if let ordinal = ordinals[index] {
        return index - last <= StrandSorter.longestWait && ordinal.value > 1
          && strands[strand].numbering.goesOn(with: ordinal)
      }
      return index - last <= StrandSorter.longestListWait
        && (flow.isParallel(last, index) || last > 0 && flow.isParallel(last - 1, index))
    }
  }

  /// The strand that a line fits best; of equals the one that has waited longest, since columns are read A B A B.
  private func best(of candidates: [Int], for index: Int) -> Int? {
    let next = nextOrdinal(from: index)
    let fits = candidates.map { fit($0, next) }
    return fits.max().flatMap { fits.firstIndex(of: $0) }.map { candidates[$0] }
  }

  /// The first number from a line on, if neither a head nor a page's start comes before it.
  private func nextOrdinal(from index: Int) -> Ordinal? {
    for line in index..<min(index + StrandSorter.lookahead, lines.count) {
      if landmarks.marks[line].isHead || line > index && lines[line].opensPage { return nil }
      if let ordinal = ordinals[line] { return ordinal }
    }
    return nil
  }

  /// What the next number says for a line's belonging to a strand.
  private func fit(_ strand: Int, _ next: Ordinal?) -> Int {
    guard let next else { return 0 }
    if strands[strand].numbering.goesOn(with: next) { return 3 }
    return next.value > 1 ? -3 : 0
  }

  /// Whether a line's number cannot go on the numbering of the strand at hand.
  private func isCountedAnew(_ index: Int) -> Bool {
    guard let ordinal = ordinals[index], ordinal.opensDocument else { return false }
    return ordinal.level == .heading
      ? strands[current].numbering.isBegun && !strands[current].numbering.goesOn(with: ordinal)
      : !strands[current].numbering.goesOn(with: ordinal)
  }
}
