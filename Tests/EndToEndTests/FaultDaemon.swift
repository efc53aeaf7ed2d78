// A daemon that a test does harm to.

import API
import Client
import Foundation
import Subprocess
import TestSupport
import Testing

/// All tests of faults: one daemon at a time, because they watch how long things take.
@Suite("faults", .serialized, .timeLimit(.minutes(5)))
struct Faults {}

/// A daemon on an index of its own, and what it may not lose: answers, and what it held before the harm was done.
struct FaultDaemon {
  /// How many documents hold 农业保险.
  static let documentCount = 60
  /// Records that ``large`` asks for, a megabyte each.
  static let recordCount = 3
  /// A request whose answer is far more than a socket takes (212,992 bytes, socket(7)).
  static let large = "/v1/export?limit=\(recordCount)&deadline_ms=60000"
  /// Longer than an answer takes on a busy machine, and far shorter than any timeout of the daemon's.
  static let atOnce = Duration.seconds(10)

  let running: RunningDaemon
  let directory: TemporaryDirectory
  var socket: String { running.socket }
  var index: String { directory.path + "/index" }

  /// What a process holds.
  struct Holdings {
    let descriptors: Int
    let megabytes: Int
  }

  /// Serves an index while a body does harm, and then expects that the daemon runs, answers right at once, gives back
  /// what it holds, and ends well.
  ///
  /// - Parameters:
  ///   - records: whether the index holds what is asked for by ``large``.
  ///   - sentences: how many sentences each document has.
  ///   - launcher: a program with arguments that becomes the daemon.
  ///   - megabytes: how much more memory may be left than before: freed memory is not all given back to the system.
  static func serve(
    _ options: [String] = ["--workers", "2"], records: Bool = false, sentences: Int = 1,
    through launcher: [String] = [], spare megabytes: Int = 64, _ body: (FaultDaemon) async throws -> Void
  ) async throws {
    let directory = try TemporaryDirectory()
    try await write("甲", records: records, sentences: sentences, below: directory)
    let status = try await RunningDaemon.serve(
      directory.path + "/index", on: directory.path + "/s/suoyin.sock", options, through: launcher
    ) { running in
      let daemon = FaultDaemon(running: running, directory: directory)
      try await daemon.settle()
      let before = daemon.holdings
      try await body(daemon)
      try daemon.expectsRightAnswer()
      try await daemon.until("descriptors are back at \(before.descriptors)") {
        $0.holdings.descriptors <= before.descriptors
      }
      try await daemon.until("memory is back at \(before.megabytes) MB") {
        $0.holdings.megabytes <= before.megabytes + megabytes
      }
    }
    #expect(status == .exited(0))
  }

  /// Indexes documents that all hold a mark; the next mark replaces them.
  static func write(
    _ mark: String, records: Bool = false, sentences: Int = 1, below directory: TemporaryDirectory
  ) async throws {
    var lines = (1...documentCount).map {
      let text = String(repeating: "\(mark)字第\($0)号文件推进普惠金融，加快农业保险。", count: sentences)
      return "{\"id\":\"d\($0)\",\"title\":\"通知\($0)\",\"text\":\"\(text)\"}\n"
    }
    if records {
      // A field that nobody reads costs hardly anything to index.
      var generator = SeededGenerator(seed: 1)
      for number in 1...recordCount {
        let digits = (0..<1_000_000).map { _ in UInt8.random(in: 48...57, using: &generator) }
        let blob = String(decoding: digits, as: UTF8.self)
        lines.insert("{\"id\":\"r\(number)\",\"text\":\"记录。\",\"blob\":\"\(blob)\"}\n", at: 0)
      }
    }
    try directory.write(lines.joined(), to: "corpus/records.jsonl")
    let made = try await Command.run("index", directory.path + "/corpus", "--index", directory.path + "/index")
    guard made.status == 0 else { throw CommandDied(description: made.error) }
  }

  /// A connection that has sent something.
  func sending(_ text: String, timeout: Int = 30) throws -> RawConnection {
    let connection = try RawConnection(socket, timeout: timeout)
    connection.send(text)
    return connection
  }

  /// A request without a body.
  static func get(_ target: String, _ fields: String = "") -> String {
    "GET \(target) HTTP/1.1\r\nhost: x\r\n\(fields)\r\n"
  }
}

extension FaultDaemon {
  var holdings: Holdings {
    let descriptors = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(running.pid)/fd")) ?? []
    let status = (try? String(contentsOfFile: "/proc/\(running.pid)/status", encoding: .utf8)) ?? ""
    let resident = status.firstMatch(of: /VmRSS:\s+(\d+)/).flatMap { Int($0.1) } ?? 0
    return Holdings(descriptors: descriptors.count, megabytes: resident >> 10)
  }

  /// How long the daemon has kept cores busy.
  var cpuTime: Duration {
    let words = (try? String(contentsOfFile: "/proc/\(running.pid)/stat", encoding: .utf8))?.split(separator: " ") ?? []
    // Times in user and system mode, in hundredths of a second (proc(5)).
    return .milliseconds(10 * words.dropFirst(13).prefix(2).compactMap { Int($0) }.reduce(0, +))
  }

  /// Expects the right answer to a search, soon.
  func expectsRightAnswer(
    within limit: Duration = FaultDaemon.atOnce, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let start = ContinuousClock.now
    // A deadline would cut the answer short on a busy machine.
    let request = SearchRequest(query: "农业保险", limit: 5, deadlineMilliseconds: 60_000)
    let answer = try DaemonClient(socket: socket).search(request)
    #expect(answer.total.strict == FaultDaemon.documentCount && answer.hits.count == 5, sourceLocation: sourceLocation)
    #expect(ContinuousClock.now - start < limit, sourceLocation: sourceLocation)
  }

  /// Waits for a condition, for 20 seconds at most.
  func until(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation, _ condition: (FaultDaemon) throws -> Bool
  ) async throws {
    let start = ContinuousClock.now
    while try !condition(self) {
      guard Command.isRunning(running.pid) else { throw CommandDied(description: "the daemon died") }
      guard ContinuousClock.now - start < .seconds(20) else {
        Issue.record("not after 20 seconds: \(what); \(holdings)", sourceLocation: sourceLocation)
        return
      }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// Waits until every worker has opened the index and no connection is left.
  private func settle() async throws {
    try expectsRightAnswer(within: .seconds(30))
    var last = -1
    try await until("the number of descriptors stays the same") { daemon in
      // Longer than a worker listens on a connection.
      usleep(200_000)
      defer { last = daemon.holdings.descriptors }
      return daemon.holdings.descriptors == last
    }
  }
}
