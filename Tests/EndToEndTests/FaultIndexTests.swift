// What happens to a daemon and its index from outside: a kill, flips, an index that is away.

import API
import Client
import Foundation
import Subprocess
import TestSupport
import Testing

extension Faults {
  @Suite("indexes")
  struct Indexes {
    @Test("after kill -9 the next daemon takes the socket over, and clients that ask again get their answers")
    func killed() async throws {
      let directory = try TemporaryDirectory()
      try await FaultDaemon.write("甲", below: directory)
      let (index, socket) = (directory.path + "/index", directory.path + "/s/suoyin.sock")
      let client = try await withKilledDaemon(index, socket)
      // On the old connection nothing comes any more, and nobody is there yet.
      #expect(throws: ClientError.self) { try client.status() }
      for _ in 1...3 { _ = try await withKilledDaemon(index, socket) }
      let status = try await RunningDaemon.serve(index, on: socket) { _ in
        let documents = try client.status().documents
        #expect(documents == FaultDaemon.documentCount)
      }
      #expect(status == .exited(0))
    }

    /// Kills a daemon while clients ask it.
    ///
    /// - Returns: one that it has answered.
    private func withKilledDaemon(_ index: String, _ socket: String) async throws -> DaemonClient {
      var client: DaemonClient?
      try await RunningDaemon.serve(index, on: socket) { running in
        client = try DaemonClient(socket: socket)
        #expect(try client?.status().documents == FaultDaemon.documentCount)
        let busy = Crowd(count: 4) {
          {
            _ = try DaemonClient(socket: socket).status(); return nil
          }
        }
        while busy.count < 20 { try await Task.sleep(for: .milliseconds(1)) }
        running.killAtOnce()
        // Each of them loses its daemon, and says so.
        let faults = busy.end()
        #expect(
          faults.allSatisfy { $0.contains("no daemon answers on") || $0.contains("closed the connection") }, "\(faults)"
        )
      }
      return try #require(client)
    }

    @Test("while the index flips 200 times under 16 clients each answer comes from one generation, without an error")
    func flips() async throws {
      try await FaultDaemon.serve { daemon in
        let socket = daemon.socket
        let clients = Crowd(count: 16) {
          let client = try DaemonClient(socket: socket)
          // A deadline would cut answers short on a busy machine.
          let request = SearchRequest(query: "农业保险", limit: Indexes.hitCount, deadlineMilliseconds: 60_000)
          return { Indexes.fault(try client.search(request)) }
        }
        // Real ones first, by which generations come and go; 000001 is there already.
        for number in 2...11 { try await FaultDaemon.write(Indexes.mark(number), below: daemon.directory) }
        // A flip is a new file over `current`.
        let client = try DaemonClient(socket: socket)
        for number in 1...190 {
          let generation = "0000\(10 + number % 2)"
          try daemon.directory.write("\(generation)\n", to: "index/next")
          #expect(rename(daemon.index + "/next", daemon.index + "/current") == 0)
          #expect(try client.status().generation == generation)
        }
        #expect(clients.end() == [])
        #expect(clients.count > 200)
      }
    }

    private static let hitCount = 3

    /// What all documents of a generation hold.
    private static func mark(_ generation: Int) -> String { ["甲", "乙", "丙", "丁", "戊"][(generation - 1) % 5] }

    /// What is wrong with an answer that has to come from one generation.
    private static func fault(_ answer: SearchAnswer) -> String? {
      let mark = Int(answer.generation).map(mark)
      let isWhole =
        answer.total.strict == FaultDaemon.documentCount && answer.hits.count == hitCount
        && answer.hits.allSatisfy { $0.passages.first?.text.first.map(String.init) == mark }
      return isWhole ? nil : "\(answer.generation): \(answer.total), \(answer.hits.first?.passages.first?.text ?? "")"
    }

    @Test("while the index is away each request is told so, also those of clients that were answered before")
    func away() async throws {
      try await FaultDaemon.serve { daemon in
        let away = daemon.directory.path + "/away"
        let connection = try daemon.sending(FaultDaemon.get("/v1/status"))
        #expect(try connection.responses(count: 1).map(\.status) == [200])
        for _ in 1...5 {
          try FileManager.default.moveItem(atPath: daemon.index, toPath: away)
          for target in ["/v1/status", "/v1/search?q=%E4%BF%9D%E9%99%A9", "/v1/documents/d1"] {
            connection.send(FaultDaemon.get(target))
            let response = try connection.responses(count: 1)[0]
            #expect(response.status == 503 && response.head.contains("retry-after: 1\r\n"))
            let problem = try JSONDecoder().decode(Problem.self, from: response.body)
            #expect(problem.kind == .indexUnavailable && problem.detail.contains(daemon.index), "\(problem.detail)")
          }
          #expect(try RawConnection.get("/v1/health", from: daemon.socket).status == 200)
          try FileManager.default.moveItem(atPath: away, toPath: daemon.index)
          try daemon.expectsRightAnswer()
        }
      }
    }
  }
}
