// Runs the built command as users do: its own process, its real output.

import Foundation
import Subprocess
import SystemPackage

/// What a run of the command gave.
struct CommandResult {
  let status: Int32
  let output: String
  let error: String

  var lines: [Substring] { output.split(separator: "\n") }

  /// How many sources a run of `suoyin index` on one collection says it has added.
  var addedCount: Int? {
    let rows = lines.map { $0.split(separator: " ") }
    guard let header = rows.firstIndex(where: { $0.first == "collection" }), header + 1 < rows.count,
      rows[header + 1].count > 1
    else { return nil }
    return Int(rows[header + 1][1])
  }
}

/// The `suoyin` that was built together with the tests.
enum Command {
  /// It stands beside the test bundle.
  static let path =
    URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().path + "/suoyin"

  @discardableResult
  static func run(_ arguments: String..., environment: [String: String] = [:]) async throws -> CommandResult {
    try await run(arguments: arguments, environment: environment)
  }

  static func run(arguments: [String], environment: [String: String] = [:]) async throws -> CommandResult {
    let result = try await Subprocess.run(
      .path(FilePath(path)), arguments: Arguments(arguments), environment: self.environment(environment),
      output: .string(limit: 64 << 20), error: .string(limit: 1 << 20))
    guard case .exited(let status) = result.terminationStatus else {
      throw CommandDied(description: "\(arguments) ended by \(result.terminationStatus)")
    }
    return CommandResult(status: status, output: result.standardOutput ?? "", error: result.standardError ?? "")
  }

  /// Starts the command and kills it with SIGKILL after a while.
  ///
  /// - Returns: whether it was killed; false when it had ended by itself.
  static func runAndKill(_ arguments: String..., after delay: Duration) async throws -> Bool {
    let result = try await Subprocess.run(
      .path(FilePath(path)), arguments: Arguments(arguments), input: .none, output: .discarded, error: .discarded
    ) { execution in
      try await Task.sleep(for: delay)
      try? execution.send(signal: .kill)
    }
    return result.terminationStatus != .exited(0)
  }

  static func environment(_ changes: [String: String]) -> Environment {
    var keys: [Environment.Key: String?] = ["SUOYIN_INDEX": nil, "SUOYIN_SOCKET": nil]
    for (name, value) in changes { keys[Environment.Key(rawValue: name)!] = value }
    return .inherit.updating(keys)
  }
}

struct CommandDied: Error, CustomStringConvertible { let description: String }
