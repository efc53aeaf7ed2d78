// Ranking does not depend on how many hits are asked for.

import API
import Searching
import TestSupport
import Testing

@Suite("ranking law")
struct RankingLawTests {
  private static func records() -> [(id: String, title: String?, text: String)] {
    var generator = SeededGenerator(seed: 31)
    let words = ["普惠金融", "农业保险", "法院", "外国企业", "2024年", "31m", "首次响应", "资金支持", "实施意见", "的", "，", "。", "\n"]
    return (0..<80).map { number in
      let count = Int.random(in: 5...300, using: &generator)
      let text = (0..<count).map { _ in words.randomElement(using: &generator)! }.joined()
      return ("d\(number)", number.isMultiple(of: 4) ? words[number % 9] : nil, "文" + text)
    }
  }

  @Test("fewer hits are the first of more, none comes twice, and only strict matches are lifted")
  func prefixes() throws {
    let index = try SampleIndex(Self.records())
    let parts = ["普惠", "金融 农业", "保险法院", "企业2024", "31m", "响应资金", "意见普", "\"法院\"", "\"年31\"", "国企", "支持的实"]
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let query = (0..<Int.random(in: 1...4, using: &generator)).map { _ in parts.randomElement(using: &generator)! }
        .joined(separator: " ")
      let all = try index.search(query, limit: 1_000, passages: 0)
      #expect(Set(all.hits.map(\.id)).count == all.hits.count, "\(query)")
      #expect(all.hits.count == all.total.loose, "\(query)")
      // Where both readings are the same nothing has to be lifted.
      if all.total.strict < all.total.loose {
        #expect(all.hits.count { $0.score > 50_000 } == all.total.strict, "\(query)")
      }
      for limit in [1, 2, 3, 10] {
        let some = try index.search(query, limit: limit, passages: 0)
        #expect(some.hits.map(\.id) == all.hits.prefix(limit).map(\.id), "\(query), limit \(limit)")
        #expect(zip(some.hits, all.hits).allSatisfy { abs($0.score - $1.score) < 1e-6 }, "\(query), limit \(limit)")
      }
    }
  }
}
