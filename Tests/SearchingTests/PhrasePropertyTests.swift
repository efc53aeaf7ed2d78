// Quoted search against a plain scan of the folded text, on random substrings.

import API
import Analysis
import Searching
import TestSupport
import Testing

@Suite("phrase law")
struct PhrasePropertyTests {
  /// Texts of few distinct characters, so that substrings recur across documents and runs, in all widths and forms.
  private static func records() -> [(id: String, title: String?, text: String)] {
    var generator = SeededGenerator(seed: 20_240_501)
    let alphabet = Array("普惠金融發展发展农業保险法院国國企业０1２ABaｂ第号，。 \n")
    return (0..<60).map { number in
      let count = Int.random(in: 1...400, using: &generator)
      let text = (0..<count).map { _ in String(alphabet.randomElement(using: &generator)!) }.joined()
      return ("d\(number)", number.isMultiple(of: 3) ? "标题第\(number)号" : nil, "文" + text)
    }
  }

  /// Whether a folded text holds a quotation: as it stands, or closed up where it has white space.
  private static func holds(_ text: String, _ needle: String) -> Bool {
    let closed = String(String.UnicodeScalarView(needle.unicodeScalars.filter { $0 != " " }))
    return text.contains(literally: needle) || closed != needle && !closed.isEmpty && text.contains(literally: closed)
  }

  @Test("10,000 random substrings are found in exactly the documents that hold them, and highlighted exactly")
  func law() throws {
    let index = try SampleIndex(PhrasePropertyTests.records())
    let analyzer = try Analyzer()
    var folded: [(id: String, text: FoldedText, string: String)] = []
    for record in PhrasePropertyTests.records() {
      let text = analyzer.fold(try #require(try index.searcher.document(record.id)).text)
      folded.append((record.id, text, text.string(0..<text.bytes.count)))
    }
    var generator = SeededGenerator(seed: 7)
    var tested = 0
    while tested < 10_000 {
      let text = folded.randomElement(using: &generator)!.text
      let length = Int.random(in: 1...min(20, text.count), using: &generator)
      let start = Int.random(in: 0...(text.count - length), using: &generator)
      let needle = analyzer.characters(of: text, in: start..<start + length).map(\.text).joined()
      // A phrase never reaches over the end of a paragraph; one of white space says nothing.
      guard !needle.contains("\n"), needle.contains(where: { $0 != " " }) else { continue }
      tested += 1
      let answer = try index.search("\"\(needle)\"", limit: 1_000, passages: tested.isMultiple(of: 10) ? 1 : 0)
      let expected = folded.filter { PhrasePropertyTests.holds($0.string, needle) }.map(\.id)
      #expect(Set(answer.hits.map(\.id)) == Set(expected), "\(needle)")
      #expect(answer.total == Total(strict: expected.count, loose: expected.count, exact: true), "\(needle)")
      let closed = needle.filter { $0 != " " }
      for passage in answer.hits.flatMap(\.passages) {
        #expect(!passage.highlights.isEmpty, "\(needle)")
        for highlight in passage.highlighted {
          let found = analyzer.fold(highlight)
          let string = found.string(0..<found.bytes.count)
          #expect(string == needle || string == closed, "\(needle): \(string)")
        }
      }
    }
  }
}

extension String {
  /// Whether another string's code points stand in it in a row.
  fileprivate func contains(literally other: String) -> Bool { utf8.firstRange(of: other.utf8) != nil }
}
