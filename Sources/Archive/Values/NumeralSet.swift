// Which characters numerals are made of, for the loop over all characters of a text.

/// Digits, Arabic (half-width) and Han, and the units 十百千万亿, as a set of bits: asking ``ChineseNumeral`` about each
/// character took half the time of reading a text's values.
struct NumeralSet: Sendable {
  static let shared = NumeralSet()

  /// A bit for each code point of the basic plane.
  private let words: [UInt64]

  private init() {
    var words = [UInt64](repeating: 0, count: 0x10000 / 64)
    for value in UInt32(0)..<0x10000 where !(0xFF10...0xFF19).contains(value) {
      guard let scalar = Unicode.Scalar(value),
        ChineseNumeral.digit(scalar) != nil || ChineseNumeral.power(scalar) != nil
      else { continue }
      words[Int(value / 64)] |= 1 << UInt64(value % 64)
    }
    self.words = words
  }

  @inline(__always)
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x10000 && words[Int(scalar.value >> 6)] >> UInt64(scalar.value & 63) & 1 == 1
  }
}
