// When a search has to end, found or not.

internal import API
internal import Xapian

/// The end of one search: its deadline, or its asker's leaving.
///
/// Counting from when the request arrived, so that time spent waiting for a turn counts. The engine stops by `Expiry`;
/// what is not the engine's asks ``isReached``.
struct SearchEnd {
  /// Hits that get their passages even after the deadline: a page. Cutting one takes less than a millisecond.
  static let hitsAlwaysShown = SearchRequest.defaultLimit

  private let deadline: ContinuousClock.Instant?
  private let flag: CancellationFlag?
  private let expiry: Expiry

  init(_ request: SearchRequest, received: ContinuousClock.Instant, flag: CancellationFlag?) {
    deadline = request.deadlineMilliseconds.map { received + .milliseconds($0) }
    self.flag = flag
    expiry = Expiry(at: deadline, flag: flag)
  }

  /// A query that ends in time. Every query goes through here, with a deadline or without, so that both ways of asking
  /// run the same tree and estimate the same totals.
  func bound(_ query: Query) -> Query { .expiring(query, expiry) }

  /// Whether it cut the engine short.
  var didCutShort: Bool { expiry.didFire }

  /// Whether nobody waits for the answer any more.
  var isCancelled: Bool { flag?.isCancelled ?? false }

  /// Whether the deadline has passed.
  var isReached: Bool { deadline.map { ContinuousClock.now >= $0 } ?? false }
}
