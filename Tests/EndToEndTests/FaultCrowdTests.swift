// More connections than a daemon can keep, and fewer descriptors than it needs.

import API
import Client
import Foundation
import Subprocess
import TestSupport
import Testing

extension Faults {
  @Suite("crowds")
  struct Crowds {
    /// Opens connections and leaves them; a good client asks meanwhile, each time on a new connection.
    private func crowd(_ count: Int, at daemon: FaultDaemon, _ body: () async throws -> Void) async throws {
      let socket = daemon.socket
      let good = Crowd(count: 1) {
        {
          let answer = try DaemonClient(socket: socket).search(SearchRequest(query: "农业保险", limit: 1))
          return answer.total.strict == FaultDaemon.documentCount ? nil : "\(answer.total)"
        }
      }
      let connections = try (0..<count).map { _ in try RawConnection(daemon.socket) }
      let asked = good.count
      try await daemon.until("the good client has asked more") { _ in good.count > asked + 5 }
      try await body()
      #expect(good.end() == [])
      withExtendedLifetime(connections) {}
    }

    @Test("10,000 connections are opened and left: good clients get their answers, the daemon keeps a part of them")
    func many() async throws {
      // Enough for the connections and for what else runs in this process.
      let possible = Crowds.raiseDescriptorLimit() - 500
      let count = min(10_000, possible)
      if count < 10_000 { print("only \(count) connections: the limit of descriptors allows no more") }
      try await FaultDaemon.serve(spare: 160) { daemon in
        let before = daemon.holdings.descriptors
        try await crowd(count, at: daemon) {
          #expect(daemon.holdings.descriptors > before + 1_000)
          // 4,096 connections, two descriptors each, and the good client's.
          #expect(daemon.holdings.descriptors <= before + 2 * 4_096 + 4)
        }
      }
    }

    @Test("with 64 descriptors the daemon answers whoever asks, however many connections are left open")
    func fewDescriptors() async throws {
      try await FaultDaemon.serve(through: ["bash", "-c", "ulimit -n 64; exec \"$0\" \"$@\""]) { daemon in
        let before = daemon.holdings.descriptors
        for _ in 1...2 {
          try await crowd(300, at: daemon) {
            // 16 connections, two descriptors each, and the good client's: accepting one never fails.
            #expect(daemon.holdings.descriptors <= before + 2 * 16 + 2)
          }
        }
      }
    }

    @Test("when no descriptor is left for a connection the daemon waits instead of spinning, and goes on when there is")
    func noDescriptor() async throws {
      try await FaultDaemon.serve { daemon in
        // Fewer than it has: not even the first of them is accepted.
        try await setDescriptorLimit(of: daemon, to: 10)
        var connections = try (0..<20).map { _ in try daemon.sending(FaultDaemon.get("/v1/health")) }
        let busy = daemon.cpuTime
        try await Task.sleep(for: .seconds(2))
        #expect(daemon.cpuTime - busy < .milliseconds(500))
        #expect(connections.count == 20)
        try await setDescriptorLimit(of: daemon, to: 1_000)
        // Those that waited are served.
        #expect(try connections.last?.responses(count: 1).map(\.status) == [200])
        try daemon.expectsRightAnswer()
        try await setDescriptorLimit(of: daemon, to: daemon.holdings.descriptors)
        connections += try (0..<20).map { _ in try RawConnection(daemon.socket) }
        // It goes on by itself too: clients leave, and those that have been idle longest make room.
        connections = []
        try daemon.expectsRightAnswer()
        try await setDescriptorLimit(of: daemon, to: 1_000)
      }
    }

    private func setDescriptorLimit(of daemon: FaultDaemon, to count: Int) async throws {
      let result = try await Subprocess.run(
        .name("prlimit"), arguments: ["--pid", "\(daemon.running.pid)", "--nofile=\(count):"], output: .discarded)
      #expect(result.terminationStatus == .exited(0))
    }

    /// - Returns: what this process's limit is then.
    private static func raiseDescriptorLimit() -> Int {
      var limit = rlimit()
      getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
      limit.rlim_cur = limit.rlim_max
      setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
      return Int(clamping: limit.rlim_cur)
    }
  }
}
