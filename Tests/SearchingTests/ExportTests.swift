// Exports: every document once, of one generation, and none that the query does not mean.

import API
import Foundation
import Indexing
import Searching
import TestSupport
import Testing

@Suite("export")
struct ExportTests {
  private static func records(_ count: Int) -> [(id: String, title: String?, text: String)] {
    (0..<count).map { ("d\($0)", $0 % 2 == 0 ? "通知\($0)" : nil, "推进\($0 % 3 == 0 ? "农业保险" : "农业")工作，第\($0)号。") }
  }

  /// All documents, page by page.
  private func pages(
    _ searcher: Searcher, _ request: ExportRequest, between: () throws -> Void = {}
  ) throws -> (ids: [String], generations: Set<String>) {
    var request = request
    var (ids, generations) = ([String](), Set<String>())
    repeat {
      let page = try searcher.export(request)
      ids += page.documents.map(\.id)
      generations.insert(page.generation)
      request.cursor = page.next
      try between()
    } while request.cursor != nil
    return (ids, generations)
  }

  @Test("pages of any size give every document once, in the same order", arguments: [1, 3, 20, 100])
  func pages(limit: Int) throws {
    let index = try SampleIndex(Self.records(20))
    #expect(try pages(index.searcher, ExportRequest(limit: limit)).ids == Self.records(20).map(\.id))
    #expect(try pages(index.searcher, ExportRequest(limit: limit, text: 0)).ids == Self.records(20).map(\.id))
  }

  @Test("a query is read strictly, filters narrow it, and a query that asks for nothing finds nothing")
  func meant() throws {
    let index = try SampleIndex(Self.records(9))
    #expect(try pages(index.searcher, ExportRequest(query: "农业保险", limit: 2)).ids == ["d0", "d3", "d6"])
    #expect(
      try pages(index.searcher, ExportRequest(query: "农业保险", filters: [Filter(field: "id", value: "d3")])).ids == ["d3"]
    )
    #expect(try index.searcher.export(ExportRequest(query: "。")).documents.isEmpty)
    let unknown = try index.searcher.export(ExportRequest(filters: [Filter(field: "kind", value: "决定")]))
    #expect(unknown.documents.isEmpty && unknown.notices.map(\.code) == ["unknown-value"])
  }

  @Test("a document has its text and fields; in a list it has its fields")
  func document() throws {
    let index = try SampleIndex(lines: [#"{"id":"a","title":"甲局意见","date":"2024-03","x":[1],"text":"根据甲发〔2023〕1号。"}"#])
    let whole = try index.searcher.export(ExportRequest()).documents[0]
    let shown = try #require(try index.searcher.document("a"))
    #expect(whole.fields == shown.fields && whole.source == shown.source && whole.line == 1)
    #expect(whole.text == .some(shown.text))
    #expect(whole.cites == .some(shown.cites))
    #expect(whole.other == .some(shown.other))
    let listed = try index.searcher.export(ExportRequest(text: 0)).documents[0]
    #expect(listed.fields == shown.fields && listed.text == nil && listed.cites == nil && listed.other == nil)
    #expect(try JSONDecoder().decode(ExportedDocument.self, from: Data(whole.json().utf8)) == whole)
  }

  @Test("long texts make a page shorter")
  func longTexts() throws {
    let text = String(repeating: "农业保险工作。", count: 90_000)
    let index = try SampleIndex((0..<5).map { ("d\($0)", nil, text) })
    let page = try index.searcher.export(ExportRequest())
    #expect(page.documents.count == 3)
    #expect(try pages(index.searcher, ExportRequest()).ids.count == 5)
  }

  @Test("pages stay with their generation, whoever indexes meanwhile; a cursor belongs to its question")
  func generations() throws {
    let index = try SampleIndex(Self.records(6))
    let directory = index.directory.path
    var count = 0
    let all = try pages(index.searcher, ExportRequest(limit: 2)) {
      count += 1
      try index.directory.write(#"{"id":"new\#(count)","text":"新文"}"# + "\n", to: "more/\(count).jsonl")
      _ = try Indexer(directory: directory + "/index").run(roots: [directory + "/more"])
    }
    #expect(all.ids.count == 6 && all.generations.count == 1)
    let first = try index.searcher.export(ExportRequest(limit: 2))
    let newer = try Searcher(reader: IndexReader(directory: directory + "/index"))
    let next = try newer.export(ExportRequest(cursor: first.next, limit: 2))
    #expect(next.generation == first.generation && next.documents.map(\.id) == ["d2", "d3"])
    for request in [
      ExportRequest(query: "农业", cursor: first.next), ExportRequest(cursor: "x"), ExportRequest(limit: 0),
      ExportRequest(limit: 1_001), ExportRequest(text: 2),
    ] {
      let error = #expect(throws: SearchError.self) { try index.searcher.export(request) }
      #expect(error?.code == .invalidRequest)
    }
    let search = try index.searcher.search(SearchRequest(query: "农业", limit: 1))
    #expect(throws: SearchError.self) { try index.searcher.export(ExportRequest(query: "农业", cursor: search.next)) }
  }
}
