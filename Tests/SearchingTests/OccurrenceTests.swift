// Concordances, trends and collocations: that they count what stands in the texts, no more and no less.

import API
import Analysis
import Foundation
import Searching
import TestSupport
import Testing

@Suite("occurrences")
struct OccurrenceTests {
  private let index: SampleIndex
  private let texts: [(id: String, folded: String, year: String)]

  init() throws {
    let labelled = try SampleCorpus.index(of: SampleCorpus.labels())
    index = labelled
    let analyzer = try Analyzer()
    let all = try labelled.searcher.search(
      SearchRequest(query: "", filters: [Filter(field: "collection", value: "default")], limit: 1_000, passages: 0))
    texts = try all.hits.map { hit in
      let folded = analyzer.fold(try #require(try labelled.searcher.document(hit.id)).text)
      return (hit.id, folded.string(0..<folded.bytes.count), hit.date.map { String($0.prefix(4)) } ?? "")
    }
  }

  /// How often a text stands in another, no place overlapping the one before.
  private func count(_ needle: String, in text: String) -> Int {
    var (count, start) = (0, text.startIndex)
    while let found = text.range(of: needle, options: .literal, range: start..<text.endIndex) {
      (count, start) = (count + 1, found.upperBound)
    }
    return count
  }

  /// Stretches of the texts, from two to six code points without marks, as quotations.
  private func needles(_ count: Int) -> [String] {
    var generator = SeededGenerator(seed: 23)
    var needles: [String] = []
    while needles.count < count {
      let text = Array(texts.randomElement(using: &generator)!.folded.unicodeScalars)
      let start = Int.random(in: 0..<text.count, using: &generator)
      let needle = text[start..<min(start + Int.random(in: 2...6, using: &generator), text.count)]
      guard needle.count > 1, needle.allSatisfy(\.properties.isAlphabetic) else { continue }
      needles.append(String(String.UnicodeScalarView(needle)))
    }
    return needles
  }

  @Test("lines of concordances, counts of trends and totals of searches are those of a plain scan, for 200 queries")
  func counts() throws {
    for needle in needles(200) {
      let expected = texts.map { (id: $0.id, count: count(needle, in: $0.folded), year: $0.year) }
      let query = "\"\(needle)\""
      let lines = try concordance(query)
      #expect(
        Dictionary(grouping: lines, by: \.id).mapValues(\.count)
          == Dictionary(uniqueKeysWithValues: expected.filter { $0.count > 0 }.map { ($0.id, $0.count) }), "\(needle)")
      let trend = try TrendRequest(queries: [query]).answer(by: index.searcher)
      #expect(trend.total.counts[0].occurrences == expected.reduce(0) { $0 + $1.count }, "\(needle)")
      for row in trend.rows {
        let group = expected.filter { $0.year == row.value ?? "" }
        #expect(row.documents == group.count)
        #expect(row.counts[0].documents == group.count { $0.count > 0 }, "\(needle) \(row.value ?? "-")")
        #expect(row.counts[0].occurrences == group.reduce(0) { $0 + $1.count }, "\(needle) \(row.value ?? "-")")
      }
      #expect(try index.search(query, limit: 0).total.strict == expected.count { $0.count > 0 }, "\(needle)")
    }
  }

  /// All lines of all pages.
  private func concordance(
    _ query: String, sort: ConcordanceOrder = .document, width: Int = 12, limit: Int = 7
  ) throws -> [ConcordanceLine] {
    var request = ConcordanceRequest(query: query, sort: sort, width: width, limit: limit)
    var lines: [ConcordanceLine] = []
    repeat {
      let page = try request.answer(by: index.searcher)
      lines += page.lines
      request.cursor = page.next
    } while request.cursor != nil
    return lines
  }

