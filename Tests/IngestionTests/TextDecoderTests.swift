// Bytes become text or a finding with its place, never something else.

import Archive
import TestSupport
import Testing

@testable import Ingestion

@Suite("decoding of sources")
struct TextDecoderTests {
  private static let sentence = "各乡镇人民政府，县政府有关部门：为保障供应，现将有关事项通知如下。\n一、储备八千吨。\n"

  private func decode(
    _ bytes: [UInt8], encoding: String? = nil, lossy: Bool = false, declared: TextEncoding? = nil
  ) throws -> DecodedText {
    var options = ReadingOptions()
    options.encoding = encoding
    options.isLossy = lossy
    return try TextDecoder(options: options).decode(bytes, declared: declared)
  }

  private func refusal(_ bytes: [UInt8], encoding: String? = nil, lossy: Bool = false) -> Diagnostic? {
    do {
      _ = try decode(bytes, encoding: encoding, lossy: lossy)
      return nil
    } catch { return (error as? Refusal)?.diagnostic }
  }

  @Test(
    "text is decoded whatever it is encoded in",
    arguments: [.utf8, .gb18030, .utf16LittleEndian, .utf16BigEndian] as [TextEncoding])
  func encodings(encoding: TextEncoding) throws {
    let scalars = Array(TextDecoderTests.sentence.unicodeScalars)
    let decoded = try decode(encoding.encode(scalars))
    #expect(decoded.scalars == scalars && decoded.encoding == encoding && decoded.diagnostics.isEmpty)
  }

