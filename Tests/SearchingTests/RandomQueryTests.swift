// Random queries on the sample gazettes: every one is answered, or refused by a documented limit.

import API
import Searching
import TestSupport
import Testing

@Suite("random queries")
struct RandomQueryTests {
  @Test("thousands of random and spoilt queries: no trap, no fault, and both ways of asking agree", arguments: [1, 2])
  func total(seed: UInt64) throws {
    let labels = try SampleCorpus.labels()
    let index = try SampleCorpus.index(of: labels)
    let texts = labels.flatMap(\.passages).map(\.clean)
    var writer = QueryWriter(texts, seed: seed)
    var foundCount = 0
    for _ in 0..<1_500 {
      let query = writer.query()
      do {
        let answer = try index.searcher.search(SearchRequest(query: query, limit: 5, passages: 1))
        foundCount += answer.hits.isEmpty ? 0 : 1
        #expect(answer.total.strict <= answer.total.loose, "\(query)")
        #expect(answer.hits.count == min(5, answer.total.loose), "\(query)")
        #expect(Set(answer.hits.map(\.id)).count == answer.hits.count, "\(query)")
      } catch {
        #expect(error.code == .invalidRequest, "\(query): \(error)")
      }
    }
    // Queries are made of the texts' own words.
    #expect(foundCount > 500)
  }
}
