// Orders, pages and facets: every hit once, whoever indexes meanwhile, and counts that a plain count confirms.

import API
import Indexing
import Searching
import TestSupport
import Testing

@Suite("orders, pages, facets")
struct OrderTests {
  private static func lines(_ count: Int, seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      let words = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
        ["普惠金融", "保险", "法院", "，"].randomElement(using: &generator)!
      }.joined()
      let date = number % 5 == 0 ? "" : #""date":"20\#(10 + number % 13)-0\#(1 + number % 9)-1\#(number % 9)","#
      let issuers = number % 3 == 0 ? #"["甲局","乙局"]"# : #"["甲局"]"#
      let own = number % 4 == 0 ? "" : #""number":"\#(["甲发", "乙发"][number % 2])〔20\#(10 + number % 7)〕\#(number)号","#
      return
        #"{"id":"d\#(number)",\#(date)\#(own)"issuers":\#(issuers),"region":"青岚省/云泽市","kind":"\#(["通知", "意见"][number % 2])","text":"金融\#(words)"}"#
    }
  }

  /// All hits of a search, page by page.
  private func pages(
    _ searcher: Searcher, _ request: SearchRequest, between: () throws -> Void = {}
  ) throws -> (ids: [String], generations: Set<String>) {
    var request = request
    var ids: [String] = []
    var generations: Set<String> = []
    repeat {
      let answer = try searcher.search(request)
      ids += answer.hits.map(\.id)
      generations.insert(answer.generation)
      request.cursor = answer.next
      #expect(request.cursor == nil || answer.hits.count == request.limit)
      try between()
    } while request.cursor != nil
    return (ids, generations)
  }

  @Test("pages give every hit once, in the order of one long page", arguments: HitOrder.allCases, [1, 7, 50])
  func enumerates(order: HitOrder, limit: Int) throws {
    let index = try SampleIndex(lines: Self.lines(101, seed: 3))
    for query in ["金融", "普惠金融 保险", "保险 OR 法院", "kind:通知"] {
      let request = SearchRequest(query: query, sort: order, limit: limit, passages: 0)
      let whole = try index.searcher.search(
        SearchRequest(query: query, sort: order, limit: 1_000, passages: 0))
      #expect(try pages(index.searcher, request).ids == whole.hits.map(\.id), "\(query)")
      #expect(whole.next == nil && Set(whole.hits.map(\.id)).count == whole.hits.count)
      #expect(whole.hits.count == (order == .relevance ? whole.total.loose : whole.total.strict))
    }
  }

  @Test(
    "a hit says whether it matches exactly, on every page and in every order", arguments: HitOrder.allCases, [1, 7])
  func strict(order: HitOrder, limit: Int) throws {
    let index = try SampleIndex(lines: Self.lines(101, seed: 3))
    for query in [
      "金融", "普惠金融", "普惠金融 保险", "\"保险法院\" 普惠", "保险 OR 法院", "kind:通知", "甲发〔2016〕6号 法院法院",
      "普惠金融保险，法院保险", "",
    ] {
      let filters = query.isEmpty ? [Filter(field: "kind", value: "通知")] : []
      var request = SearchRequest(query: query, filters: filters, sort: .oldest, limit: 1_000, passages: 0)
      let exact = Set(try index.searcher.search(request).hits.map(\.id))
      (request.sort, request.limit) = (order, limit)
      repeat {
        let answer = try index.searcher.search(request)
        for hit in answer.hits { #expect(hit.strict == exact.contains(hit.id), "\(query): \(hit.id)") }
        request.cursor = answer.next
      } while request.cursor != nil
    }
  }

  @Test("pages stay with their generation while others index", arguments: HitOrder.allCases)
  func whileIndexing(order: HitOrder) throws {
    let lines = Self.lines(60, seed: 4)
    let index = try SampleIndex(lines: lines)
    let whole = try index.searcher.search(SearchRequest(query: "金融", sort: order, limit: 1_000, passages: 0))
    let path = index.directory.path
    var run = 0
    var searcher = index.searcher
    let request = SearchRequest(query: "金融", sort: order, limit: 9, passages: 0)
    let (ids, generations) = try pages(searcher, request) {
      run += 1
      try index.directory.write(lines.dropFirst(run * 3).map { $0 + "\n" }.joined(), to: "records.jsonl")
      _ = try Indexer(directory: path + "/index").run(roots: [path + "/records.jsonl"])
      searcher = try Searcher(reader: IndexReader(directory: path + "/index"))
    }
    #expect(ids == whole.hits.map(\.id))
    #expect(generations.count == 1 && run > 5)
    // Another searcher, of a later generation, goes on with the page that the first one gave.
    let first = try index.searcher.search(request)
    var next = request
    next.cursor = first.next
    #expect(try searcher.search(next).hits.map(\.id) == Array(whole.hits.map(\.id)[9..<18]))
  }

  @Test("documents come by date or number, those without one last")
  func values() throws {
    let index = try SampleIndex(lines: Self.lines(80, seed: 5))
    func dates(_ order: HitOrder) throws -> [String?] {
      try index.searcher.search(SearchRequest(query: "金融", sort: order, limit: 1_000, passages: 0)).hits.map(\.date)
    }
    let oldest = try dates(.oldest)
    let known = oldest.compactMap(\.self)
    #expect(known.count == 64 && oldest.prefix(64).allSatisfy { $0 != nil } && known == known.sorted())
    #expect(try dates(.newest).compactMap(\.self) == known.sorted(by: >))
    let numbers = try index.searcher.search(SearchRequest(query: "金融", sort: .number, limit: 1_000, passages: 0))
      .hits.compactMap(\.number)
    #expect(numbers.count == 60 && numbers.first?.hasPrefix("乙发〔2010〕") == true)
    #expect(numbers.map { String($0.prefix(2)) } == numbers.map { String($0.prefix(2)) }.sorted())
  }

  @Test(
    "a cursor of another search, or none at all, is refused",
    arguments: ["x", "1-2-3", "000001-0-0", "-1--", "000001-99999999999-ab", ""])
  func refused(_ cursor: String) throws {
    let index = try SampleIndex(lines: Self.lines(20, seed: 6))
    let error = #expect(throws: SearchError.self) {
      try index.searcher.search(SearchRequest(query: "金融", limit: 3, cursor: cursor))
    }
    #expect(error?.code == .invalidRequest)
    let other = try index.search("金融", limit: 3).next
    #expect(throws: SearchError.self) { try index.searcher.search(SearchRequest(query: "保险", cursor: other)) }
  }

  @Test("a cursor whose generation is gone is expired")
  func expired() throws {
    let index = try SampleIndex(lines: Self.lines(20, seed: 6))
    let next = try #require(try index.search("金融", limit: 3).next)
    let gone = "999999" + next.dropFirst(6)
    let error = #expect(throws: SearchError.self) {
      try index.searcher.search(SearchRequest(query: "金融", limit: 3, cursor: gone))
    }
    #expect(error?.code == .expired)
  }

  @Test("facets count the strict matches exactly, each issuer and each level of a region")
  func facets() throws {
    let index = try SampleIndex(lines: Self.lines(90, seed: 7))
    let names = ["发文机关", "kind", "year", "region", "collection", "publication"]
    let answer = try index.searcher.search(SearchRequest(query: "保险", facets: names, limit: 1_000, passages: 0))
    let strict = try index.searcher.search(SearchRequest(query: "\"保险\"", limit: 1_000, passages: 0)).hits
    func counts(_ values: [String]) -> [FacetCount] {
      Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +).map { FacetCount(value: $0, count: $1) }
        .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    }
    #expect(answer.facets["issuers"] == counts(strict.flatMap(\.issuers)))
    #expect(answer.facets["kind"] == counts(strict.compactMap(\.kind)))
    #expect(answer.facets["year"] == counts(strict.compactMap { $0.date.map { String($0.prefix(4)) } }))
    #expect(answer.facets["region"]?.map(\.value) == ["青岚省", "青岚省/云泽市"])
    #expect(answer.facets["collection"] == [FacetCount(value: "default", count: strict.count)])
    #expect(answer.facets["publication"] == [])
    #expect(throws: SearchError.self) { try index.searcher.search(SearchRequest(query: "保险", facets: ["title"])) }
  }
}
