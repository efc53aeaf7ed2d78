// Connections with work that the test controls: leaving clients, full queues, draining.

import API
import Dispatch
import Foundation
import NIOPosix
import TestSupport
import Testing
import Xapian

@testable import Service

/// A server whose answers the test lets go one by one.
private final class HeldServer: Sendable {
  let directory = try! TemporaryDirectory()
  let listening: ListeningSocket
  let server: Server
  let pool: WorkerPool
  let started = DispatchSemaphore(value: 0)
  let gate = DispatchSemaphore(value: 0)
  /// Signalled when a worker sees that its asker has gone.
  let cancelled = DispatchSemaphore(value: 0)
  var socket: String { listening.path }

  init() throws {
    var options = ServiceOptions(index: "", socket: directory.path + "/s/s")
    options.queueCapacity = 1
    listening = try ListeningSocket(options.socket)
    pool = try WorkerPool(workerCount: 1, capacity: 1) { [started, gate, cancelled] in
      { job, reply in
        started.signal()
        while gate.wait(timeout: .now() + .milliseconds(1)) == .timedOut {
          if job.connection.flag.isCancelled {
            cancelled.signal()
            break
          }
        }
        reply(Response(HealthAnswer()))
      }
    }
    let metrics = ServiceMetrics(workerCount: 1)
    let journal = RequestJournal(options, metrics, .silent)
    server = try Server(
      listening, options, pool, metrics, journal, on: MultiThreadedEventLoopGroup.singleton.next())
  }

  func ask() throws -> RawConnection {
    let connection = try RawConnection(socket)
    connection.send("GET /v1/status HTTP/1.1\r\nhost: x\r\n\r\n")
    return connection
  }

  func stop() {
    server.drain(within: .seconds(30))
    pool.close()
    listening.remove()
  }
}

@Suite("connections", .timeLimit(.minutes(3)))
struct ConnectionTests {
  @Test("a client that goes away stops its work")
  func leaving() throws {
    let held = try HeldServer()
    do {
      let connection = try held.ask()
      // What nobody waits for any more is not begun.
      withExtendedLifetime(connection) { held.started.wait() }
    }
    held.cancelled.wait()
    held.stop()
  }

  @Test("a client that only stops sending still gets its answer")
  func halfClosed() throws {
    let held = try HeldServer()
    let connection = try held.ask()
    connection.stopSending()
    held.started.wait()
    held.gate.signal()
    #expect(try connection.responses().map(\.status) == [200])
    held.stop()
  }

  @Test("beyond the queue requests are refused with 503 and Retry-After, and health is still answered")
  func busy() throws {
    let held = try HeldServer()
    let running = try held.ask()
    held.started.wait()
    // Which of the two is queued first is open; one waits, the other is refused.
    let others = [try held.ask(), try held.ask()]
    #expect(try RawConnection.get("/v1/health", from: held.socket).status == 200)
    held.gate.signal()
    held.gate.signal()
    let responses = try others.map { try $0.responses(count: 1)[0] }
    #expect(responses.map(\.status).sorted() == [200, 503])
    let refused = try #require(responses.first { $0.status == 503 })
    #expect(refused.head.contains("retry-after: 1\r\n"))
    #expect(try JSONDecoder().decode(Problem.self, from: refused.body).kind == .busy)
    #expect(try running.responses(count: 1)[0].status == 200)
    held.stop()
  }

