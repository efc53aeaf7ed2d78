// Workers that listen on the connection they answered last.

import Dispatch
import Foundation
import NIOConcurrencyHelpers
import TestSupport
import Testing

@testable import Service

@Suite("listening", .timeLimit(.minutes(2)))
struct ListeningTests {
  /// Longer than any worker listens.
  private static let patience: UInt32 = 250_000

  @Test("the next request on a connection is answered without the event loop, by the same bytes")
  func directly() throws {
    let echo = try EchoServer()
    let connection = try RawConnection(echo.socket)
    let requests = [
      EchoServer.request("a", 3), "POST /v1/search HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n{\"q\":\"a\"}",
    ]
    for request in requests {
      connection.send(request)
      let through = try connection.responses(count: 1)[0]
      for _ in 1...3 {
        let direct = try echo.withoutLoop {
          connection.send(request)
          return try connection.responses(count: 1)[0]
        }
        #expect(direct.head == through.head && direct.body == through.body)
      }
    }
    echo.stop()
  }

  /// What a client sends in one or more pieces, a while apart.
  static let pieces: [[String]] = [
    ["GET /v1/documents/b-", "2 HTTP/1.1\r\nhost: x\r\n\r\n"],
    ["GET /v1/documents/b-2 HTTP/1.1\r\nhost: x\r\n", "\r\n"],
    [EchoServer.request("b", 1) + EchoServer.request("c", 1)],
    [EchoServer.request("b", 1) + "GET /v1/doc", "uments/c-1 HTTP/1.1\r\n\r\n"],
    [EchoServer.request("b", 1) + "GET /v1/health HTTP/1.1\r\n\r\n" + EchoServer.request("c", 1)],
    ["GET /v1/health HTTP/1.1\r\nhost: x\r\n\r\n"], ["GET /v1/nothing HTTP/1.1\r\nhost: x\r\n\r\n"],
    ["GET /v1/documents/b-1?x=1 HTTP/1.1\r\n\r\n"], ["DELETE /v1/status HTTP/1.1\r\nhost: x\r\n\r\n"],
    ["POST /v1/search HTTP/1.1\r\ncontent-length: 9\r\n\r\n", "{\"q\":\"a\"}"],
    ["POST /v1/search HTTP/1.1\r\ncontent-length: 8\r\n\r\n{\"q\":\"a\"}"],
    ["POST /v1/search HTTP/1.1\r\ncontent-length: 9\r\n\r\n{\"q\":\"a\"}" + EchoServer.request("b", 1)],
    ["POST /v1/search HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n9\r\n{\"q\":\"a\"}\r\n0\r\n\r\n"],
    ["GET /v1/documents/b-1 HTTP/1.1\r\nconnection: close\r\n\r\n"], ["GET /v1/documents/b-1 HTTP/1.0\r\n\r\n"],
    ["GET /v1/documents/b-1 HTTP/1.1\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n"],
    ["GET /v1/documents/b-1 HTTP/1.1\n\nGET /v1/documents/c-1 HTTP/1.1\r\n\r\n"], ["\r\n" + EchoServer.request("b", 1)],
    ["nonsense\r\n\r\n"], ["GET /v1/documents/b-1 HTTP/1.1\r\nno field\r\n\r\n"],
    ["GET /v1/documents/b-1 HTTP/1.1\r\nx: \(String(repeating: "x", count: 20_000))\r\n\r\n"],
    ["GET /v1/documents/b-1 HTTP/1.1\r\nx: y\r\n x\r\n\r\n"],
  ]

  @Test("whatever comes on a connection that is listened on is answered as on any other", arguments: pieces)
  func anything(pieces: [String]) throws {
    let echo = try EchoServer(workerCount: 1)
    /// Everything that comes back, until the client has stopped sending and the daemon has closed.
    func answers(after pause: UInt32) throws -> [String] {
      let connection = try RawConnection(echo.socket)
      connection.send(EchoServer.request("a", 1))
      _ = try connection.responses(count: 1)
      usleep(pause)
      for piece in pieces {
        connection.send(piece)
        usleep(20_000)
      }
      connection.stopSending()
      // Whether the last answer says that it is the last depends on when the daemon heard that no more is sent.
      return try connection.responses().map {
        $0.head.replacing("connection: close\r\n", with: "") + String(decoding: $0.body, as: UTF8.self)
      }
    }
    let expected = try answers(after: ListeningTests.patience)
    #expect(!expected.isEmpty)
    #expect(try answers(after: 0) == expected)
    echo.stop()
  }

