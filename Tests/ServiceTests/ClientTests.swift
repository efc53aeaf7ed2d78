// What a client does where no answer comes.

import API
import Client
import Foundation
import TestSupport
import Testing

@testable import Service

@Suite("client", .timeLimit(.minutes(5)))
struct ClientTests {
  @Test("a failed connection leaves no descriptor open")
  func failures() throws {
    let directory = try TemporaryDirectory()
    let long = "/tmp/" + String(repeating: "x", count: 200)
    let before = DescriptorLimit.openCount
    for _ in 0..<300 {
      for path in [directory.path + "/none", long] {
        let error = #expect(throws: ClientError.self) { try DaemonClient(socket: path) }
        guard case .unreachable = error else { return #expect(error == nil) }
      }
    }
    // Other tests run meanwhile and have theirs.
    #expect(DescriptorLimit.openCount < before + 300)
  }

  @Test("a daemon that is silent for too long is asked once")
  func silence() throws {
    let directory = try TemporaryDirectory()
    let listening = try ListeningSocket(directory.path + "/s")
    let client = try DaemonClient(socket: listening.path, patience: 1)
    let error = #expect(throws: ClientError.self) { try client.status() }
    guard case .unreachable = error else { return #expect(error == nil) }
    #expect(acceptedCount(listening.descriptor) == 1)
    listening.remove()
    close(listening.descriptor)
  }

  @Test("a client whose connection has been closed asks again over another one")
  func closed() throws {
    let served = try ServedIndex { $0.idleTimeout = .milliseconds(100) }
    let client = try DaemonClient(socket: served.socket)
    for _ in 1...2 {
      #expect(try client.status().documents == 3)
      usleep(400_000)
    }
    served.daemon.stop()
  }

  @Test("a daemon that closes every connection is asked twice, and then said to do so")
  func closing() throws {
    let directory = try TemporaryDirectory()
    let listening = try ListeningSocket(directory.path + "/s")
    let client = try DaemonClient(socket: listening.path, patience: 10)
    Thread.detachNewThread { for _ in 1...2 { close(accept(listening.descriptor, nil, nil)) } }
    #expect(throws: ClientError.closed(socket: listening.path)) { try client.status() }
    listening.remove()
    close(listening.descriptor)
  }

  /// How many connections wait to be accepted.
  private func acceptedCount(_ listening: Int32) -> Int {
    _ = fcntl(listening, F_SETFL, O_NONBLOCK)
    var count = 0
    while case let connection = accept(listening, nil, nil), connection >= 0 {
      close(connection)
      count += 1
    }
    return count
  }
}
