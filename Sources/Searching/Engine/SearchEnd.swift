// When a search has to end, found or not.

internal import API
internal import Xapian

/// The end of one search or one tool's question: its deadline, or its asker's leaving.
///
/// Counting from when the request arrived, so that time spent waiting for a turn counts. The engine stops by `Expiry`;
/// cutting passages asks ``passageEnd()``, and whatever reads documents ``isOver``.
struct SearchEnd {
  /// How long passages are still cut when the match has ended after its deadline. A page of them takes
  /// about that; a thousand hits would take a second.
  private static let allowance = Duration.milliseconds(10)

  private let deadline: ContinuousClock.Instant?
  private let flag: CancellationFlag?
  private let expiry: Expiry

  /// That of a question without one.
  static let never = SearchEnd(after: nil, received: .now, flag: nil)

  /// - Parameter milliseconds: how long it may take; nil for as long as it takes.
  init(after milliseconds: Int?, received: ContinuousClock.Instant, flag: CancellationFlag?) {
    deadline = milliseconds.map { received + .milliseconds($0) }
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

  /// Whether the deadline has passed or nobody waits any more.
  var isOver: Bool { isCancelled || deadline.map { $0 <= .now } ?? false }

  /// - Throws: `late` when it is over.
  func refuseIfOver() throws(SearchError) {
    guard isOver else { return }
    throw SearchError(
      .late, "the deadline passed before there was an answer",
      hint: "ask for less, or later; deadline_ms, where it can be given, may be up to "
        + "\(SearchRequest.maximumDeadlineMilliseconds)")
  }

  /// Until when passages may be cut, from now on; nil for as long as it takes.
  func passageEnd() -> ContinuousClock.Instant? { deadline.map { max($0, .now + SearchEnd.allowance) } }
}
