// The rules that look at both sides of a place where lines were joined.

/// All rules that need to know which lines go on in which.
enum SeamRules {
  /// Decides on the changes at all seams.
  static func repair(_ draft: inout Draft, _ pieces: [Piece]) {
    RepeatedAtBreak.repair(&draft, pieces)
    RepeatedPhrases.repair(&draft, pieces)
  }
}
