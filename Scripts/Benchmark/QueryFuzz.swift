// Random queries against an index: none may trap, fail but for a documented limit, or be late.

internal import API
internal import Indexing
internal import Searching
internal import TestSupport

/// Asks one index a great many random queries.
struct QueryFuzz {
  /// The deadline of each query, in milliseconds: what the daemon gives by default.
  private static let deadline = 2_000
  /// How much later than its deadline an answer may come, in milliseconds.
  private static let grace = 100

  private let searcher: Searcher
  private var writer: QueryWriter

  init(index: String, seed: UInt64) throws {
    let reader = try IndexReader(directory: index)
    searcher = try Searcher(reader: reader)
    writer = QueryWriter(try IndexContent(reader).texts, seed: seed)
  }

  mutating func run(_ count: Int) throws {
    var (found, refused, timedOut, noticed) = (0, 0, 0, 0)
    var longest = (milliseconds: 0.0, query: "")
    for number in 1...count {
      let query = writer.query()
      let (answer, cost) = try measuring { try ask(query) }
      switch answer {
      case nil: refused += 1
      case let answer?:
        if !answer.hits.isEmpty { found += 1 }
        if answer.timedOut { timedOut += 1 }
        if !answer.notices.isEmpty { noticed += 1 }
      }
      let milliseconds = cost.wallSeconds * 1e3
      if milliseconds > longest.milliseconds { longest = (milliseconds, query) }
      if milliseconds > Double(Self.deadline + Self.grace) {
        throw BenchmarkError(description: "\(milliseconds) ms for query \(number): \(query)")
      }
    }
    print(
      "\(count) queries: \(found) found something, \(noticed) had notices, \(refused) were refused by a limit, "
        + "\(timedOut) ended by the deadline; the longest took \(longest.milliseconds.rounded(places: 1)) ms: \(longest.query)"
    )
  }

  /// - Returns: nil where a documented limit refused it.
  private func ask(_ query: String) throws -> SearchAnswer? {
    do {
      return try searcher.search(
        SearchRequest(query: query, facets: ["year"], limit: 10, deadlineMilliseconds: Self.deadline))
    } catch let error where error.code == .invalidRequest {
      return nil
    } catch {
      throw BenchmarkError(description: "\(error.code) for \(query): \(error.message)")
    }
  }
}
