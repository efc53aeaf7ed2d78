// Terms: which units a text gives, with which frequency and positions.

import Analysis
import Archive
import TestSupport
import Testing

/// A text's terms as readable lines: `term wdf positions`.
private func terms(_ text: String, _ field: Field = .text) throws -> [String] {
  let analyzer = try Analyzer()
  var lines: [String] = []
  try analyzer.forEachTerm(of: analyzer.fold(text), in: field) { term, frequency, positions in
    let name = String(decoding: term, as: UTF8.self)
    lines.append("\(name) \(frequency)" + (positions.isEmpty ? "" : " \(Array(positions))"))
  }
  return lines.sorted()
}

@Suite("terms")
struct TermTests {
  @Test("Han gives words, overlapping bigrams, and characters with positions and weight")
  func han() throws {
    #expect(
      try terms("保险金融，保险")
        == [
          "B保险 4", "B金融 2", "B险金 1", "C, 0 [4]", "C保 2 [0, 5]", "C融 1 [3]", "C金 1 [2]", "C险 2 [1, 6]",
        ])
  }

  @Test("letters and digits give a word, and characters with positions but no weight")
  func lettersAndDigits() throws {
    #expect(
      try terms("第２１号AI")
        == [
          "B号 1", "B第 1", "C1 0 [2]", "C2 0 [1]", "Ca 0 [4]", "Ci 0 [5]", "C号 1 [3]", "C第 1 [0]", "T=21 1", "W21 1",
          "Wai 1",
          "W号 1", "W第 1",
        ])
  }

  @Test(
    "a word is found by its own term, two Han characters by their bigram",
    arguments: [("保险", "B保险"), ("险", "W险"), ("国务院", "W国务院"), ("21", "W21"), ("ai", "Wai"), ("〇〇", "B〇〇")])
  func wordTerm(_ word: String, _ expected: String) throws {
    #expect(TermUnit.term(word: word, in: .text) == expected)
    #expect(try terms(word).contains { $0.hasPrefix(expected + " ") })
  }

  @Test("a title's terms carry the title's prefix")
  func title() throws {
    #expect(try terms("通知", .title) == ["SB通知 2", "SC\u{3} 0 [2]", "SC知 1 [1]", "SC通 1 [0]"])
  }

  @Test("traditional, full-width and upper-case text gives the terms of its plain form")
  func sameTerms() throws {
    #expect(try terms("國務院辦公廳關於ＡＩ的意見") == terms("国务院办公厅关于ai的意见"))
  }

  @Test("a word longer than a term may be is left out, but its characters are not")
  func longWord() throws {
    let lines = try terms(String(repeating: "a", count: 5_000))
    #expect(lines.count == 1)
    #expect(lines[0].hasPrefix("Ca 0 [0, 1, 2"))
  }

  @Test(
    "marks and white space have their places and count nothing",
    arguments: [
      ("", []), ("，。", ["C, 0 [0]", "C。 0 [1]"]), (" \n\t", ["C\n 0 [1]", "C  0 [0, 2]"]), ("——", ["C— 0 [0, 1]"]),
    ])
  func marks(_ text: String, _ expected: [String]) throws { #expect(try terms(text) == expected) }

  @Test("a bigram counts once more where both its ends are ends of words")
  func alignedBigrams() throws {
    #expect(try terms("国企改革").filter { $0.hasPrefix("B") } == ["B企改 1", "B国企 2", "B改革 2"])
    #expect(try terms("外国企业").filter { $0.hasPrefix("B") } == ["B企业 2", "B国企 1", "B外国 2"])
  }

  @Test("positions are the offsets of all code points, each once, on any text", arguments: 0..<100)
  func positionsLaw(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let analyzer = try Analyzer()
    let text = analyzer.fold(String.random(codePointCount: 400, using: &generator))
    var characterAt: [Int: String] = [:]
    var seen: Set<String> = []
    try analyzer.forEachTerm(of: text, in: .text) { term, frequency, positions in
      let name = String(decoding: term, as: UTF8.self)
      #expect(seen.insert(name).inserted, "\(name) was handed over twice")
      #expect(term.count <= 245)
      // By bytes: the character may be a mark that combines with the letter.
      guard term.first == UInt8(ascii: "C") else {
        #expect(positions.isEmpty && (frequency > 0 || term.first == UInt8(ascii: "T")))
        return
      }
      for position in positions { characterAt[Int(position)] = String(name.unicodeScalars.dropFirst()) }
    }
    let expected = zip(0..<text.count, analyzer.characters(of: text, in: 0..<text.count).map(\.text))
    #expect(characterAt == Dictionary(uniqueKeysWithValues: expected))
  }

  @Test("every pair of neighbouring Han characters is a bigram, and the number of bigrams says so", arguments: 0..<100)
  func bigramLaw(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) &+ 7)
    let analyzer = try Analyzer()
    let text = analyzer.fold(String.random(codePointCount: 400, using: &generator))
    let characters = analyzer.characters(of: text, in: 0..<text.count)
    let pairs = zip(characters, characters.dropFirst()).filter { $0.class == .han && $1.class == .han }.map {
      $0.text + $1.text
    }
    let bigrams = analyzer.bigrams(of: text, in: 0..<text.count).filter { $0.unicodeScalars.count == 2 }
    #expect(bigrams == pairs)
  }
}
