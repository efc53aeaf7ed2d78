// UTF-8 is decoded strictly, and what is wrong is told with its place.

import TestSupport
import Testing

@testable import Ingestion

@Suite("strict UTF-8")
struct StrictUTF8Tests {
  @Test("text of every width is decoded", arguments: ["", "a", "é", "文", "😀", "a文é😀\u{0}\n"])
  func valid(text: String) throws {
    #expect(try StrictUTF8.decode(Array(text.utf8)).elementsEqual(text.unicodeScalars))
  }

  @Test("a byte order mark in front is left out, elsewhere it is a character")
  func byteOrderMark() throws {
    #expect(try StrictUTF8.decode([0xEF, 0xBB, 0xBF, 0x61]) == ["a"])
    #expect(try StrictUTF8.decode([0x61, 0xEF, 0xBB, 0xBF]) == ["a", "\u{FEFF}"])
  }

  @Test(
    "ill-formed sequences are refused where they begin",
    arguments: [
      ([0x61, 0x80], 1), ([0xC0, 0xAF], 0), ([0xC1, 0xBF], 0), ([0xE0, 0x80, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xF0, 0x80, 0x80, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0),
      ([0x61, 0x62, 0xE6, 0x96], 2), ([0xE6, 0x61, 0x62], 0), ([0xFF], 0),
    ] as [([UInt8], Int)])
  func malformed(bytes: [UInt8], offset: Int) {
    #expect(throws: StrictUTF8.Malformed(byteOffset: offset)) { try StrictUTF8.decode(bytes) }
  }

  @Test("it agrees with the standard library on random bytes", arguments: 0..<300 as Range<UInt64>)
  func random(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var bytes = Array(String.random(codePointCount: 20, using: &generator).utf8)
    if seed % 2 == 0 {
      bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: .min ... .max, using: &generator)
    }
    let expected = String(validating: bytes, as: UTF8.self).map { Array($0.unicodeScalars) }
    let found = try? StrictUTF8.decode(bytes)
    let startsWithMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    #expect(found == (startsWithMark ? expected.map { Array($0.dropFirst()) } : expected))
  }

  @Test("code points are encoded as they were decoded", arguments: 0..<50 as Range<UInt64>)
  func encoded(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = String.random(codePointCount: 100, using: &generator)
    #expect(String(scalars: Array(text.unicodeScalars)[...]).utf8.elementsEqual(text.utf8))
  }
}
