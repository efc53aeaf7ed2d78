// Rows of comma-separated values.

/// Writes rows as RFC 4180 has them, but with LF at their ends, as tools of Unix expect.
enum CSV {
  /// A row with its line end. A field with a comma, a quotation mark or a line end is quoted, as is a single empty one,
  /// which would be a blank line.
  static func line(_ fields: [String]) -> String {
    guard fields != [""] else { return "\"\"\n" }
    return fields.map(quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ field: String) -> String {
    // By bytes: to Swift, CR and LF together are one character, which is neither.
    let isPlain = field.utf8.allSatisfy { $0 != 0x2C && $0 != 0x22 && $0 != 0x0A && $0 != 0x0D }
    return isPlain ? field : "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}
