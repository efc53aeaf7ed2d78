// The command on an index of the sample gazettes, as a researcher would have it.

import Foundation
import Subprocess
import TestSupport

/// An index of `Corpus/Samples` in a temporary directory.
struct SampleCommand {
  /// The repository.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  let directory: TemporaryDirectory
  var index: String { directory.path + "/index" }

  /// - Parameter collection: which the samples are indexed as; their ids begin with it.
  init(collection: String = "samples") async throws {
    directory = try TemporaryDirectory()
    let samples = Self.root + "/Corpus/Samples"
    let result = try await Command.run("index", samples, "--collection", collection, "--index", index)
    guard result.status == 0 else { throw CommandDied(description: result.error) }
  }

  /// Runs a subcommand on the index, 80 columns wide.
  func run(_ arguments: [String], columns: Int = 80, environment: [String: String] = [:]) async throws -> CommandResult
  {
    let variables = ["SUOYIN_INDEX": index, "COLUMNS": "\(columns)"].merging(environment) { $1 }
    return try await Command.run(arguments: arguments, environment: variables)
  }

  /// The ids of all documents.
  func ids() async throws -> [String] {
    try await run(["search", "--filter", "collection=samples", "--limit", "1000", "--format", "ids"]).lines.map(
      String.init)
  }
}

/// Python, which judges what is written for others by its own reading.
enum Python {
  static func run(_ script: String, _ arguments: String...) async throws -> String {
    let result = try await Subprocess.run(
      .name("python3"), arguments: Arguments(["-c", script] + arguments), output: .string(limit: 64 << 20),
      error: .string(limit: 1 << 20))
    guard result.terminationStatus == .exited(0) else {
      throw CommandDied(description: "python3: \(result.standardError ?? "")")
    }
    return result.standardOutput ?? ""
  }
}
