// Where a run ends in a number or a word of letters, which must not go on in the text: 5日内 is not in 15日内.

/// What the first or last character of a run is, where that decides what may stand beside it.
enum RunEdge: Hashable, Sendable {
  case digits
  case letters

  /// Nil for characters that may stand beside anything, as Han.
  ///
  /// - Parameter byte: of folded UTF-8.
  init?(_ byte: UInt8?) {
    guard let byte else { return nil }
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digits
    case UInt8(ascii: "a")...UInt8(ascii: "z"): self = .letters
    default: return nil
    }
  }

  /// What goes on with it.
  var characters: [String] {
    switch self {
    case .digits: (0...9).map(String.init)
    case .letters: (UInt8(ascii: "a")...UInt8(ascii: "z")).map { String(UnicodeScalar($0)) }
    }
  }

  /// What goes on with it where one of its ``characters`` stands behind: the point of a decimal.
  var joint: String? { self == .digits ? "." : nil }

  /// Whether a text goes on with it at a place.
  ///
  /// - Parameters:
  ///   - place: the offset right beside the run; it may lie outside the text.
  ///   - step: 1 or -1, away from the run.
  func goesOn(in text: UnsafeBufferPointer<UInt8>, at place: Int, step: Int) -> Bool {
    func edge(_ place: Int) -> RunEdge? { RunEdge(text.indices.contains(place) ? text[place] : nil) }
    if edge(place) == self { return true }
    guard joint != nil, text.indices.contains(place), text[place] == UInt8(ascii: ".") else { return false }
    return edge(place + step) == self
  }
}
