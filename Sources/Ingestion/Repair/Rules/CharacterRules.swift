// The rules that look at one line at a time.

/// All rules that change characters within a line, in the order in which they have their say.
enum CharacterRules {
  /// Decides on the changes of all lines.
  static func repair(_ draft: inout Draft, _ lines: [SourceLine]) {
    let words = WordJudge()
    var slips = TraditionalSlips()
    for (index, line) in lines.enumerated() {
      let traits = LineTraits(draft.scalars[line.range])
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
      if traits.contains(.space) {
        Spacing.repair(&draft, line, isRunning: line.goesOn(from: index > 0 ? lines[index - 1] : nil), words)
      }
    }
  }
}

extension LineTraits {
  /// What any rule within a line looks for.
  fileprivate static let all: LineTraits = [.space, .letter, .halfWidthSign, .markup, .dash, .traditional, .odd]
}

extension SourceLine {
  /// Whether it is of running text: it holds a clause, or the line before does, goes on and is about as wide.
  fileprivate func goesOn(from last: SourceLine?) -> Bool {
    guard !counts.holdsClause, let last else { return counts.holdsClause }
    return last.counts.holdsClause && !last.ending.isEnd && last.counts.width * 10 >= counts.width * 9
  }
}
