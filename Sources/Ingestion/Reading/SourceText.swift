// The decoded text of a source, or of one field of a record, with the place of each code point.

public import Archive

/// Code points and where in the source they stand; what repair works on.
public struct SourceText: Sendable {
  /// The code points, line ends included.
  public let scalars: [Unicode.Scalar]
  /// The place of each of ``scalars``.
  public let origins: SpanMap
  /// Whether each line is a paragraph, as the source itself says; otherwise a page may have broken them.
  let linesAreParagraphs: Bool
  /// What the source says above its text, as HTML pages do; it is no part of the text.
  let pageTitle: String?

  /// A text whose places are known.
  init(scalars: [Unicode.Scalar], origins: SpanMap, linesAreParagraphs: Bool = false, pageTitle: String? = nil) {
    self.scalars = scalars
    self.origins = origins
    self.linesAreParagraphs = linesAreParagraphs
    self.pageTitle = pageTitle
  }

  /// The text of a whole source; its lines are the source's lines.
  public init(wholeSource scalars: [Unicode.Scalar]) {
    var origins = SpanMap()
    var number = 1
    for line in LineRanges(scalars) {
      if number == 1 || !line.isEmpty { origins.append(textOffset: line.lowerBound, line: number, column: 1) }
      number += 1
    }
    self.init(scalars: scalars, origins: origins)
  }
}

/// The lines of a text without their ends: LF, CR LF, a lone CR, or what else ends lines. A text that ends with a line end
/// has no line behind.
struct LineRanges: Sequence, IteratorProtocol {
  private let scalars: [Unicode.Scalar]
  /// Whether only LF and CR end lines, as between records: JSON has the other ends within strings.
  private let areRecords: Bool
  private var position = 0

  init(_ scalars: [Unicode.Scalar], areRecords: Bool = false) {
    self.scalars = scalars
    self.areRecords = areRecords
  }

  mutating func next() -> Range<Int>? {
    guard position < scalars.count else { return nil }
    let start = position
    while position < scalars.count, !isEnd(scalars[position]) { position += 1 }
    let end = position
    if position < scalars.count {
      let isPair = scalars[position] == "\r" && position + 1 < scalars.count && scalars[position + 1] == "\n"
      position += isPair ? 2 : 1
    }
    return start..<end
  }

  private func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    areRecords ? scalar == "\n" || scalar == "\r" : scalar.endsLine
  }
}
