// Fields as users meet them: stated in records and sidecars, filtered by, shown.

import API
import Foundation
import TestSupport
import Testing

@Suite("fields", .timeLimit(.minutes(5)))
struct FieldCommandTests {
  private let directory: TemporaryDirectory
  private var index: String { directory.path + "/索 引" }
  private var corpus: String { directory.path + "/语料" }

  init() async throws {
    directory = try TemporaryDirectory()
    try directory.write("为推进普惠金融，制定本方案。\n", to: "语料/方案.txt")
    try directory.write(
      #"{"number":"云政办发[2024]12号","issuer":"云泽市人民政府办公室","kind":"方案","parent":"x 1","浏览次数":1200}"#,
      to: "语料/方案.meta.json")
    try directory.write(
      #"{"id":"x 1","title":"普惠金融意见","date":"2024年3月","region":"青岚省/云泽市","text":"推进普惠金融。"}"# + "\n",
      to: "语料/记录.jsonl")
    let result = try await Command.run("index", corpus, "--index", index)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.addedCount == 2 && !result.output.contains("other formats"))
  }

  private func search(_ arguments: String...) async throws -> CommandResult {
    try await Command.run(arguments: ["search", "--index", index] + arguments)
  }

  @Test("filters narrow a search, stand alone, and give the same through the daemon")
  func filters() async throws {
    let rows = [
      (["普惠金融", "--filter", "文号=云政办发（2024）12 号"], "1 document matches, 1 exactly"),
      (["--filter", "date=2024"], "1 document matches, 1 exactly"),
      (["--filter", "region=云泽市", "--filter", "kind=方案"], "0 documents match"),
      (["普惠金融", "--filter", "kind=方案", "--filter", "文种=意见"], "2 documents match"),
    ]
    var direct: [String] = []
    for (arguments, summary) in rows {
      let result = try await Command.run(arguments: ["search", "--index", index] + arguments)
      #expect(result.output.hasPrefix(summary), "\(arguments)")
      #expect(result.status == (summary.hasPrefix("0") ? 1 : 0))
      direct.append(result.lines.dropFirst().joined(separator: "\n"))
    }
    let socket = directory.path + "/s/suoyin.sock"
    try await RunningDaemon.serve(index, on: socket) { _ in
      for (row, expected) in zip(rows, direct) {
        let through = try await Command.run(arguments: ["search", "--socket", socket] + row.0)
        #expect(through.lines.dropFirst().joined(separator: "\n") == expected, "\(row.0)")
      }
      #expect(try await Command.run("search", "--socket", socket, "--filter", "date=abc").status == 2)
    }
  }

  @Test("a hit has a line of what is known of it")
  func hit() async throws {
    let result = try await search("--filter", "kind=方案")
    #expect(result.output.contains("\n   云政办发〔2024〕12号 · 云泽市人民政府办公室 · 方案\n"))
    #expect(result.output.contains("\n   default/方案.txt:1"))
    let other = try await search("--filter", "id=x 1")
    #expect(other.output.contains("1. 普惠金融意见\n   2024-03 · 意见 · 青岚省/云泽市\n"))
    #expect(other.output.contains("\n   default/记录.jsonl:1  x 1\n"))
  }

  @Test("lines of a file of queries may have filters, and need no query then")
  func batch() async throws {
    let lines = [
      #"{"id":"1","q":"普惠","filter":["kind=方案"]}"#, #"{"id":"2","filter":["date=2024"]}"#, #"{"id":"3","q":"普惠"}"#,
      #"{"id":"4","filter":"kind=方案"}"#,
    ]
    let file = try directory.write(lines.joined(separator: "\n"), to: "queries.jsonl")
    let result = try await search("--queries", file, "--format", "trec")
    #expect(result.lines.map { $0.split(separator: " ")[0] } == ["1", "2", "3", "3", "4"])
    for bad in [
      #"{"id":"1"}"#, #"{"id":"1","filter":["kind"]}"#, #"{"id":"1","filter":"kind"}"#,
      #"{"id":"1","q":"a","filter":null}"#,
    ] {
      let file = try directory.write(bad, to: "bad.jsonl")
      #expect(try await search("--queries", file).status == 2, "\(bad)")
    }
  }

  @Test(
    "a filter that cannot be is wrong usage, with the reason",
    arguments: [
      ("date=abc", "date is “abc”, which is not a date"), ("dte=2024", "number 文号"), ("kind", "field=value"),
      ("=x", "field=value"), ("", "field=value"),
    ])
  func wrong(filter: String, message: String) async throws {
    let result = try await search("普惠", "--filter", filter)
    #expect(result.status == 2 && result.output.isEmpty && result.error.contains(message))
  }

  @Test("show has a head of fields with their names aligned by columns, and the same in JSON")
  func show() async throws {
    let text = try await Command.run("show", "default/方案.txt#1", "--index", index)
    let head = [
      "id        default/方案.txt#1", "number    云政办发〔2024〕12号", "issuers   云泽市人民政府办公室", "kind      方案",
      "parent    x 1", "浏览次数  1200", "source    \(corpus)/方案.txt",
    ]
    #expect(text.lines.prefix(head.count).map(String.init) == head)
    let parent = try await Command.run("show", "x 1", "--index", index)
    #expect(parent.lines.contains("attachments  default/方案.txt#1") && parent.lines.contains("region       青岚省/云泽市"))
    let json = try await Command.run("show", "default/方案.txt#1", "--index", index, "--format", "json")
    let answer = try JSONDecoder().decode(DocumentAnswer.self, from: Data(json.output.utf8))
    #expect(answer.fields.parent == "x 1" && answer.other == ["浏览次数": .integer(1_200)] && answer.date == nil)
    #expect(json.output.contains(#""date":null"#) && json.output.contains(#""cites":[]"#))
  }

  @Test("a title that only a sidecar states is found by its words and as a phrase", arguments: ["青铜巨人", "\"青铜巨人说明书\""])
  func statedTitle(query: String) async throws {
    let sources = try TemporaryDirectory()
    try sources.write("第一条 器物要妥善保管。\n", to: "器物.txt")
    try sources.write(#"{"title":"青铜巨人说明书"}"#, to: "器物.txt.meta.json")
    let own = sources.path + "/index"
    #expect(try await Command.run("index", sources.path, "--index", own).status == 0)
    let found = try await Command.run("search", query, "--index", own)
    let unmarked = found.output.filter { !"【】".contains($0) }
    #expect(unmarked.contains("1. 青铜巨人说明书") && found.output.hasPrefix("1 document matches, 1 exactly"))
  }

  @Test("files are taken apart as a table and as JSON, and one that cannot be read is named")
  func split() async throws {
    let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let table = try await Command.run("split", samples + "/Corpus/Samples/songling-gazette-2024-01.txt")
    #expect(table.status == 0 && table.lines.count == 13)
    #expect(table.lines[2].contains("[松陵县人民政府]") && table.lines[2].contains("    松陵县电子商务工作领导小组成员名单"))
    let json = try await Command.run(
      "split", samples + "/Corpus/Samples/linhu-gazette-2024-03.txt", "--format", "json")
    for part in [
      #""publication":{"issue":"2024年第3期","region":"青岚省/云泽市/临湖区","title":"临湖区人民政府公报"}"#,
      #""relation":"废止""#, #""inferred":["issuers","date"]"#, #""lines":[[511,531]]"#, #""number":null"#,
    ] { #expect(json.output.contains(part), "\(part)") }
    let missing = try await Command.run("split", directory.path + "/没有.txt")
    #expect(missing.status == 5 && missing.error.contains("没有.txt"))
  }

  @Test("what a record or sidecar states cannot steer the terminal or forge lines of the head")
  func hostile() async throws {
    try directory.write("{\"\\u001b[2J\\nsha256\": \"\\u001b[31m\", \"a\": {\"b\":\n1}}", to: "语料/方案.meta.json")
    try await Command.run("index", corpus, "--index", index)
    let text = try await Command.run("show", "default/方案.txt#1", "--index", index)
    #expect(!text.output.unicodeScalars.contains("\u{1B}"))
    #expect(text.lines.count { $0.hasPrefix("sha256") } == 1)
  }
}
