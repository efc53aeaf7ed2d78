// Answers of a served index of the samples against the schemas of openapi.json.

import API
import Foundation
import Indexing
import Logging
import TestSupport
import Testing

@testable import Service

@Suite("answers and their schemas", .timeLimit(.minutes(3)))
struct AnswerSchemaTests {
  private let directory: TemporaryDirectory
  private let daemon: Daemon

  init() throws {
    directory = try TemporaryDirectory()
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    // The samples are whole; this one is not, and says what no field is for.
    let record = #"{"id":"x#1","title":"残","text":"一段文字〓〓〓〓不可读。","keywords":["甲",{"a":1}]}"#
    let file = try directory.write(record + "\n", to: "records.jsonl")
    var options = IndexingOptions()
    options.collection = "samples"
    let report = try Indexer(directory: directory.path + "/index", options: options).run(
      roots: [root + "/Corpus/Samples", file])
    precondition(report.problems.isEmpty, "\(report.problems)")
    var service = ServiceOptions(index: directory.path + "/index", socket: directory.path + "/s/suoyin.sock")
    service.workerCount = 1
    service.defaultDeadlineMilliseconds = 60_000
    daemon = try Daemon(service, logger: .silent)
  }

  /// Path of the document, what stands in the place of its id, query string or body, and the status to come.
  private struct Row {
    let method: String
    let path: String
    var id = ""
    var parameters: [String: JSONValue] = [:]
    var status = 200

    static func both(_ path: String, _ parameters: [String: JSONValue], status: Int = 200) -> [Row] {
      ["get", "post"].map { Row(method: $0, path: path, parameters: parameters, status: status) }
    }

    static func get(_ path: String, id: String = "", _ parameters: [String: JSONValue] = [:], status: Int = 200) -> Row
    { Row(method: "get", path: path, id: id, parameters: parameters, status: status) }
  }

  private static let gazette = "samples/linhu-gazette-2024-03.txt"
  private static let plans: [String: JSONValue] = [
    "a": .string(gazette + "#10"), "b": .string("samples/songling-gazette-2024-01.txt#5"),
  ]
  private static let number: [String: JSONValue] = ["number": .string("临政办发〔2024〕12号")]
  private static let facets = ["issuers", "region", "kind", "year", "collection", "publication"].map(JSONValue.string)

  private static let rows: [Row] =
    Row.both("/v1/search", ["q": .string("普惠金融"), "facet": .array(facets), "limit": .integer(2)])
    + Row.both("/v1/search", ["q": .string("普慧金融 foo:x"), "offsets": .string("utf16")])
    + Row.both("/v1/search", ["filter": .array([.string("kind=意见")]), "passages": .integer(0)])
    + Row.both("/v1/explain", ["q": .string("普惠金融 5000万元"), "limit": .integer(3)])
    + Row.both("/v1/explain", ["q": .string("文字"), "limit": .integer(3)])
    + (1...11).map { Row.get("/v1/documents/{id}", id: gazette + "#\($0)", ["original": .integer($0 % 2)]) }
    + [
      .get("/v1/documents/{id}", id: "x#1", ["original": .integer(1)]), .get("/v1/similar/{id}", id: gazette + "#3"),
      .get("/v1/status"), .get("/v1/health"), .get("/v1/openapi.json"), .get("/metrics"), .get("/v1/metrics"),
    ]
    + Row.both("/v1/concordance", ["q": .string("普惠金融"), "limit": .integer(2)])
    + Row.both("/v1/concordance", ["q": .string("补贴 OR 文字"), "sort": .string("date")])
    + Row.both("/v1/trend", ["q": .array([.string("补贴"), .string("保险")]), "by": .string("publication")])
    + Row.both("/v1/collocations", ["q": .string("保险"), "limit": .integer(5)])
    + Row.both("/v1/compare", plans)
    + Row.both("/v1/export", ["limit": .integer(3)]) + Row.both("/v1/export", ["text": .integer(0)])
    + Row.both("/v1/coverage", [:])
    + Row.both("/v1/cites", number) + Row.both("/v1/cited-by", number) + Row.both("/v1/history", number)
    + [Row(method: "post", path: "/v1/admin/reload")]
    + Row.both("/v1/suggest", ["q": .string("普慧金融")]) + Row.both("/v1/fields", [:])

