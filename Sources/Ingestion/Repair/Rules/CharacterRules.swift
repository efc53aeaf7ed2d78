// The rules that look at one line at a time.

/// All rules that change characters within a line, in the order in which they have their say.
enum CharacterRules {
  /// Decides on the changes of all lines.
  static func repair(_ draft: inout Draft, _ lines: [SourceLine]) {}
}
