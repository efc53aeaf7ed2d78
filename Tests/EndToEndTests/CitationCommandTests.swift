// The citation graph as users meet it: cites, cited-by and history, as text, JSON and CSV, with a daemon and without.

import API
import Foundation
import TestSupport
import Testing

@Suite("citation commands", .timeLimit(.minutes(5)))
struct CitationCommandTests {
  private let directory: TemporaryDirectory
  private var index: String { directory.path + "/index" }

  init() async throws {
    directory = try TemporaryDirectory()
    let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Corpus/Samples").path
    let result = try await Command.run("index", samples, "--collection", "samples", "--index", index)
    #expect(result.status == 0, "\(result.error)")
  }

  /// What is asked in the golden files: a document with edges out of it, one that several cite, one that was printed
  /// twice, one that was amended, one that the index has only by what repeals it, an attachment.
  private static let questions = [
    ["cites", "samples/linhu-gazette-2024-03.txt#1"],
    ["cites", "samples/linhu-gazette-2024-03.txt#3"],
    ["cites", "samples/linhu-gazette-2024-03.txt#11"],
    ["cites", "岚财金〔2023〕17号"],
    ["cited-by", "岚财金〔2021〕33号"],
    ["cited-by", "云政办发[2024]6号"],
    ["cited-by", "临政办发（2018）31号"],
    ["cited-by", "samples/qinglan-policies-2019-2024.txt#4"],
    ["history", "岚财金〔2021〕33号"],
    ["history", "临政办发〔2018〕31号"],
    ["history", "samples/linhu-gazette-2024-03.txt#5"],
    ["history", "samples/songling-gazette-2024-01.txt#4"],
  ]

  private func run(_ question: [String], _ format: String, socket: String? = nil) async throws -> CommandResult {
    let source = socket.map { ["--socket", $0] } ?? ["--index", index]
    return try await Command.run(arguments: question + source + ["--format", format])
  }

