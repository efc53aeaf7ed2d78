// What is written for other programs is read by them, and what is written for people fits their terminal.

import API
import Foundation
import TestSupport
import Testing

@Suite("reading tools: forms", .timeLimit(.minutes(5)))
struct ReaderFormatTests {
  private static let queries = ["普惠金融 首贷", "农业保险", "补贴 OR 保险", "\"防汛\" OR 应急", "2024年", "国企 法院", "管理办法"]

  /// Prints the number of lines of a file, then each that is wider than so many columns, as Unicode has it.
  private static let measure = """
    sys, unicodedata = map(__import__, ('sys', 'unicodedata'))
    def width(text):
        return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in text)
    lines = open(sys.argv[1], encoding='utf-8').read().split('\\n')
    print(len(lines))
    for line in lines:
        if width(line) > int(sys.argv[2]): print(line)
    """

  @Test("no line of text is wider than the terminal", arguments: [80, 41, 20])
  func width(columns: Int) async throws {
    let samples = try await SampleCommand()
    var text = ""
    for query in Self.queries {
      for more in [["--facet", "issuer", "--facet", "region"], ["--passages", "4", "--group", "parent"]] {
        text += try await samples.run(["search", query, "--limit", "12"] + more, columns: columns).output
      }
    }
    for id in try await samples.ids().prefix(12) {
      text += try await samples.run(["show", id, "--original"], columns: columns).output
    }
    let report = try await Python.run(Self.measure, try samples.directory.write(text, to: "text.txt"), "\(columns)")
      .split(separator: "\n")
    #expect(Int(report[0])! >= 500)
    #expect(report.count == 1, "\(report.dropFirst().joined(separator: "\n"))")
  }

  @Test("a line parts exact hits from loose ones, and … stands where a passage is cut within a sentence")
  func marks() async throws {
    let directory = try TemporaryDirectory()
    let filler = String(repeating: "上下文", count: 60)
    for (name, text) in [("甲", "普惠金融。"), ("乙", filler + "普惠金融" + filler), ("丙", "金融。"), ("丁", "普惠。")] {
      try directory.write(text + "\n", to: "corpus/\(name).txt")
    }
    let index = directory.path + "/index"
    #expect(try await Command.run("index", directory.path + "/corpus", "--index", index).status == 0)
    func search(_ arguments: String...) async throws -> [Substring] {
      try await Command.run(
        arguments: ["search", "普惠金融", "--index", index] + arguments, environment: ["COLUMNS": "400"]
      ).lines
    }
    let border: Substring = "— these share words with the query —"
    let lines = try await search()
    let place = try #require(lines.firstIndex(of: border))
    #expect(lines[..<place].count { $0.contains("【普惠金融】") } == 2 && !lines[place...].contains { $0.contains("【普惠金融】") })
    #expect(lines.count { $0 == border } == 1 && lines.contains("   【普惠金融】。"), "\(lines)")
    #expect(lines.contains { $0.hasPrefix("   …") && $0.hasSuffix("…") && $0.contains("文【普惠金融】上") }, "\(lines)")
    let first = try await search("--limit", "2")
    let cursor = try #require(first.last?.split(separator: " ").last)
    #expect(!first.contains(border))
    #expect(try await search("--cursor", String(cursor))[1] == border)
    #expect(try await search("--sort", "newest")[0].hasPrefix("2 documents match exactly ("))
  }

  @Test("Python's csv module reads the tables back", arguments: [("csv", ","), ("tsv", "\t")])
  func tables(format: String, delimiter: String) async throws {
    let samples = try await SampleCommand()
    let script = """
      csv, json, sys = map(__import__, ('csv', 'json', 'sys'))
      rows = csv.DictReader(
          open(sys.argv[1], encoding='utf-8-sig', newline=''), delimiter=sys.argv[2],
          quoting=csv.QUOTE_MINIMAL if sys.argv[2] == ',' else csv.QUOTE_NONE)
      print(json.dumps(list(rows)))
      """
    for query in Self.queries {
      let arguments = ["search", query, "--limit", "40", "--format"]
      let table = try await samples.run(arguments + [format, "--bom"])
      #expect(table.output.utf8.starts(with: [0xEF, 0xBB, 0xBF]))
      let file = try samples.directory.write(table.output, to: "table")
      let json = try await Python.run(script, file, delimiter)
      let rows = try JSONDecoder().decode([[String: String]].self, from: Data(json.utf8))
      let answer = try JSONDecoder().decode(
        SearchAnswer.self, from: Data(try await samples.run(arguments + ["json"]).output.utf8))
      #expect(rows == answer.hits.enumerated().map { Self.row($1, rank: $0 + 1) }, "\(query)")
    }
  }

