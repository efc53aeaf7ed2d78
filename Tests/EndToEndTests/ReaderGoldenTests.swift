// What search, show and open print, as files whose changes are read as diffs.

import Foundation
import TestSupport
import Testing

@Suite("reading tools: goldens", .timeLimit(.minutes(5)))
struct ReaderGoldenTests {
  private static let document = "samples/linhu-gazette-2024-03.txt#9"

  private static let cases: [(name: String, arguments: [String])] = [
    ("search.txt", ["search", "普惠金融 首贷", "--limit", "3"]),
    ("search-colour.txt", ["search", "普惠金融 首贷", "--limit", "3", "--color", "always"]),
    ("search-passages.txt", ["search", "农业保险", "--limit", "2", "--passages", "3"]),
    (
      "search-facets.txt",
      ["search", "保险", "--facet", "issuer", "--facet", "year", "--facet", "region", "--limit", "0"]
    ),
    ("search-dates.txt", ["search", "--since", "2024-03", "--until", "2024-03-12", "--sort", "oldest"]),
    ("search-source.txt", ["search", "农业保险", "--limit", "6", "--group", "source"]),
    ("search-parent.txt", ["search", "农业保险", "--limit", "6", "--group", "parent"]),
    ("search-suggestion.txt", ["search", "普慧金融", "--limit", "1"]),
    ("search.json", ["search", "普惠金融 首贷", "--limit", "3", "--format", "json", "--facet", "kind"]),
    ("search.jsonl", ["search", "普惠金融 首贷", "--limit", "3", "--format", "jsonl", "--passages", "2"]),
    ("search.csv", ["search", "普惠金融 首贷", "--limit", "5", "--format", "csv"]),
    ("search.tsv", ["search", "普惠金融 首贷", "--limit", "5", "--format", "tsv"]),
    ("search-ids.txt", ["search", "普惠金融 首贷", "--limit", "5", "--format", "ids"]),
    ("show.txt", ["show", document]),
    ("show-colour.txt", ["show", document, "--color", "always"]),
    ("show-original.txt", ["show", document, "--original", "--lines", "973-990"]),
    ("show-repairs.txt", ["show", document, "--repairs"]),
    ("show.json", ["show", document, "--format", "json"]),
    ("show-cite.txt", ["show", document, "--cite"]),
    ("show-csl.json", ["show", document, "--format", "csl-json"]),
    ("open.txt", ["open", document]),
    ("open-line.txt", ["open", document, "--line", "979"]),
    ("open-match.txt", ["open", document, "--match", "汛期防范"]),
  ]

  @Test("outputs are those of the golden files, through the daemon too")
  func outputs() async throws {
    let samples = try await SampleCommand()
    var direct: [String: String] = [:]
    for (name, arguments) in Self.cases {
      let result = try await samples.run(arguments)
      #expect(result.status == 0, "\(name): \(result.error)")
      direct[name] = Self.masked(result.output)
      let differences = try GoldenFile(name).differences(from: direct[name]!)
      #expect(
        differences.isEmpty,
        "\(name): \(GoldenFile.updateVariable)=1 accepts this:\n\(differences.joined(separator: "\n"))")
    }
    let socket = samples.directory.path + "/s/suoyin.sock"
    try await RunningDaemon.serve(samples.index, on: socket) { _ in
      for (name, arguments) in Self.cases {
        let result = try await samples.run(arguments, environment: ["SUOYIN_SOCKET": socket])
        #expect(Self.masked(result.output) == direct[name], "\(name)")
      }
    }
  }

  /// Without what is another on every machine: times, and where the repository is. A path that is wrapped goes as a whole.
  private static func masked(_ output: String) -> String {
    output.replacing(/\(\d+\.\d ms\)/, with: "(… ms)").replacing(/"took_us":\d+/, with: #""took_us":0"#)
      .replacing(/source(?<escape>\e\[0m)? +\/(.*)(\n {13}.*)*/) { "source\($0.output.escape ?? "") …" }
      .replacing(SampleCommand.root, with: "…")
  }
}