  @Test("answers are those of the golden files", arguments: ["text", "json", "csv"])
  func goldens(format: String) async throws {
    var sections: [String] = []
    for question in Self.questions {
      let result = try await run(question, format)
      sections.append("$ suoyin \(question.joined(separator: " ")) --format \(format)\n\(result.output)")
    }
    let differences = try GoldenFile("citations.\(format)").differences(from: sections.joined(separator: "\n"))
    #expect(
      differences.isEmpty, "\(GoldenFile.updateVariable)=1 accepts this:\n\(differences.joined(separator: "\n"))")
  }

  @Test("a number of a form of its own names the document that has it")
  func ownForms() async throws {
    let (file, own) = (directory.path + "/own.jsonl", directory.path + "/own")
    let lines = [
      #"{"id":"order","number":"岚政令第12号","title":"青岚省渡船办法","text":"根据《青岚省码头条例》，制定本办法。"}"#,
      #"{"id":"law","title":"青岚省码头条例","text":"第一条 码头。"}"#,
    ]
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: file))
    #expect(try await Command.run("index", file, "--index", own).status == 0)
    #expect(try await Command.run("show", "岚政令第12号", "--index", own).output.contains("order"))
    let cited = try await Command.run("cites", "岚政令第12号", "--index", own)
    #expect(cited.status == 0 && cited.output.contains("law"))
    let unknown = try await Command.run("cites", "岚政令第13号", "--index", own)
    #expect(unknown.status != 0 && unknown.error.contains("there is no document"))
  }

  @Test("a daemon gives the same answers")
  func daemon() async throws {
    let socket = directory.path + "/s/suoyin.sock"
    try await RunningDaemon.serve(index, on: socket) { _ in
      for (place, question) in Self.questions.enumerated() {
        let format = ["text", "json", "csv"][place % 3]
        let (direct, served) = (try await run(question, format), try await run(question, format, socket: socket))
        #expect(served.output == direct.output && served.status == direct.status, "\(question)")
      }
    }
  }

  @Test("a number means the one document that has it, in every command, directly and through the daemon")
  func numbers() async throws {
    let (first, second) = ("samples/linhu-gazette-2024-03.txt#1", "samples/songling-gazette-2024-01.txt#1")
    let (number, other) = ("云政发[2024]7号", "松政发（2024）2号")
    let several = ["samples/linhu-gazette-2024-03.txt#3", "samples/songling-gazette-2024-01.txt#8"]
    let socket = directory.path + "/s/suoyin.sock"
    try await RunningDaemon.serve(index, on: socket) { _ in
      for source in [["--index", index], ["--socket", socket]] {
        func run(_ arguments: String...) async throws -> CommandResult {
          try await Command.run(arguments: arguments + source)
        }
        for command in ["show", "open", "similar"] {
          let (named, numbered) = (try await run(command, first), try await run(command, number))
          #expect(numbered.status == 0 && numbered.output == named.output, "\(command): \(numbered.error)")
          let ambiguous = try await run(command, "云政办发〔2024〕6号")
          #expect(ambiguous.status == 2 && several.allSatisfy(ambiguous.error.contains), "\(ambiguous.error)")
          #expect(ambiguous.error.contains("农业保险工作的通知") && ambiguous.output.isEmpty)
          #expect(try await run(command, "国发〔1999〕99号").status == 1)
        }
        let (named, numbered) = (try await run("compare", first, second), try await run("compare", number, other))
        #expect(numbered.status == 0 && numbered.output == named.output, "\(numbered.error)")
      }
    }
  }

  @Test("the name of a source is answered with the documents that it holds")
  func sources() async throws {
    let name = "samples/songling-gazette-2024-01.txt"
    for command in ["show", "open", "similar", "cites", "history", "compare"] {
      let arguments = [command, name] + (command == "compare" ? [name + "#1"] : [])
      let result = try await Command.run(arguments: arguments + ["--index", index])
      #expect(result.status == 1 && result.output.isEmpty)
      #expect(result.error.contains("is a source, which holds documents \(name)#1 … \(name)#12"), "\(result.error)")
    }
  }

  @Test("every edge out of a document is an edge into the one it leads to")
  func inverse() async throws {
    let listed = try await Command.run(
      arguments: ["search", "--filter", "collection=samples", "--limit", "1000", "--format", "json", "--index", index])
    let hits = try JSONDecoder().decode(SearchAnswer.self, from: Data(listed.output.utf8)).hits
    var count = 0
    for hit in hits {
      for edge in try await edges("cites", hit.id) {
        for cited in edge.cited {
          let into = try await edges("cited-by", cited.id)
          #expect(into.contains(edge), "\(hit.id) → \(cited.id)")
          count += 1
        }
      }
    }
    #expect(count > 15)
  }

  private func edges(_ command: String, _ id: String) async throws -> [CitationEdge] {
    let result = try await run([command, id], "json")
    return try JSONDecoder().decode(CitationEdges.self, from: Data(result.output.utf8)).edges
  }

  @Test("fields of CSV are quoted where they hold commas or quotation marks")
  func quoting() async throws {
    let record = #"{"id":"a,\"1\"","title":"关于甲,乙的意见","text":"根据国发〔2020〕1号文件，制定本意见。"}"#
    try directory.write(record + "\n", to: "记录.jsonl")
    let other = directory.path + "/other"
    try await Command.run("index", directory.path + "/记录.jsonl", "--index", other)
    let result = try await Command.run("cites", #"a,"1""#, "--index", other, "--format", "csv")
    #expect(result.lines.last?.hasPrefix(#""a,""1""","#) == true, "\(result.output)")
    #expect(result.lines.last?.hasSuffix(",,,根据,国发〔2020〕1号,,default/记录.jsonl,1,,,,") == true, "\(result.output)")
  }

  @Test("an unknown document, and one without any edge, end with status 1; a limit out of bounds is wrong usage")
  func statuses() async throws {
    for command in ["cites", "cited-by", "history"] {
      let unknown = try await run([command, "nothing"], "text")
      #expect(unknown.status == 1 && unknown.output.isEmpty && unknown.error.contains("there is no document nothing"))
      let unnamed = try await run([command, "国发〔1999〕99号"], "text")
      #expect(unnamed.status == 1 && unnamed.output.isEmpty)
      #expect(try await run([command, "nothing", "--limit", "-1"], "text").status == 2)
    }
    #expect(try await run(["cited-by", "国发〔1999〕99号"], "csv").lines.count == 1)
  }
}
