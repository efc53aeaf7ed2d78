// Two who want to write one index at once, and those who only look meanwhile.

import Foundation
import Subprocess
import SystemPackage
import TestSupport
import Testing

@Suite("two at once")
struct WriterTests {
  private let directory: TemporaryDirectory
  private var index: String { directory.path + "/index" }
  private var corpus: String { directory.path + "/corpus" }

  init() async throws {
    directory = try TemporaryDirectory()
    try directory.write("旧档：普惠金融。", to: "corpus/a.txt")
    let made = try await Command.run("index", corpus, "--index", index)
    guard made.status == 0 else { throw CommandDied(description: made.error) }
    for number in 0..<30 {
      let text = (0..<60).map { "第\($0)条　新档第\(number)号文件规定，应当执行农业保险政策。" }.joined(separator: "\n")
      try directory.write(text, to: "corpus/new/\(number).txt")
    }
  }

  /// Runs a body while `index` holds the lock: it is stopped as soon as its segments are there, and goes on afterwards.
  ///
  /// - Returns: how it ended.
  private func whileIndexing(_ body: (Int32) async throws -> Void) async throws -> TerminationStatus {
    let result = try await Subprocess.run(
      .path(FilePath(Command.path)), arguments: ["index", corpus, "--index", index],
      environment: Command.environment([:]), input: .none, output: .discarded, error: .discarded
    ) { execution in
      let pid = execution.processIdentifier.value
      while Command.isRunning(pid), Command.segments(in: index).isEmpty {
        usleep(500)
      }
      kill(pid, SIGSTOP)
      try #require(Command.isRunning(pid), "it ended before it was stopped")
      defer { kill(pid, SIGCONT) }
      try await body(pid)
    }
    return result.terminationStatus
  }

  @Test("a second index, and a remove, are refused with the pid of the first; searches, checks and backups go on")
  func second() async throws {
    let backup = directory.path + "/backup"
    let ended = try await whileIndexing { pid in
      for arguments in [["index", corpus], ["index", corpus, "--rebuild"], ["remove", "default/a.txt"]] {
        let refused = try await Command.run(arguments: arguments + ["--index", index])
        #expect(refused.status == 4 && refused.error.contains("process \(pid)"), "\(arguments): \(refused.error)")
        #expect(refused.error.contains("wait for it to end"))
      }
      for arguments in [["index", corpus, "--dry-run"], ["remove", "default/a.txt", "--dry-run"], ["check"]] {
        let allowed = try await Command.run(arguments: arguments + ["--index", index])
        #expect(allowed.status == 0, "\(arguments): \(allowed.error)")
      }
      #expect(try await Command.run("search", "普惠金融", "--index", index).output.hasPrefix("1 document"))
      let copied = try await Command.run("backup", backup, "--index", index)
      #expect(copied.status == 0 && copied.output == "generation 000001 is in \(backup)\n", "\(copied.error)")
    }
    #expect(ended == .exited(0))
    #expect(try await Command.run("search", "农业保险", "--index", index).output.hasPrefix("30 documents"))
    // The backup is what answered when it was made.
    #expect(try await Command.run("check", "--index", backup).status == 0)
    #expect(try await Command.run("search", "农业保险", "--index", backup).status == 1)
    #expect(try await Command.run("remove", "default/a.txt", "--index", index).status == 0)
    #expect(try await Command.run("search", "普惠金融", "--index", index).status == 1)
  }

  @Test("two backups into one directory: the second is refused")
  func backups() async throws {
    let backup = directory.path + "/backup"
    try FileManager.default.createDirectory(atPath: backup, withIntermediateDirectories: true)
    try "\(index)\n".write(toFile: backup + "/backup", atomically: true, encoding: .utf8)
    let descriptor = open(backup + "/lock", O_RDWR | O_CREAT, 0o644)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    let refused = try await Command.run("backup", backup, "--index", index)
    #expect(refused.status == 4 && refused.error.contains("is being written by process unknown"), "\(refused.error)")
  }

  @Test("the lock file of a killed process does not stop the next run, whatever pid is in it")
  func staleLock() async throws {
    let ended = try await whileIndexing { kill($0, SIGKILL) }
    #expect(ended == .signaled(SIGKILL))
    #expect(FileManager.default.fileExists(atPath: index + "/lock"))
    // Even the pid of a process that lives.
    try "\(getpid())\n".write(toFile: index + "/lock", atomically: false, encoding: .utf8)
    let next = try await Command.run("index", corpus, "--index", index)
    #expect(next.status == 0, "\(next.error)")
    #expect(try await Command.run("search", "农业保险", "--index", index).output.hasPrefix("30 documents"))
  }
}
