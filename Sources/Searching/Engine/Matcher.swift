// Runs a query's trees: the best documents, how many there are, and how they are spread.

internal import API
internal import Indexing
internal import Xapian

/// What the engine found for one query.
struct Matches {
  var hits: [MatchSet.Hit]
  var total: Total
  /// Whether documents follow behind the last hit.
  var hasMore = false
}

/// Which hits of a search are wanted.
struct Page: Hashable, Sendable {
  let order: HitOrder
  /// The rank of the first hit, from 0.
  let offset: Int
  let limit: Int
}

/// Runs the trees of a query on a database.
struct Matcher {
  let database: Database
  let end: SearchEnd

  /// The documents of a page and both totals.
  ///
  /// Ranking may pass over documents that cannot reach the first page, so it does not count; a pass without weights
  /// does, and both together take less time than ranking everything (0.2 against 0.35 ms, one word, 3,474 statutes).
  func run(_ query: EngineQuery, _ page: Page) throws(XapianError) -> Matches {
    let isStrict = page.order != .relevance || query.isUnranked
    var found = page.limit > 0 ? try hits(query, page) : []
    let hasMore = found.count > page.limit
    if hasMore { found.removeLast() }
    guard !end.didCutShort, !query.isHurried else {
      let strict = found.count { isStrict || Ranking.isStrict($0.weight) }
      return Matches(hits: found, total: Total(strict: strict, loose: found.count, exact: false))
    }
    if query.isUnranked {
      let all = try count(query.loose, atLeast: database.documentCount)
      return Matches(
        hits: found, total: Total(strict: all.number, loose: all.number, exact: all.isExact), hasMore: hasMore)
    }
    let strict = try countStrict(query)
    let loose = query.isStrictOnly ? strict : try count(query.loose)
    let total = Total(
      strict: strict.number, loose: max(loose.number, strict.number, isStrict ? 0 : page.offset + found.count),
      exact: strict.isExact && loose.isExact)
    return Matches(hits: found, total: total, hasMore: hasMore)
  }

  /// One hit more than the page has, to know whether any follows.
  private func hits(_ query: EngineQuery, _ page: Page) throws(XapianError) -> [MatchSet.Hit] {
    let enquire = try Enquire(database)
    switch page.order {
    case .relevance:
      try Ranking.apply(to: enquire)
      try enquire.setQuery(end.bound(query.ranked))
    case .newest, .oldest, .number:
      try enquire.setBooleanWeight()
      let slot: OrderSlot = page.order == .number ? .number : .date
      try enquire.setSortByValue(slot.rawValue, reverse: page.order == .newest)
      try enquire.setQuery(end.bound(query.strict))
    }
    return try enquire.matches(first: page.offset, limit: page.limit + 1).hits
  }

  /// How many strict matches have each value of some slots; values are whole, with all that a document has in one.
  func facets(_ query: EngineQuery, _ slots: Set<OrderSlot>) throws(XapianError) -> [OrderSlot: [MatchSet.FacetCount]] {
    let enquire = try Enquire(database)
    try enquire.setBooleanWeight()
    for slot in slots { try enquire.addFacetCount(slot.rawValue) }
    try enquire.setQuery(end.bound(query.strict))
    let found = try enquire.matches(limit: 0, checkAtLeast: database.documentCount)
    return Dictionary(uniqueKeysWithValues: slots.map { ($0, found.facets[$0.rawValue] ?? []) })
  }

  /// A single term's documents need no search to be counted.
  private func countStrict(_ query: EngineQuery) throws(XapianError) -> (number: Int, isExact: Bool) {
    if let term = query.strictTerm { return (try database.termFrequency(term), true) }
    return try count(query.strict)
  }

  /// - Parameter limit: up to how many documents the number is exact.
  private func count(
    _ query: Query, atLeast limit: Int = Searcher.exactTotalLimit
  ) throws(XapianError) -> (number: Int, isExact: Bool) {
    let enquire = try Enquire(database)
    try enquire.setBooleanWeight()
    try enquire.setQuery(end.bound(query))
    let limit = try max(1, min(database.documentCount, limit))
    let found = try enquire.matches(first: 0, limit: 0, checkAtLeast: limit)
    return (found.estimate, found.lowerBound == found.upperBound && !end.didCutShort)
  }
}
