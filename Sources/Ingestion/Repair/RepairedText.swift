// What repair makes of a text.

public import Archive

/// A repaired text and the way back to its source.
public struct RepairedText: Hashable, Sendable {
  /// Paragraphs separated by LF; none of them is empty.
  public let text: String
  /// The place in the source of each code point of ``text``.
  public let spans: SpanMap
  /// What each paragraph was made from, in the order of the text.
  public let paragraphs: [RepairedParagraph]

  /// This text and another as one.
  func followed(by other: RepairedText) -> RepairedText {
    if text.isEmpty { return other }
    if other.text.isEmpty { return self }
    let offset = text.unicodeScalars.count + 1
    var spans = spans
    for segment in other.spans.segments {
      spans.append(textOffset: offset + Int(segment.textOffset), line: Int(segment.line), column: Int(segment.column))
    }
    let moved = other.paragraphs.map {
      RepairedParagraph(range: $0.range.lowerBound + offset..<$0.range.upperBound + offset, lines: $0.lines)
    }
    return RepairedText(text: text + "\n" + other.text, spans: spans, paragraphs: paragraphs + moved)
  }
}

/// One paragraph of a repaired text.
public struct RepairedParagraph: Hashable, Sendable {
  /// Its code points in the repaired text, the LF behind it not included.
  public let range: Range<Int>
  /// The lines of the source that it uses, in the order in which it uses them; counted from 1.
  public let lines: [ClosedRange<Int>]
}
