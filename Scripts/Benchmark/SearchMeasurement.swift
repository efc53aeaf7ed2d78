// Searching, ids alone and with passages, against a bare loop that runs the same query and takes the ids.

internal import API
internal import Indexing
internal import Searching
internal import Xapian

/// Searches one index and compares what that costs.
struct SearchMeasurement {
  /// Hits of each search.
  static let limit = 10

  private let reader: IndexReader
  private let searcher: Searcher

  init(index: String) throws {
    reader = try IndexReader(directory: index)
    searcher = try Searcher(reader: reader)
  }

  func run(rounds: Int) throws {
    var sampler = try QuerySampler(IndexContent(reader).texts)
    print("searching for \(Self.limit) hits, with a passage each and without; microseconds, \(rounds) rounds")
    var table = Table(
      "", "queries", "bare p50", "p95", "p99", "ids p50", "p95", "p99", "passages p50", "p95", "p99", "ids/bare",
      "passages/bare")
    var medians: [String: Double] = [:]
    for set in try sampler.draw() {
      let (bare, ids, passages) = try measure(set, rounds)
      medians[set.name] = ids.median
      let figures = [bare, ids, passages].flatMap { [$0.median, $0[0.95], $0[0.99]] }.map { $0.rounded(places: 1) }
      table.add(
        [set.name, "\(set.queries.count)"] + figures
          + [ids, passages].map { ($0.median / bare.median).rounded(places: 2) })
    }
    table.print()
    if let without = medians["1 word"], let with = medians["1 word, range of dates"] {
      print("the range of dates, ids, to the same words without it, p50 to p50: \((with / without).rounded(places: 2))")
    }
    print("")
  }

  private func measure(
    _ set: QuerySet, _ rounds: Int
  ) throws -> (bare: Percentiles, ids: Percentiles, passages: Percentiles) {
    var (bare, ids, passages): ([Double], [Double], [Double]) = ([], [], [])
    for query in set.queries {
      var request = SearchRequest(query: query, filters: set.filters, limit: Self.limit, passages: 0, suggests: false)
      bare += try bareMicrosecondsEach(request, rounds)
      ids += try microsecondsEach(request, rounds)
      request.passages = 1
      passages += try microsecondsEach(request, rounds)
    }
    return (Percentiles(bare), Percentiles(ids), Percentiles(passages))
  }

  /// What each round took; one more round goes before, which warms the caches and does not count.
  private func microsecondsEach(_ request: SearchRequest, _ rounds: Int) throws -> [Double] {
    let all = try (0...rounds).map { _ in
      let (answer, cost) = try measuring { try searcher.search(request) }
      guard !answer.hits.isEmpty || !request.filters.isEmpty || request.query.contains("AND") else {
        throw BenchmarkError(description: "\(request.query) stands in the text, but is not found")
      }
      return cost.wallSeconds * 1e6
    }
    return Array(all.dropFirst())
  }

  private func bareMicrosecondsEach(_ request: SearchRequest, _ rounds: Int) throws -> [Double] {
    let engine = try searcher.rankedEngineQuery(request)
    let found = try BareLoop.search(
      reader.database.paths, query: engine.serialised, k1: engine.k1, b: engine.b, limit: Self.limit,
      rounds: rounds + 1)
    return Array(found.microseconds.dropFirst())
  }
}
