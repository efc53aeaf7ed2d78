// suoyin serve --check: what a start would find, without starting.

import Foundation
import Subprocess
import TestSupport
import Testing

@Suite("start check", .timeLimit(.minutes(5)))
struct StartCheckTests {
  private let notice: NoticeIndex
  private var directory: TemporaryDirectory { notice.directory }
  private var index: String { notice.path }
  private var socket: String { directory.path + "/s/suoyin.sock" }

  init() async throws { notice = try await NoticeIndex() }

  /// Everything below the directory, with its modification times.
  private func state() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: directory.path).sorted().map {
      "\($0) \(try FileManager.default.attributesOfItem(atPath: directory.path + "/" + $0)[.modificationDate]!)"
    }
  }

  /// Runs the check and compares its status with that of a start where the start fails.
  private func check(_ options: [String], through launcher: [String] = []) async throws -> CommandResult {
    let serve = ["serve"] + options
    let before = try state()
    let checked = try await Command.run(arguments: serve + ["--check"], through: launcher)
    #expect(try state() == before)
    if checked.status != 0 {
      #expect(try await Command.run(arguments: serve, through: launcher).status == checked.status)
    }
    return checked
  }

  /// The lines that begin so, without what is behind the subject.
  private func subjects(_ verdict: String, _ result: CommandResult) -> [Substring] {
    result.lines.filter { $0.hasPrefix(verdict) }.map { $0.split(separator: " ")[1] }
  }

  @Test("where a start would serve, each thing has a line and the status is 0; nothing is made")
  func good() async throws {
    let result = try await check(["--index", index, "--socket", socket])
    #expect(result.status == 0 && result.error.isEmpty)
    #expect(
      subjects("good", result) == ["index", "descriptors", "daemon", "directory", "socket"] && result.lines.count == 5)
    #expect(result.output.contains("1 documents") && result.output.contains("\(directory.path)/s: a start makes it"))
  }

  @Test("an index that is missing or of another version is found: status 4")
  func index() async throws {
    let missing = try await check(["--index", index + "2", "--socket", socket])
    #expect(missing.status == 4 && subjects("FAILED", missing) == ["index"])
    let manifest = try #require(
      FileManager.default.subpathsOfDirectory(atPath: index).first { $0.hasSuffix("manifest.json") })
    let text = try String(contentsOfFile: index + "/" + manifest, encoding: .utf8)
    try directory.write(text.replacing(/"schema" ?: ?\d+/, with: "\"schema\":1"), to: "index/" + manifest)
    let old = try await check(["--index", index, "--socket", socket])
    #expect(old.status == 4 && subjects("FAILED", old) == ["index"])
  }

  @Test("a path that no socket can have is found: status 2; a missing index goes before it, as in a start")
  func path() async throws {
    let long = "/tmp/" + String(repeating: "x", count: 103)
    let result = try await check(["--index", index, "--socket", long])
    #expect(result.status == 2 && subjects("FAILED", result) == ["socket"] && result.output.contains("107"))
    #expect(try await check(["--index", index + "2", "--socket", long]).status == 4)
    try directory.write("mine", to: "file")
    let file = try await check(["--index", index, "--socket", directory.path + "/file"])
    #expect(file.status == 2 && file.output.contains("is not a socket"))
  }

  @Test("a daemon that has the socket or the index is named: status 4; one that is gone is no hindrance")
  func taken() async throws {
    try await RunningDaemon.serve(index, on: socket) { daemon in
      let both = try await check(["--index", index, "--socket", socket])
      #expect(both.status == 4 && subjects("FAILED", both) == ["daemon", "socket"])
      #expect(both.lines.count { $0.contains("process \(daemon.pid)") } == 2)
      let other = try await check(["--index", index, "--socket", directory.path + "/other/s"])
      #expect(other.status == 4 && subjects("FAILED", other) == ["daemon"])
      #expect(try await Command.run("search", "金融", "--socket", socket).status == 0)
    }
    try await RunningDaemon.serve(index, on: socket) { $0.killAtOnce() }
    let stale = try await check(["--index", index, "--socket", socket])
    #expect(stale.status == 0 && stale.output.contains("left by a daemon that is gone"))
  }

  @Test("more workers than descriptors are found, and a start refuses them: status 4")
  func descriptors() async throws {
    let launcher = ["sh", "-c", "ulimit -n 256; exec \"$@\"", "sh"]
    let options = ["--index", index, "--socket", socket, "--workers"]
    let result = try await check(options + ["100"], through: launcher)
    #expect(result.status == 4 && subjects("FAILED", result) == ["descriptors"] && result.output.contains("ulimit -n"))
    #expect(try await check(options + ["8"], through: launcher).status == 0)
  }

  @Test("what the process was started with counts, too: status 4 where nothing is left for the workers")
  func inherited() async throws {
    let open = "ulimit -n 64; for number in {10..39}; do eval \"exec $number</dev/null\"; done; exec \"$@\""
    let options = ["--index", index, "--socket", socket, "--workers", "2"]
    let result = try await check(options, through: ["bash", "-c", open, "bash"])
    #expect(result.status == 4 && subjects("FAILED", result) == ["descriptors"], "\(result.output)")
    #expect(try await check(options, through: ["bash", "-c", "ulimit -n 64; exec \"$@\"", "bash"]).status == 0)
  }

  @Test("a directory that cannot be written and a group that cannot be given are found")
  func permissions() async throws {
    let isRoot = geteuid() == 0
    let asNobody = isRoot ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []
    // What the user who is checked for may not write to or give.
    let closed = isRoot ? directory.path : "/"
    let foreign = isRoot ? "0" : "4000000000"
    let place = try await check(["--index", index, "--socket", closed + "/x/s"], through: asNobody)
    #expect(place.status == 4 && subjects("FAILED", place) == ["directory"] && place.output.contains(closed))
    chmod(directory.path, 0o777)
    let group = try await check(
      ["--index", index, "--socket", socket, "--socket-mode", "0660", "--socket-group", foreign], through: asNobody)
    #expect(group.status == 2 && subjects("FAILED", group) == ["directory"])
  }

  @Test("a socket that is handed over needs no directory")
  func handed() async throws {
    let result = try await Command.run(
      arguments: ["serve", "--index", index, "--check"], through: Activation.launcher(socket))
    #expect(result.status == 0 && result.output.contains("\(socket): handed over"))
    #expect(subjects("good", result) == ["index", "socket", "descriptors", "daemon"])
  }
}
