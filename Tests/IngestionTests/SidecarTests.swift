// Sidecars: which file is whose, what they state, and what is told of broken ones.

import Archive
import Foundation
import TestSupport
import Testing

@testable import Ingestion

@Suite("sidecars")
struct SidecarTests {
  private func ingest(_ sidecar: String, records: [String] = []) -> IngestedSource {
    let format: SourceFormat = records.isEmpty ? .text : .jsonLines
    let content = records.isEmpty ? "甲方案。" : records.joined(separator: "\n")
    return Ingestor().ingest(
      Array(content.utf8), of: SourceID(path: "甲"), format: format,
      sidecar: SidecarContent(name: "甲.meta.json", bytes: Array(sidecar.utf8)))
  }

  @Test("a source's only document gets what its sidecar states")
  func single() throws {
    let source = ingest(
      """
      {"title": "方案", "number": "云政发[2024]1号", "issuer": "甲局", "date": "2024-01-02", "kind": "方案",
       "publication": "公报", "region": "云省", "来源网址": "http://x/"}
      """)
    let metadata = try #require(source.documents.first).metadata
    #expect(source.diagnostics.isEmpty)
    #expect(metadata.title == "方案" && metadata.number == "云政发〔2024〕1号" && metadata.issuers == ["甲局"])
    #expect(metadata.date == CalendarDate("2024-01-02") && metadata.kind == "方案" && metadata.publication == "公报")
    #expect(metadata.region == ["云省"] && metadata.unknown == [UnknownField(name: "来源网址", json: "\"http://x/\"")])
    #expect(source.documents[0].text == "甲方案。")
  }

