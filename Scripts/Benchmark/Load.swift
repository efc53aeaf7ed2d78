// Clients that ask as fast as they are answered.

internal import API
internal import Client
internal import Foundation
internal import NIOConcurrencyHelpers

/// Some connections, each with a thread that asks one search after another.
struct Load {
  struct Outcome {
    var milliseconds: [Double] = []
    var errorCount = 0

    var percentiles: Percentiles { Percentiles(milliseconds) }
  }

  let socket: String
  let connectionCount: Int
  let queries: [String]
  let limit: Int

  /// Asks for some seconds.
  ///
  /// - Parameter watch: called four times a second meanwhile.
  func run(seconds: Int, watch: () -> Void = {}) throws -> Outcome {
    let outcome = NIOLockedValueBox(Outcome())
    let running = DispatchGroup()
    let end = ContinuousClock.now + .seconds(seconds)
    for number in 0..<connectionCount {
      running.enter()
      Thread.detachNewThread { [self] in
        let own = ask(until: end, from: number)
        outcome.withLockedValue { all in
          all.milliseconds += own.milliseconds
          all.errorCount += own.errorCount
        }
        running.leave()
      }
    }
    while running.wait(timeout: .now() + .milliseconds(250)) == .timedOut { watch() }
    let all = outcome.withLockedValue { $0 }
    guard !all.milliseconds.isEmpty else {
      throw BenchmarkError(description: "the daemon on \(socket) answers nothing")
    }
    return all
  }

  private func ask(until end: ContinuousClock.Instant, from start: Int) -> Outcome {
    var outcome = Outcome()
    var connection = try? UnixConnection(socket, timeout: 60)
    var number = start
    while ContinuousClock.now < end {
      let query = queries[number % queries.count]
      number += 1
      let begun = ContinuousClock.now
      do {
        guard let open = connection else { throw BenchmarkError(description: "no connection") }
        guard try Load.exchange(query, limit: limit, over: open).status == 200 else {
          throw BenchmarkError(description: "no answer")
        }
        outcome.milliseconds.append((ContinuousClock.now - begun) / .milliseconds(1))
      } catch {
        outcome.errorCount += 1
        connection = try? UnixConnection(socket, timeout: 60)
      }
    }
    return outcome
  }

  static func exchange(_ query: String, limit: Int, over connection: UnixConnection) throws -> HTTPResponse {
    let request = SearchRequest(query: query, limit: limit, suggests: false)
    try connection.send(HTTPExchange(method: "POST", target: "/v1/search", body: Array(request.json().utf8)).bytes)
    var bytes: [UInt8] = []
    while true {
      try connection.receive(into: &bytes)
      if let response = try HTTPExchange.response(in: bytes, from: "") { return response }
    }
  }
}

/// A client that asks one query over and over, until it is stopped.
final class HardClient: Sendable {
  private let outcome = NIOLockedValueBox((milliseconds: [Double](), timedOut: 0, error: String?.none))
  private let isStopped = NIOLockedValueBox(false)
  private let running = DispatchGroup()

  init(socket: String, query: String) {
    running.enter()
    Thread.detachNewThread { [self] in
      defer { running.leave() }
      do {
        let connection = try UnixConnection(socket, timeout: 60)
        while !isStopped.withLockedValue({ $0 }) {
          let begun = ContinuousClock.now
          let response = try Load.exchange(query, limit: 10, over: connection)
          let took = (ContinuousClock.now - begun) / .milliseconds(1)
          let isLate = String(decoding: response.body, as: UTF8.self).contains("\"timed_out\":true")
          outcome.withLockedValue { outcome in
            outcome.milliseconds.append(took)
            outcome.timedOut += isLate ? 1 : 0
          }
        }
      } catch {
        outcome.withLockedValue { $0.error = "\(error)" }
      }
    }
  }

  /// Stops it.
  ///
  /// - Returns: how long each answer took, and how many said that they were cut short.
  func stop() throws -> (milliseconds: [Double], timedOut: Int) {
    isStopped.withLockedValue { $0 = true }
    running.wait()
    let (milliseconds, timedOut, error) = outcome.withLockedValue { $0 }
    if let error { throw BenchmarkError(description: error) }
    return (milliseconds, timedOut)
  }
}
