// The reading tools at work: counting, jumping into files, the pager, and what they refuse.

import API
import Foundation
import TestSupport
import Testing

@Suite("reading tools: at work", .timeLimit(.minutes(5)))
struct ReaderCommandTests {
  @Test("a count is that of a plain scan over the repaired texts")
  func count() async throws {
    let samples = try await SampleCommand()
    var texts: [String] = []
    for id in try await samples.ids() {
      let json = try await samples.run(["show", id, "--format", "json"]).output
      let document = try JSONDecoder().decode(DocumentAnswer.self, from: Data(json.utf8))
      texts.append((document.title ?? "") + "\n" + document.text)
    }
    var generator = SeededGenerator(seed: 7)
    var phrases = ["普惠金融", "农业保险", "补贴", "办法", "本办法自", "不存在的词语"]
    while phrases.count < 60 {
      let text = texts.randomElement(using: &generator)!
      let start = text.indices.randomElement(using: &generator)!
      let phrase = text[start...].prefix(Int.random(in: 2...9, using: &generator))
      if phrase.unicodeScalars.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) }), phrase.count > 1 {
        phrases.append(String(phrase))
      }
    }
    for phrase in phrases {
      let expected = texts.count { $0.contains(phrase) }
      let result = try await samples.run(["search", "\"\(phrase)\"", "--count"])
      #expect(
        result.output == "\(expected)\n" && result.status == (expected == 0 ? 1 : 0), "\(phrase): \(result.output)")
    }
    let both = try await samples.run(["search", "保险 AND 补贴", "--count", "--format", "json"])
    let expected = texts.count { $0.contains("保险") && $0.contains("补贴") }
    #expect(both.output == "{\"count\":\(expected),\"query\":\"保险 AND 补贴\"}\n")
  }

  @Test("coverage is stated beside every kind of answer, directly and through the daemon")
  func coverage() async throws {
    let samples = try await SampleCommand()
    let damaged = samples.directory.path + "/残 缺.txt"
    try Data("关于普惠金融的通知\n\n拨付〓〓万元，\u{FFFD}用于普惠金融。\n".utf8).write(to: URL(filePath: damaged))
    let added = try await samples.run(["index", damaged, "--collection", "damaged"])
    #expect(added.status == 0)
    let answers = [
      ["search", "普惠金融"], ["search", "普惠金融", "--count"], ["search", "没有这句话的", "--format", "json"], ["trend", "普惠金融"],
      ["concordance", "普惠金融", "--format", "csv"], ["collocations", "普惠金融"], ["export", "普惠金融"],
    ]
    let (none, one) = (
      "coverage: 0 of 39 documents", "coverage: 1 of 1 document with damage that shows: unreadable in 1"
    )
    let socket = samples.directory.path + "/s/suoyin.sock"
    try await RunningDaemon.serve(samples.index, on: socket) { _ in
      for arguments in answers {
        for way in [[], ["--socket", socket]] {
          for (collection, line) in [("samples", none), ("damaged", one)] {
            let filtered = arguments + ["--coverage", "--filter", "collection=\(collection)"] + way
            let result = try await Command.run(
              arguments: filtered, environment: way.isEmpty ? ["SUOYIN_INDEX": samples.index] : [:])
            #expect(result.error.contains(line), "\(filtered): \(result.error)")
          }
        }
      }
    }
    let shown = try await samples.run(["show", "damaged/残 缺.txt#1"])
    #expect(shown.output.contains("unreadable  2 places, on line 3\n"))
  }

  @Test("what has a number and is a heading stands with the clause below it; what has none is printed")
  func headings() async throws {
    let directory = try TemporaryDirectory()
    try directory.write("一、保费补贴\n补贴\n中央财政承担四成。\n", to: "c/a.txt")
    try directory.write("农业生产总体平稳。\n", to: "c/b.txt")
    let index = directory.path + "/index"
    #expect(try await Command.run("index", directory.path + "/c", "--index", index).status == 0)
    let output = try await Command.run("compare", "default/a.txt#1", "default/b.txt#1", "--index", index).output
    let printed = output.split(separator: "\n").filter { $0.hasPrefix("  ") }.map { $0.dropFirst(2) }
    #expect(
      printed.filter { !$0.hasPrefix("A ") && !$0.hasPrefix("B ") } == ["补贴", "中央财政承担四成。", "农业生产总体平稳。"])
    let all = try await Command.run("compare", "default/a.txt#1", "default/b.txt#1", "--index", index, "--all").output
    #expect(all.contains("\n  保费补贴\n"))
  }

  @Test("--since and --until are the filter of the dates between them")
  func dates() async throws {
    let samples = try await SampleCommand()
    func ids(_ arguments: [String]) async throws -> [String] {
      try await samples.run(["search", "--format", "ids", "--limit", "100"] + arguments).lines.map(String.init)
    }
    for (since, until) in [("2024", nil), (nil, "2023-06"), ("2023年3月", "2024-03-12"), ("2024-03-12", "2024-03-12")] {
      let bounds = (since.map { ["--since", $0] } ?? []) + (until.map { ["--until", $0] } ?? [])
      let found = try await ids(bounds)
      #expect(try await found == ids(["--filter", "date=\(since ?? "")..\(until ?? "")"]) && !found.isEmpty)
    }
  }

  @Test("open names file and line, starts the editor, and says when the file has changed or is gone")
  func open() async throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write("关于保险的通知\n\n为推进农业保险，制定本方案。\n", to: "语 料/方案.txt")
    let index = directory.path + "/index"
    #expect(try await Command.run("index", directory.path + "/语 料", "--index", index).status == 0)
    func open(_ arguments: String..., environment: [String: String] = [:]) async throws -> CommandResult {
      try await Command.run(
        arguments: ["open", "default/方案.txt#1", "--index", index] + arguments, environment: environment)
    }
    #expect(try await open().output == "\(file):1\n")
    #expect(try await open("--match", "农业保险").output == "\(file):3\n")
    #expect(try await open("--match", "xqzv").status == 1)
    let unmarked = try await open("--match", "collection:default")
    #expect(unmarked.status == 1 && unmarked.output.isEmpty && unmarked.error.contains("nothing in the text of"))
    #expect(try await open("--line", "99").status == 2)
    let editor = ["VISUAL": "", "EDITOR": "printf '%s|' -"]
    #expect(try await open("--match", "农业保险", "--editor", environment: editor).output == "-|+3|\(file)|")
    #expect(try await open("--editor", environment: ["VISUAL": "sh -c 'exit 9'"]).status == 9)
    try directory.write("另文\n", to: "语 料/方案.txt")
    let changed = try await open()
    #expect(changed.status == 0 && changed.error.contains("has changed since it was indexed"))
    try FileManager.default.removeItem(atPath: file)
    let gone = try await open()
    #expect(gone.status == 1 && gone.output.isEmpty && gone.error.contains("\(file) is gone since it was indexed"))
  }

  /// Runs a command on a terminal of its own, and prints its status and what the terminal got.
  private static let terminal = """
    os, pty, sys = map(__import__, ('os', 'pty', 'sys'))
    pid, terminal = pty.fork()
    if pid == 0: os.execvp(sys.argv[1], sys.argv[1:])
    output = b''
    while True:
        try: piece = os.read(terminal, 65536)
        except OSError: break
        if not piece: break
        output += piece
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
    sys.stdout.write(output.decode().replace('\\r\\n', '\\n'))
    """

  @Test("on a terminal text goes through the pager, in colours, and the status stays")
  func pager() async throws {
    let samples = try await SampleCommand()
    func run(_ variables: String..., arguments: [String]) async throws -> [Substring] {
      let words =
        ["env", "TERM=xterm", "NO_COLOR=", "SUOYIN_INDEX=\(samples.index)"] + variables + [Command.path] + arguments
      let script = "import sys; sys.argv[1:] = \(words)\n" + Self.terminal
      return try await Python.run(script).split(separator: "\n", omittingEmptySubsequences: false)
    }
    let search = ["search", "保险", "--limit", "100", "--passages", "9"]
    let ended = try await run("SUOYIN_PAGER=head -n 1", "PAGER=false", arguments: search)
    #expect(ended.count == 3 && ended[0] == "0" && ended[1].contains("documents match"))
    #expect(try await run("PAGER=head -n 1", arguments: ["search", "xqzv"])[0] == "1")
    let coloured = try await run("PAGER=cat", arguments: search)
    #expect(coloured.count > 100 && coloured.contains { $0.contains("\u{1B}[1;31m保险") })
    #expect(try await run("PAGER=no-such-pager-xqzv", arguments: search).suffix(20) == coloured.suffix(20))
    let plain = try await run("NO_COLOR=1", arguments: search + ["--no-pager"])
    #expect(plain.contains { $0.contains("【保险】") } && !plain.contains { $0.contains("\u{1B}") })
  }

  @Test(
    "what does not go together is refused with the remedy, and nothing is printed",
    arguments: [
      (["search", "a", "--bom"], "--format csv"),
      (["search", "a", "--group", "source", "--format", "csv"], "--format text"),
      (["search", "a", "--facet", "kind", "--format", "ids"], "--limit 0"),
      (["search", "a", "--passages", "2", "--format", "tsv"], "jsonl"),
      (["search", "a", "--passages", "1", "--format", "ids"], "shows no passages"),
      (["search", "a", "--passages", "101"], "0 to 100"),
      (["search", "a", "--count", "--limit", "3"], "leave --limit"),
      (["search", "a", "--count", "--format", "csv"], "json"),
      (["search", "a", "--count", "--facet", "kind"], "--limit 0"),
      (["search", "--count", "--queries", "-"], "total.strict"),
      (["search", "--queries", "-", "--format", "ids"], "trec"),
      (["search", "a", "--since", "xyz"], "2024-03-05"),
      (["search", "a", "--since", "2025", "--until", "2024"], "exchange"),
      (["search", "a", "--since", "2025", "--filter", "日期=2024"], "not both"),
      (["search", "a", "--color", "blue"], "never"),
      (["show", "a", "--cite", "--original"], "leave the other options out"),
      (["show", "a", "--lines", "9-3"], "120-180"), (["show", "a", "--lines", "3", "--repairs"], "not both"),
      (["show", "a", "--format", "json", "--lines", "3"], "leave --repairs and --lines out"),
      (["show", "a", "--format", "csl-json", "--original"], "has no text"),
      (["open", "a", "--line", "3", "--match", "a"], "not both"), (["open", "a", "--line", "0"], "count from 1"),
      (["open", "a", "--editor"], "$VISUAL"),
    ])
  func usage(arguments: [String], remedy: String) async throws {
    let result = try await Command.run(arguments: arguments, environment: ["VISUAL": "", "EDITOR": ""])
    #expect(result.status == 2 && result.output.isEmpty && result.error.contains(remedy), "\(result.error)")
  }
}
