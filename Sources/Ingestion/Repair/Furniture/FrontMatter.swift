// What a Markdown file says of itself between two rules before its text, in YAML.

import Archive

/// Recognises front matter: `---`, lines of keys and values, `---`, at the beginning of a source and nowhere else.
///
/// Questions and answers, addresses and notices stand between rules too: one of the keys must be a usual one, and no
/// value holds a sentence.
enum FrontMatter {
  /// More lines are a text between two rules: a guess.
  private static let longest = 40
  private static let usualKeys = Set(
    ["title", "date", "layout", "author", "tags", "categories", "标题", "日期"].map { Array($0.unicodeScalars) })

  /// Marks the lines from rule to rule, if others follow.
  ///
  /// They are no ``FurnitureKind/cover``: what they name is the document, not the publication that it was printed in.
  static func mark(in survey: inout PageSurvey) {
    guard isRule(survey.text(0)) else { return }
    let end = survey.lines.indices.dropFirst().prefix(longest).first { isRule(survey.text($0)) }
    guard let end, end + 1 < survey.lines.count, isYAML(1..<end, survey) else { return }
    for index in 0...end { survey.furniture.mark(index, .contents) }
  }

  private static func isRule(_ line: ArraySlice<Unicode.Scalar>) -> Bool { line.elementsEqual(["-", "-", "-"]) }

  private static func isYAML(_ range: Range<Int>, _ survey: PageSurvey) -> Bool {
    var isUsual = false
    /// Whether the key above has its value in the lines below it.
    var isOpen = false
    for index in range {
      let line = survey.text(index)
      if line.first == "#" { continue }
      guard !line.contains(where: { "。；？".unicodeScalars.contains($0) }) else { return false }
      if isOpen, line.starts(with: ["-", " "]) || isIndented(index, survey) { continue }
      guard survey.lines[index].leadingWidth == 0, let key = key(of: line) else { return false }
      isUsual = isUsual || usualKeys.contains(Array(key))
      isOpen = line.count == key.count + 1
    }
    return isUsual
  }

  /// Whether spaces of half width, and nothing else, stand before a line.
  private static func isIndented(_ index: Int, _ survey: PageSurvey) -> Bool {
    let line = survey.lines[index]
    return line.leadingWidth > 0
      && survey.scalars[..<line.range.lowerBound].suffix(line.leadingWidth).allSatisfy { $0 == " " }
  }

  /// `title` of `title: …`; behind Han the colon may have been made a wide one.
  private static func key(of line: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
    guard let first = line.first else { return nil }
    let key = line.prefix { first.isHan ? $0.isHan : $0.isLatinLetter || $0.isDigit || $0 == "_" || $0 == "-" }
    let rest = line.dropFirst(key.count)
    guard first.isHan || first.isLatinLetter, rest.first == ":" || first.isHan && rest.first == "：",
      rest.dropFirst().first?.isSpace ?? true
    else { return nil }
    return key
  }
}
