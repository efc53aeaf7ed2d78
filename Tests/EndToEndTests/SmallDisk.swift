// A file system of a given size, seen by the commands that are run in it only.

import Foundation
import Subprocess
import SystemPackage
import TestSupport

/// A tmpfs in a mount namespace of its own.
///
/// An ordinary user may mount in a user namespace of his own, root also where there are none of those.
final class SmallDisk {
  /// How a mount namespace is made here and entered again; nil where neither way works.
  private static let way: (make: [String], enter: [String])? = {
    for (make, enter) in [
      (["unshare", "-rm"], ["nsenter", "--user", "--preserve-credentials", "--mount"]),
      (["unshare", "-m"], ["nsenter", "--mount"]),
    ] {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = make + ["mount", "-t", "tmpfs", "none", "/mnt"]
      (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
      guard (try? process.run()) != nil else { continue }
      process.waitUntilExit()
      if process.terminationStatus == 0 { return (make, enter) }
    }
    return nil
  }()

  /// Whether file systems can be mounted.
  static var isPossible: Bool { way != nil }

  /// Where it is mounted.
  let path: String
  /// A launcher of programs that see it.
  let enter: [String]

  private init(path: String, enter: [String]) { (self.path, self.enter) = (path, enter) }

  /// Mounts one while a body runs.
  ///
  /// - Parameters:
  ///   - path: a directory.
  ///   - options: those of tmpfs, such as `size=512k`.
  static func mounted(
    at path: String, options: String, _ body: (SmallDisk) async throws -> Void
  ) async throws {
    guard let way else { throw CommandDied(description: "nothing can be mounted") }
    let script = #"mount -t tmpfs -o "$1" none "$0" && touch "$0/mounted" && exec sleep 1000"#
    let words = way.make + ["bash", "-c", script, path, options]
    let result = try await Subprocess.run(
      .name(words[0]), arguments: Arguments(Array(words.dropFirst())), input: .none, output: .discarded,
      error: .string(limit: 1 << 16)
    ) { execution in
      let pid = execution.processIdentifier.value
      let disk = SmallDisk(path: path, enter: way.enter + ["--target", "\(pid)"])
      while Command.isRunning(pid), try await disk.shell("test -e \"$0/mounted\"", path).status != 0 {}
      do {
        if Command.isRunning(pid) { try await body(disk) }
      } catch {
        try? execution.send(signal: .kill)
        throw error
      }
      try? execution.send(signal: .kill)
    }
    guard result.terminationStatus == .signaled(SIGKILL) else {
      throw CommandDied(description: "nothing was mounted: \(result.standardError ?? "")")
    }
  }

  /// Runs the command there.
  @discardableResult
  func run(_ arguments: String...) async throws -> CommandResult { try await run(arguments) }

  @discardableResult
  func run(_ arguments: [String]) async throws -> CommandResult {
    try await Command.run(arguments: arguments, through: enter)
  }

  /// Runs a shell script there.
  ///
  /// - Parameter arguments: what it knows as `$0`, `$1` …
  @discardableResult
  func shell(_ script: String, _ arguments: String...) async throws -> CommandResult {
    let words = enter + ["bash", "-c", script] + arguments
    let result = try await Subprocess.run(
      .name(words[0]), arguments: Arguments(Array(words.dropFirst())), output: .string(limit: 1 << 20),
      error: .string(limit: 1 << 20))
    guard case .exited(let status) = result.terminationStatus else { throw CommandDied(description: script) }
    return CommandResult(status: status, output: result.standardOutput ?? "", error: result.standardError ?? "")
  }
}
