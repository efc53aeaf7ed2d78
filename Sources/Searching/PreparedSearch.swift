// A request's query and filters, read.

internal import API
internal import Analysis
internal import Archive

/// What a request asks for, before any index is asked.
struct PreparedSearch {
  let parsed: ParsedQuery
  let plan: QueryPlan
  let filters: FilterPlan

  /// - Throws: `invalidRequest` for filters that cannot be.
  init(_ request: SearchRequest, _ analyzer: Analyzer) throws(SearchError) {
    parsed = QueryParser.parse(request.query) { String(decoding: analyzer.fold($0).bytes, as: UTF8.self) }
    plan = try QueryPlan(parsed, analyzer)
    filters = try FilterPlan(request.filters, analyzer)
  }

  /// Whether nothing is asked for, so that nothing matches.
  var isVoid: Bool { plan.isVoid && filters.alternatives.isEmpty }

  /// - Parameter end: when the request has to be answered.
  /// - Throws: `invalidRequest` for what stands for too many terms; `late`.
  func query(_ dictionary: TermDictionary, _ end: SearchEnd) throws(SearchError) -> EngineQuery {
    try EngineQuery(plan, filters: filters, dictionary, end)
  }
}
