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

  @Test("of queries too long to rank all of, with a quotation and without, what is counted is what is listed")
  func longQueries() throws {
    var generator = SeededGenerator(seed: 17)
    func text(_ length: Int) -> String {
      String(
        String.UnicodeScalarView(
          (0..<length).map { _ in Unicode.Scalar(UInt32.random(in: 0x4E00..<0x4EA0, using: &generator))! }))
    }
    let records = (0..<40).map { ("d\($0)", nil as String?, text(60) + "，" + text(60) + "农业保险。") }
    let index = try SampleIndex(records)
    for number in 0..<40 {
      let quotation =
        number.isMultiple(of: 2) ? " \"\(records[number].2.suffix(number.isMultiple(of: 4) ? 5 : 60))\"" : ""
      let query = text(400) + " 农业补贴" + quotation
      let all = try index.search(query, limit: 1_000, passages: 0)
      #expect(all.total.loose > 0 && all.hits.count == all.total.loose && all.total.exact, "\(query)")
      let some = try index.search(query, limit: 3, passages: 0)
      #expect(some.hits.map(\.id) == all.hits.prefix(3).map(\.id), "\(query)")
    }
  }

  @Test("titles that only look alike without their marks are no matches, whatever filters are added")
  func liftedTitles() throws {
    let index = try SampleIndex([("marks", "通、知", "其他内容。"), ("plain", "通知", "正文。"), ("held", nil, "本通知如下。")])
    for filters in [[], ["collection=default"], ["valid=2024-06-01"]] {
      let answer = try index.filtered("通知", by: filters)
      #expect(answer.total == Total(strict: 2, loose: 2, exact: true), "\(filters)")
      #expect(answer.hits.map(\.id) == ["plain", "held"], "\(filters)")
    }
  }
}
