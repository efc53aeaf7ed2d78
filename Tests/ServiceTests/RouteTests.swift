// What requests ask for, and how they are refused, without a socket.

import API
import NIOHTTP1
import Testing

@testable import Service

@Suite("routes")
struct RouteTests {
  private func operation(
    _ method: HTTPMethod, _ target: String, body: String = "", type: String? = nil
  ) throws(Refusal) -> Service.Operation {
    try Operation(method, target, contentType: type, body: Array(body.utf8))
  }

  @Test(
    "a request target becomes a question",
    arguments: [
      ("/v1/health", Service.Operation.health),
      ("/v1/openapi.json", .contract),
      ("/v1/fields", .ask(.tool(AnyTool(request: FieldsRequest())))),
      ("/v1/suggest?q=a&limit=5", .ask(.tool(AnyTool(request: SuggestRequest(query: "a", limit: 5))))),
      ("/v1/status", .ask(.status)),
      ("/v1/status?", .ask(.status)),
      ("http://localhost/v1/status", .ask(.status)),
      ("/v1/search?q=a", .ask(.search(SearchRequest(query: "a")))),
      ("/v1/search?q=", .ask(.search(SearchRequest(query: "")))),
      ("/v1/search?q=%E6%99%AE+%e6%83%a0%20x%2By", .ask(.search(SearchRequest(query: "普 惠 x+y")))),
      ("/v1/search?q=a=b&&limit=0", .ask(.search(SearchRequest(query: "a=b", limit: 0)))),
      (
        "/v1/search?passages=100&deadline_ms=0&limit=1000&%71=a",
        .ask(.search(SearchRequest(query: "a", limit: 1000, passages: 100, deadlineMilliseconds: 0)))
      ),
      (
        "/v1/search?q=a&filter=kind%3D%E6%84%8F%E8%A7%81&filter=%E6%96%87%E5%8F%B7=a=b",
        .ask(
          .search(
            SearchRequest(query: "a", filters: [Filter(field: "kind", value: "意见"), Filter(field: "文号", value: "a=b")]))
        )
      ),
      ("/v1/search?filter=x=", .ask(.search(SearchRequest(query: "", filters: [Filter(field: "x", value: "")])))),
      ("/v1/documents/default/a.txt%231", .ask(.document(id: "default/a.txt#1", withOriginal: false))),
      ("/v1/documents/default%2Fa+b.txt%231", .ask(.document(id: "default/a+b.txt#1", withOriginal: false))),
      ("/v1/documents/a?offsets=utf16", .ask(.document(id: "a", withOriginal: false, offsets: .utf16))),
      ("/v1/search?q=a&offsets=codepoints", .ask(.search(SearchRequest(query: "a", offsets: .codePoints)))),
      ("/v1/documents/a.txt%231?original=1", .ask(.document(id: "a.txt#1", withOriginal: true))),
      ("/v1/documents/%E5%85%AC%E6%8A%A5", .ask(.document(id: "公报", withOriginal: false))),
    ])
  func questions(target: String, expected: Service.Operation) throws {
    #expect(try operation(.GET, target) == expected)
  }

