// A set of characters that is asked for every character of a text.

/// Characters as one bit each: a look-up takes no hash.
struct ScalarSet: Sendable {
  /// One bit for each code point of the Basic Multilingual Plane.
  private var bits = [UInt64](repeating: 0, count: 0x10000 / 64)

  init(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars {
      precondition(scalar.value < 0x10000, "the words looked for are written with common characters")
      bits[Int(scalar.value) / 64] |= 1 << (scalar.value % 64)
    }
  }

  /// Whether a character is in the set.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x10000 && bits[Int(scalar.value) / 64] & 1 << (scalar.value % 64) != 0
  }
}
