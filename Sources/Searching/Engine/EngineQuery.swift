// A plan to the engine's query trees.

internal import API
internal import Analysis
internal import Archive
internal import Xapian

/// The trees of a plan, in both readings.
struct EngineQuery {
  /// Documents in which everything stands exactly.
  let strict: Query
  /// What ``strict`` is where it asks for no more than any one term of each group.
  let strictTerms: [[String]]?
  /// Documents that share a word, bigram or value with the query, strict matches included, and meet all conditions.
  let loose: Query
  /// The same of ``loose``.
  let looseTerms: [[String]]?
  /// The documents of ``loose`` with weights, and everything that only adds rank.
  let ranked: Query
  /// What the asker should know of how the index was asked.
  let notices: [Notice]
  /// What ``ranked`` adds up.
  let parts: [ScorePart]
  /// Whether there is nothing to rank by, so that both readings are what the filters leave.
  let isUnranked: Bool
  /// Whether everything is required, so that there is nothing to rank loosely.
  let isStrictOnly: Bool
  /// Whether both readings are the same documents.
  let isOneReading: Bool

  /// - Parameters:
  ///   - filter: what all documents have to match beside the query; a plan without text is answered by it alone.
  ///   - end: when the request has to be answered.
  /// - Throws: `invalidRequest` where prefixes or bounds stand for too many terms, `late` where looking up what the
  ///   index has took too long.
  init(
    _ plan: QueryPlan, filters: FilterPlan, _ dictionary: TermDictionary, _ end: SearchEnd
  ) throws(SearchError) {
    let expansion = Expansion(dictionary, end)
    let kept = try FilterQuery(filters, expansion)
    let filter = kept.query
    let conditions = ConditionQuery(expansion: expansion)
    let required = try conditions.required(plan)
    let excluded = try conditions.excluded(plan)
    /// Around the whole, so that filters take documents away and leave weights as they are.
    func filtered(_ query: Query?) -> Query {
      let left = query.map { query in filter.map { .filter(query, by: $0) } ?? query } ?? filter ?? .matchAll
      return excluded.map { .andNot(left, $0) } ?? left
    }
    isUnranked = plan.isEmpty
    if plan.isEmpty {
      let all = filtered(required)
      (strict, loose, ranked, isStrictOnly, isOneReading) = (all, all, .scaled(all, by: 0), true, true)
      (strictTerms, looseTerms, parts, notices) = (nil, nil, [], [])
      return
    }
    let parts = try PlanQuery(plan, required: required, dictionary)
    notices = parts.notices
    (strict, loose, ranked) = (filtered(parts.strict), filtered(parts.loose), filtered(parts.ranked))
    let groups = excluded == nil ? kept.terms : nil
    strictTerms = groups.flatMap { groups in parts.strictTerms.map { [$0] + groups } }
    looseTerms = groups.flatMap { groups in parts.looseTerms.map { [$0] + groups } }
    isStrictOnly = parts.isStrictOnly
    // Where both are one term, what the filters leave of them is the same.
    isOneReading = parts.isStrictOnly || parts.strictTerms.map { parts.looseTerms == $0 } ?? false
    self.parts = parts.parts
  }
}
