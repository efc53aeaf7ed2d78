// The daemon as its users meet it: found by the index, named by its socket, ended in every way.

import Client
import Foundation
import Subprocess
import TestSupport
import Testing

@Suite("serve", .timeLimit(.minutes(5)))
struct ServeTests {
  private let directory: TemporaryDirectory
  private var index: String { directory.path + "/索 引" }
  private var socket: String { directory.path + "/s/suoyin.sock" }

  init() async throws {
    directory = try TemporaryDirectory()
    var text = ""
    for number in 1...60 {
      text += "第\(number)号通知。推进普惠金融，加快农业保险，优化營商環境。\n\n各县区2024年第\(number)批项目补助\(number)万元。\n\n"
    }
    for number in 1...12 { try directory.write(text + "附件\(number)：绿色金融。\n", to: "corpus/公报\(number).txt") }
    let result = try await Command.run("index", directory.path + "/corpus", "--index", index)
    #expect(result.status == 0, "\(result.error)")
  }

  @Test("200 queries give the same bytes through the daemon and without it, but for the time taken")
  func sameAnswers() async throws {
    let file = try directory.write(ServeTests.queries(), to: "queries.jsonl")
    let batch = ["search", "--queries", file, "--format", "json", "--limit", "20", "--index", index]
    let direct = try await Command.run(arguments: batch)
    #expect(direct.lines.count == 200)
    try await RunningDaemon.serve(index, on: socket) { daemon in
      let through = try await Command.run(arguments: batch)
      #expect(ServeTests.withoutTimes(through.output) == ServeTests.withoutTimes(direct.output))
      // That it was the daemon: its answers come over the socket that is named as well.
      let named = try await Command.run(
        arguments: batch.dropLast(2) + ["--socket", daemon.socket], environment: ["SUOYIN_INDEX": "/nowhere"])
      #expect(ServeTests.withoutTimes(named.output) == ServeTests.withoutTimes(direct.output))
      let show = ["show", "default/公报3.txt#1", "--format", "json"]
      let shown = try await Command.run(arguments: show + ["--index", index]).output
      #expect(try await Command.run(arguments: show + ["--socket", daemon.socket]).output == shown)
      for command in ["show", "similar"] {
        for source in [["--index", index], ["--socket", daemon.socket]] {
          #expect(try await Command.run(arguments: [command, ""] + source).status == 1)
        }
      }
      let status = try await Command.run("status", "--index", index).output
      #expect(try await Command.run("status", environment: ["SUOYIN_SOCKET": daemon.socket]).output == status)
    }
    #expect(
      ServeTests.withoutTimes(try await Command.run(arguments: batch).output) == ServeTests.withoutTimes(direct.output))
  }

  @Test("SIGTERM ends the daemon with status 0 and leaves nothing behind")
  func termination() async throws {
    let status = try await RunningDaemon.serve(index, on: socket) { _ in
      #expect(FileManager.default.fileExists(atPath: index + "/daemon"))
    }
    #expect(status == .exited(0))
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path + "/s") == [])
    #expect(!FileManager.default.fileExists(atPath: index + "/daemon"))
  }

  @Test("a second daemon is refused with the pid of the first, which goes on; status 4")
  func second() async throws {
    try await RunningDaemon.serve(index, on: socket) { daemon in
      let second = try await Command.run("serve", "--index", index, "--socket", socket)
      #expect(second.status == 4)
      #expect(second.error.contains("process \(daemon.pid) "))
      #expect(try await Command.run("search", "金融", "--socket", socket).status == 0)
    }
  }

  @Test("after SIGKILL the command answers from the index, and a new daemon takes the socket over")
  func killed() async throws {
    let status = try await RunningDaemon.serve(index, on: socket) { $0.killAtOnce() }
    #expect(status != .exited(0))
    #expect(FileManager.default.fileExists(atPath: socket) && FileManager.default.fileExists(atPath: index + "/daemon"))
    #expect(try await Command.run("search", "金融", "--index", index).status == 0)
    let named = try await Command.run("search", "金融", "--socket", socket)
    #expect(named.status == 3 && named.error.contains(socket))
    let next = try await RunningDaemon.serve(index, on: socket) { _ in
      let answered = try await Command.run("search", "金融", "--socket", socket)
      #expect(answered.status == 0)
    }
    #expect(next == .exited(0))
  }

  @Test("a daemon that is named must be there: status 3; and only one of index and socket may be named: status 2")
  func statuses() async throws {
    #expect(try await Command.run("search", "金融", "--socket", socket).status == 3)
    #expect(try await Command.run("status", environment: ["SUOYIN_SOCKET": socket]).status == 3)
    #expect(try await Command.run("search", "金融", "--index", index, environment: ["SUOYIN_SOCKET": socket]).status == 0)
    #expect(try await Command.run("search", "金融", "--index", index, "--socket", socket).status == 2)
    let long = "/tmp/" + String(repeating: "x", count: 103)
    let refused = try await Command.run("serve", "--index", index, "--socket", long)
    #expect(refused.status == 2 && refused.error.contains("107"))
    #expect(try await Command.run("serve", "--index", index + "2", "--socket", socket).status == 4)
    for wrong in [["--workers", "0"], ["--queue", "0"], ["--deadline-ms", "x"]] {
      #expect(try await Command.run(arguments: ["serve", "--index", index] + wrong).status == 2)
    }
  }

  /// 200 queries of words, phrases and odd characters, the same in every run.
  private static func queries() -> String {
    let words = ["普惠金融", "农业保险", "营商环境", "營商環境", "第", "通知", "2024年", "补助", "绿色", "火星", "\"各县区\"", "“", "a", "50万元"]
    var generator = SeededGenerator(seed: 200)
    return (1...200).map { number in
      let query = (0...Int.random(in: 0...3, using: &generator)).map { _ in words.randomElement(using: &generator)! }
        .joined(separator: Bool.random(using: &generator) ? " " : "")
      return "{\"id\":\"\(number)\",\"q\":\"\(query.replacing("\"", with: "\\\""))\"}\n"
    }.joined()
  }

  private static func withoutTimes(_ output: String) -> String { output.replacing(/"took_us":\d+/, with: "") }
}
