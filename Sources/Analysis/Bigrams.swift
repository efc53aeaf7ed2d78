// Overlapping pairs of Han characters.

/// Cuts stretches of Han into overlapping pairs.
enum Bigrams {
  /// Hands over each pair of neighbouring Han characters; `second` is nil for a Han character that stands alone
  /// between other characters.
  @inline(__always)
  static func forEach(_ codePoints: ArraySlice<CodePoint>, _ body: (_ first: UInt32, _ second: UInt32?) -> Void) {
    var previous: UInt32?
    var isPaired = false
    for codePoint in codePoints {
      guard codePoint.isHan else {
        if let lone = previous, !isPaired { body(lone, nil) }
        previous = nil
        continue
      }
      if let first = previous {
        body(first, codePoint.value)
        isPaired = true
      } else {
        isPaired = false
      }
      previous = codePoint.value
    }
    if let lone = previous, !isPaired { body(lone, nil) }
  }
}
