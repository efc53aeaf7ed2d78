// What went and what came, inside of a text.

/// Marks changes as `git diff --word-diff` does: `[-…-]` went, `{+…+}` came; coloured red and green as well.
enum ChangeMark {
  static func removed(_ text: String) -> StyledText { mark(text, "[-", "-]", .removed) }

  static func added(_ text: String) -> StyledText { mark(text, "{+", "+}", .added) }

  private static func mark(_ text: String, _ opening: String, _ closing: String, _ style: TextStyle) -> StyledText {
    text.isEmpty ? StyledText() : StyledText(opening + text.replacing("\n", with: "⏎") + closing, style)
  }
}
