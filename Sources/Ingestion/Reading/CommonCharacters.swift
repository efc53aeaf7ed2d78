// The characters that Chinese text is made of, by which a wrong decoding is told from a right one.

import ICU

/// Common characters: those that the two standards put first, and the signs that Chinese sentences are set with.
///
/// GB 2312-1980 has 3,755 of the most used characters in its first level, Big5 5,401 in its own; together 6,722. They
/// are read off ICU's decoders, so there is no table to go wrong.
struct CommonCharacters: Sendable {
  private var isCommon = [Bool](repeating: false, count: 0x10000)

  /// GB 2312, rows 16 to 55, and Big5, A440 to C67E: the first levels of both.
  static let shared = CommonCharacters(
    pairs: [
      (.gb18030, 0xB0A1...0xD7F9, [0xA1...0xFE]), (.big5, 0xA440...0xC67E, [0x40...0x7E, 0xA1...0xFE]),
    ])

  private init(pairs: [(TextEncoding, ClosedRange<UInt16>, [ClosedRange<UInt16>])]) {
    for (encoding, codes, trails) in pairs {
      let bytes = codes.filter { code in trails.contains { $0.contains(code & 0xFF) } }
        .flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      // Without ICU's tables nothing is common, and every legacy source is then refused as undecodable.
      guard let decoded = try? encoding.decode(bytes[...]) else { continue }
      for scalar in decoded.text.unicodeScalars where scalar.value < 0x10000 { isCommon[Int(scalar.value)] = true }
    }
    for scalar in "　，。、；：（）《》“”‘’〔〕【】「」『』？！…—·％".unicodeScalars { isCommon[Int(scalar.value)] = true }
    for value in 0xFF10...0xFF5A { isCommon[value] = true }
    isCommon[0xFFFD] = false
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x10000 && isCommon[Int(scalar.value)] }
}

extension TextEncoding {
  /// Decodes bytes by ICU's tables.
  func decode(_ bytes: ArraySlice<UInt8>) throws(ICUError) -> Decoded {
    let converter = try CharsetConverter(charset: converter)
    return try bytes.withUnsafeBufferPointer { input throws(ICUError) in try converter.decode(input) }
  }
}
