// What only the index can answer.

internal import API
internal import Indexing
internal import Searching
internal import Xapian

/// A question to the index.
enum Question: Hashable, Sendable {
  case search(SearchRequest)
  /// - Parameter withOriginal: whether the lines of its source are asked for too.
  case document(id: String, withOriginal: Bool, offsets: OffsetUnit? = nil)
  /// How a search is read and ranked.
  case explain(SearchRequest)
  /// The documents most like one.
  case similar(id: String, limit: Int)
  case status
  /// Open the index anew, and say what then answers.
  case reload
  /// What one of the researcher's tools tells.
  case tool(AnyTool)
}

/// A question to any of the researcher's tools.
struct AnyTool: Hashable, Sendable {
  let request: any Tool
  /// How long the answer may take, where that is said.
  var deadlineMilliseconds: Int?

  static func == (left: AnyTool, right: AnyTool) -> Bool {
    AnyHashable(left.request) == AnyHashable(right.request) && left.deadlineMilliseconds == right.deadlineMilliseconds
  }

  func hash(into hasher: inout Hasher) { AnyHashable(request).hash(into: &hasher) }

  func answer(by searcher: Searcher) throws(SearchError) -> any Encodable {
    func answer<Request: Tool>(_ request: Request) throws(SearchError) -> any Encodable {
      try request.answer(by: searcher)
    }
    return try answer(request)
  }
}

extension Question {
  /// How long the answer may take, in milliseconds, where that is said.
  var deadlineMilliseconds: Int? {
    switch self {
    case .search(let request), .explain(let request): request.deadlineMilliseconds
    case .tool(let tool): tool.deadlineMilliseconds
    case .document, .similar, .status, .reload: nil
    }
  }

  /// Whether many documents may have to be read for it.
  var isLong: Bool {
    switch self {
    case .tool(let tool): type(of: tool.request).isLong
    case .similar: true
    case .search, .document, .explain, .status, .reload: false
    }
  }

  /// The answer; nil where there is no such document.
  ///
  /// A search answers with the best it has found in its time, everything else ends with `late`; what only tells how the
  /// daemon stands takes no time.
  ///
  /// - Parameters:
  ///   - standard: how long the answer may take where the request does not say it, in milliseconds.
  ///   - received: when the request arrived: the time counts from there.
  ///   - flag: ends it when raised.
  func answer(
    by searcher: Searcher, within standard: Int, received: ContinuousClock.Instant, cancelledBy flag: CancellationFlag
  ) throws(SearchError) -> (any Encodable)? {
    let milliseconds = deadlineMilliseconds ?? standard
    func limited<Value>(_ body: (Searcher) throws(SearchError) -> Value) throws(SearchError) -> Value {
      try searcher.limited(to: milliseconds, received: received, cancelledBy: flag, body)
    }
    switch self {
    case .search(var request):
      request.deadlineMilliseconds = milliseconds
      return try searcher.search(request, received: received, cancelledBy: flag)
    case .document(let id, let withOriginal, let unit):
      return try limited { (searcher) throws(SearchError) in
        try searcher.document(id, withOriginal: withOriginal)?.counting(in: unit)
      }
    case .explain(let request): return try limited { (searcher) throws(SearchError) in try searcher.explain(request) }
    case .similar(let id, let limit):
      return try limited { (searcher) throws(SearchError) in try searcher.similar(to: id, limit: limit) }
    case .status: return searcher.status()
    case .reload: return ReloadAnswer(generation: searcher.reader.manifest.generation)
    case .tool(let tool): return try limited { (searcher) throws(SearchError) in try tool.answer(by: searcher) }
    }
  }
}
