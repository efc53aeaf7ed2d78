// What a Markdown file says of itself between two rules before its text, in YAML.

import Archive

/// Recognises front matter: `---`, lines of keys and values, `---`, at the beginning of a source and nowhere else.
enum FrontMatter {
  /// More lines are a text between two rules: a guess.
  private static let longest = 40

  /// Marks the lines from rule to rule.
  static func mark(in survey: inout PageSurvey) {
    guard isRule(survey.text(0)) else { return }
    let end = survey.lines.indices.dropFirst().prefix(longest).first { isRule(survey.text($0)) }
    guard let end, end > 1, hasKey(survey.text(1)) else { return }
    let isYAML = (2..<end).allSatisfy { index in
      hasKey(survey.text(index)) || survey.lines[index].leadingWidth > 0 || survey.text(index).starts(with: ["-", " "])
    }
    guard isYAML else { return }
    for index in 0...end { survey.furniture.mark(index, .cover) }
  }

  private static func isRule(_ line: ArraySlice<Unicode.Scalar>) -> Bool { line.elementsEqual(["-", "-", "-"]) }

  /// `title:` and what may stand behind it; HalfWidthSigns leave colons behind Latin letters alone.
  private static func hasKey(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    let key = line.prefix { $0.isLatinLetter || $0.isDigit || $0 == "_" || $0 == "-" }
    guard let first = key.first, first.isLatinLetter, line.dropFirst(key.count).first == ":" else { return false }
    return line.dropFirst(key.count + 1).first?.isSpace ?? true
  }
}
