// A title as it is shown: its paragraphs as one line.

/// Puts the paragraphs of a title together.
enum TitleText {
  /// One line; what a space kept apart within a paragraph stays apart.
  static func joined(_ paragraphs: some Sequence<Paragraph>) -> String {
    paragraphs.map { String(scalars: $0.scalars) }.joined()
  }
}
