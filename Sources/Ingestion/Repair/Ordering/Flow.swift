// Whether a line stops in mid-sentence, goes on from another one, or opens a document.

/// What each line's own shape says about what stands before and behind it.
struct Flow {
  /// Two cells, the indent of a first line.
  private static let indent = 4
  /// The room behind a line that certainly ends its paragraph, in half cells.
  private static let shortEnd = 8
  /// From this width on, in half cells, an unbroken line is a paragraph and no head: a guess.
  private static let paragraphWidth = 48

  private let scalars: [Unicode.Scalar]
  private let lines: [SourceLine]
  private let frames: [LineFrame?]
  /// Whether first lines keep their indent: what begins further left is not always in mid-sentence then.
  let keepsIndents: Bool
  /// Whether first lines end two cells short of the edge, because extraction took their indent.
  private let losesIndents: Bool
  private let ordinals: [Ordinal?]

  /// - Parameter titles: those that ``TitleLines`` finds.
  init(_ scalars: [Unicode.Scalar], _ lines: [SourceLine], titles: [Range<Int>], _ ordinals: [Ordinal?]) {
    self.scalars = scalars
    self.lines = lines
    self.ordinals = ordinals
    frames = FrameMeasurer.frames(of: lines, showsEdge: PageStructure(scalars, lines, titles: titles).showsEdge)
    keepsIndents = PageLayout(lines).indentBeginsParagraphs
    losesIndents = Flow.losesIndents(lines, frames)
  }

  /// Looks at the lines behind short ends of sentences, which are paragraphs' first ones.
  private static func losesIndents(_ lines: [SourceLine], _ frames: [LineFrame?]) -> Bool {
    var count = 0
    var reachingCount = 0
    for index in lines.indices.dropFirst() where lines[index - 1].ending == .sentence {
      guard let before = frames[index - 1], before.edge - lines[index - 1].edge > shortEnd, let frame = frames[index]
      else { continue }
      let room = frame.edge - lines[index].edge
      // Shorter lines are paragraphs of their own.
      guard room <= indent + 3 else { continue }
      count += 1
      if room <= 1 { reachingCount += 1 }
    }
    // One in four: a guess, between the one in thirty of columns that lost theirs and the nine in ten of others.
    return reachingCount * 4 <= count
  }

  /// Whether the page's edge is known where a line stands.
  func isFramed(_ index: Int) -> Bool { frames[index] != nil }

  /// Whether the sentence at a line's end is not finished: the line is full, or holds a clause, and no mark ends it.
  func isUnfinished(_ index: Int) -> Bool {
    let line = lines[index]
    switch line.ending {
    case .sentence, .clause: return false
    case .open: return true
    case .bracket, .digit, .other: break
    }
    guard !line.isStretched, !line.startsWithDate else { return false }
    guard let frame = frames[index] else {
      return line.counts.holdsClause && line.counts.width >= Flow.paragraphWidth
    }
    if isFull(frame.edge - line.edge) { return true }
    return isFull(frame.edge - Flow.indent - line.edge) && (line.counts.holdsClause || line.head != nil)
  }

  /// Whether a full line goes on in the next one, which lacks the indent that first lines have in this text.
  func goesOnBelow(_ index: Int) -> Bool {
    guard keepsIndents, let frame = frames[index], isFull(frame.edge - lines[index].edge) else { return false }
    let next = lines[index + 1]
    return next.leadingWidth < PageLayout.indents.lowerBound && next.head == nil && !next.followsBlank
      && !next.opensPage
  }

  /// How much a line looks like one in the middle of a paragraph (above zero) or like its first (below).
  func resumption(_ index: Int) -> Int {
    let line = lines[index]
    let first = scalars[line.range.lowerBound]
    if first.isForbiddenAtLineStart { return 4 }
    if line.head != nil, ordinals[index] != nil || !isCutOrdinal(index) { return -4 }
    if keepsIndents { return line.leadingWidth >= PageLayout.indents.lowerBound ? -3 : 2 }
    guard let frame = frames[index] else { return 0 }
    let room = frame.edge - line.edge
    // A first line lost its indent: it cannot reach the edge.
    if room <= 1 { return losesIndents ? 3 : 0 }
    if line.ending == .sentence, line.counts.width * 2 < frame.edge, !line.counts.holdsSentenceEnd { return 1 }
    // A last line may be as long as a first one by chance.
    return losesIndents && isFull(room - Flow.indent) && line.ending != .sentence ? -2 : 0
  }

  /// Whether a line's number is the second half of a 第一 that the line before began.
  private func isCutOrdinal(_ index: Int) -> Bool {
    index > 0 && scalars[lines[index - 1].range.upperBound - 1] == "第"
  }

  /// Whether a line opens a document's body: a salutation's text, the first of a numbering, or the purpose clause.
  func opensBody(_ index: Int) -> Bool {
    let line = lines[index]
    if let ordinal = ordinals[index] { return ordinal.opensDocument }
    // Nearly all lines are told by their first character.
    guard Flow.canOpen(scalars[line.range.lowerBound]) else { return false }
    let start = scalars[line.range].prefix(12).lazy.filter { !$0.isSpace }
    return Flow.openings.contains { start.starts(with: $0) }
      && (resumption(index) <= 0 || index == 0 || lines[index - 1].ending == .sentence)
  }

  /// Whether two lines are rows of one list: entries with a gap, without a clause, and alike at their beginning.
  func isParallel(_ index: Int, _ other: Int) -> Bool {
    let (one, two) = (lines[index], lines[other])
    return !one.counts.holdsClause && !two.counts.holdsClause && one.head == nil && two.head == nil
      && one.counts.runCount > 1 && two.counts.runCount > 1
      && scalars[one.range].prefix(3).elementsEqual(scalars[two.range].prefix(3))
  }

  /// Whether a document may well end with a line: the last words of statutes and notices.
  func endsDocument(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.ending == .sentence else { return false }
    let last = line.range.upperBound - 1
    guard last > line.range.lowerBound, scalars[last - 1].isSpace || Flow.canClose(scalars[last - 1]) else {
      return false
    }
    let tail = scalars[line.range].suffix(8).reversed().lazy.filter { !$0.isSpace }
    return Flow.closings.contains { tail.starts(with: $0) }
  }

  private func isFull(_ room: Int) -> Bool { (-1...3).contains(room) }

  private static func canOpen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "为", "根", "按", "依", "经", "现", "近", "鉴", "遵", "组": true
    default: false
    }
  }

  private static func canClose(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "行", "施", "止", "释", "知", "告", "复": true
    default: false
    }
  }

  /// From their last character to their first: most sentences differ in the one before the stop.
  private static let closings = [
    "起施行。", "起实施。", "起执行。", "同时废止。", "负责解释。", "特此通知。", "特此公告。", "特此通告。", "特此函复。", "特此批复。",
    "此复。",
  ]
  .map { Array($0.unicodeScalars.reversed()) }
  /// How the first sentence of an official document begins: purpose, ground, occasion.
  private static let openings = ["为", "根据", "按照", "依据", "经", "现将", "现就", "近年来", "近日", "近期", "鉴于", "遵照", "组长："]
    .map { Array($0.unicodeScalars) }
}
