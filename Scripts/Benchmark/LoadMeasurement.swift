// A daemon of its own process under load: errors, throughput, what it holds, and what one bad client does to the others.

internal import API
internal import Client
internal import Foundation
internal import Indexing

/// Measures `suoyin serve` with many connections at a time.
struct LoadMeasurement {
  private let daemon: ChildDaemon
  private let words: [String]
  private let hardQueries: [(name: String, query: String)]
  /// The engine's work, many times what a round trip costs.
  private let engineQuery: String

  init(index: String, directory: String, binary: String) throws {
    daemon = try ChildDaemon(binary: binary, index: index, socket: directory + "/load.sock")
    let texts = try IndexContent(IndexReader(directory: index)).texts
    var sampler = try QuerySampler(texts)
    words = try sampler.draw()[0].queries
    let pairs = DeadlineMeasurement.commonPairs(texts)
    engineQuery = pairs.prefix(24).joined(separator: " ")
    hardQueries = [
      ("prefixes", "abcdefghijklmnopqrstuvwxyz".map { "\($0)*" }.joined(separator: " OR ")),
      ("nesting", String(repeating: "(", count: 2_000) + "政府" + String(repeating: ")", count: 2_000)),
      ("one character", String(repeating: "政", count: SearchRequest.maximumQueryBytes / 3)),
      ("OR of pairs", pairs.joined(separator: " OR ").utf8Prefix(SearchRequest.maximumQueryBytes)),
    ]
  }

  func run(rounds: Int) throws {
    defer { daemon.stop() }
    try measureConnections()
    try measureThroughput(rounds: rounds)
    try measureLevels()
    try measureHardQueries(rounds: rounds)
  }

  /// One word after the other, as fast as answers come.
  private func measureConnections() throws {
    print("under load, words one after another, 20 s each")
    var table = Table("connections", "answers", "errors", "answers/s", "p50 ms", "p99 ms")
    for count in [1, 16, 64] {
      let load = try Load(socket: daemon.socket, connectionCount: count, queries: words, limit: 10).run(seconds: 20)
      table.add(
        "\(count)", "\(load.milliseconds.count)", "\(load.errorCount)", "\(load.milliseconds.count / 20)",
        "\(load.percentiles.median.rounded(places: 2))", "\(load.percentiles[0.99].rounded(places: 2))")
    }
    table.print()
  }

  private func measureThroughput(rounds: Int) throws {
    var ratios: [Double] = []
    for _ in 0..<rounds {
      let counts = try [1, 16].map { count in
        try Load(socket: daemon.socket, connectionCount: count, queries: [engineQuery], limit: 0).run(seconds: 4)
          .milliseconds.count
      }
      ratios.append(Double(counts[1]) / Double(counts[0]))
    }
    print(
      """

      throughput of a query that is the engine's work, 16 connections to 1: median of \(rounds) \
      \(Percentiles(ratios).median.rounded(places: 2)) (\(ratios.map { "\($0.rounded(places: 2))" }.joined(separator: ", ")))
      """)
  }

  /// What it holds after it has warmed up: the last third of the time against the middle one.
  private func measureLevels() throws {
    let sampler = LevelSampler(process: daemon.process)
    _ = try Load(socket: daemon.socket, connectionCount: 16, queries: words, limit: 10).run(seconds: 60) {
      sampler.sample()
    }
    let (memory, descriptors) = sampler.levels()
    print(
      """
      16 connections for 60 s, last third to middle third: memory \(memory.ratio.rounded(places: 3)) \
      (\(Int(memory.last / 1_048_576)) MB), descriptors \(descriptors.ratio.rounded(places: 3)) (\(Int(descriptors.last)))

      """)
  }

  private func measureHardQueries(rounds: Int) throws {
    print("a client that asks what is hard, with the daemon's deadline of 2,000 ms, beside one that asks for words")
    var table = Table("query", "longest ms", "timed out", "others' p99 to alone")
    for (name, query) in hardQueries {
      var ratios: [Double] = []
      var longest = 0.0
      var timedOut = 0
      for _ in 0..<rounds {
        let alone = try Load(socket: daemon.socket, connectionCount: 1, queries: words, limit: 10).run(seconds: 3)
        let hard = HardClient(socket: daemon.socket, query: query)
        let beside = try Load(socket: daemon.socket, connectionCount: 1, queries: words, limit: 10).run(seconds: 3)
        let (took, late) = try hard.stop()
        longest = max(longest, took.max() ?? 0)
        timedOut += late
        ratios.append(beside.percentiles[0.99] / alone.percentiles[0.99])
      }
      table.add(
        name, "\(longest.rounded(places: 1))", "\(timedOut)", "\(Percentiles(ratios).median.rounded(places: 2))")
    }
    table.print()
  }
}

extension String {
  /// As much of it as fits, cut between characters.
  fileprivate func utf8Prefix(_ byteCount: Int) -> String {
    var text = self
    while text.utf8.count > byteCount { text.removeLast() }
    return text
  }
}
