// Exports as other programs read them, and as this one reads them again.

import API
import Foundation
import Subprocess
import TestSupport
import Testing

@Suite("export command", .timeLimit(.minutes(5)))
struct ExportCommandTests {
  private let sample: SampleCommand
  private var directory: TemporaryDirectory { sample.directory }
  private var index: String { sample.index }

  init() async throws { sample = try await SampleCommand(collection: "default") }

  private func documents(_ index: String) async throws -> (lines: String, documents: [ExportedDocument]) {
    let result = try await Command.run("export", "--index", index)
    #expect(result.status == 0, "\(result.error)")
    return (
      result.output, try result.lines.map { try JSONDecoder().decode(ExportedDocument.self, from: Data($0.utf8)) }
    )
  }

  @Test("what is exported and indexed again has its ids, texts and fields")
  func again() async throws {
    let first = try await documents(index)
    let records = try directory.write(first.lines, to: "records.jsonl")
    let result = try await Command.run("index", records, "--index", directory.path + "/again")
    #expect(result.status == 0, "\(result.error)")
    let second = try await documents(directory.path + "/again").documents
    #expect(first.documents.map(\.id) == second.map(\.id))
    for (before, after) in zip(first.documents, second) {
      #expect(before.text == after.text, "\(before.id)")
      // What was inferred is stated now.
      var (fields, again) = (before.fields, after.fields)
      (fields.inferred, again.inferred) = ([], [])
      #expect(fields == again, "\(before.id)")
    }
  }

  @Test("a table is read back by Python's csv module, cell by cell, also with marks, quotes and line ends in it")
  func table() async throws {
    let odd = #"{"id":"奇,怪\"一","title":"“引”,\"号\"","publication":"甲,\"乙\"","text":"文"}"# + "\n"
    let records = try directory.write(odd, to: "odd.jsonl")
    #expect(try await Command.run("index", records, "--index", index, "--collection", "odd").status == 0)
    let result = try await Command.run("export", "--index", index, "--format", "csv", "--bom")
    let path = try directory.write(result.output, to: "list.csv")
    let script =
      "import csv, json, sys; rows = csv.DictReader(open(sys.argv[1], encoding='utf-8-sig', newline='')); "
      + "print(json.dumps(list(rows)))"
    let python = try await Subprocess.run(
      .name("python3"), arguments: ["-c", script, path], output: .string(limit: 16 << 20))
    let rows = try JSONDecoder().decode([[String: String]].self, from: Data(python.standardOutput.utf8))
    let documents = try await documents(index).documents
    #expect(rows.map { $0["id"] } == documents.map(\.id))
    #expect(rows.map { $0["title"] } == documents.map { $0.title ?? "" })
    #expect(rows.map { $0["issuers"] } == documents.map { $0.issuers.joined(separator: "、") })
    let row = try #require(rows.first { $0["id"] == "奇,怪\"一" })
    #expect(row["publication"] == "甲,\"乙\"" && row.count == 15)
  }

  @Test("lines for a search engine alternate, and tokens hold no blank")
  func bulk() async throws {
    struct Action: Decodable { let index: [String: String] }
    struct Tokens: Decodable {
      let id: String
      let words: [String]
      let bigrams: [String]
      let values: [String]
    }
    let lines = try await Command.run("export", "--index", index, "--format", "bulk").lines.map { Data($0.utf8) }
    #expect(lines.count == 78)
    for start in stride(from: 0, to: lines.count, by: 2) {
      let action = try JSONDecoder().decode(Action.self, from: lines[start])
      let tokens = try JSONDecoder().decode(Tokens.self, from: lines[start + 1])
      #expect(action.index == ["_id": tokens.id] && !tokens.words.isEmpty)
      #expect(
        (tokens.words + tokens.bigrams + tokens.values).allSatisfy {
          !$0.isEmpty && !$0.contains(where: \.isWhitespace)
        })
    }
  }

  @Test("a reader that leaves ends the command quietly; nothing found is status 1; a mark goes with a table only")
  func ends() async throws {
    let piped = try await Subprocess.run(
      .name("bash"),
      arguments: ["-c", #""$0" export --index "$1" | head -c 100"#, Command.path, index],
      output: .string(limit: 4_096), error: .string(limit: 1 << 16))
    #expect(piped.standardOutput.hasPrefix("{") && piped.standardError.isEmpty)
    let nothing = try await Command.run("export", "火星", "--index", index)
    #expect(nothing.status == 1 && nothing.output.isEmpty)
    #expect(try await Command.run("export", "--bom", "--index", index).status == 2)
    #expect(try await Command.run("compare", "a", "b", "--bom", "--index", index).status == 2)
  }

  @Test("which id is unknown is said, directly and by the daemon")
  func unknown() async throws {
    let known = "default/linhu-gazette-2024-03.txt#3"
    let direct = try await Command.run("compare", known, "x", "--index", index)
    #expect(direct.status == 1 && direct.error.contains("there is no document x"))
    let socket = directory.path + "/s/suoyin.sock"
    try await RunningDaemon.serve(index, on: socket) { _ in
      let through = try await Command.run("compare", "y", known, "--socket", socket)
      #expect(through.status == 1 && through.error.contains("there is no document y"))
    }
  }
}
