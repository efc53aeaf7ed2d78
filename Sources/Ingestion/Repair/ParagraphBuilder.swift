// Puts pieces of the source together to the repaired text and keeps the way back.

import Archive

/// Collects the repaired text piece by piece.
///
/// Everything in it was copied from the source except the LF between paragraphs and the space between words, so the
/// law that nothing is lost or invented rests on this type alone.
struct ParagraphBuilder {
  private var scalars: [Unicode.Scalar] = []
  private var spans = SpanMap()
  private var paragraphs: [RepairedParagraph] = []
  private var paragraphStart = 0
  private var lines: [ClosedRange<Int>] = []

  /// - Parameter capacity: how many code points to expect.
  init(capacity: Int) { scalars.reserveCapacity(capacity) }

  /// Appends a stretch of the source to the open paragraph.
  mutating func append(_ range: Range<Int>, of source: SourceText) {
    guard !range.isEmpty else { return }
    if lines.isEmpty, !paragraphs.isEmpty { scalars.append("\n") }
    if lines.isEmpty { paragraphStart = scalars.count }
    let shift = scalars.count - range.lowerBound
    for start in source.origins.starts(in: range) {
      spans.append(textOffset: start.offset + shift, line: start.line, column: start.column)
      noteLine(start.line)
    }
    scalars.append(contentsOf: source.scalars[range])
  }

  /// Appends a space between two pieces of the open paragraph.
  mutating func appendSpace() { scalars.append(" ") }

  /// Ends the open paragraph.
  mutating func endParagraph() {
    guard !lines.isEmpty else { return }
    paragraphs.append(RepairedParagraph(range: paragraphStart..<scalars.count, lines: lines))
    lines = []
  }

  /// The text of all paragraphs that were ended.
  func build() -> RepairedText {
    RepairedText(text: String(scalars: scalars), spans: spans, paragraphs: paragraphs)
  }

  private mutating func noteLine(_ line: Int) {
    if let last = lines.last, last.upperBound == line || last.upperBound + 1 == line {
      lines[lines.count - 1] = last.lowerBound...line
    } else {
      lines.append(line...line)
    }
  }
}