  @Test(
    "a byte order mark decides, and is no character",
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0x61], .utf8), ([0xFF, 0xFE, 0x61, 0], .utf16LittleEndian),
      ([0xFE, 0xFF, 0, 0x61], .utf16BigEndian), ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], .utf32LittleEndian),
      ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], .utf32BigEndian),
    ] as [([UInt8], TextEncoding)])
  func byteOrderMark(bytes: [UInt8], encoding: TextEncoding) throws {
    let decoded = try decode(bytes)
    #expect(decoded.scalars == ["a"] && decoded.encoding == encoding)
  }

  @Test("UTF-16 without a mark is told by its line ends and digits, even in Latin text")
  func latinUTF16() throws {
    for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
      for text in ["Notice No. 7\nQingxi\n", "二、附则\n", "第1条\n"] {
        let decoded = try decode(encoding.encode(Array(text.unicodeScalars)))
        #expect(decoded.encoding == encoding && decoded.scalars == Array(text.unicodeScalars))
      }
    }
  }

  @Test("what cannot be decoded is told with byte and line in every encoding")
  func places() throws {
    let scalars = Array(TextDecoderTests.sentence.unicodeScalars)
    let gb = try TextEncoding.gb18030.encode(scalars)
    #expect(refusal(gb + [0xFF])?.byteOffset == gb.count && refusal(gb + [0xFF])?.line == 3)
    #expect(refusal(Array(gb.dropLast(4)))?.code == .undecodable)
    #expect(refusal(Array(gb.dropLast(4)))?.byteOffset == gb.count - 5)
    let utf16 = try TextEncoding.utf16LittleEndian.encode(scalars)
    let damaged = Array(utf16[..<4]) + [0x00, 0xDC] + Array(utf16[4...])
    #expect(refusal(damaged)?.byteOffset == 4 && refusal(damaged)?.line == 1)
    let odd = refusal(utf16 + [0x41])
    #expect(odd?.byteOffset == utf16.count && odd?.line == 3 && odd?.message.contains("UTF-16LE") == true)
    #expect(odd?.hint?.contains("--lossy") == true)
  }

  @Test("lossy reading puts U+FFFD in place, keeps everything else and tells where and how often")
  func lossy() throws {
    let bytes = Array("甲\n乙".utf8) + [0xFF, 0x61, 0xC0] + Array("丙丁戊己\u{0}庚".utf8)
    let decoded = try decode(bytes, lossy: true)
    #expect(decoded.scalars == Array("甲\n乙\u{FFFD}a\u{FFFD}丙丁戊己\u{FFFD}庚".unicodeScalars))
    #expect(decoded.diagnostics.map(\.code) == [.replaced])
    #expect(decoded.diagnostics[0].byteOffset == 7 && decoded.diagnostics[0].line == 2)
    #expect(decoded.diagnostics[0].message.contains("2 more places"))
    #expect(try decode(Array("甲\u{FFFD}".utf8), lossy: true).diagnostics.isEmpty)
  }

  @Test("NUL characters are told, and a file of control bytes or of another format is no text, even if asked for")
  func noText() {
    let withNUL = Array("甲乙丙丁\n\u{0}戊己庚辛".utf8)
    #expect(refusal(withNUL)?.code == .undecodable && refusal(withNUL)?.line == 2)
    #expect(refusal(withNUL)?.byteOffset == 13)
    #expect(refusal((0..<2_000).map { UInt8(truncatingIfNeeded: $0 &* 7) })?.code == .binary)
    for name in ["\u{7F}ELF", "%PDF-1.4", "PK\u{3}\u{4}"] {
      #expect(refusal(Array(name.utf8), lossy: true)?.code == .binary)
      #expect(refusal(Array(name.utf8), encoding: "GBK")?.code == .binary)
    }
  }

  @Test("what may be two encodings is refused with both names and the remedy, lossy or not")
  func ambiguous() throws {
    let bytes: [UInt8] = [0xB9, 0xAB]
    #expect(refusal(bytes, lossy: true) == refusal(bytes))
    #expect(refusal(bytes)?.code == .ambiguousEncoding && refusal(bytes)?.hint?.contains("--encoding") == true)
    #expect(refusal(bytes)?.message.contains("GB18030") == true && refusal(bytes)?.message.contains("Big5") == true)
    #expect(try decode(bytes, encoding: "gb2312").scalars == ["公"])
  }

  @Test(
    "a forced encoding goes before everything, in any spelling",
    arguments: ["GBK", "gb2312", "GB 18030", "cp936", "x-gbk"])
  func forced(name: String) throws {
    #expect(try decode([0xCD, 0xA8, 0xD6, 0xAA]).encoding == .utf8)
    let decoded = try decode([0xCD, 0xA8, 0xD6, 0xAA], encoding: name)
    #expect(decoded.scalars == Array("通知".unicodeScalars) && decoded.encoding == .gb18030)
    #expect(refusal(Array("国务院".utf8), encoding: name)?.code == .undecodable)
  }

  @Test("a declared encoding goes before accidents of UTF-8, but not before UTF-8 in Chinese")
  func declared() throws {
    #expect(try decode([0xCD, 0xA8, 0xD6, 0xAA], declared: .gb18030).encoding == .gb18030)
    #expect(try decode(Array("国务院".utf8), declared: .gb18030).encoding == .utf8)
    #expect(try decode([0xB9, 0xFA, 0xA1, 0xA3], declared: .utf8).encoding == .gb18030)
  }

  @Test("options that read alike have one fingerprint, and unknown encodings are known to be")
  func options() {
    var options = ReadingOptions()
    let rules = "ingestion=\(Ingestor.version)"
    #expect(options.fingerprint == rules && options.isValid)
    options.encoding = "gbk"
    #expect(options.fingerprint == rules + " encoding=GB18030" && options.isValid)
    options.isLossy = true
    #expect(options.fingerprint == rules + " encoding=GB18030 lossy")
    options.encoding = "Shift_JIS"
    #expect(options.isValid)
    options.encoding = "no such"
    #expect(!options.isValid)
  }

  @Test("random bytes are text or a finding in every way of reading", arguments: 0..<300 as Range<UInt64>)
  func random(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var bytes = [UInt8].random(count: Int.random(in: 0..<300, using: &generator), using: &generator)
    if seed % 3 == 0 { bytes = Array(String.random(codePointCount: 100, using: &generator).utf8) + bytes.prefix(3) }
    if seed % 3 == 1 { bytes = try TextEncoding.gb18030.encode(sampleCharacters.prefix(50)) + bytes.prefix(5) }
    for encoding in [nil, "GBK", "Big5", "UTF-16LE", "UTF-32BE", "UTF-7", "ISO-2022-CN"] {
      let strict = refusal(bytes, encoding: encoding)
      let lossy = try? decode(bytes, encoding: encoding, lossy: true)
      if let offset = strict?.byteOffset { #expect(offset < bytes.count && strict?.line != nil && strict?.hint != nil) }
      if strict == nil { #expect(lossy?.diagnostics.isEmpty == true) }
      if strict?.code == .undecodable {
        #expect(lossy?.diagnostics.first?.byteOffset == strict?.byteOffset)
        #expect(lossy?.scalars.contains { $0.value == 0 } == false)
      }
    }
  }
}
