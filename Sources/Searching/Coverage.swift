// Coverage: how many documents have damage that shows.

public import API
internal import Archive
internal import Indexing
internal import Xapian

extension CoverageRequest: Tool {
  public func answer(by searcher: Searcher) throws(SearchError) -> CoverageAnswer {
    let filter = try FilterQuery(
      searcher.prepared(query: "", filters: filters).filters,
      Expansion(searcher.dictionary, searcher.questionEnd ?? .never)
    ).query
    func count(_ kinds: [TextDamage]) throws(SearchError) -> Int {
      let damaged = Query.or(kinds.map { .term(FieldTerms.term(of: $0)) })
      return try searcher.count(filter.map { .filter(damaged, by: $0) } ?? damaged)
    }
    return CoverageAnswer(
      generation: searcher.reader.manifest.generation, documents: try searcher.count(filter ?? .matchAll),
      unreadable: try count([.unreadable]), unrepaired: try count([.unrepaired]),
      damaged: try count(TextDamage.allCases))
  }
}

extension Searcher {
  /// How many documents match a query.
  fileprivate func count(_ query: Query) throws(SearchError) -> Int {
    try match(query) { (enquire) throws(XapianError) in
      try enquire.matches(limit: 0, checkAtLeast: reader.database.documentCount).lowerBound
    }
  }
}
