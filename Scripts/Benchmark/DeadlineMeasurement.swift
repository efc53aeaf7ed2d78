// How much longer than its deadline a search takes that needs many times as long.

internal import API
internal import Client
internal import Searching

/// Asks a daemon for hundreds of common words, with a deadline and without.
struct DeadlineMeasurement {
  /// As the acceptance of the daemon has it.
  static let milliseconds = 50
  /// Pairs of characters in the query: as many as fit into the longest query that is allowed.
  static let wordCount = SearchRequest.maximumQueryBytes / 8

  private let client: DaemonClient
  private let query: String

  init(socket: String, texts: [String]) throws {
    client = try DaemonClient(socket: socket)
    query = DeadlineMeasurement.commonPairs(texts).joined(separator: " ")
  }

  func run(rounds: Int) throws {
    let (whole, cost) = try measuring {
      try client.search(SearchRequest(query: query, deadlineMilliseconds: SearchRequest.maximumDeadlineMilliseconds))
    }
    var took: [Double] = []
    var cut: [SearchAnswer] = []
    // The first ones find each worker's caches cold and do not count.
    for round in -4..<max(rounds, 20) {
      let (answer, cost) = try measuring {
        try client.search(SearchRequest(query: query, deadlineMilliseconds: DeadlineMeasurement.milliseconds))
      }
      if round >= 0 {
        took.append(cost.wallSeconds * 1e3)
        cut.append(answer)
      }
    }
    print(
      """
      a deadline of \(DeadlineMeasurement.milliseconds) ms for the \(DeadlineMeasurement.wordCount) commonest pairs
        without: \((cost.wallSeconds * 1e3).rounded(places: 1)) ms, \(whole.total.loose) documents match
        with: p50 \(Percentiles(took).median.rounded(places: 1)) ms, longest \(Percentiles(took)[1].rounded(places: 1)) ms; \
      \(cut.count(where: \.timedOut)) of \(cut.count) timed out, at least \(cut.map(\.hits.count).min() ?? 0) hits

      """)
  }

  /// The pairs of Han characters that stand most often in texts, the commonest first.
  static func commonPairs(_ texts: [String]) -> ArraySlice<String> {
    var counts: [String: Int] = [:]
    // Some hundred documents show what is common in all.
    for text in texts.prefix(300) {
      var last: Unicode.Scalar?
      for scalar in text.unicodeScalars {
        let isHan = scalar.properties.isIdeographic
        if let last, isHan { counts[String(String.UnicodeScalarView([last, scalar])), default: 0] += 1 }
        last = isHan ? scalar : nil
      }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key).prefix(wordCount)
  }
}
