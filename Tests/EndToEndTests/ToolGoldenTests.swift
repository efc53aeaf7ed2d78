// The researcher's tools on the sample gazettes: what they print, in each of their forms.

import API
import Foundation
import TestSupport
import Testing

@Suite("tools on the samples", .timeLimit(.minutes(5)))
struct ToolGoldenTests {
  private let sample: SampleCommand
  private var directory: TemporaryDirectory { sample.directory }
  private var index: String { sample.index }

  init() async throws { sample = try await SampleCommand(collection: "default") }

  private static let plans = [
    "compare", "default/linhu-gazette-2024-03.txt#10", "default/songling-gazette-2024-01.txt#5",
  ]
  private static let notices = [
    "compare", "default/linhu-gazette-2024-03.txt#4", "default/songling-gazette-2024-01.txt#4",
  ]
  private static let reply = ["export", "--filter", "kind=批复"]

  private static let outputs: [(String, [String])] = [
    ("compare.txt", plans),
    ("compare-all.txt", notices + ["--all"]),
    ("compare.json", notices + ["--format", "json"]),
    ("compare.csv", notices + ["--format", "csv"]),
    ("export.jsonl", reply),
    ("export.csv", ["export", "--format", "csv"]),
    ("export.bulk", reply + ["--format", "bulk"]),
    ("concordance.txt", ["concordance", "农业保险"]),
    ("concordance-date.txt", ["concordance", "普惠金融", "--sort", "date", "--limit", "3"]),
    ("concordance-left.txt", ["concordance", "保险", "--sort", "left", "--limit", "20", "--color", "always"]),
    ("concordance.csv", ["concordance", "\"农业保险\"", "--filter", "date=2024", "--format", "csv"]),
    ("concordance.jsonl", ["concordance", "5000万元", "--width", "6", "--format", "jsonl"]),
    ("concordance.json", ["concordance", "普惠金融", "--limit", "2", "--width", "6", "--format", "json"]),
    ("trend.txt", ["trend", "农业保险"]),
    ("trend-queries.txt", ["trend", "农业保险", "普惠金融", "--by", "issuer"]),
    ("trend.csv", ["trend", "保险", "\"补贴\"", "--by", "month", "--format", "csv"]),
    ("trend.json", ["trend", "保险", "--by", "region", "--format", "json"]),
    ("collocations.txt", ["collocations", "保险", "--limit", "12"]),
    ("collocations.csv", ["collocations", "农业保险", "--window", "6", "--limit", "5", "--format", "csv"]),
    ("collocations.json", ["collocations", "补贴", "--sort", "frequency", "--limit", "3", "--format", "json"]),
  ]

  @Test("output is that of the golden file, directly and through the daemon", arguments: outputs)
  func golden(name: String, arguments: [String]) async throws {
    let width = arguments[0] == "concordance" ? ["COLUMNS": "80"] : [:]
    let direct = try await Command.run(arguments: arguments + ["--index", index], environment: width)
    #expect(direct.status == 0 && direct.error.isEmpty, "\(direct.error)")
    let differences = try GoldenFile(name).differences(from: direct.output)
    #expect(
      differences.isEmpty, "\(GoldenFile.updateVariable)=1 accepts this:\n\(differences.joined(separator: "\n"))")
    let socket = directory.path + "/s/suoyin.sock"
    try await RunningDaemon.serve(index, on: socket) { _ in
      let through = try await Command.run(arguments: arguments + ["--socket", socket], environment: width)
      #expect(through.output == direct.output && through.status == 0)
    }
  }

  @Test("matches of a concordance stand in one column, by Python's reading of widths, whatever stands before them")
  func concordanceColumns() async throws {
    let query = ["concordance", "的 OR 和 OR 农业", "--index", index]
    let text = try await Command.run(arguments: query, environment: ["COLUMNS": "80"])
    let objects = try await Command.run(arguments: query + ["--format", "jsonl"])
    try objects.output.write(toFile: directory.path + "/lines.jsonl", atomically: true, encoding: .utf8)
    try text.output.write(toFile: directory.path + "/lines.txt", atomically: true, encoding: .utf8)
    let script = """
      import json, sys, unicodedata as u
      width = lambda s: sum(0 if u.category(c) in ('Mn', 'Me', 'Cf') else 2 if u.east_asian_width(c) in 'WF' else 1 for c in s)
      lines = open(sys.argv[1], encoding='utf-8').read().split('\\n')
      objects = [json.loads(l) for l in open(sys.argv[2], encoding='utf-8')]
      starts, widest = set(), 0
      for line, found in zip(lines, objects):
          ends = [i for i in range(len(line)) if line.startswith(' ' + found['match'] + ' ', i)]
          starts.add(frozenset(width(line[:i + 1]) for i in ends))
          widest = max(widest, width(line))
      print(len(objects), len(frozenset.intersection(*starts)), widest)
      """
    let found = try await Python.run(script, directory.path + "/lines.txt", directory.path + "/lines.jsonl")
    let numbers = found.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    #expect(numbers.count == 3 && numbers[0] >= 500 && numbers[1] == 1 && numbers[2] <= 80, "\(found)")
  }

  @Test("places and contexts of a concordance are whole where nothing says how many columns there are")
  func uncutConcordance() async throws {
    let query = ["concordance", "农业保险", "--index", index]
    let text = try await Command.run(arguments: query).lines
    let objects = try await Command.run(arguments: query + ["--format", "jsonl"]).lines
    let lines = try objects.map { try JSONDecoder().decode(ConcordanceLine.self, from: Data($0.utf8)) }
    #expect(lines.count > 10 && text.count == lines.count + 1)
    for (shown, line) in zip(text, lines) {
      let sides = [line.left, line.right].map { $0.replacing("\n", with: " ") }
      #expect(shown.hasPrefix("\(line.source):\(line.line) ") && shown.hasSuffix("\(sides[0]) 农业保险 \(sides[1])"))
    }
    let wide = try await Command.run(arguments: query, environment: ["COLUMNS": "200"])
    #expect(wide.lines.first?.hasPrefix("\(lines[0].source):\(lines[0].line) ") == true, "\(wide.output)")
    let page = try await Command.run(arguments: query + ["--sort", "right", "--limit", "2"])
    #expect(page.lines.last?.hasPrefix("the first 2 of \(lines.count) places, in ") == true, "\(page.output)")
  }

  @Test("the shell is offered fields, and behind one the values that the index has")
  func completion() async throws {
    func offered(_ word: String) async throws -> [String] {
      let words = ["suoyin", "search", "--index", index, "--filter", word]
      let result = try await Command.run(
        arguments: ["---completion", "search", "--", "--filter", "5", "\(word.utf8.count)"] + words)
      return result.output.split(whereSeparator: \.isNewline).map(String.init)
    }
    #expect(try await offered("").contains("kind="))
    #expect(try await offered("kind=").contains("kind=意见"))
    #expect(try await offered("date=").isEmpty)
  }

  @Test("man pages and completions are what the command says of itself")
  func manual() async throws {
    let manual = SampleCommand.root + "/Scripts/manual"
    let script = "import subprocess, sys; sys.exit(subprocess.run(sys.argv[1:]).returncode)"
    await #expect(throws: Never.self) { _ = try await Python.run(script, manual, "--check", Command.path) }
  }
}
