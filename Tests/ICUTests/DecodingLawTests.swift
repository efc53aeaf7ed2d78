// Laws of decoding, on random text and random bytes.

import ICU
import TestSupport
import Testing

/// The four bytes GB18030 has for a supplementary code point: their linear order is Unicode's (GB 18030-2005, table).
private func gb18030(supplementary scalar: Unicode.Scalar) -> [UInt8] {
  var rest = Int(scalar.value) - 0x10000 + 189_000
  var bytes: [UInt8] = []
  for (first, count) in [(0x30, 10), (0x81, 126), (0x30, 10), (0x81, 126)] {
    bytes.insert(UInt8(first + rest % count), at: 0)
    rest /= count
  }
  return bytes
}

@Test("supplementary characters survive wherever they fall between chunks", arguments: 0..<4)
func chunkBorders(shift: Int) throws {
  let scalars = (0..<40_000).map { Unicode.Scalar(UInt32(0x10000 + $0 * 26 % 0x100000))! }
  let text = String(repeating: "x", count: shift) + String(String.UnicodeScalarView(scalars))
  let ascii = Array(repeating: UInt8(ascii: "x"), count: shift)
  let encodings: [(String, [UInt8])] = [
    ("UTF-8", Array(text.utf8)),
    ("UTF-16LE", text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }),
    ("GB18030", ascii + scalars.flatMap(gb18030(supplementary:))),
  ]
  for (charset, bytes) in encodings {
    let decoded = try decode(bytes, charset)
    #expect(decoded.malformedCount == 0, "\(charset)")
    #expect(decoded.text.utf8.elementsEqual(text.utf8), "\(charset)")
  }
}

@Test("damaged UTF-8 decodes as Swift's own decoder has it", arguments: 1...4)
func agreesWithSwift(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  for round in 0..<200 {
    let bytes = random.damagedUTF8(pieceCount: round)
    let decoded = try decode(bytes, "UTF-8")
    #expect(decoded.text.utf8.elementsEqual(String(decoding: bytes, as: UTF8.self).utf8), "\(bytes)")
    #expect((decoded.malformedCount == 0) == (String(validating: bytes, as: UTF8.self) != nil))
  }
}

private let charsets = ["GB18030", "GBK", "Big5", "Big5-HKSCS", "UTF-8", "UTF-16LE", "UTF-16BE", "Shift_JIS", "EUC-TW"]

@Test("what lies before a malformed offset is sound, and what begins at it is not", arguments: charsets)
func offsetsAreExact(charset: String) throws {
  var random = SeededGenerator(seed: 5)
  for round in 0..<100 {
    let bytes: [UInt8] = (0..<round).map { _ in .random(in: 0...255, using: &random) }
    let decoded = try decode(bytes, charset)
    #expect(decoded.malformedCount == decoded.malformedOffsets.count)
    for (index, offset) in decoded.malformedOffsets.enumerated() {
      let before = try decode(Array(bytes[..<offset]), charset)
      #expect(before.malformedOffsets == Array(decoded.malformedOffsets[..<index]), "\(charset) \(bytes) \(offset)")
      #expect(decoded.text.unicodeScalars.starts(with: before.text.unicodeScalars), "\(charset) \(bytes) \(offset)")
      let after = try decode(Array(bytes[offset...]), charset)
      #expect(after.malformedOffsets == decoded.malformedOffsets[index...].map { $0 - offset })
    }
  }
}