  @Test("draining answers what is running, closes what is idle, and takes nothing new")
  func draining() throws {
    let held = try HeldServer()
    let idle = try RawConnection(held.socket)
    let running = try held.ask()
    held.started.wait()
    let drained = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      held.server.drain(within: .seconds(30))
      drained.signal()
    }
    #expect(try idle.responses().isEmpty)
    #expect(throws: (any Error).self) { try RawConnection(held.socket) }
    // The loop has told one connection, and now tells the other.
    usleep(100_000)
    held.gate.signal()
    let responses = try running.responses()
    #expect(responses.map(\.status) == [200])
    #expect(responses[0].head.contains("connection: close\r\n"))
    drained.wait()
    held.pool.close()
    held.listening.remove()
  }

  @Test("a drain that takes too long ends what is running")
  func overdue() throws {
    let held = try HeldServer()
    let running = try held.ask()
    held.started.wait()
    held.server.drain(within: .milliseconds(50))
    #expect(try running.responses().isEmpty)
    held.cancelled.wait()
    held.pool.close()
    held.listening.remove()
  }

  @Test("pipelined requests are answered in order")
  func pipelining() throws {
    let held = try HeldServer()
    let connection = try RawConnection(held.socket)
    let paths = ["/v1/status", "/v1/health", "/v1/status", "/v1/nothing", "/v1/health"]
    connection.send(paths.map { "GET \($0) HTTP/1.1\r\nhost: x\r\n\r\n" }.joined())
    held.gate.signal()
    held.gate.signal()
    #expect(try connection.responses(count: 5).map(\.status) == [200, 200, 200, 404, 200])
    held.stop()
  }

  @Test(
    "HEAD gets the head that GET gets and no body, alone and with requests behind it, for answers and for problems",
    arguments: ["/v1/documents/b-100", "/v1/health", "/v1/openapi.json", "/v1/nothing", "/v1/search?x=1"])
  func head(target: String) throws {
    let echo = try EchoServer()
    let whole = try RawConnection.get(target, from: echo.socket)
    let head = "HEAD \(target) HTTP/1.1\r\nhost: x\r\n\r\n"
    let next = EchoServer.request("a", 3)
    let connection = try RawConnection(echo.socket)
    // The second time a worker may listen on the connection.
    for _ in 1...2 {
      connection.send(next)
      _ = try connection.responses(count: 1)
      connection.send(head)
      #expect(try connection.receive(until: "\r\n\r\n") == whole.head)
      // A worker that answered HEAD must not take the next one for HEAD, too.
      connection.send(next)
      #expect(EchoServer.isAnswer(try connection.responses(count: 1)[0], "a", 3))
      connection.send(head + head + next)
      let answer = "{\"text\":\"aaa\"}\n"
      let all = try connection.receive(until: answer)
      #expect(all.hasPrefix(whole.head + whole.head + "HTTP/1.1 200 OK\r\n") && all.hasSuffix("\r\n\r\n" + answer))
    }
    connection.send("HEAD \(target) HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
    #expect(try connection.receive(until: "\r\n\r\n").contains("connection: close\r\n"))
    #expect(try connection.responses().isEmpty)
    echo.stop()
  }

  @Test("HEAD that is refused before its end gets no body")
  func refusedHead() throws {
    let echo = try EchoServer()
    let connection = try RawConnection(echo.socket)
    connection.send("HEAD /v1/health HTTP/1.1\r\nhost: x\r\ncontent-length: 9999999\r\n\r\n")
    connection.stopSending()
    let head = try connection.receive(until: "\r\n\r\n")
    #expect(head.hasPrefix("HTTP/1.1 413 ") && head.hasSuffix("\r\n\r\n"))
    #expect(try connection.responses().isEmpty)
    echo.stop()
  }

  @Test("an offered upgrade is not taken, and the connection closes after the answer")
  func upgrade() throws {
    let held = try HeldServer()
    let connection = try RawConnection(held.socket)
    connection.send("GET /v1/health HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n")
    #expect(try connection.responses().map(\.status) == [200])
    held.stop()
  }

  @Test("who asks before sending a body is told to go on")
  func expectation() throws {
    let held = try HeldServer()
    let connection = try RawConnection(held.socket)
    connection.send("POST /v1/search HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: 2\r\n\r\n")
    #expect(try connection.receive(until: "\r\n\r\n").hasPrefix("HTTP/1.1 100 "))
    connection.send("{}")
    #expect(try connection.responses(count: 1)[0].status == 400)
    held.stop()
  }
}
