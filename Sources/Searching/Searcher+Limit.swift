// Answers within a time, for all questions but searches, which end with the best that was found.

internal import Indexing
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
    return try body(self)
  }

  /// Runs a query that ends in time.
  ///
  /// - Throws: `late` where it was cut short: it misses documents then.
  func match<Value>(
    _ query: Query, _ body: (Enquire) throws(XapianError) -> Value
  ) throws(SearchError) -> Value {
    let value = try reader.reading { () throws(XapianError) in
      let enquire = try Enquire(reader.database)
      try enquire.setBooleanWeight()
      try enquire.setQuery(questionEnd?.bound(query) ?? query)
      return try body(enquire)
    }
    if questionEnd?.didCutShort ?? false { try refuseBeyondLimit() }
    return value
  }

  /// Reads what comes next on a page; nil where the time is over and the page has something, so that it ends there.
  func next<Value>(
    onPageWith count: Int, _ read: () throws(SearchError) -> Value
  ) throws(SearchError) -> Value? {
    do { return try read() } catch {
      guard error.code == .late, count > 0 else { throw error }
      return nil
    }
  }

  /// - Throws: `late` when the time of the question that is being answered is over.
  func refuseBeyondLimit() throws(SearchError) {
    try questionEnd?.refuseIfOver()
  }
}
