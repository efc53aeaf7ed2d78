// The rules that look at one line at a time.

/// All rules that change characters within a line, in the order in which they have their say.
enum CharacterRules {
  /// Decides on the changes of all lines.
  static func repair(_ draft: inout Draft, _ lines: [SourceLine]) {
    let words = WordJudge()
    var slips = TraditionalSlips()
    for (line, traits) in zip(lines, LineTraits.traits(of: lines, draft.scalars)) {
      if traits.isDisjoint(with: .all) { continue }
      if !traits.isDisjoint(with: [.markup, .dash, .halfWidthSign]) { Markdown.repair(&draft, line) }
      if traits.contains(.markup) { LaTeX.repair(&draft, line) }
      if traits.contains(.letter) {
        if traits.contains(.space) { EnglishWords.repair(&draft, line) }
        RomanNumerals.repair(&draft, line)
      }
      if traits.contains(.halfWidthSign) { HalfWidthSigns.repair(&draft, line) }
      if traits.contains(.dash) { Dashes.repair(&draft, line) }
      if traits.contains(.traditional) { slips.repair(&draft, line, words) }
      if traits.contains(.odd) { StraySigns.repair(&draft, line) }
      if traits.contains(.space) { Spacing.repair(&draft, line, words) }
    }
  }
}

extension LineTraits {
  /// What any rule within a line looks for.
  fileprivate static let all: LineTraits = [.space, .letter, .halfWidthSign, .markup, .dash, .traditional, .odd]
}
