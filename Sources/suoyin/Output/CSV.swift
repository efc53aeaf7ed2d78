// Rows of comma-separated values.

/// Writes CSV as RFC 4180 has it, but for the ends of lines, which are LF, as in all that the command prints.
enum CSV {
  /// One row with its line end, on one line whatever it holds. A field with a comma or a quotation mark is quoted.
  static func line(_ fields: [String]) -> String {
    fields.map { field(Terminal.oneLine($0)) }.joined(separator: ",") + "\n"
  }

  private static func field(_ text: String) -> String {
    // By bytes: a character may be made of a mark and what combines with it.
    guard text.utf8.contains(where: { [0x22, 0x2C].contains($0) }) else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
