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
    print(
      """
      bare: the same query's best \(Self.limit); counting: those and the exact number of matches, as answers have it; \
      reading: those and what is stored of them, which passages are made of
      """)
    var table = Table(
      "", "queries", "bare p50", "p95", "p99", "counting p50", "p95", "p99", "reading p50", "p95", "p99", "ids p50",
      "p95", "p99", "passages p50", "p95", "p99", "ids/bare", "passages/bare", "ids/counting", "passages/counting",
      "reading/bare", "passages/reading")
    var filterCost: Double?
    for set in try sampler.draw() {
      let cost = try measure(set, rounds)
      if !set.filters.isEmpty { filterCost = cost.ids.median / cost.unfiltered.median }
      let figures = [cost.bare, cost.counting, cost.reading, cost.ids, cost.passages].flatMap {
        [$0.median, $0[0.95], $0[0.99]]
      }
      let pairs = [
        (cost.ids, cost.bare), (cost.passages, cost.bare), (cost.ids, cost.counting), (cost.passages, cost.counting),
        (cost.reading, cost.bare), (cost.passages, cost.reading),
      ]
      let ratios = pairs.map { $0.median / $1.median }
      table.add(
        [set.name, "\(set.queries.count)"] + figures.map { $0.rounded(places: 1) }
          + ratios.map { $0.rounded(places: 2) })
    }
    table.print()
    if let filterCost {
      print("the range of dates, ids, to the same words without it, p50 to p50: \(filterCost.rounded(places: 2))")
    }
    print("")
  }

  /// What the searches of one set cost.
  private struct Cost {
    let bare, counting, reading, ids, passages: Percentiles
    /// As `ids`, without the set's filters.
    let unfiltered: Percentiles
  }

  private func measure(_ set: QuerySet, _ rounds: Int) throws -> Cost {
    var (bare, counting, reading): ([Double], [Double], [Double]) = ([], [], [])
    var (ids, unfiltered, passages): ([Double], [Double], [Double]) = ([], [], [])
    for query in set.queries {
      var request = SearchRequest(query: query, filters: set.filters, limit: Self.limit, passages: 0, suggests: false)
      bare += try bareMicrosecondsEach(request, rounds)
      counting += try bareMicrosecondsEach(request, counting: Searcher.exactTotalLimit, rounds)
      reading += try bareMicrosecondsEach(request, slots: IndexReader.storedSlots, rounds)
      ids += try microsecondsEach(request, rounds)
      var words = request
      words.filters = []
      unfiltered += try microsecondsEach(words, rounds)
      request.passages = 1
      passages += try microsecondsEach(request, rounds)
    }
    return Cost(
      bare: Percentiles(bare), counting: Percentiles(counting), reading: Percentiles(reading),
      ids: Percentiles(ids), passages: Percentiles(passages), unfiltered: Percentiles(unfiltered))
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

  /// - Parameters:
  ///   - counting: how many matches are counted exactly.
  ///   - slots: which values of the hits are read.
  private func bareMicrosecondsEach(
    _ request: SearchRequest, counting: Int = 0, slots: [UInt32] = [], _ rounds: Int
  ) throws -> [Double] {
    let engine = try searcher.rankedEngineQuery(request)
    let found = try BareLoop.search(
      reader.database.paths, query: engine.serialised, k1: engine.k1, b: engine.b, limit: Self.limit,
      checkAtLeast: counting, slots: slots, rounds: rounds + 1)
    return Array(found.microseconds.dropFirst())
  }
}
