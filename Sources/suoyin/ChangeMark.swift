// What went and what came, inside of a text.

/// Marks changes as `git diff --word-diff` does: `[-…-]` went, `{+…+}` came.
enum ChangeMark {
  private static let red = "\u{1B}[31m"
  private static let green = "\u{1B}[32m"
  private static let plain = "\u{1B}[0m"

  /// - Parameter isColoured: whether it is red as well.
  static func removed(_ text: String, isColoured: Bool) -> String { mark(text, "[-", "-]", isColoured ? red : nil) }

  /// - Parameter isColoured: whether it is green as well.
  static func added(_ text: String, isColoured: Bool) -> String { mark(text, "{+", "+}", isColoured ? green : nil) }

  private static func mark(_ text: String, _ opening: String, _ closing: String, _ colour: String?) -> String {
    guard !text.isEmpty else { return "" }
    let shown = opening + Terminal.printable(text.replacing("\n", with: "⏎")) + closing
    return colour.map { $0 + shown + plain } ?? shown
  }
}
