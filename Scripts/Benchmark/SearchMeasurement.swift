// Searching with ten hits and their passages, against a bare loop that runs the same query and takes the ids.

internal import API
internal import Indexing
internal import Searching
internal import Xapian

/// Searches one index and compares what that costs.
struct SearchMeasurement {
  /// Hits, each with one passage.
  static let limit = 10

  private let reader: IndexReader
  private let searcher: Searcher

  init(index: String) throws {
    reader = try IndexReader(directory: index)
    searcher = try Searcher(reader: reader)
  }

  func run(rounds: Int) throws {
    var sampler = try QuerySampler(IndexContent(reader).texts)
    print("searching, \(Self.limit) hits with a passage each against the ids alone; microseconds, \(rounds) rounds")
    var table = Table("", "queries", "suoyin p50", "p99", "bare p50", "p99", "p50 to p50")
    for set in try sampler.draw() {
      var suoyin: [Double] = []
      var bare: [Double] = []
      for query in set.queries {
        suoyin += try microsecondsEach(query, rounds)
        bare += try bareMicrosecondsEach(query, rounds)
      }
      let (ours, least) = (Percentiles(suoyin), Percentiles(bare))
      table.add(
        set.name, "\(set.queries.count)", ours.median.rounded(places: 1), ours[0.99].rounded(places: 1),
        least.median.rounded(places: 1), least[0.99].rounded(places: 1),
        (ours.median / least.median).rounded(places: 2))
    }
    table.print()
    print("")
  }

  /// What each round took; one more round goes before, which warms the caches and does not count.
  private func microsecondsEach(_ query: String, _ rounds: Int) throws -> [Double] {
    let request = SearchRequest(query: query, limit: Self.limit)
    let all = try (0...rounds).map { _ in
      let (answer, cost) = try measuring { try searcher.search(request) }
      guard !answer.hits.isEmpty else {
        throw BenchmarkError(description: "\(query) stands in the text, but is not found")
      }
      return cost.wallSeconds * 1e6
    }
    return Array(all.dropFirst())
  }

  private func bareMicrosecondsEach(_ query: String, _ rounds: Int) throws -> [Double] {
    let engine = try searcher.rankedEngineQuery(SearchRequest(query: query))
    let found = try BareLoop.search(
      reader.database.paths, query: engine.serialised, k1: engine.k1, b: engine.b, limit: Self.limit,
      rounds: rounds + 1)
    guard found.matchCount > 0 else { throw BenchmarkError(description: "the bare loop finds nothing for \(query)") }
    return Array(found.microseconds.dropFirst())
  }
}
