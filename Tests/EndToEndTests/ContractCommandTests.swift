// What is written for those who program against the daemon: the transcripts of API.md and the examples.

import Foundation
import Subprocess
import TestSupport
import Testing

@Suite("for programs", .timeLimit(.minutes(5)))
struct ContractCommandTests {
  @Test("the transcripts in API.md are what the daemon answers")
  func transcripts() async throws {
    let script = "import subprocess, sys; sys.exit(subprocess.run(sys.argv[1:]).returncode)"
    await #expect(throws: Never.self) {
      _ = try await Python.run(script, SampleCommand.root + "/Scripts/transcripts", "--check", Command.path)
    }
  }

  /// An example, the command that runs it, and what has to be installed.
  struct Example: CustomTestStringConvertible {
    let file: String
    let launcher: [String]
    let needs: [String]
    var testDescription: String { file }

    /// What of it is not installed here.
    var missing: [String] {
      let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      return needs.filter { name in
        !folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
      }
    }

    /// Runs it at a socket with a query.
    func run(_ socket: String, _ query: String) async throws -> CommandResult {
      let words = launcher + [SampleCommand.root + "/Scripts/examples/" + file, socket, query]
      let result = try await Subprocess.run(
        .name(words[0]), arguments: Arguments(Array(words.dropFirst())), output: .string(limit: 1 << 20),
        error: .string(limit: 1 << 20))
      guard case .exited(let status) = result.terminationStatus else {
        throw CommandDied(description: "\(words) ended by \(result.terminationStatus)")
      }
      return CommandResult(status: status, output: result.standardOutput, error: result.standardError)
    }

    static let all = [
      Example(file: "search.sh", launcher: ["bash"], needs: ["curl", "jq"]),
      Example(file: "search.py", launcher: ["python3"], needs: ["python3"]),
      Example(file: "search.mjs", launcher: ["node"], needs: ["node"]),
      Example(file: "search.go", launcher: ["go", "run"], needs: ["go"]),
    ]
  }

  @Test(
    "each example whose language is installed pages on, shows a document, handles a problem, and says if it finds nothing"
  )
  func examples() async throws {
    let sample = try await SampleCommand()
    let socket = sample.directory.path + "/s/suoyin.sock"
    let ids = try await sample.run(["search", "普惠金融", "--limit", "4", "--format", "ids"]).lines
    try await RunningDaemon.serve(sample.index, on: socket) { _ in
      for example in Example.all {
        guard example.missing.isEmpty else {
          print("examples: \(example.file) was not run: \(example.missing.joined(separator: ", ")) is not installed")
          continue
        }
        let result = try await example.run(socket, "普惠金融")
        let lines = result.lines
        #expect(result.status == 0 && lines.count == 6, "\(example.file): \(result.output) \(result.error)")
        #expect(lines.prefix(4).compactMap { $0.split(separator: " ").first } == ids, "\(example.file)")
        #expect(lines.dropFirst(4).first?.hasPrefix("document: ") == true, "\(example.file)")
        #expect(lines.last == "problem: 400 urn:suoyin:problem:invalid-parameter", "\(example.file)")
        let none = try await example.run(socket, "qqqq")
        #expect(none.status == 1 && none.output.isEmpty, "\(example.file): \(none.output)")
        #expect(none.error.contains("nothing was found") && none.error.count < 100, "\(example.file): \(none.error)")
      }
    }
  }
}
