// What `suoyin index` is told and what it says; `remove`, `check` and `backup` as commands.

import API
import Foundation
import TestSupport
import Testing

@Suite("suoyin index and its like")
struct IndexCommandTests {
  private let directory: TemporaryDirectory
  private var corpus: String { directory.path + "/语料 库" }
  private var index: String { directory.path + "/index" }

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write("甲方案。", to: "语料 库/甲.txt")
    try directory.write("乙方案。", to: "语料 库/2024/乙.txt")
    try directory.write("{}", to: "语料 库/坏.jsonl")
  }

  private func run(_ arguments: String...) async throws -> CommandResult {
    try await Command.run(arguments: arguments + ["--index", index])
  }

  @Test("the summary is a table, what failed is named with its place, and the exit status says so")
  func summary() async throws {
    let result = try await run("index", corpus)
    #expect(result.status == 5)
    // A run of more than ten seconds, as on a busy machine, says how far it has come.
    let said = result.error.split(separator: "\n").filter { !$0.hasPrefix("indexing: ") }
    #expect(said.first?.hasPrefix("\(corpus)/坏.jsonl:1: ") == true)
    let lines = result.lines
    #expect(lines[0] == "collection  added  changed  unchanged  bytes read  documents  repairs  problems")
    #expect(lines[1] == "default         2        0          0          26          2        0         1")
    #expect(lines.last?.hasPrefix("generation 000001, ") == true)
  }

  @Test("--quiet says only what is wrong, --verbose names each source, and both together are refused")
  func loudness() async throws {
    let verbose = try await run("index", corpus, "--verbose")
    #expect(verbose.lines.prefix(2) == ["added    default/2024/乙.txt", "added    default/甲.txt"])
    let quiet = try await run("index", corpus, "--quiet")
    #expect(quiet.output.isEmpty && quiet.error.contains("坏.jsonl:1"))
    #expect(try await run("index", corpus, "-q", "-v").status == 2)
  }

  @Test("a dry run names what would be done, and makes no index")
  func dryRun() async throws {
    let result = try await run("index", corpus, "--dry-run", "--exclude", "*.jsonl")
    #expect(result.status == 0 && result.lines.contains("added    default/甲.txt"))
    #expect(result.lines.last == "nothing was changed")
    #expect(!FileManager.default.fileExists(atPath: index))
  }

  @Test("--report writes all of it as JSON, places of failures included")
  func report() async throws {
    let file = directory.path + "/报 告.json"
    #expect(try await run("index", corpus, "--report", file).status == 5)
    let written = try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
    guard case .object(let top) = written, case .array(let runs)? = top["runs"], case .object(let entry)? = runs.first,
      case .array(let problems)? = entry["problems"], case .object(let problem)? = problems.first
    else { throw CommandDied(description: "no report: \(written)") }
    #expect(top["dry_run"] == .bool(false))
    #expect(entry["added"] == .array([.string("default/2024/乙.txt"), .string("default/甲.txt")]))
    #expect(entry["causes"] == .object(["new": .integer(3)]))
    #expect(problem["path"] == .string("\(corpus)/坏.jsonl") && problem["line"] == .integer(1))
    #expect(problem["code"] == .string("invalidRecord"))
    let nowhere = try await run("index", corpus, "--report", directory.path + "/no/report.json")
    #expect(nowhere.status == 2 && nowhere.error.contains("no/report.json"))
  }

  @Test("a report goes into a pipe, too, for whoever may not write to the directory of its name")
  func streamedReport() async throws {
    try FileManager.default.createDirectory(atPath: index, withIntermediateDirectories: true)
    chmod(index, 0o777)
    // To root every directory is open.
    let user = geteuid() == 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []
    let result = try await Command.run(
      arguments: ["index", corpus, "--index", index, "--quiet", "--report", "/dev/stdout"],
      through: user + ["bash", "-c", #""$@" | cat"#, "bash"])
    let report = try JSONDecoder().decode(JSONValue.self, from: Data(result.output.utf8))
    guard case .object(let top) = report else { throw CommandDied(description: "no report: \(result)") }
    #expect(top["runs"] != nil, "\(result.error)")
  }

  @Test("a configuration names index, corpora and options, with paths from where it is")
  func configuration() async throws {
    let file = try directory.write(
      """
      {"index": "配置 索引", "jobs": 1, "corpora": [
        {"paths": ["语料 库"], "collection": "全部", "exclude": ["2024", "*.jsonl"], "fields": {"publication": "公报"}},
        {"paths": ["语料 库/2024"], "collection": "二四", "prune": true, "fields": {"issuers": ["甲", "乙"]}}]}
      """, to: "corpus.json")
    let first = try await Command.run("index", "--config", file)
    #expect(first.status == 0)
    #expect(
      first.lines.dropFirst().prefix(3).map { $0.split(separator: " ")[...1].joined() } == ["全部1", "二四1", "all2"])
    let made = directory.path + "/配置 索引"
    let found = try await Command.run("search", "--filter", "issuers=乙", "--index", made, "--format", "trec")
    #expect(found.lines.count == 1 && found.output.contains("二四/乙.txt#1"))
    try FileManager.default.moveItem(atPath: corpus + "/2024/乙.txt", toPath: corpus + "/2024/丙.txt")
    let second = try await Command.run("index", "--config", file)
    #expect(second.lines[2].split(separator: " ").prefix(5) == ["二四", "1", "0", "0", "1"])
    #expect(try await Command.run("check", "--index", made).status == 0)
  }

  @Test(
    "a configuration that cannot be followed is refused with file, place and remedy",
    arguments: [
      ("{", "not valid JSON"), (#"{"corpora":[]}"#, "one of corpora"),
      (#"{"corpora":[{}]}"#, "corpora[0].paths is missing"),
      (#"{"corpora":[{"paths":["x"],"purne":true}]}"#, "corpora[0].purne: there is no such setting"),
      (#"{"corpora":[{"paths":"x"}]}"#, "corpora[0].paths"),
      (#"{"corpora":[{"paths":[]}]}"#, "corpora[0]: paths is empty"),
      (#"{"corpora":[{"paths":["x"],"max_source":0}]}"#, "corpora[0]: the largest source"),
      (#"{"corpora":[{"paths":["x"],"fields":{"date":"x"}}]}"#, "corpora[0]: field: “date”"),
      (#"{"jobs":0,"corpora":[{"paths":["x"]}]}"#, "jobs from 1"),
    ])
  func faultyConfiguration(text: String, words: String) async throws {
    let file = try directory.write(text, to: "corpus.json")
    let result = try await run("index", "--config", file)
    #expect(result.status == 2)
    #expect(result.error.contains(file) && result.error.contains(words), "\(result.error)")
  }

  @Test("options that do not go together, or make no sense, are refused before anything is done")
  func usage() async throws {
    for arguments in [
      ["index"], ["index", corpus, "--config", "x"], ["index", "--config", "x", "--prune"],
      ["index", corpus, "--field", "publication"], ["index", corpus, "--jobs", "0"], ["remove"],
      ["check", "--sample=-1"],
      ["index", corpus, "--collection", "a/b"],
    ] {
      #expect(try await Command.run(arguments: arguments + ["--index", index]).status == 2, "\(arguments)")
    }
    #expect(!FileManager.default.fileExists(atPath: index))
  }

  @Test("remove, check and backup end with statuses that scripts can tell apart")
  func upkeep() async throws {
    #expect(try await run("check").status == 4)
    #expect(try await run("backup", directory.path + "/backup").status == 4)
    #expect(try await run("remove", corpus).status == 4)
    _ = try await run("index", corpus)
    #expect(try await run("check", "--digest").lines.count == 2)
    #expect(try await run("backup", directory.path + "/backup").status == 0)
    #expect(try await run("remove", corpus + "/2024", "--dry-run").output.contains("1 sources would be removed"))
    #expect(try await run("remove", corpus + "/2024").lines.first == "removed  default/2024/乙.txt")
    #expect(try await run("remove", corpus + "/2024").status == 1)
    #expect(try await run("search", "\"乙方案\"").status == 1)
    let damaged = directory.path + "/backup/generations/000001/collections/default/documents/postlist.glass"
    try Data(repeating: 0, count: 8_192).write(to: URL(fileURLWithPath: damaged))
    let check = try await Command.run("check", "--index", directory.path + "/backup")
    #expect(check.status == 4 && check.error.contains("is damaged"))
  }
}
