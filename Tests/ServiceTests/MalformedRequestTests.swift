// Requests that are wrong on the wire: each gets a problem or a closed connection, and harms nobody else.

import API
import Foundation
import Service
import TestSupport
import Testing

@Suite("malformed requests", .timeLimit(.minutes(2)))
struct MalformedRequestTests {
  private let served: ServedIndex

  init() throws {
    served = try ServedIndex { options in
      options.idleTimeout = .milliseconds(300)
      options.lingerTimeout = .milliseconds(100)
    }
  }

  /// What is sent, and the statuses that may come back; no status is a connection that is closed without an answer.
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let statuses: [[Int]]

    init(_ name: String, _ text: String, _ statuses: [Int]...) {
      self.init(name, bytes: Array(text.utf8), statuses)
    }

    init(_ name: String, bytes: [UInt8], _ statuses: [[Int]]) {
      testDescription = name
      self.bytes = bytes
      self.statuses = statuses
    }
  }

  private static let tail = " HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n"
  private static func post(_ header: String, _ body: String) -> String {
    "POST /v1/search HTTP/1.1\r\nhost: localhost\r\n\(header)\r\n\r\n\(body)"
  }

  static let rows = [
    Row(
      "bytes in the target that are not UTF-8",
      bytes: Array("GET /v1/search?q=".utf8) + [0xFF, 0xFE] + Array(tail.utf8), [[400]]),
    Row("percent-encoded bytes that are not UTF-8", "GET /v1/search?q=%FF%FE" + tail, [400]),
    Row("percent-encoding cut short", "GET /v1/search?q=%E6%9" + tail, [400]),
    Row("no q", "GET /v1/search" + tail, [400]),
    Row("a limit below 0", "GET /v1/search?q=a&limit=-1" + tail, [400]),
    Row("a limit that is no number", "GET /v1/search?q=a&limit=x" + tail, [400]),
    Row("an unknown parameter", "GET /v1/search?q=a&colour=red" + tail, [400]),
    Row("an unknown path", "GET /v1/nothing" + tail, [404]),
    Row("a method the path does not take", "DELETE /v1/search?q=a" + tail, [405]),
    Row("an unknown method", "FROBNICATE /v1/search?q=a" + tail, [400]),
    Row("a field of 2 MB", "GET /v1/health HTTP/1.1\r\nx: \(String(repeating: "x", count: 2 << 20))\r\n\r\n", [431]),
    Row("a request line of 2 MB", "GET /v1/search?q=\(String(repeating: "x", count: 2 << 20))" + tail, [431]),
    Row(
      "500 fields", "GET /v1/health HTTP/1.1\r\n\(String(repeating: "x: y\r\n", count: 500))\r\n", [431]),
    Row("a Content-Length longer than the body", post("content-length: 50", #"{"q":"a"}"#), [408]),
    Row("a Content-Length shorter than the body", post("content-length: 3", #"{"q":"a"}"#), [400, 400]),
    Row("two different Content-Lengths", post("content-length: 9\r\ncontent-length: 8", #"{"q":"a"}"#), [400]),
    Row("a Content-Length that is no number", post("content-length: x", #"{"q":"a"}"#), [400]),
    Row("a Content-Length below 0", post("content-length: -1", #"{"q":"a"}"#), [400]),
    Row("a Content-Length too long", post("content-length: 262145", #"{"q":"a"}"#), [413]),
    Row("a Content-Length beyond all integers", post("content-length: 99999999999999999999999", ""), [400]),
    Row(
      "a chunked body that is too long",
      post("transfer-encoding: chunked", "40001\r\n" + String(repeating: "x", count: 0x40001)), [413]),
    Row("a chunk whose size is no number", post("transfer-encoding: chunked", "xyz\r\nabc\r\n0\r\n\r\n"), [400]),
    Row("half a request line", "GET /v1/sea", []),
    Row("half a header", "GET /v1/health HTTP/1.1\r\nhost: loc", []),
    Row("nothing", "", []),
    Row("garbage", bytes: [0x00, 0xFF, 0x16, 0x03, 0x01, 0x0D, 0x0A, 0x0D, 0x0A], [[400]]),
    Row("another protocol", "EHLO localhost\r\n", [400]),
    Row("another version of HTTP", "GET /v1/health HTTP/2.0\r\n\r\n", [400]),
    Row(
      "a pipelined pair, the second bad", "GET /v1/health HTTP/1.1\r\nhost: x\r\n\r\nGET /v1/nothing" + tail,
      [200, 404]),
    Row(
      "a pipelined pair, the second garbage", "GET /v1/status HTTP/1.1\r\nhost: x\r\n\r\n\u{1}\u{2}\r\n\r\n",
      [200, 400]),
  ]

  @Test(
    "a malformed request gets a problem or a closed connection, and the next good request its answer", arguments: rows)
  func malformed(row: Row) throws {
    let connection = try RawConnection(served.socket)
    connection.send(row.bytes)
    let responses = try connection.responses()
    #expect(row.statuses.contains(responses.map(\.status)), "\(responses.map(\.status))")
    for response in responses where response.status != 200 {
      let problem = try JSONDecoder().decode(Problem.self, from: response.body)
      #expect(problem.status == response.status && problem.kind != nil && !problem.detail.isEmpty)
      #expect(response.head.contains("content-type: application/problem+json\r\n"))
    }
    #expect(try RawConnection.get("/v1/search?q=%E9%87%91%E8%9E%8D", from: served.socket).status == 200)
    served.daemon.stop()
  }

  @Test("random bytes never take the daemon down")
  func randomBytes() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let connection = try RawConnection(served.socket)
      var bytes = Array("GET /v1/search?q=%E9%87%91 HTTP/1.1\r\nhost: localhost\r\ncontent-length: 4\r\n\r\n{}  ".utf8)
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      connection.send(bytes)
    }
    #expect(try RawConnection.get("/v1/health", from: served.socket).status == 200)
    served.daemon.stop()
  }

  @Test("405 names the methods that are taken")
  func allowed() throws {
    let connection = try RawConnection(served.socket)
    connection.send("PUT /v1/search HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n")
    #expect(try connection.responses(count: 1)[0].head.contains("allow: GET, HEAD, POST\r\n"))
    served.daemon.stop()
  }
}
