// Filters take documents away and change nothing else: against unfiltered answers and a plain scan of the records.

import API
import Searching
import TestSupport
import Testing

@Suite("filter law")
struct FilterLawTests {
  private struct Record {
    let id: String
    let text: String
    let kind: String
    let date: String
    let region: [String]

    var line: String {
      let divisions = region.map { "\"\($0)\"" }.joined(separator: ",")
      return #"{"id":"\#(id)","text":"\#(text)","kind":"\#(kind)","date":"\#(date)","region":[\#(divisions)]}"#
    }

    func has(_ filter: Filter) -> Bool {
      switch filter.field {
      case "kind": kind == filter.value
      case "date": date.hasPrefix(filter.value)
      case "region":
        region.contains(filter.value)
          || region.indices.contains { region[...$0].joined(separator: "/") == filter.value }
      default: text.contains(filter.value)
      }
    }
  }

  private static let records: [Record] = {
    var generator = SeededGenerator(seed: 77)
    let words = ["普惠金融", "农业保险", "法院", "外国企业", "资金支持", "国办发〔2024〕7号", "的", "，", "。"]
    return (0..<120).map { number in
      let count = Int.random(in: 3...200, using: &generator)
      return Record(
        id: "d\(number)", text: "文" + (0..<count).map { _ in words.randomElement(using: &generator)! }.joined(),
        kind: ["意见", "通知", "方案"].randomElement(using: &generator)!,
        date: ["2023-01-05", "2023-02", "2024", "2024-02-01"].randomElement(using: &generator)!,
        region: [["甲省"], ["甲省", "乙市"], ["丙省", "乙市"]].randomElement(using: &generator)!)
    }
  }()

  private static let filters = [
    "kind=意见", "kind=通知", "date=2023", "date=2023-01", "date=2024-02-01", "region=甲省", "region=乙市",
    "region=丙省/乙市", "text=法院", "text=普惠金融",
  ].map { Filter($0)! }

  private static func isKept(_ record: Record, by filters: [Filter]) -> Bool {
    Dictionary(grouping: filters, by: \.field).values.allSatisfy { $0.contains(where: record.has) }
  }

  @Test("300 random searches keep scores and order, lose exactly what does not match, and count what is left")
  func law() throws {
    let index = try SampleIndex(lines: Self.records.map(\.line))
    let queries = ["普惠 法院", "\"农业保险\"", "资金支持 外国", "国企", "国办发[2024]7号", "\"法院\" 金融 的", "保险，法院"]
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<300 {
      let query = queries.randomElement(using: &generator)!
      let filters = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        Self.filters.randomElement(using: &generator)!
      }
      let kept = Set(Self.records.filter { Self.isKept($0, by: filters) }.map(\.id))
      let plain = try index.searcher.search(SearchRequest(query: query, limit: 1_000, passages: 0))
      let all = try index.searcher.search(SearchRequest(query: query, filters: filters, limit: 1_000, passages: 0))
      let expected = plain.hits.filter { kept.contains($0.id) }
      #expect(all.hits.map(\.id) == expected.map(\.id), "\(query) \(filters)")
      #expect(zip(all.hits, expected).allSatisfy { abs($0.score - $1.score) < 1e-6 }, "\(query) \(filters)")
      // Where both readings are the same nothing is lifted.
      let isOneReading = plain.total.strict == plain.total.loose
      let strict = isOneReading ? expected.count : expected.count { $0.score > 50_000 }
      #expect(all.total == Total(strict: strict, loose: expected.count, exact: true), "\(query) \(filters)")
      let some = try index.searcher.search(SearchRequest(query: query, filters: filters, limit: 3, passages: 0))
      #expect(some.hits.map(\.id) == expected.prefix(3).map(\.id) && some.total == all.total, "\(query) \(filters)")
      let alone = try index.searcher.search(SearchRequest(query: "", filters: filters, limit: 1_000, passages: 0))
      #expect(alone.hits.map(\.id) == Self.records.map(\.id).filter(kept.contains), "\(filters)")
    }
  }
}