  private static let refused: [Row] =
    Row.both("/v1/search", [:], status: 400) + Row.both("/v1/search", ["x": .string("")], status: 400)
    + Row.both("/v1/search", ["q": .string("甲"), "limit": .integer(1001)], status: 400)
    + Row.both("/v1/compare", ["a": .string("x"), "b": .string("y")], status: 404)
    + [
      .get("/v1/documents/{id}", id: "nowhere#1", status: 404), .get("/v1/similar/{id}", id: "nowhere#1", status: 404),
    ]

  @Test("every answer fits its schema, every path is asked, and every member that is described occurs")
  func answers() throws {
    var validator = SchemaValidator(.contract)
    var asked: Set<String> = []
    for row in Self.rows + Self.refused {
      let response = try ask(row)
      #expect(response.status == row.status, "\(row): \(String(decoding: response.body, as: UTF8.self))")
      let schema = try schema(row, response)
      #expect(validator.problems(of: try value(response), under: schema) == [], "\(row)")
      asked.insert("\(row.method) \(row.path)")
    }
    let paths = JSONValue.contract["paths"]!
    #expect(asked.sorted() == paths.names.flatMap { path in paths[path]!.names.map { "\($0) \(path)" } }.sorted())
    #expect(Self.members.subtracting(validator.met).sorted() == [])
    daemon.stop()
  }

  @Test("a member too many and a member too few are noticed in every answer")
  func changes() throws {
    var validator = SchemaValidator(.contract)
    for row in Self.rows where row.path != "/v1/openapi.json" {
      let response = try ask(row)
      let schema = try schema(row, response)
      let value = try value(response)
      guard case .object = value else { continue }
      var more = value
      more["unheard_of"] = .null
      #expect(!validator.problems(of: more, under: schema).isEmpty, "\(row)")
      for name in value.names where !Self.optional.contains(name) {
        var fewer = value
        fewer[name] = nil
        #expect(!validator.problems(of: fewer, under: schema).isEmpty, "\(row) without \(name)")
      }
    }
    daemon.stop()
  }

  /// Members of whole answers that may be left out; the schemas say of each when.
  private static let optional: Set = ["original", "file", "occurrences", "next"]

  /// The members of all objects that are answered, each as the pointer of its schema.
  private static var members: Set<String> {
    let schemas = JSONValue.contract["components"]!["schemas"]!
    let requests = schemas.names.filter { $0.hasSuffix("Request") || $0 == "DocumentQuestion" }
    return Set(
      schemas.names.filter { !requests.contains($0) }.flatMap { name in
        (schemas[name]?["properties"]?.names ?? []).map { "#/components/schemas/\(name)/properties/\($0)" }
      })
  }

  /// What was answered: JSON, or else text.
  private func value(_ response: RawResponse) throws -> JSONValue {
    guard response.head.contains("json\r\n") else { return .string(String(decoding: response.body, as: UTF8.self)) }
    return try JSONDecoder().decode(JSONValue.self, from: response.body)
  }

  /// Where the schema of an answer stands.
  private func schema(_ row: Row, _ response: RawResponse) throws -> String {
    let path = row.path.replacing("/", with: "~1")
    var pointer = "#/paths/\(path)/\(row.method)/responses/\(response.status)"
    pointer = JSONValue.contract[pointer: pointer]?["$ref"]?.string ?? pointer
    let content = try #require(JSONValue.contract[pointer: pointer]?["content"], "\(row): \(response.status)")
    let type = try #require(content.names.first)
    // Text has parameters behind its type.
    #expect(response.head.contains("content-type: \(type)" + (type == "text/plain" ? ";" : "\r\n")))
    return "\(pointer)/content/\(type.replacing("/", with: "~1"))/schema"
  }

  private func ask(_ row: Row) throws -> RawResponse {
    let unreserved = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "!"..."~"))
    func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: unreserved)! }
    let path = row.path.replacing("{id}", with: encoded(row.id))
    if row.method == "get" {
      let pairs = row.parameters.flatMap { name, value in
        (value.items.isEmpty ? [value] : value.items).map { name + "=" + encoded($0.string ?? $0.json()) }
      }
      return try RawConnection.get(path + "?" + pairs.joined(separator: "&"), from: daemon.socket)
    }
    let body = JSONValue.object(row.parameters).json()
    let connection = try RawConnection(daemon.socket)
    connection.send("POST \(path) HTTP/1.1\r\nhost: localhost\r\ncontent-length: \(body.utf8.count)\r\n\r\n\(body)")
    return try connection.responses(count: 1)[0]
  }
}
