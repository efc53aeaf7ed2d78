// A request out of HTTP: what it asks for, or why it is refused.

internal import API
internal import NIOHTTP1

/// What a request asks for.
enum Operation: Hashable, Sendable {
  /// Whether the daemon is well; answered at once, however much there is to do.
  case health
  /// What the daemon counts and measures of itself; answered at once, too.
  case metrics
  /// What is answered here, as OpenAPI describes it; the same for every index.
  case contract
  /// That the index is opened anew; not for everybody.
  case reload
  /// What a worker has to look up.
  case ask(Question)
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
  /// - Parameters:
  ///   - target: path and query as they were sent.
  ///   - contentType: the field of that name.
  /// - Throws: the problem with it.
  init(_ method: HTTPMethod, _ target: String, contentType: String?, body: [UInt8]) throws(Refusal) {
    let (path, query) = Operation.parts(of: target)
    guard let (route, tail) = Operation.route(to: path) else {
      let known = Route.all.map { $0.path.hasSuffix("/") ? $0.path + "{id}" : $0.path }.joined(separator: ", ")
      throw Refusal(
        problem: Problem(.unknownPath, "there is nothing at “\(path.prefix(200))”", hint: "there are: \(known)"))
    }
    guard route.allowed.contains(method) else {
      let allowed = route.allowed.map(\.rawValue).joined(separator: ", ")
      throw Refusal(
        problem: Problem(
          .methodNotAllowed, "\(path) does not take \(method.rawValue)", hint: "it takes \(allowed)"),
        allowed: route.allowed)
    }
    do throws(Problem) {
      self = try route.operation(
        PercentCoding.decode(tail, plusIsSpace: false), Operation.parameters(route, method, query, contentType, body))
    } catch {
      throw Refusal(problem: error)
    }
  }

  private static func parameters(
    _ route: Route, _ method: HTTPMethod, _ query: Substring, _ contentType: String?, _ body: [UInt8]
  ) throws(Problem) -> Parameters {
    let isEmpty = body.isEmpty && route.parameters.isEmpty
    guard method == .POST, !isEmpty else {
      return try Parameters(query: query, known: route.parameters, lists: route.lists)
    }
    guard query.isEmpty else {
      throw Problem(.malformedRequest, "a POST has its parameters in the body, not behind the path")
    }
    let type = contentType ?? "application/json"
    guard type.split(separator: ";").first?.trimmingSpaces.lowercased() == "application/json" else {
      throw Problem(
        .unsupportedMediaType, "the body is of type “\(type.prefix(80))”", hint: "send JSON as application/json")
    }
    return try Parameters(json: body, known: route.parameters)
  }

  private static func route(to path: Substring) -> (Route, tail: Substring)? {
    for route in Route.all {
      if let tail = route.tail(of: path) { return (route, tail) }
    }
    return nil
  }

  /// Path and query of a request target. The absolute form (RFC 9112, section 3.2.2) loses scheme and authority: only
  /// one host answers here.
  private static func parts(of target: String) -> (path: Substring, query: Substring) {
    // By bytes, because a parser has let ASCII through only, and characters cost ten times as much to find.
    let question = target.utf8.firstIndex(of: UInt8(ascii: "?")) ?? target.endIndex
    var path = target[..<question]
    if path.utf8.starts(with: "http://".utf8) { path = path.dropFirst("http://".utf8.count).drop { $0 != "/" } }
    return (path, target[question...].dropFirst())
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
