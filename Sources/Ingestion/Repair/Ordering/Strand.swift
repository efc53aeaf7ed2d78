// A piece of text that belongs together although other text stands between its parts.

/// The lines of one document, or of one stretch of text, in reading order.
struct Strand {
  /// Ranges of lines in the order of reading.
  private(set) var parts: [Range<Int>]
  /// Whether its head was seen.
  var isNamed: Bool
  /// Whether its last sentence stopped in the middle when other text began.
  var isSuspended = false
  /// Whether other text began before its end was seen.
  var isInterrupted = false
  /// Whether its date, or what stands behind it, was seen.
  var hasEnded = false
  /// Where it counts as standing: at its head, or where it begins.
  private(set) var position: Int
  /// The numbers that headed its lines.
  var numbering = Numbering()

  init(at position: Int, isNamed: Bool) {
    parts = []
    self.position = position
    self.isNamed = isNamed
  }

  /// The line it begins with.
  var firstLine: Int? { parts.map(\.lowerBound).min() }

  /// Appends lines.
  mutating func append(_ range: Range<Int>) {
    if let last = parts.last, last.upperBound == range.lowerBound {
      parts[parts.count - 1] = last.lowerBound..<range.upperBound
    } else if !range.isEmpty {
      parts.append(range)
    }
  }

  /// Puts the head that was printed later in front.
  mutating func prepend(head: Range<Int>) {
    parts.insert(head, at: 0)
    position = head.lowerBound
    isNamed = true
  }

  /// Takes all lines from one on away, as a strand of its own.
  mutating func split(at line: Int) -> Strand {
    var rest = Strand(at: line, isNamed: false)
    rest.isSuspended = isSuspended
    rest.hasEnded = hasEnded
    rest.numbering = numbering
    let all = parts
    parts = []
    for part in all {
      append(part.lowerBound..<max(part.lowerBound, min(part.upperBound, line)))
      rest.append(max(part.lowerBound, min(line, part.upperBound))..<part.upperBound)
    }
    isSuspended = false
    return rest
  }
}
