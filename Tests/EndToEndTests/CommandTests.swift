// The command as a newcomer meets it: index, search, show, status, segment, and what each says when it cannot.

import API
import Foundation
import TestSupport
import Testing

@Suite("command")
struct CommandTests {
  private let directory: TemporaryDirectory
  private var index: String { directory.path + "/索 引" }
  private var corpus: String { directory.path + "/语 料" }

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write("农业保险实施方案。\n加快推进农业保险工作。\n", to: "语 料/方案.txt")
    try directory.write(#"{"id":"x 1","title":"普惠金融意见","text":"推进普惠金融。"}"# + "\n", to: "语 料/记录.jsonl")
  }

  private func indexed() async throws {
    let result = try await Command.run("index", corpus, "--index", index)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.addedCount == 2)
  }

  @Test("index, search, show and status agree with each other")
  func session() async throws {
    try await indexed()
    let text = try await Command.run("search", "農業保險", "--index", index)
    #expect(text.status == 0)
    #expect(text.output.contains("1 document matches, 1 exactly"))
    #expect(text.output.contains("default/方案.txt:1"))
    #expect(text.output.contains("【农业保险】"))
    let json = try await Command.run("search", "农业保险", "--index", index, "--format", "json")
    let answer = try JSONDecoder().decode(SearchAnswer.self, from: Data(json.output.utf8))
    #expect(answer.hits.map(\.id) == ["default/方案.txt#1"])
    let show = try await Command.run("show", "default/方案.txt#1", "--index", index)
    #expect(show.output.contains("2: 加快推进农业保险工作。"))
    let status = try await Command.run("status", "--index", index, "--format", "json")
    #expect(try JSONDecoder().decode(StatusAnswer.self, from: Data(status.output.utf8)).documents == 2)
  }

  @Test("what all documents share is found after one in the middle has changed, with any filter")
  func changeInTheMiddle() async throws {
    for name in ["一", "二", "三"] { try directory.write("\(name)号通知推进普惠金融。", to: "文集/\(name).txt") }
    let folder = directory.path + "/文集"
    #expect(try await Command.run("index", folder, "--index", index).status == 0)
    for draft in 1...2 {
      try directory.write("二号通知第\(draft)稿推进普惠金融。", to: "文集/二.txt")
      #expect(try await Command.run("index", folder, "--index", index).status == 0)
      for arguments in [["普惠金融"], ["普惠金融", "--filter", "collection=default"], ["--filter", "collection=default"]] {
        let found = try await Command.run(arguments: ["search"] + arguments + ["--index", index])
        #expect(found.output.hasPrefix("3 documents match, 3 exactly"), "\(arguments): \(found.output)\(found.error)")
      }
    }
  }

  @Test("the index can be named by the environment")
  func environment() async throws {
    try await indexed()
    let result = try await Command.run("search", "金融", environment: ["SUOYIN_INDEX": index])
    #expect(result.status == 0)
  }

  @Test("a file of queries gives a TREC run; blanks in ids are encoded")
  func batch() async throws {
    try await indexed()
    let queries = try directory.write(
      #"{"id":"q1","q":"普惠金融"}"# + "\n\n" + #"{"id":"q 2","q":"保险"}"# + "\n", to: "queries.jsonl")
    let result = try await Command.run("search", "--queries", queries, "--format", "trec", "--index", index)
    let fields = result.lines.map { $0.split(separator: " ").map(String.init) }
    #expect(fields.map { $0[0] } == ["q1", "q%202"])
    #expect(fields.map { $0[2] } == ["x%201", "default/方案.txt#1"])
    #expect(fields.allSatisfy { $0.count == 6 && $0[1] == "Q0" && $0[3] == "1" && Double($0[4]) != nil })
  }

  @Test("what a query was not read as is said in every form", arguments: [["--count"], ["--format", "trec"]])
  func notices(form: [String]) async throws {
    try await indexed()
    let search = ["search", "保险 date:2024..2023", "--index", index]
    let told = try await Command.run(arguments: search + ["--format", "ids"]).error.split(separator: "\n")
    #expect(told.first?.contains("2024..2023") == true)
    #expect(try await Command.run(arguments: search + form).error.split(separator: "\n").first == told.first)
  }

  @Test("answers to a file of queries tell what they answer")
  func batchAnswers() async throws {
    try await indexed()
    let queries = try directory.write(
      #"{"id":"q1","q":"普惠金融"}"# + "\n" + #"{"id":"q2","q":"保险","filter":["collection=default"]}"# + "\n",
      to: "queries.jsonl")
    let search = ["search", "--queries", queries, "--index", index]
    let objects = try await Command.run(arguments: search + ["--format", "json"]).lines
      .map { try JSONDecoder().decode([String: JSONValue].self, from: Data($0.utf8)) }
    #expect(objects.map { $0["id"] } == [.string("q1"), .string("q2")])
    #expect(objects.map { $0["filter"] } == [.array([]), .array([.string("collection=default")])])
    #expect(objects.map { $0["query"] } == [.string("普惠金融"), .string("保险")])
    let text = try await Command.run(arguments: search)
    #expect(
      text.lines.filter { $0.hasPrefix("===") } == ["=== q1  普惠金融", "=== q2  保险  collection=default"], "\(text.output)")
    let single = try await Command.run("search", "保险", "--format", "json", "--index", index)
    #expect(!single.output.contains("\"id\":\"1\"") && !single.output.contains("\"filter\""))
  }

  @Test("nothing found is said to people on standard error, on one line")
  func silence() async throws {
    try await indexed()
    for arguments in [
      ["cites", "default/方案.txt#1"], ["cited-by", "default/方案.txt#1"], ["concordance", "火星"], ["trend", "火星"],
      ["collocations", "火星"], ["export", "火星"],
    ] {
      let result = try await Command.run(arguments: arguments + ["--index", index])
      let lines = result.error.split(separator: "\n")
      #expect(
        result.status == 1 && lines.count == 1 && lines[0].hasPrefix("suoyin: no "), "\(arguments): \(result.error)")
    }
    let table = try await Command.run("concordance", "火星", "--format", "csv", "--index", index)
    #expect(table.status == 1 && table.error.isEmpty && table.lines.count == 1)
  }

  @Test(
    "a query with a sign that passes for an option is refused with what to write, which works",
    arguments: [["-保险"], ["农业", "-保险"]])
  func exclusions(query: [String]) async throws {
    try await indexed()
    let refused = try await Command.run(arguments: ["search", "--index", index] + query)
    #expect(refused.status == 2 && refused.output.isEmpty && refused.error.contains("write -- before"))
    let read = try await Command.run(arguments: ["explain", "--index", index, "--"] + query)
    #expect(read.status == 0 && read.output.contains("保险"), "\(read.error)")
    let other = try await Command.run("search", "--limit", "-1", "--index", index)
    #expect(other.status == 2 && !other.error.contains("write --"))
  }

  @Test("paragraphs of help are wrapped as wholes", arguments: ["search", "compare", "open", "export"])
  func helpLines(command: String) async throws {
    let lines = try await Command.run(command, "--help", environment: ["COLUMNS": "80"]).output
      .split(separator: "\n", omittingEmptySubsequences: false)
    let usage = try #require(lines.firstIndex { $0.hasPrefix("USAGE:") })
    for (line, next) in zip(lines[..<usage], lines[1...]) {
      guard let last = line.first, last != " ", let first = next.first, first != " " else { continue }
      // A line is full where the next word would not have gone on it, with the blank behind it.
      let word = next.prefix { $0 != " " }
      #expect(line.count + 1 + word.count >= 80, "\(line) | \(word)")
    }
  }

  @Test("nothing found is status 1, and not the same as an index that is not there, status 4")
  func statuses() async throws {
    try await indexed()
    #expect(try await Command.run("search", "火星", "--index", index).status == 1)
    #expect(try await Command.run("show", "default/没有.txt#1", "--index", index).status == 1)
    let missing = try await Command.run("search", "火星", "--index", index + "2")
    #expect(missing.status == 4)
    #expect(missing.error.contains("suoyin index PATH"))
  }

  @Test(
    "wrong usage is status 2 with a message and no output",
    arguments: [
      ["search"], ["search", "金融", "--limit", "-1"], ["search", "金融", "--limit", "x"],
      ["search", "金融", "--format", "xml"],
      ["index"], ["unknown"], ["index", ".", "--jobs", "0"], ["index", ".", "--collection", "a/b"],
    ])
  func usage(arguments: [String]) async throws {
    let result = try await Command.run(arguments: arguments + (arguments.count > 1 ? ["--index", index] : []))
    #expect(result.status == 2)
    #expect(!result.error.isEmpty && result.output.isEmpty)
  }

  @Test("a source that cannot be read is named with its place, the rest is indexed, and the status is 5")
  func badSource() async throws {
    try Data([0x61, 0xFF, 0x61]).write(to: URL(fileURLWithPath: corpus + "/坏.txt"))
    let result = try await Command.run("index", corpus, "--index", index)
    #expect(result.status == 5)
    #expect(result.error.contains("语 料/坏.txt"))
    #expect(result.error.contains("byte 1"))
    #expect(try await Command.run("search", "金融", "--index", index).status == 0)
  }

  @Test("help and version are answers, not errors", arguments: ["--help", "--version"])
  func help(flag: String) async throws {
    let result = try await Command.run(flag)
    #expect(result.status == 0 && !result.output.isEmpty && result.error.isEmpty)
  }

  @Test("segment prints folded text, words and bigrams")
  func segment() async throws {
    let result = try await Command.run("segment", "國務院辦公廳")
    #expect(result.lines.first == "folded   国务院办公厅")
    #expect(result.lines.last == "bigrams  国务 务院 院办 办公 公厅")
  }

  @Test("what a source holds cannot steer the terminal")
  func controlCharacters() async throws {
    try directory.write("恶意\u{1B}[2J文本。\n", to: "语 料/恶.txt")
    try await Command.run("index", corpus, "--index", index)
    let result = try await Command.run("search", "文本", "--index", index)
    #expect(result.output.contains("【文本】"))
    #expect(!result.output.unicodeScalars.contains("\u{1B}"))
  }
}
