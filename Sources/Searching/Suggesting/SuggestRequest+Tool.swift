// Other spellings of a text, asked for by themselves.

public import API
internal import Indexing

extension SuggestRequest: Tool {
  public static let isLong = false

  public func answer(by searcher: Searcher) throws(SearchError) -> SuggestAnswer {
    try SearchError.refuse(limit, named: "limit", outside: 1...SuggestRequest.maximumLimit)
    let request = SearchRequest(query: query)
    try searcher.refuseBeyondLimits(request)
    let plan = try PreparedSearch(request, searcher.analyzer).plan
    let suggestions = try searcher.suggestions(
      plan, searcher.questionEnd ?? .never, limit: limit ?? SuggestRequest.defaultLimit)
    // What there was no time for may be missing.
    try searcher.refuseBeyondLimit()
    return SuggestAnswer(
      query: query, generation: searcher.reader.manifest.generation, suggestions: suggestions, notices: plan.notices)
  }
}
