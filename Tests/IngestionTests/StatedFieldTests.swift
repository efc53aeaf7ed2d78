// Fields that records state: what becomes of each value, and what is told of those that are none.

import Archive
import TestSupport
import Testing

@testable import Ingestion

@Suite("stated fields")
struct StatedFieldTests {
  private func ingest(_ fields: String) -> IngestedSource {
    Ingestor().ingest(
      Array("{\"id\":\"a\",\"text\":\"文\"\(fields.isEmpty ? "" : ",")\(fields)}".utf8), of: SourceID(path: "a.jsonl"),
      format: .jsonLines)
  }

  private static func metadata(_ change: (inout Metadata) -> Void) -> Metadata {
    var metadata = Metadata(lines: [1...1])
    change(&metadata)
    return metadata
  }

  @Test(
    "a record's fields become the document's",
    arguments: [
      ("", metadata { _ in }),
      (#""number":"国办发[2024] 7号""#, metadata { $0.number = "国办发〔2024〕7号" }),
      (#""文号":"ABC-1","kind":" 意见\u0020""#, metadata { ($0.number, $0.kind) = ("ABC-1", "意见") }),
      (#""issuer":"甲局""#, metadata { $0.issuers = ["甲局"] }),
      (#""issuers":["甲局","乙局"]"#, metadata { $0.issuers = ["甲局", "乙局"] }),
      (#""region":"山东省/威海市""#, metadata { $0.region = ["山东省", "威海市"] }),
      (#""region":["山东省","威海市/文登区"]"#, metadata { $0.region = ["山东省", "威海市", "文登区"] }),
      (
        #""date":"2024年3月5日","effective":"2024-05","expires":"二〇二九年""#,
        metadata {
          ($0.date, $0.effective) = (CalendarDate("2024-03-05"), CalendarDate("2024-05"))
          $0.expires = CalendarDate("2029")
        }
      ),
      (
        #""parent":"b","publication":"公报","issue":"3""#,
        metadata { ($0.parent, $0.publication, $0.issue) = (DocumentID("b"), "公报", "3") }
      ),
      (#""kind":null,"date":null,"issuers":null,"region":[]"#, metadata { _ in }),
      (#""kind":"通知","kind":"意见""#, metadata { $0.kind = "意见" }),
      (
        #""url":"http://x/","source":[1, {"b": null}],"lines":2.50"#,
        metadata {
          $0.unknown = [
            UnknownField(name: "lines", json: "2.50"), UnknownField(name: "source", json: #"[1, {"b": null}]"#),
            UnknownField(name: "url", json: #""http://x/""#),
          ]
        }
      ),
    ])
  func fields(json: String, expected: Metadata) {
    let source = ingest(json)
    #expect(source.documents.map(\.metadata) == [expected])
    #expect(source.diagnostics.isEmpty)
  }

  @Test(
    "a value that a field cannot have is told with line, column and remedy, and the rest of the record is kept",
    arguments: [
      #""date":17"#, #""date":"2024-02-30""#, #""date":["2024"]"#, #""date":"""#, #""expires":"长期""#,
      #""effective":{}"#, #""number":7"#, #""kind":["意见"]"#, #""kind":" ""#, #""kind":"意\n见""#, #""title":17"#,
      #""issuers":["甲局",""]"#, #""issuers":["甲局",3]"#, #""region":"/""#, #""region":true"#,
      #""parent":1e9"#, "\"issue\":\"" + String(repeating: "期", count: 2_000) + "\"",
    ])
  func invalid(json: String) throws {
    let before = #"{"id":"a","text":"文","publication":"公报","# + json.prefix { $0 != ":" }
    let source = ingest(#""publication":"公报","# + json)
    let document = try #require(source.documents.first)
    #expect(document.metadata == StatedFieldTests.metadata { $0.publication = "公报" })
    #expect(document.text == "文")
    let finding = try #require(source.diagnostics.first)
    #expect(source.diagnostics.count == 1 && finding.code == .invalidField && finding.line == 1)
    #expect(
      finding.message.hasPrefix("column \(before.count + 2): ") && finding.message.count < 200 && finding.hint != nil)
  }

  @Test("of very many bad fields the first are told, and how many more there are; all records are kept")
  func manyFindings() {
    let lines = (0..<500).map { #"{"id":"\#($0)","text":"文","date":0}"# + "\n" }.joined()
    let source = Ingestor().ingest(Array(lines.utf8), of: SourceID(path: "a.jsonl"), format: .jsonLines)
    #expect(source.documents.count == 500 && source.diagnostics.count == 101)
    #expect(source.diagnostics.last?.message == "400 more fields were left out")
  }

  @Test("what is stated is not inferred any more, and what is not stated stays")
  func inferred() {
    var overrides = MetadataOverrides()
    overrides.state(.issuers, .texts(["乙局"]))
    overrides.state(unknown: "a", json: "2")
    var metadata = Metadata(
      title: "题", issuers: ["甲局"], kind: "通知", inferred: [.issuers, .kind],
      unknown: [UnknownField(name: "a", json: "1"), UnknownField(name: "b", json: "1")])
    overrides.apply(to: &metadata)
    #expect(metadata.issuers == ["乙局"] && metadata.title == "题" && metadata.inferred == [.kind])
    #expect(metadata.unknown == [UnknownField(name: "a", json: "2"), UnknownField(name: "b", json: "1")])
  }
}