  private static let records = [#"{"id":"a","text":"甲","issue":"1"}"#, #"{"id":"b","text":"乙","title":"乙"}"#]

  @Test("all documents share publication, issue, region and unknown fields, but for what a record states itself")
  func shared() {
    let source = ingest(#"{"publication":"公报","issue":"2","region":"云省","x":1}"#, records: Self.records)
    let metadata = source.documents.map(\.metadata)
    #expect(source.diagnostics.isEmpty)
    #expect(metadata.map(\.publication) == ["公报", "公报"] && metadata.map(\.issue) == ["1", "2"])
    #expect(metadata.map(\.region) == [["云省"], ["云省"]] && metadata.map(\.unknown.count) == [1, 1])
  }

  @Test("single documents are named by their place; what cannot be put anywhere is told")
  func documents() {
    let source = ingest(
      #"{"kind":"意见","title":"题","documents":{"2":{"kind":"通知","issue":"9"},"3":{},"x":{},"0":{}}}"#,
      records: Self.records)
    #expect(source.documents.map(\.metadata.kind) == [nil, "通知"])
    #expect(source.documents.map(\.metadata.issue) == ["1", "9"])
    #expect(source.documents.map(\.metadata.title) == [nil, "乙"])
    #expect(source.diagnostics.map(\.code) == [.invalidField, .invalidField, .invalidField, .invalidField])
    let messages = source.diagnostics.map(\.message)
    #expect(messages.allSatisfy { $0.hasPrefix("甲.meta.json") })
    #expect(messages[2].contains("title, kind") && messages[3].contains("no document 3"))
  }

  @Test(
    "a broken sidecar states nothing, and the source is read without it",
    arguments: [
      "", " ", "[]", "x", "{", #"{"kind":"意见""#, #"{"kind":"意见"} {}"#, #"{"kind":"意见","documents":[}"#,
      #"{"kind":"意见","documents":{"1":{"kind":}}}"#, "{'kind':1}",
      "{\"kind\":\"意见\",\"a\":" + String(repeating: "[", count: 100_000),
    ])
  func broken(sidecar: String) {
    let source = ingest(sidecar)
    #expect(source.documents.map(\.metadata.kind) == [nil])
    #expect(source.diagnostics.map(\.code) == [.invalidSidecar])
    #expect(source.diagnostics[0].message.hasPrefix("甲.meta.json") && source.diagnostics[0].hint != nil)
  }

  @Test("a bad value is told with its place in the sidecar, and the rest is kept")
  func badValue() {
    let source = ingest("{\"kind\": \"意见\",\r\n  \"date\": 17}")
    #expect(source.documents.map(\.metadata.kind) == ["意见"])
    #expect(source.diagnostics.map(\.code) == [.invalidField] && source.diagnostics[0].line == nil)
    #expect(source.diagnostics[0].message.hasPrefix("甲.meta.json, line 2, column 11: “date” is 17"))
  }

  @Test(
    "documents that are no object are told with the remedy, null states nothing, and the rest is kept",
    arguments: [
      (#"{"kind":"意见","documents":null}"#, 0), (#"{"kind":"意见","documents":{"1":null}}"#, 0),
      (#"{"kind":"意见","documents":[]}"#, 1), (#"{"documents":[{"kind":"通知"}],"kind":"意见"}"#, 1),
      (#"{"kind":"意见","documents":3}"#, 1), (#"{"kind":"意见","documents":{"1":"x"}}"#, 1),
    ])
  func noObject(sidecar: String, findingCount: Int) {
    let source = ingest(sidecar)
    #expect(source.documents.map(\.metadata.kind) == ["意见"])
    #expect(source.diagnostics.map(\.code) == Array(repeating: .invalidField, count: findingCount))
    #expect(source.diagnostics.allSatisfy { $0.hint?.contains(#"{"documents": {"1": {…}"#) == true })
  }

  @Test("a long unknown field is not copied into several documents; a single one gets it")
  func longUnknown() {
    let long = #"{"note":""# + String(repeating: "a", count: 4_096) + #"","x":1}"#
    let several = ingest(long, records: Self.records)
    #expect(several.documents.map { $0.metadata.unknown.map(\.name) } == [["x"], ["x"]])
    #expect(several.diagnostics.map(\.code) == [.invalidField] && several.diagnostics[0].hint != nil)
    let single = ingest(long)
    #expect(single.diagnostics.isEmpty && single.documents[0].metadata.unknown.map(\.name) == ["note", "x"])
  }

  @Test("what was read off a corrected value follows, unless the sidecar states it too")
  func derived() throws {
    let name = "linhu-gazette-2024-03"
    let bytes = Array(try Data(contentsOf: LabelledSource.corpus.appending(path: "Samples/\(name).txt")))
    func ingest(_ fields: String) -> [Document] {
      let sidecar = SidecarContent(name: "s", bytes: Array(#"{"documents":{\#(fields)}}"#.utf8))
      return Ingestor().ingest(bytes, of: SourceID(path: name), format: .text, sidecar: sidecar).documents
    }
    // #10 is attached to #9 and in force 自印发之日起; #5 prints its own dates and is attached to #4.
    let documents = ingest(#""9":{"date":"2024-04-02","issuers":["甲局"]},"4":{"date":"2024-04-03"}"#)
    #expect(documents[9].metadata.date == CalendarDate("2024-04-02") && documents[9].metadata.issuers == ["甲局"])
    #expect(documents[9].metadata.effective == CalendarDate("2024-04-02"))
    #expect(documents[9].metadata.inferred.isSuperset(of: [.date, .issuers, .effective]))
    #expect(documents[4].metadata.date == CalendarDate("2024-04-03"))
    #expect(documents[4].metadata.effective == CalendarDate("2024-05-01"))
    let stated = ingest(#""9":{"date":"2024-04-02"},"10":{"date":"2024-03-30","effective":"2024-06-01"}"#)
    #expect(stated[9].metadata.date == CalendarDate("2024-03-30"))
    #expect(stated[9].metadata.effective == CalendarDate("2024-06-01"))
  }

  @Test("random bytes never trap", arguments: 0..<300 as Range<UInt64>)
  func random(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var bytes = Array(#"{"kind":"意见","documents":{"1":{"issuers":["甲","乙"]}},"x":[{"y":1e5}],"date":"2024-03"}"#.utf8)
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      bytes[place] =
        Bool.random(using: &generator)
        ? UInt8.random(in: 0...255, using: &generator) : bytes.randomElement(using: &generator)!
    }
    let source = Ingestor().ingest(
      Array("甲方案。".utf8), of: SourceID(path: "甲"), format: .text, sidecar: SidecarContent(name: "s", bytes: bytes))
    #expect(source.documents.map(\.text) == ["甲方案。"])
  }

  @Test(
    "a sidecar has its source's full name, or its stem where nothing else has that",
    arguments: [
      (["a.txt", "a.txt.meta.json"], ["a.txt": "a.txt.meta.json"], 0),
      (["a.meta.json", "a.txt"], ["a.txt": "a.meta.json"], 0),
      (["a.meta.json", "a.txt", "a.txt.meta.json"], ["a.txt": "a.txt.meta.json"], 0),
      (["a.md", "a.meta.json", "a.txt"], [:], 1),
      (["a.meta.json", "a.png", "a.txt"], ["a.txt": "a.meta.json"], 0),
      (["a.txt", "a.txt.md", "a.txt.meta.json"], ["a.txt": "a.txt.meta.json"], 0),
      (["b.meta.json", "a.txt"], [:], 0),
      ([".meta.json", "a.txt"], [:], 0),
    ])
  func names(names: [String], sidecars: [String: String], ambiguousCount: Int) {
    let found = SidecarNames(names)
    #expect(found.sidecars == sidecars && found.ambiguous.count == ambiguousCount)
  }

  @Test(
    "sidecars are no sources and not passed over; one that could belong to several is told; strangers are passed over")
  func discovery() throws {
    let directory = try TemporaryDirectory()
    for name in [
      "甲.txt", "甲.txt.meta.json", "乙.txt", "乙.md", "乙.meta.json", "丙.meta.json", "sub/丁.txt", "sub/丁.meta.json",
    ] {
      try directory.write("{}", to: name)
    }
    let found = Discovery(roots: [directory.path]).find()
    #expect(found.skippedCount == 1)
    #expect(found.problems.map(\.diagnostic.code) == [.invalidSidecar])
    let sidecars = Dictionary(uniqueKeysWithValues: found.files.map { ($0.id.path, $0.sidecar?.name) })
    #expect(sidecars == ["甲.txt": "甲.txt.meta.json", "乙.txt": nil, "乙.md": nil, "sub/丁.txt": "丁.meta.json"])
    let alone = Discovery(roots: [directory.path + "/甲.txt"]).find()
    #expect(alone.files.map(\.sidecar) == found.files.filter { $0.id.path == "甲.txt" }.map(\.sidecar))
  }
}
