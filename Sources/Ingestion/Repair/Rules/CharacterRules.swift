// The rules that look at one line at a time.

/// All rules that change characters within a line, in the order in which they have their say.
enum CharacterRules {
  /// Decides on the changes of all lines.
  static func repair(_ draft: inout Draft, _ lines: [SourceLine]) {
    let words = WordJudge()
    var slips = TraditionalSlips()
    for (index, (line, traits)) in zip(lines, LineTraits.traits(of: lines, draft.scalars)).enumerated() {
      if traits.isDisjoint(with: .all) { continue }
      if !traits.isDisjoint(with: [.markup, .dash, .halfWidthSign]) { Markdown.repair(&draft, line) }
      if traits.contains(.markup) { LaTeX.repair(&draft, line) }
      if traits.contains(.letter) {
        if traits.contains(.space) { EnglishWords.repair(&draft, line) }
        RomanNumerals.repair(&draft, line)
        LettersForDigits.repair(&draft, line)
      }
      if traits.contains(.halfWidthSign) { HalfWidthSigns.repair(&draft, line) }
      if traits.contains(.dash) { Dashes.repair(&draft, line) }
      if traits.contains(.traditional) { slips.repair(&draft, line, words) }
      if traits.contains(.odd) { StraySigns.repair(&draft, line) }
      if traits.contains(.space) {
        Spacing.repair(&draft, line, isRunning: line.isRunning(index, lines), words)
      }
    }
  }
}

extension LineTraits {
  /// What any rule within a line looks for.
  fileprivate static let all: LineTraits = [.space, .letter, .halfWidthSign, .markup, .dash, .traditional, .odd]
}

extension SourceLine {
  /// Whether it is of running text: it holds a clause, or a line beside it does that is as wide and of the same sentence.
  fileprivate func isRunning(_ index: Int, _ lines: [SourceLine]) -> Bool {
    if counts.holdsClause { return true }
    if index > 0, lines[index - 1].isUnfinished, lines[index - 1].counts.holdsClause {
      return lines[index - 1].counts.width * 10 >= counts.width * 9
    }
    guard index + 1 < lines.count, isUnfinished, !isRow else { return false }
    let next = lines[index + 1]
    return next.counts.holdsClause && next.head == nil && counts.width * 10 >= next.counts.width * 9
      && next.leadingWidth <= leadingWidth
  }

  private var isUnfinished: Bool { !ending.isEnd && ending != .bracket }
}
