// What went and what came, inside of a text.

/// Marks changes as `git diff --word-diff` does: `[-…-]` went, `{+…+}` came.
enum ChangeMark {
  /// - Parameter isColoured: whether it is red as well.
  static func removed(_ text: String, isColoured: Bool) -> String {
    mark(text, "[-", "-]", isColoured ? .removed : .plain)
  }

  /// - Parameter isColoured: whether it is green as well.
  static func added(_ text: String, isColoured: Bool) -> String { mark(text, "{+", "+}", isColoured ? .added : .plain) }

  private static func mark(_ text: String, _ opening: String, _ closing: String, _ style: TextStyle) -> String {
    guard !text.isEmpty else { return "" }
    return style.painted(opening + Terminal.printable(text.replacing("\n", with: "⏎")) + closing)
  }
}
