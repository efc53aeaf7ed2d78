// One paragraph of the repaired text, as splitting and describing look at it.

import Archive

/// A paragraph with its characters at hand.
struct Paragraph {
  /// More characters than any title, number, salutation or signature has: paragraphs beyond are running text, and only
  /// their beginning is looked at. A guess; the longest salutations of national notices have about 300.
  static let longestFormula = 400

  /// Its code points in the repaired text.
  let range: Range<Int>
  /// Its code points with white space; the first of them where it is longer than a formula.
  let scalars: ArraySlice<Unicode.Scalar>
  /// ``scalars`` without white space.
  let glyphs: [Unicode.Scalar]
  /// What it looks like on its page.
  let kind: ParagraphKind

  init(_ paragraph: RepairedParagraph, of text: [Unicode.Scalar]) {
    range = paragraph.range
    kind = paragraph.kind
    scalars = text[paragraph.range].prefix(Paragraph.longestFormula)
    glyphs = scalars.filter { !$0.isSpace }
  }

  /// Whether it is too long for anything but running text.
  var isLong: Bool { range.count > Paragraph.longestFormula }

  /// Whether it begins with some characters, white space aside.
  func starts(with word: [Unicode.Scalar]) -> Bool { glyphs.starts(with: word) }

  /// Whether it holds a mark that ends or divides a sentence.
  var holdsClause: Bool { glyphs.contains(where: \.dividesSentence) }

  /// Whether it is neither a row nor a clause nor numbered, so that it may be a line of a title.
  var mayBeTitleLine: Bool { kind != .row && !holdsClause && Ordinal(scalars) == nil }

  /// Its words between white space.
  var words: [ArraySlice<Unicode.Scalar>] { scalars.split(whereSeparator: \.isSpace) }
}

extension Unicode.Scalar {
  /// Whether it ends or divides a sentence.
  var dividesSentence: Bool {
    switch self {
    case "，", "。", "；", "！", "？": true
    default: false
    }
  }

  /// Whether it is a colon of either width.
  var isColon: Bool { self == "：" || self == ":" }
}
