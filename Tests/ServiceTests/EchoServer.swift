// A server whose answers say what was asked.

import API
import Dispatch
import Foundation
import NIOCore
import NIOPosix
import TestSupport

@testable import Service

/// A server that answers `/v1/documents/NAME-COUNT` with so many times the name.
final class EchoServer: Sendable {
  /// Far more than a socket takes before somebody reads (212,992 bytes by default, socket(7)).
  static let large = 4_000_000

  let directory = try! TemporaryDirectory()
  let listening: ListeningSocket
  let server: Server
  let pool: WorkerPool
  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  var socket: String { listening.path }

  private struct Echo: Encodable { let text: String }

  init(workerCount: Int = 2) throws {
    listening = try ListeningSocket(directory.path + "/s/s")
    pool = try WorkerPool(workerCount: workerCount, capacity: 64) {
      { job, reply in
        guard case .document(let id, _, _) = job.question else { return reply(Response(HealthAnswer())) }
        let parts = id.split(separator: "-")
        reply(Response(Echo(text: String(repeating: String(parts[0]), count: Int(parts[1])!))))
      }
    }
    let options = ServiceOptions(index: "", socket: listening.path)
    let metrics = ServiceMetrics(workerCount: workerCount)
    server = try Server(
      listening, options, pool, metrics, RequestJournal(options, metrics, .silent), on: group.next())
  }

  static func request(_ name: String, _ count: Int) -> String {
    "GET /v1/documents/\(name)-\(count) HTTP/1.1\r\nhost: x\r\n\r\n"
  }

  static func isAnswer(_ response: RawResponse, _ name: String, _ count: Int) -> Bool {
    response.status == 200
      && response.body == Data("{\"text\":\"\(String(repeating: name, count: count))\"}\n".utf8)
  }

  /// Does something while the event loop does nothing.
  func withoutLoop<Value>(_ body: () throws -> Value) rethrows -> Value {
    let (held, gate) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    group.next().execute {
      held.signal()
      gate.wait()
    }
    held.wait()
    defer { gate.signal() }
    return try body()
  }

  func stop() {
    server.drain(within: .seconds(30))
    pool.close()
    try! group.syncShutdownGracefully()
    listening.remove()
  }
}
