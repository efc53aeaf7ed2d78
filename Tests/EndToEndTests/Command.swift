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

  /// - Parameter launcher: a program with arguments that starts what follows, such as `setpriv`.
  static func run(
    arguments: [String], environment: [String: String] = [:], through launcher: [String] = []
  ) async throws -> CommandResult {
    let words = launcher + [path] + arguments
    let result = try await Subprocess.run(
      executable(words[0]), arguments: Arguments(Array(words.dropFirst())), environment: self.environment(environment),
      output: .string(limit: 64 << 20), error: .string(limit: 64 << 20))
    guard case .exited(let status) = result.terminationStatus else {
      throw CommandDied(description: "\(words) ended by \(result.terminationStatus): \(result.standardError ?? "")")
    }
    return CommandResult(status: status, output: result.standardOutput ?? "", error: result.standardError ?? "")
  }

  /// A path is taken as it is; a name is looked up.
  static func executable(_ word: String) -> Executable { word.contains("/") ? .path(FilePath(word)) : .name(word) }

  /// Starts the command and kills it with SIGKILL.
  ///
  /// - Parameter moment: returns when it is time; gets the pid.
  /// - Returns: whether it was killed; false when it had ended by itself.
  static func runAndKill(
    _ arguments: [String], when moment: (Int32) async throws -> Void
  ) async throws -> Bool {
    let result = try await Subprocess.run(
      .path(FilePath(path)), arguments: Arguments(arguments), environment: environment([:]), input: .none,
      output: .discarded, error: .discarded
    ) { execution in
      try await moment(execution.processIdentifier.value)
      try? execution.send(signal: .kill)
    }
    return result.terminationStatus == .signaled(SIGKILL)
  }

  /// Whether a process runs; one that has ended and was not waited for does not.
  static func isRunning(_ pid: Int32) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8) else { return false }
    return status[status.lastIndex(of: ")")!...].dropFirst(2).first != "Z"
  }

  /// The segments that a run is writing, or an interrupted one has left, in an index.
  static func segments(in index: String) -> [String] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: index + "/building")) ?? []
    // building/segments-BOOT/COLLECTION/DIGEST/…
    return paths.filter { $0.hasPrefix("segments-") && $0.split(separator: "/").count == 3 }
  }

  static func environment(_ changes: [String: String]) -> Environment {
    var keys: [Environment.Key: String?] = ["SUOYIN_INDEX": nil, "SUOYIN_SOCKET": nil]
    for (name, value) in changes { keys[Environment.Key(rawValue: name)!] = value }
    return .inherit.updating(keys)
  }
}

struct CommandDied: Error, CustomStringConvertible { let description: String }
