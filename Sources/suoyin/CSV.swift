// Rows of comma-separated values.

/// Writes CSV as RFC 4180 has it, but for the ends of lines, which are LF, as in all that the command prints.
enum CSV {
  /// One row with its line end. A field that holds a comma, a quotation mark or a line end is quoted.
  static func line(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") + "\n" }

  private static func field(_ text: String) -> String {
    // By bytes: a character may be made of a mark and what combines with it, and CR LF is one.
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