  @Test(
    "a JSON body becomes a search",
    arguments: [
      (#"{"q":"普惠 金融"}"#, SearchRequest(query: "普惠 金融")),
      (#"{"limit":0,"q":"a","passages":2}"#, SearchRequest(query: "a", limit: 0, passages: 2)),
      (
        #"{"q":"a","filter":["kind=意见","date=2024"]}"#,
        SearchRequest(query: "a", filters: [Filter(field: "kind", value: "意见"), Filter(field: "date", value: "2024")])
      ),
      (#"{"filter":"kind=意见"}"#, SearchRequest(query: "", filters: [Filter(field: "kind", value: "意见")])),
      (#"{"q":"a","filter":[]}"#, SearchRequest(query: "a")),
      (#"{"q":"a","deadline_ms":60000}"#, SearchRequest(query: "a", deadlineMilliseconds: 60_000)),
    ])
  func bodies(body: String, expected: SearchRequest) throws {
    #expect(try operation(.POST, "/v1/search", body: body) == .ask(.search(expected)))
    #expect(
      try operation(.POST, "/v1/search", body: body, type: "Application/JSON; charset=utf-8") == .ask(.search(expected))
    )
  }

  @Test(
    "a target that means nothing is refused with its kind",
    arguments: [
      ("/", Problem.Kind.unknownPath), ("", .unknownPath), ("*", .unknownPath), ("/v1", .unknownPath),
      ("/v1/searches", .unknownPath), ("/v1/search/", .unknownPath), ("/v1/documents", .unknownPath),
      ("/v1/documents/", .unknownPath), ("/v2/search?q=a", .unknownPath), ("/V1/search?q=a", .unknownPath),
      ("/v1/search", .missingParameter), ("/v1/search?limit=1", .missingParameter),
      ("/v1/search?q=a&Q=b", .unknownParameter), ("/v1/search?q=a&fields=x", .unknownParameter),
      ("/v1/status?q=a", .unknownParameter), ("/v1/documents/a?limit=1", .unknownParameter),
      ("/v1/search?q=a&q=b", .invalidParameter), ("/v1/search?q=a&limit=-1", .invalidParameter),
      ("/v1/search?q=a&filter=", .invalidParameter), ("/v1/search?q=a&filter=kind", .invalidParameter),
      ("/v1/search?q=a&filter==x", .invalidParameter), ("/v1/search?q=a&filter=a=b&filter=c", .invalidParameter),
      ("/v1/search?q=a&filter=%FF=b", .malformedRequest), ("/v1/status?filter=a=b", .unknownParameter),
      ("/v1/search?q=a&limit=x", .invalidParameter), ("/v1/search?q=a&limit=", .invalidParameter),
      ("/v1/search?q=a&limit=1001", .invalidParameter), ("/v1/search?q=a&limit=1.0", .invalidParameter),
      ("/v1/search?q=a&limit=99999999999999999999", .invalidParameter),
      ("/v1/search?q=a&passages=101", .invalidParameter), ("/v1/search?q=a&offsets=bytes", .invalidParameter),
      ("/v1/explain?q=a&offsets=utf16", .unknownParameter), ("/v1/search?q=a&deadline_ms=60001", .invalidParameter),
      ("/v1/search?q=%", .malformedRequest), ("/v1/search?q=%4", .malformedRequest),
      ("/v1/search?q=%zz", .malformedRequest), ("/v1/search?q=%FF%FE", .malformedRequest),
      ("/v1/search?q=%C0%80", .malformedRequest), ("/v1/search?q=%ED%A0%80", .malformedRequest),
      ("/v1/search?q=%E6%99", .malformedRequest), ("/v1/documents/%FF", .malformedRequest),
      ("/v1/search?q=" + String(repeating: "%E6%99%AE", count: 1_366), .invalidParameter),
    ])
  func refusals(target: String, kind: Problem.Kind) {
    let refusal = #expect(throws: Refusal.self) { try operation(.GET, target) }
    #expect(refusal?.problem.kind == kind)
  }

  @Test(
    "a body that is no search is refused with its kind",
    arguments: [
      ("", Problem.Kind.malformedRequest), ("[]", .malformedRequest), ("null", .malformedRequest),
      (#"{"q":"a""#, .malformedRequest), (#"{"q":"a"} x"#, .malformedRequest), ("{}", .missingParameter),
      (#"{"query":"a"}"#, .unknownParameter), (#"{"q":1}"#, .invalidParameter), (#"{"q":null}"#, .invalidParameter),
      (#"{"q":["a"]}"#, .invalidParameter), (#"{"q":"a","filter":["kind"]}"#, .invalidParameter),
      (#"{"q":"a","filter":[1]}"#, .invalidParameter), (#"{"q":"a","filter":{"kind":"意见"}}"#, .invalidParameter),
      (#"{"q":"a","filter":null}"#, .invalidParameter), (#"{"filter":[]}"#, .missingParameter),
      (#"{"q":"a","limit":1.5}"#, .invalidParameter), (#"{"q":"a","limit":"1"}"#, .invalidParameter),
      (#"{"q":"a","limit":true}"#, .invalidParameter), (#"{"q":"a","limit":-1}"#, .invalidParameter),
    ])
  func badBodies(body: String, kind: Problem.Kind) {
    let refusal = #expect(throws: Refusal.self) { try operation(.POST, "/v1/search", body: body) }
    #expect(refusal?.problem.kind == kind)
  }

  @Test("of a body full of unknown names no value is looked at: it is refused at once")
  func crowdedBody() {
    // Each of these values is none that a parameter may have, which takes long to find out.
    let members = (0..<20_000).map { "\"x\($0)\":{}" }.joined(separator: ",")
    let start = ContinuousClock.now
    let refusal = #expect(throws: Refusal.self) { try operation(.POST, "/v1/search", body: "{\"q\":\"a\",\(members)}") }
    #expect(refusal?.problem.kind == .unknownParameter && refusal?.problem.detail.contains("“x0”") == true)
    #expect(ContinuousClock.now - start < .milliseconds(600))
  }

  @Test("the longest request that means something fits into a body")
  func longestBody() throws {
    let query = String(repeating: "\\u0061", count: SearchRequest.maximumQueryBytes)
    let filter = "title=" + String(repeating: "\\u0061", count: SearchRequest.maximumQueryBytes)
    let queries = Array(repeating: "\"\(query)\"", count: TrendRequest.maximumQueries).joined(separator: ",")
    let body = "{\"q\":[\(queries)],\"filter\":[\"\(filter)\"],\"by\":\"publication\",\"deadline_ms\":60000}"
    #expect(body.utf8.count < RequestLimits.bodyBytes)
    guard case .ask(.tool(let tool)) = try operation(.POST, "/v1/trend", body: body) else { Issue.record(); return }
    #expect((tool.request as? TrendRequest)?.queries.map(\.utf8.count) == Array(repeating: 4_096, count: 8))
  }

  @Test("a body that is not UTF-8, or not said to be JSON, is refused")
  func encodings() {
    let bytes = Array(#"{"q":"a"#.utf8) + [0xFF] + Array(#""}"#.utf8)
    #expect(
      #expect(throws: Refusal.self) { try Operation(.POST, "/v1/search", contentType: nil, body: bytes) }?.problem
        .kind == .malformedRequest)
    let form = #expect(throws: Refusal.self) {
      try operation(.POST, "/v1/search", body: "q=a", type: "application/x-www-form-urlencoded")
    }
    #expect(form?.problem.kind == .unsupportedMediaType)
  }

  @Test("a reload takes POST with or without an empty body, and is no question that a worker reads by itself")
  func reload() throws {
    #expect(try operation(.POST, "/v1/admin/reload") == .reload)
    #expect(try operation(.POST, "/v1/admin/reload", type: "application/x-www-form-urlencoded") == .reload)
    #expect(try operation(.POST, "/v1/admin/reload", body: "{}") == .reload)
    #expect(throws: Refusal.self) { try operation(.GET, "/v1/admin/reload") }
    #expect(throws: Refusal.self) { try operation(.POST, "/v1/admin/reload", body: #"{"q":"a"}"#) }
    // Who asks is looked at on the event loop.
    let bytes = Array("POST /v1/admin/reload HTTP/1.1\r\ncontent-length: 2\r\n\r\n{}".utf8)
    let plain = try #require(bytes.withUnsafeBytes { PlainRequest($0) })
    #expect(plain.question == nil)
  }

  @Test("another method is refused with those that are taken", arguments: [HTTPMethod.DELETE, .PUT, .OPTIONS])
  func methods(method: HTTPMethod) {
    let refusal = #expect(throws: Refusal.self) { try operation(method, "/v1/search?q=a") }
    #expect(refusal?.problem.kind == .methodNotAllowed)
    #expect(refusal?.allowed == [.GET, .HEAD, .POST])
    #expect(#expect(throws: Refusal.self) { try operation(.POST, "/v1/status") }?.allowed == [.GET, .HEAD])
  }

  @Test(
    "HEAD asks for what GET asks for, on every path that takes GET and on no other", arguments: Route.all.map(\.path))
  func head(path: String) throws {
    let target = path + (path.hasSuffix("/") ? "a" : "")
    let taken = try #require(Route.all.first { $0.path == path }).methods.contains(.GET)
    func outcome(_ method: HTTPMethod) -> Result<Service.Operation, Problem> {
      do { return .success(try operation(method, target)) } catch { return .failure(error.problem) }
    }
    if taken {
      #expect(outcome(.HEAD) == outcome(.GET))
    } else {
      #expect(
        outcome(.HEAD) == .failure(Problem(.methodNotAllowed, "\(path) does not take HEAD", hint: "it takes POST")))
    }
  }

  @Test("every kind of problem has its own name, a client's or the daemon's status, and a title")
  func kinds() {
    for kind in Problem.Kind.allCases {
      let problem = Problem(kind, "x")
      #expect(problem.kind == kind)
      #expect((400...599).contains(problem.status) && !problem.title.isEmpty)
    }
  }
}
