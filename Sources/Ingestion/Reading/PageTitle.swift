// The title of an HTML page, which browsers show above it.

/// Reads the content of a page's `title` element.
enum PageTitle {
  /// Longer ones are none: a guess, several times as long as titles get.
  private static let longest = 500

  /// The title without the names of column and site that pages put behind it, or before it: of the parts between `_`,
  /// `|` and dashes the first that ends as titles of documents do, or else the first.
  ///
  /// - Returns: nil where there is none.
  static func read(_ content: Range<Int>, of page: [Unicode.Scalar]) -> String? {
    guard content.count <= longest else { return nil }
    let parts = split(text(content, of: page))
    return (parts.first { DocumentKind.ending(of: $0.filter { !$0.isSpace }) != nil } ?? parts.first).map {
      String(scalars: $0)
    }
  }

  /// The text with references resolved and white space collapsed.
  private static func text(_ content: Range<Int>, of page: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var text: [Unicode.Scalar] = []
    var index = content.lowerBound
    while index < content.upperBound {
      let reference = page[index] == "&" ? HTMLReference(at: index, in: page) : nil
      let scalar = reference?.scalar ?? page[index]
      index = reference?.end ?? index + 1
      if !scalar.isSpace { text.append(scalar) } else if let last = text.last, last != " " { text.append(" ") }
    }
    return text
  }

  /// The parts that hold anything.
  private static func split(_ text: [Unicode.Scalar]) -> [ArraySlice<Unicode.Scalar>] {
    let signs = text.indices.filter { parts(text, at: $0) }
    let starts = [0] + signs.map { $0 + 1 }
    let ends = signs + [text.count]
    return zip(starts, ends).map { start, end in trimmed(text[start..<end]) }.filter { !$0.isEmpty }
  }

  /// A dash parts what stands between blanks, and what ends as a title does from what follows: 2024-2026, COVID-19 and
  /// 粤-港合作 stay whole.
  private static func parts(_ text: [Unicode.Scalar], at index: Int) -> Bool {
    switch text[index] {
    case "_", "|": return true
    case "-", "–", "—":
      let isSpaced = index > 0 && text[index - 1] == " " || index + 1 < text.count && text[index + 1] == " "
      return isSpaced || DocumentKind.ending(of: text[..<index].filter { !$0.isSpace }) != nil
    default: return false
    }
  }

  private static func trimmed(_ part: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    let start = part.drop { $0 == " " }
    return start.last == " " ? start.dropLast() : start
  }
}
