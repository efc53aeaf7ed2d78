// Requests that are not what a daemon hopes for: unfinished, far too long, not text, many at once.

import API
import Foundation
import TestSupport
import Testing

extension Faults {
  @Suite("requests")
  struct Requests {
    @Test("half a request, then silence: the connection is closed, and who has sent a whole head is told why")
    func half() async throws {
      try await FaultDaemon.serve(["--workers", "2", "--idle-seconds", "1"]) { daemon in
        let body = "POST /v1/search HTTP/1.1\r\nhost: x\r\ncontent-length: 50\r\n\r\n{\"q\":"
        for (text, statuses) in [
          ("", []), ("GET /v1/sea", []), ("GET /v1/health HTTP/1.1\r\nhost: lo", []), (body, [408]),
        ] {
          let start = ContinuousClock.now
          let connection = try daemon.sending(text)
          try daemon.expectsRightAnswer()
          #expect(try connection.responses().map(\.status) == statuses)
          #expect((.milliseconds(900)...FaultDaemon.atOnce).contains(ContinuousClock.now - start), "\(text)")
        }
      }
    }

    @Test("a connection on which nothing more is asked is closed after a while")
    func idle() async throws {
      try await FaultDaemon.serve(["--workers", "2", "--idle-seconds", "1"]) { daemon in
        let connection = try daemon.sending(FaultDaemon.get("/v1/status"))
        #expect(try connection.responses(count: 1).map(\.status) == [200])
        let start = ContinuousClock.now
        #expect(try connection.responses().isEmpty)
        #expect((.milliseconds(700)...FaultDaemon.atOnce).contains(ContinuousClock.now - start))
      }
    }

    @Test("a head of 1 MB and bodies of 100 MB, declared or not, are refused, and take no memory")
    func long() async throws {
      try await FaultDaemon.serve { daemon in
        let before = daemon.holdings.megabytes
        let post = "POST /v1/search HTTP/1.1\r\nhost: x\r\n"
        let megabyte = String(repeating: "x", count: 1 << 20)
        let chunk = "100000\r\n\(megabyte)\r\n"
        for (head, piece, count, status) in [
          ("GET /v1/health HTTP/1.1\r\n", "x: \(megabyte)\r\n\r\n", 1, 431),
          ("GET /v1/search?q=", "\(megabyte) HTTP/1.1\r\n\r\n", 1, 431),
          (post + "content-length: \(100 << 20)\r\n\r\n", megabyte, 100, 413),
          (post + "transfer-encoding: chunked\r\n\r\n", chunk, 100, 413),
        ] {
          let connection = try daemon.sending(head)
          for _ in 0..<count { connection.send(piece) }
          let responses = try connection.responses()
          #expect(responses.map(\.status) == [status])
          #expect(responses.allSatisfy { $0.head.contains("application/problem+json") })
          #expect(daemon.holdings.megabytes < before + 32)
          try daemon.expectsRightAnswer()
        }
      }
    }

    @Test("bytes that are not UTF-8 and broken percent-encoding are refused, and the connection goes on")
    func encoding() async throws {
      try await FaultDaemon.serve { daemon in
        for query in ["%FF%FE", "%E6%9", "%", "%zz", "%C0%80", "%ED%A0%80"] {
          let connection = try daemon.sending(FaultDaemon.get("/v1/search?q=\(query)") + FaultDaemon.get("/v1/health"))
          #expect(try connection.responses(count: 2).map(\.status) == [400, 200], "\(query)")
        }
        let body = Array("{\"q\":\"".utf8) + [0xFF, 0xFE] + Array("\"}".utf8)
        let connection = try daemon.sending(
          "POST /v1/search HTTP/1.1\r\nhost: x\r\ncontent-length: \(body.count)\r\n\r\n")
        connection.send(body)
        #expect(try connection.responses(count: 1).map(\.status) == [400])
        let raw = try RawConnection(daemon.socket)
        raw.send(Array("GET /v1/search?q=".utf8) + [0xE4, 0xBF] + Array(" HTTP/1.1\r\n\r\n".utf8))
        #expect(try raw.responses().map(\.status) == [400])
      }
    }

    @Test("requests that come in one piece are answered in order, also behind one that takes long")
    func pipelining() async throws {
      try await FaultDaemon.serve(records: true) { daemon in
        let ids = (0..<500).map { "d\($0 % FaultDaemon.documentCount + 1)" }
        let connection = try daemon.sending(ids.map { FaultDaemon.get("/v1/documents/\($0)") }.joined())
        let found = try connection.responses(count: ids.count).map {
          try JSONDecoder().decode(DocumentAnswer.self, from: $0.body).id
        }
        #expect(found == ids)
        let slow = try daemon.sending(
          FaultDaemon.get(FaultDaemon.large) + FaultDaemon.get("/v1/health") + FaultDaemon.get("/v1/documents/d7"))
        let answers = try slow.responses(count: 3).map(\.body)
        #expect(answers[0].count > 3_000_000)
        #expect(answers[1].starts(with: Data("{\"status\":".utf8)))
        #expect(try JSONDecoder().decode(DocumentAnswer.self, from: answers[2]).id == "d7")
      }
    }
  }
}
