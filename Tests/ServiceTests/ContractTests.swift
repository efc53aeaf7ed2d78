// openapi.json against the code: paths, parameters, limits, choices and problems.

import API
import NIOHTTP1
import Testing

@testable import Searching
@testable import Service

@Suite("openapi.json")
struct ContractTests {
  private let contract = JSONValue.contract
  private let schemas = JSONValue.contract["components"]!["schemas"]!

  @Test("it has the paths and methods of the route table")
  func paths() {
    var routes: [String: [String]] = [:]
    for route in Route.all {
      routes[route.path + (route.path.hasSuffix("/") ? "{id}" : "")] = route.methods.map { $0.rawValue.lowercased() }
    }
    #expect(contract["paths"]?.names == routes.keys.sorted())
    for (path, methods) in routes { #expect(contract["paths"]?[path]?.names == methods.sorted(), "\(path)") }
  }

  @Test("each path takes the parameters of its route, in the query and in the body", arguments: Route.all.map(\.path))
  func parameters(path: String) throws {
    let route = try #require(Route.all.first { $0.path == path })
    let item = try #require(contract["paths"]?[path + (path.hasSuffix("/") ? "{id}" : "")])
    let query = (item["get"]?["parameters"]?.items ?? []).filter { $0["in"] == .string("query") }
    #expect(query.compactMap { $0["name"]?.string }.sorted() == route.parameters.sorted())
    for parameter in query {
      let name = try #require(parameter["name"]?.string)
      let isList = parameter["schema"]?.resolved()["type"] == .string("array")
      #expect(isList == route.lists.contains(name), "\(path) \(name)")
    }
    guard let post = item["post"] else { return }
    let body = post["requestBody"]?["content"]?["application/json"]?["schema"]?.resolved()
    #expect(body?["properties"]?.names ?? [] == route.parameters.sorted())
    #expect(body?["additionalProperties"] == .bool(false))
  }

  private static let boundRows: [(String, String, ClosedRange<Int>)] = [
    ("SearchRequest", "limit", 0...SearchRequest.maximumLimit),
    ("SearchRequest", "passages", 0...SearchRequest.maximumPassages),
    ("SearchRequest", "deadline_ms", 0...SearchRequest.maximumDeadlineMilliseconds),
    ("ExplainRequest", "limit", 0...Explanation.maximumHits),
    ("ConcordanceRequest", "width", 0...ConcordanceRequest.maximumWidth),
    ("ConcordanceRequest", "limit", 1...ConcordanceRequest.maximumLimit),
    ("CollocationsRequest", "window", 1...CollocationsRequest.maximumWindow),
    ("CollocationsRequest", "limit", 1...CollocationsRequest.maximumLimit),
    ("ExportRequest", "limit", 1...SearchRequest.maximumLimit),
    ("DocumentQuestion", "limit", 0...SearchRequest.maximumLimit),
    ("SuggestRequest", "limit", 1...SuggestRequest.maximumLimit),
  ]

  @Test("numbers have the bounds that the code has", arguments: boundRows)
  func bounds(request: String, parameter: String, bounds: ClosedRange<Int>) {
    let schema = schemas[request]?["properties"]?[parameter]
    #expect(schema?["minimum"] == .integer(bounds.lowerBound))
    #expect(schema?["maximum"] == .integer(bounds.upperBound))
  }

  private static let defaultRows: [(String, String, Int)] = [
    ("SearchRequest", "limit", SearchRequest.defaultLimit), ("ExplainRequest", "limit", SearchRequest.defaultLimit),
    ("SearchRequest", "passages", SearchRequest(query: "").passages),
    ("ConcordanceRequest", "width", ConcordanceRequest.defaultWidth),
    ("ConcordanceRequest", "limit", ConcordanceRequest.defaultLimit),
    ("CollocationsRequest", "window", CollocationsRequest.defaultWindow),
    ("CollocationsRequest", "minimum", CollocationsRequest.defaultMinimum),
    ("CollocationsRequest", "limit", CollocationsRequest.defaultLimit),
    ("ExportRequest", "limit", ExportRequest.defaultLimit), ("DocumentQuestion", "limit", SearchRequest.maximumLimit),
    ("SuggestRequest", "limit", SuggestRequest.defaultLimit),
  ]

  @Test("numbers that are left out are what the code takes them for", arguments: defaultRows)
  func defaults(request: String, parameter: String, value: Int) {
    #expect(schemas[request]?["properties"]?[parameter]?["default"] == .integer(value))
  }

  @Test("texts and lists have the limits that the code has")
  func lengths() {
    for request in schemas.names {
      for (name, limit) in [("q", SearchRequest.maximumQueryBytes), ("filter", SearchRequest.maximumFilters)] {
        guard request.hasSuffix("Request"), request != "TrendRequest",
          let schema = schemas[request]?["properties"]?[name]
        else { continue }
        let found = name == "q" ? schema["maxLength"] : schema["anyOf"]?.items.last?["maxItems"]
        #expect(found == .integer(limit), "\(request) \(name)")
      }
    }
    let queries = schemas["TrendRequest"]?["properties"]?["q"]?["anyOf"]?.items.last
    #expect(queries?["maxItems"] == .integer(TrendRequest.maximumQueries))
  }

  private static let choiceRows: [(String, [String])] = [
    ("SearchRequest/properties/sort", HitOrder.allCases.map(\.rawValue)),
    ("ConcordanceRequest/properties/sort", ConcordanceOrder.allCases.map(\.rawValue)),
    ("CollocationsRequest/properties/sort", CollocationOrder.allCases.map(\.rawValue)),
    ("TrendRequest/properties/by", TrendUnit.allCases.map(\.rawValue)),
    ("OffsetUnit", OffsetUnit.allCases.map(\.rawValue)),
    ("FacetName", Facets.Facet.allCases.map(\.rawValue)),
    ("ComparedClause/properties/kind", ComparedClause.Kind.allCases.map(\.rawValue)),
    ("HistoryEvent/properties/kind", HistoryEvent.Kind.allCases.map(\.rawValue)),
    ("FieldDescription/properties/kind", ["keyword", "text", "date", "path", "figure", "day"]),
  ]

  @Test("choices are those of the code", arguments: choiceRows)
  func choices(pointer: String, names: [String]) {
    let found = schemas[pointer: "#/" + pointer]?["enum"]?.items.compactMap(\.string)
    #expect(found == names)
  }

  @Test("every kind of problem is listed under its status, and nothing else")
  func problems() {
    var listed: [Int: [String]] = [:]
    for name in contract["components"]!["responses"]!.names {
      let response = contract["components"]!["responses"]![name]!
      let own = response["content"]?[Problem.mediaType]?["schema"]?["properties"]
      guard case .integer(let status)? = own?["status"]?["const"] else { Issue.record("\(name)"); continue }
      listed[status] = own?["type"]?["enum"]?.items.compactMap(\.string)
    }
    let kinds = Dictionary(grouping: Problem.Kind.allCases, by: \.status)
    #expect(listed == kinds.mapValues { $0.map { Problem($0, "").type } })
  }

  @Test("every object is closed: a member that is not described is an error")
  func closed() {
    for name in schemas.names where name != "DocumentFields" && name != "OtherFields" {
      guard let schema = schemas[name], schema["type"] == .string("object") else { continue }
      let isClosed = [schema["additionalProperties"], schema["unevaluatedProperties"]].contains(.bool(false))
      #expect(isClosed, "\(name)")
    }
  }
}
