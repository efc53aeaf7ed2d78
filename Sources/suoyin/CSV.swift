// Rows of comma-separated values.

/// Writes rows as RFC 4180 has them, but for line ends: they are LF, as in all other output.
enum CSV {
  /// One row, without its line end.
  ///
  /// Fields with a comma, quotation mark or line end are put in quotation marks; those inside are doubled.
  static func line(_ fields: [String]) -> String {
    fields.map(quotedIfNeeded).joined(separator: ",")
  }

  private static func quotedIfNeeded(_ field: String) -> String {
    // By scalars: CR and LF together are one character.
    guard field.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }) else {
      return field
    }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}
