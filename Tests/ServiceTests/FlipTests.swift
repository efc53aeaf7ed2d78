// An index that changes while it is asked.

import API
import Client
import Dispatch
import Foundation
import NIOConcurrencyHelpers
import Service
import Synchronization
import TestSupport
import Testing

@Suite("flips", .timeLimit(.minutes(3)))
struct FlipTests {
  private static let marks = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"]

  @Test("a new generation is served at once")
  func fresh() throws {
    let served = try ServedIndex()
    let client = try DaemonClient(socket: served.socket)
    for mark in FlipTests.marks {
      try ServedIndex.write(3, mark: mark, below: served.directory)
      #expect(try client.search(SearchRequest(query: "\"\(mark)字第1号\"")).total.strict == 1)
    }
    served.daemon.stop()
  }

  @Test("while the index flips under 8 clients there is no error, and each answer comes from one generation")
  func underLoad() throws {
    let served = try ServedIndex(documentCount: 50)
    let isOver = Atomic(false)
    let socket = served.socket
    let outcomes = NIOLockedValueBox<(answers: Int, faults: [String])>((0, []))
    let clients = DispatchGroup()
    for _ in 1...8 {
      clients.enter()
      Thread.detachNewThread {
        do {
          let client = try DaemonClient(socket: socket)
          while !isOver.load(ordering: .relaxed) {
            let answer = try client.search(SearchRequest(query: "农业保险", limit: 50, deadlineMilliseconds: 60_000))
            // All documents of a generation hold the same mark.
            let marks = Set(answer.hits.compactMap { $0.passages.first?.text.first })
            let isWhole =
              marks.count == 1 && marks.isSubset(of: FlipTests.marks.map(Character.init)) && answer.hits.count == 50
              && answer.total.strict == 50
            outcomes.withLockedValue {
              $0.answers += 1
              if !isWhole { $0.faults.append("\(answer.generation): \(answer.hits.count) hits of \(marks)") }
            }
          }
        } catch {
          outcomes.withLockedValue { $0.faults.append("\(error)") }
        }
        clients.leave()
      }
    }
    for mark in FlipTests.marks + FlipTests.marks { try ServedIndex.write(50, mark: mark, below: served.directory) }
    isOver.store(true, ordering: .relaxed)
    clients.wait()
    #expect(outcomes.withLockedValue { $0.faults } == [])
    #expect(outcomes.withLockedValue { $0.answers } >= 8)
    served.daemon.stop()
  }

  @Test("while the index is away the daemon says so, and it answers again once it is back")
  func gone() throws {
    let served = try ServedIndex()
    let client = try DaemonClient(socket: served.socket)
    let away = served.directory.path + "/away"
    #expect(try client.status().documents == 3)
    try FileManager.default.moveItem(atPath: served.index, toPath: away)
    let response = try RawConnection.get("/v1/status", from: served.socket)
    #expect(response.status == 503)
    #expect(try JSONDecoder().decode(Problem.self, from: response.body).kind == .indexUnavailable)
    #expect(try RawConnection.get("/v1/health", from: served.socket).status == 200)
    try FileManager.default.moveItem(atPath: away, toPath: served.index)
    #expect(try client.status().documents == 3)
    served.daemon.stop()
  }
}
