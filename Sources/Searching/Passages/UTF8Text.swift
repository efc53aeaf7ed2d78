// UTF-8 bytes addressed by code points, without decoding what is not looked at.

/// A text as UTF-8, with the steps that passages need.
struct UTF8Text {
  let bytes: [UInt8]

  /// How many code points stand in a stretch of bytes.
  func codePointCount(_ range: Range<Int>) -> Int {
    bytes.withUnsafeBytes { raw in
      var byte = range.lowerBound
      var continuations = 0
      while byte + 8 <= range.upperBound {
        continuations += UTF8Text.continuationCount(raw.loadUnaligned(fromByteOffset: byte, as: UInt64.self))
        byte += 8
      }
      while byte < range.upperBound {
        if raw[byte] & 0xC0 == 0x80 { continuations += 1 }
        byte += 1
      }
      return range.count - continuations
    }
  }

  /// Where a code point begins.
  ///
  /// - Parameter codePoint: counted from the beginning; at most the number of code points.
  func byteOffset(ofCodePoint codePoint: Int) -> Int {
    bytes.withUnsafeBytes { raw in
      var byte = 0
      var passed = 0
      while byte + 8 <= raw.count {
        let starts = 8 - UTF8Text.continuationCount(raw.loadUnaligned(fromByteOffset: byte, as: UInt64.self))
        if passed + starts > codePoint { break }
        passed += starts
        byte += 8
      }
      while byte < raw.count {
        if raw[byte] & 0xC0 != 0x80 {
          if passed == codePoint { return byte }
          passed += 1
        }
        byte += 1
      }
      return byte
    }
  }

  /// The offset of the first byte equal to `value` at or after an offset, or the end.
  func firstOffset(of value: UInt8, from start: Int) -> Int {
    bytes[start...].firstIndex(of: value) ?? bytes.count
  }

  /// The offset behind the last byte equal to `value` before an offset, or 0.
  func offsetAfterLast(_ value: UInt8, before end: Int) -> Int {
    bytes[..<end].lastIndex(of: value).map { $0 + 1 } ?? 0
  }

  /// The offset so many code points before or after another, but not beyond a limit.
  func step(_ codePoints: Int, from start: Int, limit: Int) -> Int {
    var byte = start
    for _ in 0..<codePoints.magnitude where byte != limit {
      let direction = codePoints < 0 ? -1 : 1
      repeat { byte += direction } while byte != limit && bytes[byte] & 0xC0 == 0x80
    }
    return byte
  }

  /// How many bytes of a word continue a character: those with bit 7 set and bit 6 clear.
  private static func continuationCount(_ word: UInt64) -> Int {
    (word >> 7 & ~(word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
  }
}
