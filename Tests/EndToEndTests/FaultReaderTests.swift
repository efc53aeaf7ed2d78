// Clients that do not read their answers, or die over them.

import API
import Foundation
import TestSupport
import Testing

extension Faults {
  @Suite("readers")
  struct Readers {
    @Test("who asks for a large answer and does not read it is dropped, and the answer with him")
    func silent() async throws {
      try await FaultDaemon.serve(["--workers", "2", "--idle-seconds", "1"], records: true) { daemon in
        let before = daemon.holdings
        let connections = try (0..<8).map { number in
          try daemon.sending(FaultDaemon.get(FaultDaemon.large, number % 2 == 0 ? "" : "connection: close\r\n"))
        }
        // Once an answer begins it is there as a whole.
        let begun = try connections.map { try $0.receive() }
        try await daemon.until("all are dropped") { $0.holdings.descriptors <= before.descriptors }
        // What the kernel kept for them is not the whole of it.
        for (connection, bytes) in zip(connections, begun) {
          #expect(try connection.responses(after: bytes).isEmpty)
        }
      }
    }

    @Test("who reads slowly, but does read, gets all of it")
    func slow() async throws {
      try await FaultDaemon.serve(["--workers", "2", "--idle-seconds", "1"], records: true) { daemon in
        let connection = try daemon.sending(FaultDaemon.get(FaultDaemon.large))
        var bytes: [UInt8] = []
        let start = ContinuousClock.now
        while bytes.count < 2_000_000 {
          // The kernel takes more when three quarters of what it keeps have been read: that is a second's work here.
          for _ in 0..<4 { bytes += try connection.receive() }
          usleep(400_000)
        }
        #expect(ContinuousClock.now - start > .seconds(2), "it has to take longer than --idle-seconds")
        let responses = try connection.responses(after: bytes)
        #expect(responses.count == 1 && responses[0].body.count > 3_000_000)
      }
    }

    @Test("who asks again and again and never reads makes the daemon hold one answer, not all of them")
    func pipelining() async throws {
      try await FaultDaemon.serve(["--workers", "2", "--idle-seconds", "4"], records: true) { daemon in
        let before = daemon.holdings
        let connection = try daemon.sending(
          String(repeating: FaultDaemon.get(FaultDaemon.large), count: 200))
        _ = try connection.receive()
        var most = 0
        try await daemon.until("he is dropped") {
          most = max(most, $0.holdings.megabytes)
          return $0.holdings.descriptors <= before.descriptors
        }
        // One answer has 3 MB, and is made of as much again a few times.
        #expect(most < before.megabytes + 32, "\(before.megabytes) MB before")
      }
    }

    @Test("what a killed client has asked for is not worked on any more")
    func killed() async throws {
      try await FaultDaemon.serve(["--workers", "1"], records: true) { daemon in
        let start = ContinuousClock.now
        #expect(try RawConnection.get(FaultDaemon.large, from: daemon.socket).status == 200)
        let one = ContinuousClock.now - start
        let client = try DoomedClient(
          socket: daemon.socket, requests: Array(repeating: FaultDaemon.get(FaultDaemon.large), count: 40))
        client.waitUntilItReads()
        client.kill()
        let killed = ContinuousClock.now
        try daemon.expectsRightAnswer()
        #expect(ContinuousClock.now - killed < one * 10, "one takes \(one), 40 were asked for")
      }
    }

    @Test("a search whose client is killed ends before it is done")
    func cancelled() async throws {
      try await FaultDaemon.serve(["--workers", "1"], sentences: 60) { daemon in
        let search = FaultDaemon.get(Readers.longSearch)
        let start = ContinuousClock.now
        let connection = try daemon.sending(search)
        #expect(try connection.responses(count: 1).map(\.status) == [200])
        let whole = ContinuousClock.now - start
        #expect(whole > .milliseconds(500), "the search has to take long: \(whole)")
        let client = try DoomedClient(socket: daemon.socket, requests: [search])
        try await Task.sleep(for: whole / 10)
        client.kill()
        let killed = ContinuousClock.now
        try daemon.expectsRightAnswer()
        #expect(ContinuousClock.now - killed < whole / 2, "the search takes \(whole)")
      }
    }

    /// A search that looks at every word of every document and renders all of them.
    private static let longSearch: String = {
      let near = ["推进", "普惠", "金融", "加快", "农业", "保险"].joined(separator: " NEAR/50 ")
      let query = near.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
      return "/v1/search?q=\(query)&limit=1000&passages=100&deadline_ms=60000"
    }()

    @Test("commands that are killed at any moment of an export harm nobody")
    func killedCommand() async throws {
      try await FaultDaemon.serve(records: true) { daemon in
        var killedCount = 0
        for round in 0..<12 {
          let export = ["export", "--socket", daemon.socket]
          let isKilled = try await Command.runAndKill(export) { _ in
            try await Task.sleep(for: .milliseconds(20 * round))
          }
          killedCount += isKilled ? 1 : 0
          try daemon.expectsRightAnswer()
        }
        #expect(killedCount > 3)
      }
    }
  }
}
