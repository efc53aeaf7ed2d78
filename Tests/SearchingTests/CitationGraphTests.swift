// Which documents citations lead to, and which they never are taken for.

import API
import Foundation
import Testing

@testable import Searching

@Suite("citation graph")
struct CitationGraphTests {
  /// A record whose fields are all stated.
  private static func record(_ id: String, _ fields: [String: String], text: String) throws -> String {
    let object = fields.merging(["id": id, "text": text]) { $1 }
    return String(decoding: try JSONEncoder().encode(object), as: UTF8.self)
  }

  private static let notice = ["number": "岚政发〔2020〕5号", "title": "青岚省人民政府关于印发青岚省粮食储备管理办法的通知", "date": "2020-05-06"]
  private static let measures = ["title": "青岚省粮食储备管理办法", "date": "2020-05-06", "parent": "notice"]
  private static let later = ["date": "2024-03-01", "region": "青岚省/云泽市"]

  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    /// The cited document; its id is `cited`.
    let cited: [String: String]
    let text: String
    let isFound: Bool
    var testDescription: String { name }

    init(_ name: String, _ cited: [String: String], _ text: String, _ isFound: Bool) {
      (self.name, self.cited, self.text, self.isFound) = (name, cited, text, isFound)
    }
  }

  private static let rows = [
    Row("by its number, in any spelling", ["number": "岚政发[2020]5 号"], "根据岚政发〔2020〕5号文件，制定。", true),
    Row(
      "by its number, whatever its title", ["number": "岚政发〔2020〕5号", "title": "关于粮食工作的意见"], "根据《粮食办法》（岚政发〔2020〕5号），制定。",
      true),
    Row(
      "not by the title of another number", ["number": "岚政发〔2020〕6号", "title": "青岚省粮食储备管理办法", "date": "2020-06-01"],
      "根据《青岚省粮食储备管理办法》（岚政发〔2020〕5号），制定。", false),
    Row(
      "by title and year, where it has no number", ["title": "青岚省粮食储备管理办法", "date": "2020-06-01"],
      "根据《青岚省粮食储备管理办法》（岚政发〔2020〕5号），制定。", true),
    Row(
      "not by title in another year", ["title": "青岚省粮食储备管理办法", "date": "2019-06-01"],
      "根据《青岚省粮食储备管理办法》（岚政发〔2020〕5号），制定。", false),
    Row("by its title", ["title": "青岚省粮食储备管理办法"], "根据《青岚省粮食储备管理办法》，制定。", true),
    Row("by a title that ends alike", ["title": "云泽市青岚省粮食储备管理办法"], "根据《青岚省粮食储备管理办法》，制定。", false),
    Row("by its title behind its issuers", ["title": "青岚省财政厅 青岚省粮食局关于加强粮食储备工作的意见"], "根据《关于加强粮食储备工作的意见》，制定。", true),
    Row(
      "by its title with issuers that it does not print", ["title": "关于加强粮食储备工作的意见"], "根据《省政府关于加强粮食储备工作的意见》，制定。", true),
    Row("not with other issuers", ["title": "青岚省财政厅关于加强粮食储备工作的意见"], "根据《青岚省教育厅关于加强粮食储备工作的意见》，制定。", false),
    Row("a notice by what it issues", ["title": "青岚省粮食局关于印发《青岚省粮食储备管理办法》的通知"], "根据《青岚省粮食储备管理办法》，制定。", true),
    Row("a law without its state's name", ["title": "中华人民共和国价格法"], "根据《价格法》，制定。", true),
    Row("not by a title that many have", ["title": "实施方案"], "根据《实施方案》，制定。", false),
    Row("not what is later", ["title": "青岚省粮食储备管理办法", "date": "2024-05-01"], "根据《青岚省粮食储备管理办法》，制定。", false),
    Row("a law revised since", ["title": "中华人民共和国价格法", "date": "2024-05-01"], "根据《价格法》，制定。", true),
    Row("not of another town", ["title": "关于加强粮食储备工作的意见", "region": "青岚省/临湖市"], "根据《关于加强粮食储备工作的意见》，制定。", false),
    Row("of the province above", ["title": "关于加强粮食储备工作的意见", "region": "青岚省"], "根据《关于加强粮食储备工作的意见》，制定。", true),
    Row("the order of its city", ["number": "云泽市人民政府令第11号"], "根据《渡船办法》（市政府令第11号），制定。", true),
    Row("not that of another city", ["number": "湖阳市人民政府令第11号"], "根据《渡船办法》（市政府令第11号），制定。", false),
    Row(
      "not the attachment that takes its place", ["title": "云泽市粮食储备管理办法", "date": "2024-03-01", "parent": "citing"],
      "《云泽市粮食储备管理办法》同时废止。", false),
    Row(
      "the attachment that it issues", ["title": "云泽市粮食储备管理办法", "date": "2024-03-01", "parent": "citing"],
      "现将《云泽市粮食储备管理办法》印发给你们。", true),
  ]

  @Test("a citation leads to the document it names and to no other, in both directions", arguments: rows)
  func resolution(row: Row) throws {
    let index = try SampleIndex(lines: [
      Self.record("cited", row.cited, text: "粮食储备工作要求如下。"), Self.record("citing", Self.later, text: row.text),
    ])
    let edges = try CitesRequest(id: "citing").answer(by: index.searcher).edges
    #expect(edges.map { $0.cited.map(\.id) } == [row.isFound ? ["cited"] : []])
    let into = try CitedByRequest(id: "cited").answer(by: index.searcher).edges
    #expect(into == (row.isFound ? edges : []))
  }

  @Test("an answer names the documents that are asked about, and none where the number is nobody's")
  func subjects() throws {
    let index = try SampleIndex(lines: [
      Self.record("notice", Self.notice, text: "粮食储备工作要求如下。"),
      Self.record("unnumbered", ["title": "青岚省粮食储备规划纲要", "date": "2020-07-01"], text: "规划如下。"),
      Self.record(
        "citing", Self.later, text: "根据《青岚省粮食储备规划纲要》（岚政发〔2020〕7号）和岚政发〔2019〕9号文件，制定。"),
    ])
    let rows = [
      ("岚政发〔2020〕5号", ["notice"]), ("岚政发[2020]5 号", ["notice"]), ("岚政发〔2020〕7号", ["unnumbered"]),
      // Others name it, and the index does not have it; nobody names it.
      ("岚政发〔2019〕9号", []), ("岚政发〔1999〕9号", []),
    ]
    for (number, ids) in rows {
      #expect(try CitesRequest(number: number).answer(by: index.searcher).documents.map(\.id) == ids, "\(number)")
      #expect(try CitedByRequest(number: number).answer(by: index.searcher).documents.map(\.id) == ids, "\(number)")
      #expect(try HistoryRequest(number: number).answer(by: index.searcher).documents.map(\.id) == ids, "\(number)")
    }
    let byID = try CitesRequest(id: "notice").answer(by: index.searcher)
    #expect(byID.documents.map(\.number) == ["岚政发〔2020〕5号"] && byID.edges.isEmpty)
    #expect(try CitedByRequest(number: "岚政发〔2019〕9号").answer(by: index.searcher).total == 1)
  }

  @Test("of documents that fit equally none is chosen")
  func candidates() throws {
    let fields = ["title": "青岚省粮食储备管理办法"]
    let index = try SampleIndex(lines: [
      Self.record("one", fields, text: "甲。"), Self.record("other", fields, text: "乙。"),
      Self.record("citing", Self.later, text: "根据《青岚省粮食储备管理办法》，制定。"),
    ])
    let edges = try CitesRequest(id: "citing").answer(by: index.searcher).edges
    #expect(edges.map { $0.cited.map(\.id) } == [["one", "other"]])
    for id in ["one", "other"] {
      #expect(try CitedByRequest(id: id).answer(by: index.searcher).edges == edges)
    }
  }

  private func library() throws -> SampleIndex {
    try SampleIndex(lines: [
      Self.record("notice", Self.notice, text: "现将《青岚省粮食储备管理办法》印发给你们。"),
      Self.record("measures", Self.measures, text: "本办法自发布之日起施行。《青岚省储备粮管理规定》（岚政发〔2011〕9号）同时废止。"),
      Self.record("use", ["date": "2021-02-03"], text: "根据《青岚省粮食储备管理办法》，制定。"),
      Self.record(
        "change", ["date": "2022-02-03", "number": "岚政发〔2022〕1号"],
        text: "决定对《青岚省粮食储备管理办法》（岚政发〔2020〕5号）作如下修改："),
      Self.record("end", ["date": "2024-02-03"], text: "岚政发〔2020〕5号文件同时废止。"),
    ])
  }

  @Test("who cites a notice or what it issues cites both, and a document itself is not among them")
  func family() throws {
    let index = try library()
    for (request, citing) in [
      (CitedByRequest(id: "notice"), []), (CitedByRequest(id: "measures"), ["notice"]),
      (CitedByRequest(number: "岚政发[2020]5号"), []),
    ] {
      let edges = try request.answer(by: index.searcher).edges
      #expect(edges.map(\.citing.id) == citing + ["use", "change", "end"])
    }
  }

  @Test("a history is in order of date, and knows of what the index lacks")
  func history() throws {
    let index = try library()
    func events(_ request: HistoryRequest) throws -> [String] {
      try request.answer(by: index.searcher).events.map {
        "\($0.date ?? "") \($0.kind.rawValue) \($0.document?.id ?? "-")"
      }
    }
    let changes = ["2022-02-03 amended-by change", "2024-02-03 repealed-by end"]
    #expect(
      try events(HistoryRequest(number: "岚政发〔2020〕5号")) == [
        "2020-05-06 made notice", "2020-05-06 attachment measures", "2020-05-06 issues measures",
        "2020-05-06 repeals -",
      ] + changes)
    #expect(
      try events(HistoryRequest(id: "measures")) == [
        "2020-05-06 made measures", "2020-05-06 parent notice", "2020-05-06 issued-by notice", "2020-05-06 repeals -",
      ] + changes)
    #expect(try events(HistoryRequest(number: "岚政发〔2011〕9号")) == ["2020-05-06 repealed-by measures"])
  }

  @Test("a question names one document, and its limit has bounds")
  func bounds() throws {
    let index = try library()
    for request in [CitesRequest(), CitesRequest(id: "a", number: "b"), CitesRequest(id: "notice", limit: -1)] {
      #expect { try request.answer(by: index.searcher) } throws: { ($0 as? SearchError)?.code == .invalidRequest }
    }
    let unknown = #expect(throws: SearchError.self) { try CitedByRequest(id: "none").answer(by: index.searcher) }
    #expect(unknown?.code == .unknownDocument)
    let limited = try CitedByRequest(id: "notice", limit: 1).answer(by: index.searcher)
    #expect(limited.edges.count == 1 && limited.total == 3)
  }
}
