// The researcher's tools on the sample gazettes: what they print, in each of their forms.

import Foundation
import TestSupport
import Testing

@Suite("tools on the samples", .timeLimit(.minutes(5)))
struct ToolGoldenTests {
  private static let samples =
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Corpus/Samples").path
  private let directory: TemporaryDirectory
  private var index: String { directory.path + "/index" }

  init() async throws {
    directory = try TemporaryDirectory()
    let result = try await Command.run("index", Self.samples, "--index", index)
    #expect(result.status == 0, "\(result.error)")
  }

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
  ]

  @Test("output is that of the golden file, directly and through the daemon", arguments: outputs)
  func golden(name: String, arguments: [String]) async throws {
    let direct = try await Command.run(arguments: arguments + ["--index", index])
    #expect(direct.status == 0 && direct.error.isEmpty, "\(direct.error)")
    let differences = try GoldenFile(name).differences(from: direct.output)
    #expect(
      differences.isEmpty, "\(GoldenFile.updateVariable)=1 accepts this:\n\(differences.joined(separator: "\n"))")
    let socket = directory.path + "/s/suoyin.sock"
    try await RunningDaemon.serve(index, on: socket) { _ in
      let through = try await Command.run(arguments: arguments + ["--socket", socket])
      #expect(through.output == direct.output && through.status == 0)
    }
  }
}
