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

  @Test("2,000 random substrings of runs are found in exactly the documents that hold them, and highlighted exactly")
  func law() throws {
    let index = try SampleIndex(PhrasePropertyTests.records())
    let analyzer = try Analyzer()
    var folded: [(id: String, text: FoldedText)] = []
    for record in PhrasePropertyTests.records() {
      folded.append((record.id, analyzer.fold(try #require(try index.searcher.document(record.id)).text)))
    }
    var generator = SeededGenerator(seed: 7)
    var tested = 0
    while tested < 2_000 {
      let text = folded.randomElement(using: &generator)!.text
      guard let run = text.runs.randomElement(using: &generator) else { continue }
      let characters = analyzer.characters(of: text, in: run.codePoints).map(\.text)
      let length = Int.random(in: 1...min(12, characters.count), using: &generator)
      let start = Int.random(in: 0...(characters.count - length), using: &generator)
      let needle = characters[start..<start + length].joined()
      tested += 1
      let answer = try index.search("\"\(needle)\"", limit: 1_000)
      let expected = folded.filter { $0.text.string(0..<$0.text.bytes.count).contains(needle) }.map(\.id)
      #expect(Set(answer.hits.map(\.id)) == Set(expected), "\(needle)")
      #expect(answer.total == Total(strict: expected.count, loose: expected.count, exact: true), "\(needle)")
      for passage in answer.hits.flatMap(\.passages) {
        #expect(!passage.highlights.isEmpty, "\(needle)")
        for highlight in passage.highlighted {
          let found = analyzer.fold(highlight)
          #expect(found.string(0..<found.bytes.count) == needle)
        }
      }
    }
  }
}
