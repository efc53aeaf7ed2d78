// Words: the laws of segmentation, and what ICU's dictionary is expected to do.

import ICU
import TestSupport
import Testing

private func segments(of bytes: [UInt8], _ breaker: WordBreaker) throws -> [(range: Range<Int>, kind: WordKind)] {
  var found: [(range: Range<Int>, kind: WordKind)] = []
  try bytes.withUnsafeBufferPointer { utf8 throws(ICUError) in
    try breaker.forEachWord(inUTF8: utf8) { found.append(($0, $1)) }
  }
  return found
}

private func words(of text: String, _ breaker: WordBreaker) throws -> [String] {
  let bytes = Array(text.utf8)
  return try segments(of: bytes, breaker).map { String(decoding: bytes[$0.range], as: UTF8.self) }
}

/// Ranges follow each other without gap, none is empty, the last ends with the text: hence they give it back.
private func expectCover(_ bytes: [UInt8], _ breaker: WordBreaker) throws {
  var end = 0
  for segment in try segments(of: bytes, breaker) {
    #expect(segment.range.lowerBound == end && !segment.range.isEmpty, "\(bytes)")
    end = segment.range.upperBound
  }
  #expect(end == bytes.count, "\(bytes)")
}

@Test("the words of any text, put together, are the text", arguments: 1...4)
func wordsCoverText(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let breaker = try WordBreaker()
  for round in 0..<500 {
    let text = random.text(codePointCount: round % 60)
    try expectCover(Array(text.utf8), breaker)
    #expect(try words(of: text, breaker).joined().unicodeScalars.elementsEqual(text.unicodeScalars))
  }
}

@Test("the words of bytes that are not UTF-8 cover them all the same", arguments: 1...4)
func wordsCoverBytes(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let breaker = try WordBreaker()
  for round in 0..<500 { try expectCover(random.damagedUTF8(pieceCount: round % 60), breaker) }
  for length in 0..<200 { try expectCover((0..<length).map { _ in .random(in: 0...255, using: &random) }, breaker) }
}

@Test(
  "however many words there are, as many are found as in smaller pieces",
  arguments: [0, 1, 254, 255, 256, 257, 511, 512, 513, 20_000])
func wordsBeyondOneFetch(count: Int) throws {
  let words = try segments(of: Array(repeating: UInt8(ascii: "."), count: count), try WordBreaker())
  #expect(words.count == count)
}

@Test("an empty text has no words")
func emptyText() throws {
  let breaker = try WordBreaker()
  #expect(try segments(of: [], breaker).isEmpty)
  try breaker.forEachWord(inUTF8: UnsafeBufferPointer(start: nil, count: 0)) { _, _ in Issue.record("a word") }
}

@Test(
  "the kind of a word is what it consists of",
  arguments: [
    ("人民", WordKind.ideograph), ("𠀀", .ideograph), ("〇", .ideograph), ("2024", .number), ("3.14", .number),
    ("２０２４", .number), ("PM", .letter), ("abc's", .letter), ("한국어", .letter), ("。", .none), (" ", .none),
    ("👨‍👩‍👧", .none), ("①", .none), ("カタカナ", .ideograph), ("の", .ideograph),
  ])
func kinds(word: String, kind: WordKind) throws {
  let found = try segments(of: Array(word.utf8), try WordBreaker())
  #expect(found.map(\.range) == [0..<word.utf8.count])
  #expect(found.map(\.kind) == [kind])
}

@Test("ICU's rules tell no kana from ideographs")
func noKana() throws {
  let breaker = try WordBreaker()
  for value in 0x3041...0x30FF as ClosedRange<UInt32> {
    let kana = Array(String(Unicode.Scalar(value)!).utf8)
    #expect(try segments(of: kana, breaker).allSatisfy { $0.kind != .kana })
  }
}

@Test("traditional and simplified text are cut differently, so folding must come before segmentation")
func foldBeforeSegmenting() throws {
  let breaker = try WordBreaker()
  #expect(try words(of: "國務院辦公廳", breaker) == ["國務院", "辦公廳"])
  #expect(try words(of: "国务院办公厅", breaker) == ["国务院", "办公", "厅"])
}

@Test("a text is cut the same whatever was cut before, and under whatever locale", arguments: ["zh", "", "en", "x/y"])
func breakersHaveNoMemory(locale: String) throws {
  let text = "关于印发2024年工作要点的通知"
  let breaker = try WordBreaker(locale: locale)
  let first = try words(of: text, breaker)
  for other in ["", "國", "abc ", "\u{301}"] { _ = try words(of: other, breaker) }
  #expect(try words(of: text, breaker) == first)
  #expect(first == (try words(of: text, WordBreaker())))
}

@Test("breakers in several threads do not disturb each other")
func oneBreakerPerThread() async throws {
  var random = SeededGenerator(seed: 9)
  let text = random.text(codePointCount: 5000)
  let expected = try words(of: text, try WordBreaker())
  try await withThrowingTaskGroup(of: [String].self) { group in
    for _ in 0..<4 {
      group.addTask {
        let breaker = try WordBreaker()
        for _ in 0..<10 { _ = try words(of: text, breaker) }
        return try words(of: text, breaker)
      }
    }
    for try await found in group { #expect(found == expected) }
  }
}

@Test("a megabyte of Han without any punctuation is cut like any text")
func longRun() throws {
  let sentence = "中华人民共和国最高人民法院关于适用若干问题的规定"
  let repeated = String(repeating: sentence, count: 1_000_000 / sentence.utf8.count)
  try expectCover(Array(repeated.utf8), try WordBreaker())
}
