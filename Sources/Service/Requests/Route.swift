// The route table: which paths there are, what they take, and what they ask for.

internal import API
internal import NIOHTTP1
internal import Searching

/// One row of the route table.
struct Route: Sendable {
  /// The path; one that ends in `/` stands for all below it.
  let path: String
  /// Those by which it is described; ``allowed`` are those that it takes.
  let methods: [HTTPMethod]
  /// The names of its parameters.
  let parameters: [String]
  /// Those of ``parameters`` that may be given more than once.
  var lists: [String] = []
  /// - Parameter tail: what follows ``path``, decoded.
  let operation: @Sendable (_ tail: String, _ parameters: Parameters) throws(Problem) -> Operation

  private static let searchParameters = [
    "q", "filter", "sort", "facet", "limit", "cursor", "passages", "suggest", "deadline_ms",
  ]

  static let all =
    [
      Route(
        path: "/v1/search", methods: [.GET, .POST],
        parameters: Route.searchParameters + ["offsets"],
        lists: ["filter", "facet"]
      ) {
        (_, parameters) throws(Problem) in .ask(.search(try SearchRequest(parameters)))
      },
      Route(path: "/v1/documents/", methods: [.GET], parameters: ["original", "offsets"]) {
        (tail, parameters) throws(Problem) in
        .ask(
          .document(
            id: tail, withOriginal: try parameters.integer("original", in: 0...1) == 1,
            offsets: try parameters.choice("offsets")))
      },
      Route(
        path: "/v1/explain", methods: [.GET, .POST], parameters: Route.searchParameters, lists: ["filter", "facet"]
      ) {
        (_, parameters) throws(Problem) in .ask(.explain(try SearchRequest(parameters)))
      },
      Route(path: "/v1/similar/", methods: [.GET], parameters: ["limit"]) {
        (tail, parameters) throws(Problem) in
        let limit = try parameters.integer("limit", in: 0...SearchRequest.maximumLimit) ?? SearchRequest.defaultLimit
        return .ask(.similar(id: tail, limit: limit))
      },
      Route(path: "/v1/status", methods: [.GET], parameters: []) { _, _ in .ask(.status) },
      Route(path: "/v1/health", methods: [.GET], parameters: []) { _, _ in .health },
      // Where Prometheus looks by itself, and with the others.
      Route(path: "/metrics", methods: [.GET], parameters: []) { _, _ in .metrics },
      Route(path: "/v1/metrics", methods: [.GET], parameters: []) { _, _ in .metrics },
      Route(path: "/v1/openapi.json", methods: [.GET], parameters: []) { _, _ in .contract },
      Route(path: "/v1/admin/reload", methods: [.POST], parameters: []) { _, _ in .reload },
    ] + tools

  /// The researcher's tools.
  private static let tools = [
    tool(ConcordanceRequest.self), tool(TrendRequest.self), tool(CollocationsRequest.self), tool(CompareRequest.self),
    tool(ExportRequest.self), tool(CoverageRequest.self), tool(CitesRequest.self), tool(CitedByRequest.self),
    tool(HistoryRequest.self), tool(SuggestRequest.self), tool(FieldsRequest.self),
  ]

  /// The row of a tool: its parameters are the members of its request.
  private static func tool<Request: Tool>(_ request: Request.Type) -> Route {
    Route(
      path: Request.path, methods: [.GET, .POST],
      parameters: Request.CodingKeys.allCases.map(\.stringValue) + ["deadline_ms"],
      lists: Request.lists.map(\.stringValue)
    ) { (_, parameters) throws(Problem) in
      .ask(
        .tool(AnyTool(request: try parameters.request(request), deadlineMilliseconds: try parameters.deadline())))
    }
  }

  /// The methods it takes: HEAD wherever GET is taken (RFC 9110, 9.1).
  var allowed: [HTTPMethod] { methods.flatMap { $0 == .GET ? [.GET, .HEAD] : [$0] } }

  /// What follows the route's path in a requested one, which is empty for all but paths that stand for what is below
  /// them; nil when it is another path.
  func tail(of requested: Substring) -> Substring? {
    guard path.utf8.last == UInt8(ascii: "/") else { return requested == path ? "" : nil }
    guard requested.hasPrefix(path), requested.utf8.count > path.utf8.count else { return nil }
    return requested[requested.utf8.index(requested.startIndex, offsetBy: path.utf8.count)...]
  }
}

extension Parameters {
  /// How long the answer may take, in milliseconds.
  fileprivate func deadline() throws(Problem) -> Int? {
    try integer("deadline_ms", in: 0...SearchRequest.maximumDeadlineMilliseconds)
  }
}

extension SearchRequest {
  fileprivate init(_ parameters: Parameters) throws(Problem) {
    let filters = try SearchRequest.filters(parameters)
    self.init(query: filters.isEmpty || parameters.contains("q") ? try parameters.text("q") : "", filters: filters)
    facets = try parameters.texts("facet")
    cursor = parameters.contains("cursor") ? try parameters.text("cursor") : nil
    sort = try parameters.choice("sort") ?? sort
    limit = try parameters.integer("limit", in: 0...SearchRequest.maximumLimit) ?? limit
    passages = try parameters.integer("passages", in: 0...SearchRequest.maximumPassages) ?? passages
    suggests = try parameters.flag("suggest") ?? suggests
    deadlineMilliseconds = try parameters.deadline()
    offsets = try parameters.choice("offsets")
    guard query.utf8.count <= SearchRequest.maximumQueryBytes else {
      throw Problem(
        .invalidParameter, "q has \(query.utf8.count) bytes, the limit is \(SearchRequest.maximumQueryBytes)",
        hint: "shorten it")
    }
  }

  private static func filters(_ parameters: Parameters) throws(Problem) -> [Filter] {
    var filters: [Filter] = []
    for text in try parameters.texts("filter") {
      guard let filter = Filter(text) else {
        throw Problem(.invalidParameter, "filter is “\(text.prefix(80))”", hint: Filter.form)
      }
      filters.append(filter)
    }
    return filters
  }
}
