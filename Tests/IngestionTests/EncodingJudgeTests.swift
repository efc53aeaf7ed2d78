// The encoding is told by the text that it gives, or not at all, but never wrongly.

import ICU
import TestSupport
import Testing

@testable import Ingestion

@Suite("judging of encodings")
struct EncodingJudgeTests {
  private static let encodings: [TextEncoding] = [.utf16LittleEndian, .utf16BigEndian, .gb18030, .big5]

  /// Random stretches of the samples in an encoding; for Big5 in traditional characters.
  private func stretches(of count: Int, _ encoding: TextEncoding, seed: UInt64) throws -> [[UInt8]] {
    var generator = SeededGenerator(seed: seed)
    let table = try SimplifiedToTraditional()
    return try (0..<60).map { _ in
      let start = Int.random(in: 0..<sampleCharacters.count - count, using: &generator)
      let text = sampleCharacters[start..<start + count]
      return try encoding.encode(encoding == .big5 ? text.map(table.traditional) : Array(text))
    }
  }

  @Test("a sentence is enough", arguments: encodings, [32, 200, 2_000])
  func sentences(encoding: TextEncoding, count: Int) throws {
    for bytes in try stretches(of: count, encoding, seed: UInt64(count)) {
      #expect(try EncodingJudge.judge(bytes) == .clear(encoding), "\(bytes)")
    }
  }

  @Test("a few characters are told rightly or not at all", arguments: encodings, [3, 6, 12])
  func words(encoding: TextEncoding, count: Int) throws {
    for bytes in try stretches(of: count, encoding, seed: UInt64(count)) where bytes.contains(where: { $0 >= 0x80 }) {
      guard case .clear(let found) = try EncodingJudge.judge(bytes) else { continue }
      #expect(found == encoding, "\(bytes)")
    }
  }

  @Test("traditional characters in GBK are not taken for Big5")
  func traditionalGBK() throws {
    let table = try SimplifiedToTraditional()
    let bytes = try TextEncoding.gb18030.encode(sampleCharacters.prefix(3_000).map(table.traditional))
    #expect(try EncodingJudge.judge(bytes) == .clear(.gb18030))
  }

  @Test("UTF-8 with a bad byte is UTF-8 with a bad byte")
  func damagedUTF8() throws {
    var bytes = try TextEncoding.utf8.encode(sampleCharacters.prefix(300))
    bytes.insert(0xFF, at: 150)
    #expect(try EncodingJudge.judge(bytes) == .clear(.utf8))
  }

  @Test("the common characters are those of both standards and the signs between them")
  func common() {
    let common = CommonCharacters.shared
    #expect("啊座的政府國務院發，。：（）《》０９Ａ".unicodeScalars.allSatisfy(common.contains))
    #expect("锟乄亍鼴\u{E000}\u{FFFD}aé€か".unicodeScalars.filter { !common.contains($0) }.count == 9)
    let hanCount = (0x4E00...0x9FFF).count { common.contains(Unicode.Scalar(UInt32($0))!) }
    #expect(hanCount == 6_722)
  }
}

/// ICU's table turned round: of several traditional characters of one simplified form, one of Big5's first level.
private struct SimplifiedToTraditional {
  private var table: [Unicode.Scalar: Unicode.Scalar] = [:]

  init() throws {
    for (from, to) in try TraditionalToSimplified.singleCodePointPairs() {
      guard let traditional = Unicode.Scalar(from), let simplified = Unicode.Scalar(to) else { continue }
      if let lead = try TextEncoding.big5.encode([traditional]).first, lead <= 0xC6 { table[simplified] = traditional }
    }
  }

  func traditional(_ scalar: Unicode.Scalar) -> Unicode.Scalar { table[scalar] ?? scalar }
}