  @Test("a line's pieces are the document's text, and each order has the same lines in its order")
  func lines() throws {
    let lines = try concordance("保险")
    for line in lines {
      let text = Array(try #require(try index.searcher.document(line.id)).text.unicodeScalars)
      let around = text[max(line.offset - 12, 0)..<min(line.offset + 14, text.count)]
      #expect(line.left + line.match + line.right == String(String.UnicodeScalarView(around)))
    }
    for order in ConcordanceOrder.allCases {
      #expect(Set(try concordance("保险", sort: order)) == Set(lines) && lines.count > 30, "\(order)")
    }
    let analyzer = try Analyzer()
    func folded(_ text: String) -> [UInt32] {
      let folded = analyzer.fold(text)
      return folded.string(0..<folded.bytes.count).unicodeScalars.map(\.value)
    }
    let right = try concordance("保险", sort: .right).map { folded($0.right) }
    #expect(zip(right, right.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) })
    let left = try concordance("保险", sort: .left).map { folded($0.left).reversed() as [UInt32] }
    #expect(zip(left, left.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) })
    let dates = try concordance("保险", sort: .date).map { $0.date ?? "~" }
    #expect(dates == dates.sorted())
  }

  @Test("the order of lines does not depend on how much context is shown")
  func orderAndWidth() throws {
    for order in [ConcordanceOrder.left, .right] {
      let places = try [0, 2, 30].map { width in
        try concordance("保险", sort: order, width: width).map { "\($0.id) \($0.offset)" }
      }
      #expect(places[0] == places[2] && places[1] == places[2], "\(order)")
    }
  }

  @Test("a word on the seam of two windows is near", arguments: [4, 5, 6, 7])
  func seams(window: Int) throws {
    let index = try SampleIndex([("a", nil, "保险中华人民共和国保险。")])
    let request = CollocationsRequest(query: "保险", window: window, minimum: 1, sort: .frequency)
    let answer = try request.answer(by: index.searcher)
    #expect(Set(answer.collocations.map(\.word)).isSuperset(of: ["中华", "人民", "共和国"]))
  }

  @Test("a value is found in any spelling, of overlapping matches the longer one, and a query without text is refused")
  func matches() throws {
    let index = try SampleIndex([("a", nil, "安排五千万元，另有5000万元。农业保险保险费。")])
    func matches(_ query: String) throws -> [String] {
      try ConcordanceRequest(query: query).answer(by: index.searcher).lines.map(\.match)
    }
    #expect(try matches("5千万元") == ["五千万元", "5000万元"])
    #expect(try matches("农业保险 AND 保险") == ["农业保险", "保险"])
    #expect(try matches("-火星 保险") == ["保险", "保险"])
    let error = #expect(throws: SearchError.self) { try matches("kind:意见") }
    #expect(error?.code == .invalidRequest)
  }

  @Test("trends by month, issuer, region and kind put documents where their fields say")
  func groups() throws {
    func line(_ id: String, _ fields: String) -> String { #"{"id":"\#(id)","text":"农业保险。农业保险补贴。",\#(fields)}"# }
    let index = try SampleIndex(lines: [
      line("a", #""date":"2024-03-05","issuers":["甲局","乙局"],"region":"青岚省/云泽市""#),
      line("b", #""date":"2024","issuers":["甲局"],"region":"青岚省""#), line("c", #""kind":"通知""#),
    ])
    func rows(_ unit: TrendUnit) throws -> [String?: [Int]] {
      let answer = try TrendRequest(queries: ["农业保险", "补贴"], by: unit).answer(by: index.searcher)
      return Dictionary(
        uniqueKeysWithValues: answer.rows.map { row in
          (row.value, [row.documents, row.characters] + row.counts.map(\.occurrences))
        })
    }
    #expect(try rows(.month) == ["2024": [1, 12, 2, 1], "2024-03": [1, 12, 2, 1], nil: [1, 12, 2, 1]])
    #expect(try rows(.issuer) == ["甲局": [2, 24, 4, 2], "乙局": [1, 12, 2, 1], nil: [1, 12, 2, 1]])
    #expect(try rows(.region) == ["青岚省": [2, 24, 4, 2], "青岚省/云泽市": [1, 12, 2, 1], nil: [1, 12, 2, 1]])
    #expect(try rows(.kind) == ["通知": [1, 12, 2, 1], nil: [2, 24, 4, 2]])
  }

  @Test("words near a match are counted within the window and the paragraph, with Dunning's likelihood")
  func collocations() throws {
    let index = try SampleIndex([
      ("a", nil, "农业保险补贴资金。法院审理案件，法院审理案件，法院审理案件。\n补贴资金发放。农业保险补贴资金。")
    ])
    let request = CollocationsRequest(query: "\"保险\"", window: 4, minimum: 1, sort: .frequency)
    let answer = try request.answer(by: index.searcher)
    let found = Dictionary(uniqueKeysWithValues: answer.collocations.map { ($0.word, [$0.near, $0.total]) })
    #expect(found == ["农业": [2, 2], "补贴": [2, 3], "资金": [2, 3]])
    #expect((answer.occurrences, answer.wordsNear, answer.words) == (2, 6, 18))
    // 2 of 6 near, 0 of 12 elsewhere: 2(2 ln(2·18/(6·2)) + 4 ln(4·18/(6·16)) + 12 ln(12·18/(12·16))).
    let expected = 2 * (2 * log(3.0) + 4 * log(0.75) + 12 * log(1.125))
    #expect(abs((answer.collocations.first { $0.word == "农业" }?.likelihood ?? 0) - expected) < 0.01)
  }
}
