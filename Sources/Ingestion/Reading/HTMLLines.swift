// Puts the text of a page together line by line, white space collapsed, every character led back to its place.

import Archive

/// Collects the lines of an HTML page: each is a block, and so a paragraph, unless some of them are preformatted.
struct HTMLLines {
  /// What stands between two pieces of text; the greater one wins.
  private enum Gap: Int {
    case none
    case space
    /// White space with a line end of the source in it, which is no space between Han characters (CSS Text 3, 4.1.3).
    case sourceLineEnd
    case cell
    case line
  }

  private var text: [Unicode.Scalar] = []
  private var origins = SpanMap()
  private var gap = Gap.none
  private var lineIsEmpty = true
  /// Whether nothing stood in the open cell yet.
  private var cellIsEmpty = false
  /// Whether the open cell has more than one line, as those have that lay out a page.
  private var cellHasLines = true
  /// Where the next code point of the source stands if it follows the last one.
  private var expectedIndex = -1
  /// Whether a line's end was in preformatted text.
  private var hasPreformattedLines = false
  private var place: SourcePlace

  init(_ scalars: [Unicode.Scalar]) {
    place = SourcePlace(scalars)
    text.reserveCapacity(scalars.count / 2)
  }

  /// Appends a character of a place, white space collapsed.
  mutating func append(_ scalar: Unicode.Scalar, at index: Int) {
    switch scalar {
    case " ", "\t": widen(.space)
    case "\n", "\r", "\u{C}": widen(.sourceLineEnd)
    default:
      closeGap(before: scalar)
      put(scalar, at: index)
    }
  }

  /// Appends a character of preformatted text as it is.
  mutating func append(verbatim scalar: Unicode.Scalar, at index: Int) {
    if gap != .none { closeGap(before: scalar) }
    put(scalar, at: index)
    if scalar == "\n" || scalar == "\r" { (lineIsEmpty, hasPreformattedLines) = (true, true) }
  }

  /// Ends the line. In a table cell without text there is none to end.
  mutating func endLine() { if !cellIsEmpty { widen(.line) } }

  /// Ends the row.
  mutating func endRow() {
    widen(.line)
    (cellIsEmpty, cellHasLines) = (false, true)
  }

  /// Begins or ends a cell: cells of one line each share a line.
  mutating func endCell() {
    if !cellIsEmpty, !cellHasLines { gap = .cell } else { widen(.cell) }
    (cellIsEmpty, cellHasLines) = (true, false)
  }

  /// The text of all lines.
  func build(pageTitle: String?) -> SourceText {
    SourceText(scalars: text, origins: origins, linesAreParagraphs: !hasPreformattedLines, pageTitle: pageTitle)
  }

  private mutating func widen(_ other: Gap) { if other.rawValue > gap.rawValue { gap = other } }

  private mutating func closeGap(before scalar: Unicode.Scalar) {
    if !lineIsEmpty {
      switch gap {
      case .none: break
      case .space: putBetween(" ")
      case .cell: putBetween("\t")
      case .sourceLineEnd: if text[text.count - 1].width == 1 || scalar.width == 1 { putBetween(" ") }
      case .line:
        putBetween("\n")
        if !cellIsEmpty { cellHasLines = true }
      }
    }
    gap = .none
  }

  private mutating func put(_ scalar: Unicode.Scalar, at index: Int) {
    if index != expectedIndex || place.startsLine(index) {
      let (line, column) = place.position(of: index)
      origins.append(textOffset: text.count, line: line, column: column)
    }
    expectedIndex = index + 1
    text.append(scalar)
    (lineIsEmpty, cellIsEmpty) = (false, false)
  }

  /// What stands between two pieces has no place of its own and goes with the piece before.
  private mutating func putBetween(_ scalar: Unicode.Scalar) {
    text.append(scalar)
    expectedIndex = -1
  }
}

/// Finds line and column of places that are asked for in their order.
private struct SourcePlace {
  private let starts: [Int]
  private var line = 0

  init(_ scalars: [Unicode.Scalar]) { starts = LineRanges(scalars).map(\.lowerBound) }

  mutating func position(of index: Int) -> (line: Int, column: Int) {
    while line + 1 < starts.count, starts[line + 1] <= index { line += 1 }
    return (line + 1, index - starts[line] + 1)
  }

  func startsLine(_ index: Int) -> Bool { line + 1 < starts.count && starts[line + 1] <= index }
}
