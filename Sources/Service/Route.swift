// The route table: which paths there are, what they take, and what they ask for.

internal import API
internal import NIOHTTP1

/// What a request asks for.
enum Operation: Hashable, Sendable {
  /// Whether the daemon is well; answered at once, however much there is to do.
  case health
  /// What a worker has to look up.
  case ask(Question)
}

/// A question to the index.
enum Question: Hashable, Sendable {
  case search(SearchRequest)
  case document(id: String)
  case status
}

/// One row of the route table.
struct Route: Sendable {
  /// The path; one that ends in `/` stands for all below it.
  let path: String
  let methods: [HTTPMethod]
  /// The names of its parameters.
  let parameters: [String]
  /// - Parameter tail: what follows ``path``, decoded.
  let operation: @Sendable (_ tail: String, _ parameters: Parameters) throws(Problem) -> Operation

  static let all = [
    Route(path: "/v1/search", methods: [.GET, .POST], parameters: ["q", "limit", "passages", "deadline_ms"]) {
      (_, parameters) throws(Problem) in .ask(.search(try SearchRequest(parameters)))
    },
    Route(path: "/v1/documents/", methods: [.GET], parameters: []) { tail, _ in .ask(.document(id: tail)) },
    Route(path: "/v1/status", methods: [.GET], parameters: []) { _, _ in .ask(.status) },
    Route(path: "/v1/health", methods: [.GET], parameters: []) { _, _ in .health },
  ]

  fileprivate func matches(_ requested: Substring) -> Bool {
    path.hasSuffix("/") ? requested.count > path.count && requested.hasPrefix(path) : requested == path
  }
}

extension SearchRequest {
  fileprivate init(_ parameters: Parameters) throws(Problem) {
    self.init(query: try parameters.text("q"))
    limit = try parameters.integer("limit", in: 0...SearchRequest.maximumLimit) ?? limit
    passages = try parameters.integer("passages", in: 0...SearchRequest.maximumPassages) ?? passages
    deadlineMilliseconds = try parameters.integer("deadline_ms", in: 0...SearchRequest.maximumDeadlineMilliseconds)
    guard query.utf8.count <= SearchRequest.maximumQueryBytes else {
      throw Problem(
        .invalidParameter, "q has \(query.utf8.count) bytes, the limit is \(SearchRequest.maximumQueryBytes)",
        hint: "shorten it")
    }
  }
}

/// Why a request goes no further.
struct Refusal: Error {
  let problem: Problem
  /// The methods that the path takes, where that is the problem.
  var allowed: [HTTPMethod] = []
}

extension Operation {
  /// What a request asks for.
  ///
  /// - Throws: the problem with it.
  init(_ head: HTTPRequestHead, body: [UInt8]) throws(Refusal) {
    let target = Operation.withoutAuthority(head.uri[...])
    let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let path = halves.first ?? ""
    guard let route = Route.all.first(where: { $0.matches(path) }) else {
      let known = Route.all.map { $0.path.hasSuffix("/") ? $0.path + "{id}" : $0.path }.joined(separator: ", ")
      throw Refusal(
        problem: Problem(.unknownPath, "there is nothing at “\(path.prefix(200))”", hint: "there are: \(known)"))
    }
    guard route.methods.contains(head.method) else {
      let allowed = route.methods.map(\.rawValue).joined(separator: ", ")
      throw Refusal(
        problem: Problem(
          .methodNotAllowed, "\(path) does not take \(head.method.rawValue)", hint: "it takes \(allowed)"),
        allowed: route.methods)
    }
    do throws(Problem) {
      let tail = try PercentCoding.decode(path.dropFirst(route.path.count), plusIsSpace: false)
      let query = halves.count > 1 ? halves[1] : ""
      self = try route.operation(tail, Operation.parameters(route, head, query: query, body: body))
    } catch {
      throw Refusal(problem: error)
    }
  }

  private static func parameters(
    _ route: Route, _ head: HTTPRequestHead, query: Substring, body: [UInt8]
  ) throws(Problem) -> Parameters {
    guard head.method == .POST else { return try Parameters(query: query, known: route.parameters) }
    guard query.isEmpty else {
      throw Problem(.malformedRequest, "a POST has its parameters in the body, not behind the path")
    }
    let type = head.headers.first(name: "content-type") ?? "application/json"
    guard type.split(separator: ";").first?.trimmingSpaces.lowercased() == "application/json" else {
      throw Problem(
        .unsupportedMediaType, "the body is of type “\(type.prefix(80))”", hint: "send JSON as application/json")
    }
    return try Parameters(json: body, known: route.parameters)
  }

  /// A target in absolute form (RFC 9112, section 3.2.2) without scheme and authority: only one host answers here.
  private static func withoutAuthority(_ target: Substring) -> Substring {
    guard target.hasPrefix("http://") else { return target }
    return target.dropFirst("http://".count).drop { $0 != "/" && $0 != "?" }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var text = self
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}
