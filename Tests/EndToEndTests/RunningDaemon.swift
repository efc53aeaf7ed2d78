// Runs `suoyin serve` as users do, as a process of its own.

import Client
import Foundation
import Subprocess
import SystemPackage

/// A daemon that answers.
struct RunningDaemon {
  let pid: Int32
  let socket: String

  /// Ends it at once, with no chance to clean up.
  func killAtOnce() { kill(pid, SIGKILL) }

  /// Runs a daemon while a body runs, and ends it with SIGTERM if the body has not ended it.
  ///
  /// - Parameters:
  ///   - options: what stands behind index and socket on the command line.
  ///   - launcher: a program with arguments that becomes the daemon.
  ///   - log: the file that the daemon's log is appended to.
  /// - Returns: how it ended.
  @discardableResult
  static func serve(
    _ index: String, on socket: String, _ options: [String] = [], environment: [String: String] = [:],
    through launcher: [String] = [], log: String = "/dev/null", _ body: (RunningDaemon) async throws -> Void
  ) async throws -> TerminationStatus {
    let serve =
      [Command.path, "serve", "--index", index, "--socket", socket, "--workers", "2", "--deadline-ms", "60000"]
      + options
    let words = launcher + serve
    let log = try FileDescriptor.open(
      FilePath(log), .writeOnly, options: [.create, .append, .closeOnExec], permissions: .ownerReadWrite)
    let result = try await Subprocess.run(
      Command.executable(words[0]), arguments: Arguments(Array(words.dropFirst())),
      environment: Command.environment(environment), input: .none, output: .discarded,
      error: .fileDescriptor(log, closeAfterSpawningProcess: true)
    ) { execution in
      let daemon = RunningDaemon(pid: execution.processIdentifier.value, socket: socket)
      try await daemon.waitUntilReady()
      try await body(daemon)
      kill(daemon.pid, SIGTERM)
    }
    return result.terminationStatus
  }

  private func waitUntilReady() async throws {
    for _ in 0..<3_000 {
      if (try? DaemonClient(socket: socket)) != nil { return }
      try await Task.sleep(for: .milliseconds(10))
    }
    throw CommandDied(description: "no daemon came to answer on \(socket)")
  }
}