  @Test("requests that were sent together are answered in order, and at once, before and after one alone")
  func pipelining() throws {
    let echo = try EchoServer()
    let connection = try RawConnection(echo.socket)
    let start = ContinuousClock.now
    for round in 1...20 {
      connection.send(EchoServer.request("a", round) + EchoServer.request("b", round))
      connection.send(EchoServer.request("c", round))
      let responses = try connection.responses(count: 3)
      for (response, name) in zip(responses, ["a", "b", "c"]) { #expect(EchoServer.isAnswer(response, name, round)) }
      connection.send(EchoServer.request("d", round))
      #expect(EchoServer.isAnswer(try connection.responses(count: 1)[0], "d", round))
    }
    // Had each round waited until a worker stops listening, it were two seconds.
    #expect(ContinuousClock.now - start < .seconds(1))
    echo.stop()
  }

  @Test("a client that stops sending right behind its request gets its answer")
  func halfClosed() throws {
    let echo = try EchoServer()
    for number in 1...300 {
      let connection = try RawConnection(echo.socket)
      connection.send(EchoServer.request("a", 1))
      _ = try connection.responses(count: 1)
      connection.send(EchoServer.request("b", number))
      connection.stopSending()
      let responses = try connection.responses()
      #expect(responses.count == 1 && EchoServer.isAnswer(responses[0], "b", number))
    }
    echo.stop()
  }

  @Test("a client that goes while it is listened to keeps nobody")
  func leaving() throws {
    let echo = try EchoServer(workerCount: 1)
    let start = ContinuousClock.now
    for number in 1...50 {
      let connection = try RawConnection(echo.socket)
      connection.send(EchoServer.request("a", number))
      #expect(EchoServer.isAnswer(try connection.responses(count: 1)[0], "a", number))
    }
    #expect(ContinuousClock.now - start < .seconds(4))
    echo.stop()
  }

  @Test("a drain does not wait for connections that are listened on")
  func draining() throws {
    let echo = try EchoServer()
    let connections = try (1...2).map { _ in try RawConnection(echo.socket) }
    for connection in connections {
      connection.send(EchoServer.request("a", 1))
      _ = try connection.responses(count: 1)
    }
    let start = ContinuousClock.now
    echo.stop()
    // It would wait ten seconds for them.
    #expect(ContinuousClock.now - start < .seconds(5))
    for connection in connections { #expect(try connection.responses().isEmpty) }
  }

  @Test("a pool that closes gives back what it listens on")
  func closing() throws {
    let echo = try EchoServer()
    let connection = try RawConnection(echo.socket)
    connection.send(EchoServer.request("a", 1))
    _ = try connection.responses(count: 1)
    echo.pool.close()
    connection.send(EchoServer.request("a", 1))
    #expect(try connection.responses(count: 1)[0].status == 503)
    echo.stop()
  }

  @Test("with more clients than workers each is answered, whoever is listened to")
  func crowd() throws {
    let echo = try EchoServer()
    let faults = NIOLockedValueBox<[String]>([])
    let clients = DispatchGroup()
    let start = ContinuousClock.now
    for client in 0..<12 {
      clients.enter()
      Thread.detachNewThread {
        do {
          let connection = try RawConnection(echo.socket)
          for number in 1...100 {
            connection.send(EchoServer.request("\(client)n", number))
            let response = try connection.responses(count: 1)[0]
            if !EchoServer.isAnswer(response, "\(client)n", number) {
              faults.withLockedValue { $0.append(response.head) }
            }
          }
        } catch {
          faults.withLockedValue { $0.append("client \(client): \(error)") }
        }
        clients.leave()
      }
    }
    clients.wait()
    #expect(faults.withLockedValue { $0 } == [])
    // Had each waited for somebody's listening to end, it were a minute.
    #expect(ContinuousClock.now - start < .seconds(20))
    echo.stop()
  }

  @Test("who reads late gets all of a long answer to a request that a worker has read")
  func slowReader() throws {
    let echo = try EchoServer()
    let connection = try RawConnection(echo.socket)
    for _ in 1...2 {
      connection.send(EchoServer.request("a", 1))
      _ = try connection.responses(count: 1)
      connection.send(EchoServer.request("b", EchoServer.large))
      usleep(200_000)
      #expect(EchoServer.isAnswer(try connection.responses(count: 1)[0], "b", EchoServer.large))
    }
    echo.stop()
  }
}
