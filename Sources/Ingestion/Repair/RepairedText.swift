// What repair makes of a text.

public import Archive

/// A repaired text, the way back to its source, and all that was changed.
public struct RepairedText: Hashable, Sendable {
  /// Paragraphs separated by LF; none of them is empty.
  public let text: String
  /// The place in the source of each code point of ``text``.
  public let spans: SpanMap
  /// What each paragraph was made from, in the order of the text.
  public let paragraphs: [RepairedParagraph]
  /// What rules changed, in the order of the text.
  public let edits: [Edit]
  /// The lines that were left out, in the order of the source.
  public let furniture: [FurnitureLine]

  /// This text and another as one.
  func followed(by other: RepairedText) -> RepairedText {
    if text.isEmpty { return other }
    if other.text.isEmpty { return self }
    let offset = text.unicodeScalars.count + 1
    var spans = spans
    for segment in other.spans.segments {
      spans.append(textOffset: offset + Int(segment.textOffset), line: Int(segment.line), column: Int(segment.column))
    }
    return RepairedText(
      text: text + "\n" + other.text, spans: spans,
      paragraphs: paragraphs + other.paragraphs.map { $0.moved(by: offset) },
      edits: edits + other.edits.map { $0.moved(by: offset) }, furniture: furniture + other.furniture)
  }
}

/// One paragraph of a repaired text.
public struct RepairedParagraph: Hashable, Sendable {
  /// Its code points in the repaired text, the LF behind it not included.
  public let range: Range<Int>
  /// The lines of the source that it uses, in the order in which it uses them; counted from 1.
  public let lines: [ClosedRange<Int>]
  /// What it looks like.
  public let kind: ParagraphKind
}

/// What a paragraph looks like on its page.
public enum ParagraphKind: String, Hashable, Sendable, Codable {
  /// A document's title, or a line that looks like one.
  case title
  /// A numbered heading: 一、总体要求.
  case heading
  /// A row of a table or list.
  case row
  /// Running text and everything else.
  case text
}

extension RepairedParagraph {
  func moved(by offset: Int) -> RepairedParagraph {
    RepairedParagraph(range: range.lowerBound + offset..<range.upperBound + offset, lines: lines, kind: kind)
  }
}

extension Edit {
  func moved(by offset: Int) -> Edit {
    Edit(
      rule: rule, position: position, before: before, after: after, confidence: confidence,
      textOffset: textOffset + offset)
  }
}
