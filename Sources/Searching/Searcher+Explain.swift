// The stages of a query, and the pieces of the first hits' scores.

public import API
internal import Archive
internal import Indexing
internal import Xapian

extension Searcher {
  /// How a search is read and ranked. The same query, filters and order as ``search(_:received:cancelledBy:)``; its
  /// cursor does not count, and hits that its deadline leaves no time for are not explained.
  ///
  /// - Throws: as a search does.
  public func explain(_ request: SearchRequest) throws(SearchError) -> Explanation {
    try refuseBeyondLimits(request)
    guard request.limit <= Explanation.maximumHits else {
      throw SearchError(
        .invalidRequest, "limit is \(request.limit); scores are explained of \(Explanation.maximumHits) hits at most")
    }
    _ = try Facets(request.facets)  // what a search refuses is refused
    let end = questionEnd ?? SearchEnd(after: request.deadlineMilliseconds, received: .now, flag: nil)
    let prepared = try PreparedSearch(request, analyzer)
    let (parsed, plan, query) = (prepared.parsed, prepared.plan, try prepared.query(dictionary, end))
    let page = Page(order: request.sort, offset: 0, limit: request.limit)
    let matches =
      try !prepared.isVoid ? matching(end) { (matcher) throws(XapianError) in try matcher.run(query, page) } : nil
    var hits: [ScoreExplanation] = []
    for hit in matches?.hits ?? [] where !end.isOver { hits.append(try explain(hit, query.parts)) }
    return Explanation(
      query: request.query, tokens: parsed.tokens.map(\.description), tree: parsed.clauses.map(\.description),
      strictOnly: query.isStrictOnly, plan: plan.lines, strict: query.strict.description,
      ranked: query.ranked.description, terms: try terms(query.parts),
      total: matches?.total ?? Total(strict: 0, loose: 0, exact: true), hits: hits,
      notices: plan.notices + query.notices)
  }

  private func terms(_ parts: [ScorePart]) throws(SearchError) -> [TermExplanation] {
    var seen: Set<String> = []
    var terms: [TermExplanation] = []
    for part in parts {
      guard let term = part.term, seen.insert(term).inserted else { continue }
      let count = try reader.reading { () throws(XapianError) in try reader.database.termFrequency(term) }
      terms.append(TermExplanation(term: term, kind: part.kind.rawValue, documents: count))
    }
    return terms
  }

  /// Asks the engine for each part alone what it gives this document: weights depend on the whole index and the document
  /// only, so that their sum is the score.
  private func explain(_ hit: MatchSet.Hit, _ parts: [ScorePart]) throws(SearchError) -> ScoreExplanation {
    let document = try head(hit.docid)
    let own = fieldTerms.term(of: document.id.description, in: .id).map { Query.term($0) } ?? .matchNothing
    var summands: [ScoreExplanation.Part] = []
    for part in parts {
      let found = try reader.reading { () throws(XapianError) in
        let enquire = try Enquire(reader.database)
        try Ranking.apply(to: enquire)
        try enquire.setQuery(.filter(part.query, by: own))
        return try enquire.matches(limit: 1).hits.first
      }
      guard let found, found.weight > 0 else { continue }
      summands.append(ScoreExplanation.Part(kind: part.kind.rawValue, text: part.text, weight: found.weight))
    }
    summands.sort { $0.weight > $1.weight }
    return ScoreExplanation(
      id: document.id.description, title: document.fields.title, score: hit.weight, parts: summands)
  }
}

extension QueryPlan {
  /// The plan for people, a line for each thing that is looked for.
  fileprivate var lines: [String] {
    let runs = runs.map { run in
      let words = run.words.joined(separator: " | ")
      let role = run.isQuoted ? "quotation" : run.isRequired ? "run" : "part of a number"
      return "\(role) “\(run.whole.phrase.text)”, words: \(words)"
    }
    let values = values.map { "value \($0.value)" + ($0.isAlone ? "" : ", inside a run") }
    let title = title == nil ? [] : ["exact title"]
    return runs + values + conditions.map { "required \($0)" } + exclusions.map { "excluded \($0)" } + title
  }
}
