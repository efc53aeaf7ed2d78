// Runs a query's trees: the best documents, how many there are, and how they are spread.

internal import API
internal import Indexing
internal import Xapian

/// What the engine found for one query.
struct Matches {
  var hits: [MatchSet.Hit]
  /// Whether all that was looked for matches strictly; else the scores tell what does.
  let isStrictOnly: Bool
  var total: Total
  /// Whether documents follow behind the last hit.
  var hasMore = false

  func isStrict(_ hit: MatchSet.Hit) -> Bool { isStrictOnly || Ranking.isStrict(hit.weight) }
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
  /// Ranking may pass over documents that cannot reach the page, so it does not count; a pass without weights does, and
  /// both together take less time than ranking everything (0.2 against 0.35 ms, one word, 3,474 statutes). Where both
  /// readings are one there is less to rank, and one pass does both, unless posting lists tell the number (three words
  /// with OR: 0.4 against 0.66 ms). Who wants no hits wants the numbers: then all are counted.
  func run(_ query: EngineQuery, _ page: Page) throws(XapianError) -> Matches {
    let isStrict = page.order != .relevance || query.isStrictOnly
    let countsInPass = page.order != .relevance || query.isOneReading && query.strictTerms == nil
    let documents = try database.documentCount
    let counted = query.isUnranked || page.limit == 0 ? documents : min(documents, Searcher.exactTotalLimit)
    let found = try match(query, page, counting: countsInPass ? counted : 0)
    var hits = found.hits
    let hasMore = hits.count > page.limit
    if hasMore { hits.removeLast() }
    guard !end.didCutShort else {
      var matches = Matches(
        hits: hits, isStrictOnly: isStrict, total: Total(strict: 0, loose: hits.count, exact: false))
      matches.total.strict = hits.count(where: matches.isStrict)
      return matches
    }
    let strict = try countsInPass ? Count(found) : count(query.strict, query.strictTerms, upTo: counted)
    let loose = try query.isOneReading ? strict : count(query.loose, query.looseTerms, upTo: counted)
    let total = Total(
      strict: strict.number, loose: max(loose.number, strict.number, isStrict ? 0 : page.offset + found.hits.count),
      exact: strict.isExact && loose.isExact && !end.didCutShort)
    return Matches(hits: hits, isStrictOnly: isStrict, total: total, hasMore: hasMore)
  }

  private struct Count {
    let number: Int
    let isExact: Bool

    init(number: Int) { (self.number, isExact) = (number, true) }

    init(_ found: MatchSet) { (number, isExact) = (found.estimate, found.lowerBound == found.upperBound) }
  }

  /// One hit more than the page has, to know whether any follows.
  ///
  /// - Parameter count: up to how many matches are counted.
  private func match(_ query: EngineQuery, _ page: Page, counting count: Int) throws(XapianError) -> MatchSet {
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
    return try enquire.matches(
      first: page.offset, limit: page.limit == 0 ? 0 : page.limit + 1, checkAtLeast: count)
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

  /// More postings than this take longer to read than a match takes to count up to its limit: 100,000 took 2 ms, a
  /// match of two terms 0.6.
  private static let postingLimit = 30_000

  /// - Parameters:
  ///   - groups: what the query is where it asks for no more than a term of each: such documents need no match.
  ///   - limit: up to how many documents the number is exact.
  private func count(_ query: Query, _ groups: [[String]]?, upTo limit: Int) throws(XapianError) -> Count {
    if let groups, groups.count == 1, groups[0].count == 1 {
      return Count(number: try database.termFrequency(groups[0][0]))
    }
    if let groups, let number = try database.documentCount(having: groups, postingLimit: Matcher.postingLimit) {
      return Count(number: number)
    }
    let enquire = try Enquire(database)
    try enquire.setBooleanWeight()
    try enquire.setQuery(end.bound(query))
    return Count(try enquire.matches(first: 0, limit: 0, checkAtLeast: max(1, limit)))
  }
}
