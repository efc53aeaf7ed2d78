// The daemon's log: its lines, and a reader that does not read.

import Foundation
import Logging
import NIOConcurrencyHelpers
import Testing

@testable import Service

@Suite("log lines", .timeLimit(.minutes(5)))
struct LineLogTests {
  /// What is written to a pipe by a body.
  private func written(_ body: (Logger) -> Void) throws -> [String] {
    let pipe = Pipe()
    let log = LineLog(descriptor: pipe.fileHandleForWriting.fileDescriptor)
    body(Logger(label: "test") { _ in log })
    log.flush()
    try pipe.fileHandleForWriting.close()
    return String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).split(separator: "\n").map(
      String.init)
  }

  @Test("a message is one line with its values, whatever they hold")
  func lines() throws {
    let lines = try written { logger in
      logger.info("answered", metadata: ["status": "200", "query": "普惠 金融", "empty": "", "quoted": "a\"b"])
      logger.error("x\n2024-01-01T00:00:00Z error forged", metadata: ["value": "\u{1B}[2J\r\n\u{85}"])
      logger.debug("not wanted")
    }
    #expect(lines.count == 2)
    #expect(lines[0].hasSuffix(#" info answered empty="" query="普惠 金融" quoted="a\"b" status=200"#))
    let time = #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ /#
    #expect(lines[0].prefixMatch(of: time) != nil)
    #expect(lines[1].hasSuffix(#" error x<A>2024-01-01T00:00:00Z error forged value="<1B>[2J<D><A><85>""#))
  }

  @Test("who logs never waits for a reader that does not read, and is told what was lost")
  func stalled() throws {
    let pipe = Pipe()
    let log = LineLog(descriptor: pipe.fileHandleForWriting.fileDescriptor)
    let logger = Logger(label: "test") { _ in log }
    let long = String(repeating: "长", count: 300)
    let start = ContinuousClock.now
    for number in 0..<30_000 { logger.info("\(number)", metadata: ["text": "\(long)"]) }
    // 27 MB into a pipe that takes 64 KB: waiting would have no end.
    #expect(ContinuousClock.now - start < .seconds(50))
    let (read, isRead) = (NIOLockedValueBox(Data()), DispatchSemaphore(value: 0))
    Thread.detachNewThread {
      let all = pipe.fileHandleForReading.readDataToEndOfFile()
      read.withLockedValue { $0 = all }
      isRead.signal()
    }
    log.flush()
    logger.info("after")
    log.flush()
    try pipe.fileHandleForWriting.close()
    isRead.wait()
    let text = String(decoding: read.withLockedValue { $0 }, as: UTF8.self)
    let losses = text.matches(of: #/warning (\d+) lines were lost/#).compactMap { Int($0.1) }
    #expect(!losses.isEmpty)
    // Every line was written or counted.
    #expect(text.split(separator: "\n").count - losses.count + losses.reduce(0, +) == 30_001)
  }
}
