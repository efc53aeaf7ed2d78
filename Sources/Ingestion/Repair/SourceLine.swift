// One line of the source that holds text, and what was measured on it.

/// A line with the facts that rules decide by; blank lines are facts of the line behind them.
struct SourceLine {
  /// What the line holds without white space at its ends; never empty.
  let range: Range<Int>
  /// How many blank lines stand before it.
  let blankLinesBefore: Int
}
