// Answers within a time, for all questions but searches, which end with the best that was found.

public import API
public import Xapian

extension Searcher {
  /// Answers a question within a time.
  ///
  /// Whatever is asked, documents are looked up and read for it: there it ends. What comes page by page ends its page
  /// instead, once there is anything on it.
  ///
  /// - Parameters:
  ///   - milliseconds: how long it may take.
  ///   - received: when the question arrived: the time counts from there.
  ///   - flag: ends it when raised.
  /// - Throws: `late` where the time did not suffice; else what the body throws.
  public func limited<Value>(
    to milliseconds: Int, received: ContinuousClock.Instant = .now, cancelledBy flag: CancellationFlag? = nil,
    _ body: (Searcher) throws(SearchError) -> Value
  ) throws(SearchError) -> Value {
    questionEnd = SearchEnd(after: milliseconds, received: received, flag: flag)
    defer { questionEnd = nil }
    try refuseBeyondLimit()
    return try body(self)
  }

  /// Whether the time of the question that is being answered is over.
  var isLate: Bool { questionEnd?.isOver ?? false }

  /// - Throws: `late` when it is.
  func refuseBeyondLimit() throws(SearchError) {
    guard isLate else { return }
    throw SearchError(
      .late, "the deadline passed before there was an answer",
      hint: "narrow it with filters, or raise deadline_ms, up to \(SearchRequest.maximumDeadlineMilliseconds)")
  }
}
