// Answers that workers send themselves: order, slow readers, leaving clients, draining.

import API
import Dispatch
import Foundation
import NIOConcurrencyHelpers
import TestSupport
import Testing

@testable import Service

@Suite("outlets", .timeLimit(.minutes(2)))
struct OutletTests {
  @Test("who reads late gets all of a long answer, and the next ones behind it")
  func slowReader() throws {
    let echo = try EchoServer()
    let connection = try RawConnection(echo.socket)
    let asked = [("a", EchoServer.large), ("b", 1), ("c", EchoServer.large), ("d", 1)]
    connection.send(asked.map(EchoServer.request).joined())
    usleep(200_000)
    let responses = try connection.responses(count: asked.count)
    for (response, (name, count)) in zip(responses, asked) { #expect(EchoServer.isAnswer(response, name, count)) }
    echo.stop()
  }

  @Test("a drain waits until a slow reader has its answer")
  func draining() throws {
    let echo = try EchoServer()
    let connection = try RawConnection(echo.socket)
    connection.send(EchoServer.request("a", EchoServer.large))
    // Something of the answer has come, so that the drain finds it on its way.
    let begun = try connection.receive()
    let drained = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      echo.server.drain(within: .seconds(30))
      drained.signal()
    }
    #expect(drained.wait(timeout: .now() + .milliseconds(200)) == .timedOut)
    let responses = try connection.responses(after: begun)
    #expect(responses.count == 1 && EchoServer.isAnswer(responses[0], "a", EchoServer.large))
    drained.wait()
    echo.pool.close()
    echo.listening.remove()
  }

  @Test("who leaves while an answer is written gets nothing of it into another connection")
  func leaving() throws {
    let echo = try EchoServer()
    let faults = NIOLockedValueBox<[String]>([])
    let clients = DispatchGroup()
    for client in 0..<4 {
      clients.enter()
      Thread.detachNewThread {
        for number in 0..<150 {
          do {
            // A new connection has the number of one that has just been closed.
            let leaving = try RawConnection(echo.socket)
            leaving.send(EchoServer.request("x", number % 3 == 0 ? EchoServer.large / 10 : number))
            if number % 2 == 0 { _ = try leaving.receive() }
            let staying = try RawConnection(echo.socket)
            staying.send(EchoServer.request("\(client)n\(number)", 50))
            let response = try staying.responses(count: 1)[0]
            if !EchoServer.isAnswer(response, "\(client)n\(number)", 50) {
              faults.withLockedValue { $0.append("client \(client), request \(number): \(response.head)") }
            }
          } catch {
            faults.withLockedValue { $0.append("client \(client), request \(number): \(error)") }
          }
        }
        clients.leave()
      }
    }
    clients.wait()
    #expect(faults.withLockedValue { $0 } == [])
    echo.stop()
  }

  @Test("a client that keeps its connection is answered however fast it asks again")
  func quickly() throws {
    let echo = try EchoServer()
    let connection = try RawConnection(echo.socket)
    for number in 1...500 {
      connection.send(EchoServer.request("a", number))
      #expect(EchoServer.isAnswer(try connection.responses(count: 1)[0], "a", number))
    }
    echo.stop()
  }
}
