// When a search has to end, found or not.

internal import API
internal import Xapian

/// The end of one search: its deadline, or its asker's leaving.
///
/// Counting from when the request arrived, so that time spent waiting for a turn counts. The engine stops by `Expiry`;
/// cutting passages asks ``passageEnd()``.
struct SearchEnd {
  /// How long passages are still cut when the match has ended after its deadline. A page of them takes
  /// about that; a thousand hits would take a second.
  private static let allowance = Duration.milliseconds(10)
  /// What it takes to set up the match of one run with all that ranks it, a dozen posting lists, before the first
  /// document is examined and the clock looked at: 90 ms for 512 runs (`Scripts/bench serve`, two slow cores).
  private static let setUpPerRun = Duration.microseconds(180)
  /// Less time than this is not divided: what is set up in half of it delays no answer.
  private static let shortest = Duration.milliseconds(20)

  private let deadline: ContinuousClock.Instant?
  private let flag: CancellationFlag?
  private let expiry: Expiry

  init(_ request: SearchRequest, received: ContinuousClock.Instant, flag: CancellationFlag?) {
    deadline = request.deadlineMilliseconds.map { received + .milliseconds($0) }
    self.flag = flag
    expiry = Expiry(at: deadline, flag: flag)
  }

  /// A query that ends in time. Every query goes through here, with a deadline or without, so that both ways of asking
  /// run the same tree and estimate the same totals, as long as there is time for the tree.
  func bound(_ query: Query) -> Query { .expiring(query, expiry) }

  /// Whether setting up the match of so many runs would take more than half of the time left. Nothing stops the engine
  /// meanwhile, so that what is looked for has to become less.
  func isTooNear(for runCount: Int) -> Bool {
    guard let deadline else { return false }
    return SearchEnd.setUpPerRun * runCount > max(deadline - .now, SearchEnd.shortest) / 2
  }

  /// Whether it cut the engine short.
  var didCutShort: Bool { expiry.didFire }

  /// Whether nobody waits for the answer any more.
  var isCancelled: Bool { flag?.isCancelled ?? false }

  /// Until when passages may be cut, from now on; nil for as long as it takes.
  func passageEnd() -> ContinuousClock.Instant? { deadline.map { max($0, .now + SearchEnd.allowance) } }
}
