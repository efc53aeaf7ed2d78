// A piece of text that belongs together although other text stands between its parts.

/// The lines of one document, or of one stretch of text, in reading order.
struct Strand {
  /// Ranges of lines in the order of reading.
  private(set) var parts: [Range<Int>]
  /// The first of its lines in the order of the page.
  private(set) var firstLine: Int?
  /// Whether its head was seen.
  var isNamed: Bool
  /// Whether only the end of another document before it says that it is one of its own.
  var isDoubtful = false
  /// Whether its last sentence stopped in the middle when other text began.
  var isSuspended = false
  /// Whether other text began before its end was seen.
  var isInterrupted = false
  /// Whether its date, or what stands behind it, was seen.
  var hasEnded = false
  /// Where a signature stands in the middle of one of its sentences.
  var innerSignature: Int?
  /// The line behind the head that it began with.
  private var headEnd: Int?
  /// Where it counts as standing: at its head, or where it begins.
  private(set) var position: Int
  /// The numbers that headed its lines.
  var numbering = Numbering()

  init(at position: Int, isNamed: Bool) {
    parts = []
    self.position = position
    self.isNamed = isNamed
  }

  /// Appends lines.
  mutating func append(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    firstLine = min(firstLine ?? range.lowerBound, range.lowerBound)
    if let last = parts.last, last.upperBound == range.lowerBound {
      parts[parts.count - 1] = last.lowerBound..<range.upperBound
    } else {
      parts.append(range)
    }
  }

  /// Begins it with its head.
  mutating func begin(with head: Range<Int>) {
    append(head)
    headEnd = head.upperBound
  }

  /// Moves the lines that were appended last, from one on, to behind the head, or to the beginning where there is none.
  mutating func moveBehindHead(from line: Int) {
    innerSignature = nil
    hasEnded = false
    var moved: [Range<Int>] = []
    while parts.count > 1, let last = parts.last, last.lowerBound >= line { moved.insert(parts.removeLast(), at: 0) }
    if let last = parts.last, last.contains(line), last.lowerBound < line {
      moved.insert(line..<last.upperBound, at: 0)
      parts[parts.count - 1] = last.lowerBound..<line
    }
    guard let headEnd, let first = parts.first, first.contains(headEnd - 1) else {
      parts.insert(contentsOf: moved, at: 0)
      return
    }
    let rest = headEnd..<first.upperBound
    parts.replaceSubrange(0..<1, with: [first.lowerBound..<headEnd] + moved + (rest.isEmpty ? [] : [rest]))
  }

  /// Puts the head that was printed later in front.
  mutating func prepend(head: Range<Int>) {
    parts.insert(head, at: 0)
    firstLine = min(firstLine ?? head.lowerBound, head.lowerBound)
    position = head.lowerBound
    isNamed = true
  }

  /// Takes all lines from one on away, as a strand of its own. What was counted has to be counted again.
  mutating func split(at line: Int) -> Strand {
    var rest = Strand(at: line, isNamed: false)
    rest.hasEnded = hasEnded
    let all = parts
    parts = []
    firstLine = nil
    for part in all {
      append(part.lowerBound..<max(part.lowerBound, min(part.upperBound, line)))
      rest.append(max(part.lowerBound, min(line, part.upperBound))..<part.upperBound)
    }
    hasEnded = false
    return rest
  }
}
