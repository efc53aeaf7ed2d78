// Decoding: where undecodable bytes are found, and what else ICU's converters do that callers must know.

import ICU
import Testing

private struct Row: Sendable, CustomTestStringConvertible {
  let charset: String
  let bytes: [UInt8]
  let text: String
  let malformed: [Int]
  let testDescription: String

  init(_ description: String, _ charset: String, _ bytes: [UInt8], _ text: String, _ malformed: [Int] = []) {
    testDescription = "\(charset): \(description)"
    self.charset = charset
    self.bytes = bytes
    self.text = text
    self.malformed = malformed
  }
}

private let rows = [
  Row("two bytes a character", "GB18030", [0xD6, 0xD0, 0xB9, 0xFA], "中国"),
  Row("four bytes a character", "GB18030", [0x95, 0x32, 0x82, 0x36, 0x41], "𠀀A"),
  Row("a bad byte in the middle", "GB18030", [0xD6, 0xD0, 0xFF, 0xB9, 0xFA], "中\u{FFFD}国", [2]),
  Row("a lead byte before ASCII keeps the ASCII", "GB18030", [0xD6, 0xD0, 0xB9, 0x20, 0x41], "中\u{FFFD} A", [2]),
  Row("four bytes that break off keep what is valid", "GB18030", [0x81, 0x30, 0x81, 0x41], "\u{FFFD}0丄", [0]),
  Row("truncated after one byte of two", "GB18030", [0xD6, 0xD0, 0xB9], "中\u{FFFD}", [2]),
  Row("truncated after three bytes of four", "GB18030", [0x41, 0x81, 0x30, 0x81], "A\u{FFFD}", [1]),
  Row("an encoded U+FFFD is not malformed", "GB18030", [0x84, 0x31, 0xA4, 0x37], "\u{FFFD}"),
  Row("traditional", "Big5", [0xB0, 0xEA, 0xAD, 0x78], "國軍"),
  Row("a lead byte before ASCII keeps the ASCII", "Big5", [0xB0, 0xEA, 0xA4, 0x20], "國\u{FFFD} ", [2]),
  Row("truncated after one byte of two", "Big5", [0xB0, 0xEA, 0xB0], "國\u{FFFD}", [2]),
  Row("a user-defined pair is private use, not malformed", "Big5", [0xC7, 0x40, 0xFF], "\u{F70F}\u{F8F8}"),
  Row("supplementary", "UTF-16LE", [0x40, 0xD8, 0x00, 0xDC], "𠀀"),
  Row("a lone lead surrogate", "UTF-16LE", [0x2D, 0x4E, 0x00, 0xD8, 0xFD, 0x56], "中\u{FFFD}国", [2]),
  Row("a lone trail surrogate", "UTF-16LE", [0x2D, 0x4E, 0x00, 0xDC, 0xFD, 0x56], "中\u{FFFD}国", [2]),
  Row("a lead surrogate at the end", "UTF-16LE", [0x2D, 0x4E, 0x00, 0xD8], "中\u{FFFD}", [2]),
  Row("an odd byte at the end", "UTF-16LE", [0x2D, 0x4E, 0x00], "中\u{FFFD}", [2]),
  Row("the byte order mark stays", "UTF-16LE", [0xFF, 0xFE, 0x2D, 0x4E], "\u{FEFF}中"),
  Row("the byte order mark decides and goes", "UTF-16", [0xFF, 0xFE, 0x2D, 0x4E, 0x00, 0xD8], "中\u{FFFD}", [4]),
  Row("the byte order mark stays", "UTF-8", [0xEF, 0xBB, 0xBF, 0x41], "\u{FEFF}A"),
  Row("an overlong form is malformed byte by byte", "UTF-8", [0x41, 0xC0, 0x80], "A\u{FFFD}\u{FFFD}", [1, 2]),
  Row("truncated", "UTF-8", [0x41, 0xF0, 0xA0, 0x80], "A\u{FFFD}", [1]),
  Row("a lone surrogate that ICU lets through", "UTF-7", Array("A+2AA-B".utf8), "A\u{FFFD}B", [2]),
  Row(
    "an unknown escape", "ISO-2022-JP", [0x41, 0x1B, 0x24, 0x42, 0x30, 0x21, 0x1B, 0x28, 0x42, 0xFF], "A亜\u{FFFD}", [9]),
  Row("nothing", "GB18030", [], ""),
]

func decode(_ bytes: [UInt8], _ charset: String) throws -> Decoded {
  let converter = try CharsetConverter(charset: charset)
  return try bytes.withUnsafeBufferPointer { input throws(ICUError) in try converter.decode(input) }
}

@Test("every undecodable sequence is one U+FFFD and reported where it begins", arguments: rows)
private func decodesRow(row: Row) throws {
  let decoded = try decode(row.bytes, row.charset)
  #expect(decoded.text.unicodeScalars.elementsEqual(row.text.unicodeScalars), "\(decoded.text.debugDescription)")
  #expect(decoded.malformedOffsets == row.malformed)
  #expect(decoded.malformedCount == row.malformed.count)
}

@Test("a truncated last character is malformed in HZ, too")
func truncatedHZ() throws {
  let decoded = try decode(Array("~{VPV".utf8), "HZ")
  withKnownIssue("ICU 72's HZ converter drops it without an error") { #expect(decoded.malformedOffsets == [4]) }
}

@Test("a converter remembers nothing of a text that broke off")
func convertersHaveNoMemory() throws {
  let converter = try CharsetConverter(charset: "GB18030")
  for bytes in [[0xD6, 0xD0, 0xB9], [0xFA, 0x41], [0xD6, 0xD0]] as [[UInt8]] {
    let decoded = try bytes.withUnsafeBufferPointer { input throws(ICUError) in try converter.decode(input) }
    #expect(decoded == (try decode(bytes, "GB18030")))
  }
}

@Test(
  "of many undecodable sequences the first hundred are kept and all are counted", arguments: [99, 100, 101, 70_000])
func manyMalformed(count: Int) throws {
  let decoded = try decode(Array(repeating: 0xFF, count: count), "GB18030")
  #expect(decoded.malformedCount == count)
  #expect(decoded.malformedOffsets == Array(0..<min(count, 100)))
  #expect(decoded.text.utf8.count == 3 * count)
}

@Test("a name is accepted in any spelling that ICU's alias table has", arguments: ["gb 18030", "GBK", "utf8", "BIG-5"])
func aliases(name: String) throws {
  #expect(try decode([0x41], name).text == "A")
}