  private static func row(_ hit: Hit, rank: Int) -> [String: String] {
    [
      "rank": "\(rank)", "id": hit.id, "score": "\(hit.score)", "strict": "\(hit.strict)", "title": hit.title ?? "",
      "number": hit.number ?? "",
      "issuers": hit.issuers.joined(separator: "、"), "date": hit.date ?? "", "kind": hit.kind ?? "",
      "region": hit.region ?? "", "source": hit.source, "line": "\(hit.line)",
      "passage": hit.passages.first?.text ?? "",
    ]
  }

  @Test("fields with commas and quotation marks come through CSV, one row a line, and every row of TSV has all columns")
  func hostileFields() async throws {
    let directory = try TemporaryDirectory()
    let record = String(
      decoding: try JSONEncoder().encode(["id": "x,\"1\"", "title": "普惠,\"金融\"\n意见\t甲", "text": "推进普惠金融。"]),
      as: UTF8.self)
    try directory.write(record + "\n", to: "a.jsonl")
    let index = directory.path + "/index"
    #expect(try await Command.run("index", directory.path + "/a.jsonl", "--index", index).status == 0)
    let csv = try await Command.run("search", "普惠", "--index", index, "--format", "csv")
    let script = "import csv, json, sys; print(json.dumps(list(csv.reader(open(sys.argv[1], newline='')))[1][:5]))"
    let json = try await Python.run(script, try directory.write(csv.output, to: "a.csv"))
    let fields = try JSONDecoder().decode([String].self, from: Data(json.utf8))
    let answer = try JSONDecoder().decode(
      SearchAnswer.self,
      from: Data(try await Command.run("search", "普惠", "--index", index, "--format", "json").output.utf8))
    // A row is one line of the file, so line ends and tabs are blanks.
    let title = answer.hits[0].title?.replacing("\n", with: " ").replacing("\t", with: " ")
    #expect(fields[0] == "1" && fields[1] == "x,\"1\"" && fields[3] == "true" && fields[4] == title)
    #expect(csv.lines.count == 2)
    let tsv = try await Command.run("search", "普惠", "--index", index, "--format", "tsv")
    #expect(tsv.lines.count == 2 && tsv.lines.allSatisfy { $0.count { $0 == "\t" } == 12 })
  }

  /// What csl-data.json of citation-style-language/schema has of what is written here.
  private static let strings: Set<String> = [
    "id", "type", "title", "number", "genre", "jurisdiction", "container-title", "issue", "URL",
  ]

  @Test("CSL-JSON is as its schema has it, and says no more than is known")
  func csl() async throws {
    let samples = try await SampleCommand()
    for id in try await samples.ids() {
      let output = try await samples.run(["show", id, "--format", "csl-json"]).output
      let items = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]])
      let item = try #require(items.first)
      let document = try JSONDecoder().decode(
        DocumentAnswer.self, from: Data(try await samples.run(["show", id, "--format", "json"]).output.utf8))
      #expect(items.count == 1 && item["id"] as? String == id)
      #expect(["legislation", "document"].contains(item["type"] as? String))
      for (name, value) in item where name != "author" && name != "issued" {
        #expect(Self.strings.contains(name) && (value as? String)?.isEmpty == false, "\(id) \(name)")
      }
      #expect((item["author"] as? [[String: String]] ?? []) == document.issuers.map { ["literal": $0] })
      let parts = (item["issued"] as? [String: [[Int]]])?["date-parts"]
      #expect(parts == document.date.map { [$0.split(separator: "-").compactMap { Int($0) }] }, "\(id)")
      #expect(item["title"] as? String == document.title && item["number"] as? String == document.number)
      #expect(item["container-title"] as? String == document.publication)
    }
  }
}
