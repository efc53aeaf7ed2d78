// suoyin search: ranked answers, one query or a file of them.

internal import API
internal import Archive
internal import ArgumentParser
internal import Foundation

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search for words, or for \"phrases\" in quotation marks.",
    discussion: """
      Words are ranked: documents that hold everything as it was typed stand first. A phrase is exact, however the
      source was broken into lines. Width, case, traditional and simplified characters make no difference. A document's
      number finds the document that has it first, in any brackets.

      AND, OR, NOT, NEAR/8 (与 或 非 近/8), parentheses, + and -, prefix* and field:value are understood; QUERIES.md has the
      language, and suoyin explain shows how a query is read.

      Filters, --filter FIELD=VALUE, leave only documents with a value; the same field twice means either, different
      fields mean all. Without a query they list all such documents. Dates are 2024, 2024-03, 2024-03-05 or 2024年3月, or
      ranges such as 2023..2024-06; regions paths or single divisions; title and text are exact phrases. The fields:
      \(Field.allCases.map { "  \($0.name) \($0.alias): \($0.help)" }.joined(separator: "\n"))

      Examples:
        suoyin search 普惠金融 首贷
        suoyin search '"农业保险"' --limit 3
        suoyin search 保险 --filter date=2024 --filter issuers=国务院办公厅
        suoyin search '(保险 OR 信贷) AND 农业 date:2023..2024'
        suoyin search --filter 文号='国办发[2024]7号'
        suoyin search --queries queries.jsonl --format trec
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case trec
  }

  @Argument(help: "The query; several arguments are one query.")
  var query: [String] = []
  @OptionGroup var filter: FilterOption
  @OptionGroup var source: SourceOption
  @Option(
    help: ArgumentHelp(
      "Order: relevance, or of the exact matches alone newest, oldest or number. [default: relevance]",
      valueName: "order"),
    transform: { text in
      guard let order = HitOrder(rawValue: text) else {
        throw ValidationError("there are: \(HitOrder.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return order
    })
  var sort = HitOrder.relevance
  @Option(
    name: .customLong("facet"),
    help: ArgumentHelp(
      "Count the exact matches by issuers, region, kind, year, collection or publication; repeatable.",
      valueName: "field"))
  var facets: [String] = []
  @Option(
    help: ArgumentHelp(
      "Where the page begins: what the answer before it said. [default: at the best]", valueName: "cursor"))
  var cursor: String?
  @Option(help: ArgumentHelp("How many hits at most.", valueName: "n"))
  var limit = SearchRequest.defaultLimit
  @Option(
    name: .customLong("deadline-ms"),
    help: ArgumentHelp(
      "End after so many milliseconds with the best that was found. [default: none; through a daemon, its own]",
      valueName: "ms"))
  var deadline: Int?
  @Option(help: "text for people, json for programs, trec for evaluation.")
  var format = Format.text
  @Option(
    help: ArgumentHelp(
      "A file of {\"id\",\"q\"} lines, with \"filter\":[\"field=value\"] if wanted, to search one after another; - is standard input.",
      valueName: "file"))
  var queries: String?

  func validate() throws {
    if !query.isEmpty, queries != nil { throw ValidationError("give a query or --queries FILE, not both") }
    if cursor != nil, queries != nil { throw ValidationError("--cursor belongs to one query, not to --queries FILE") }
    if query.isEmpty, queries == nil, filter.filters.isEmpty {
      throw ValidationError("give a query, --filter FIELD=VALUE or --queries FILE")
    }
    try SearchCommand.check(limit: limit)
    let longest = SearchRequest.maximumDeadlineMilliseconds
    if let deadline, !(0...longest).contains(deadline) {
      throw ValidationError("--deadline-ms is \(deadline); it must be 0 to \(longest)")
    }
  }

  static func check(limit: Int) throws {
    guard !(0...SearchRequest.maximumLimit).contains(limit) else { return }
    throw ValidationError("--limit is \(limit); it must be 0 to \(SearchRequest.maximumLimit)")
  }

  func run() throws {
    let batch = try queries.map(QueryLine.read) ?? [QueryLine(id: "1", q: query.joined(separator: " "))]
    let answers = try source.open()
    var hitCount = 0
    for line in batch {
      let request = SearchRequest(
        query: line.q, filters: filter.filters + line.filters, sort: sort, facets: facets, limit: limit, cursor: cursor,
        passages: format == .trec ? 0 : 1, suggests: format != .trec, deadlineMilliseconds: deadline)
      let answer = try answers.search(request)
      hitCount += answer.hits.count
      write(answer, id: line.id)
    }
    if hitCount == 0 { throw CommandFailure(.nothingFound) }
  }

  private func write(_ answer: SearchAnswer, id: String) {
    switch format {
    case .text: AnswerPrinter(isColoured: Terminal.isColoured).print(answer)
    case .json: print(answer.json())
    case .trec:
      for (rank, hit) in answer.hits.enumerated() {
        print("\(trecField(id)) Q0 \(trecField(hit.id)) \(rank + 1) \(hit.score) suoyin")
      }
    }
  }

  /// TREC runs are separated by white space, so that blanks in ids are percent-encoded in them, and nothing else is.
  private func trecField(_ text: String) -> String {
    var field = ""
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        for byte in String(scalar).utf8 { field += String(format: "%%%02X", byte) }
      } else {
        field.unicodeScalars.append(scalar)
      }
    }
    return field
  }
}

/// One line of a file of queries.
struct QueryLine: Decodable {
  let id: String
  let q: String
  let filters: [Filter]

  init(id: String, q: String) {
    self.id = id
    self.q = q
    filters = []
  }

  enum CodingKeys: String, CodingKey {
    case id, q
    case filters = "filter"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    filters = try QueryLine.filters(in: container)
    q =
      filters.isEmpty
      ? try container.decode(String.self, forKey: .q) : try container.decodeIfPresent(String.self, forKey: .q) ?? ""
  }

  /// A single filter need not be an array, as with the daemon.
  private static func filters(in container: KeyedDecodingContainer<CodingKeys>) throws -> [Filter] {
    guard container.contains(.filters) else { return [] }
    if let single = try? container.decode(Filter.self, forKey: .filters) { return [single] }
    return try container.decode([Filter].self, forKey: .filters)
  }

  /// Reads a file of queries, or standard input for `-`.
  static func read(_ path: String) throws -> [QueryLine] {
    guard
      let bytes = path == "-"
        ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: path)
    else { throw CommandFailure(.usage, "cannot read \(path)") }
    var lines: [QueryLine] = []
    for (number, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      guard let decoded = try? JSONDecoder().decode(QueryLine.self, from: Data(line)) else {
        throw CommandFailure(.usage, "\(path):\(number + 1): not a query: expected {\"id\":\"…\",\"q\":\"…\"}")
      }
      lines.append(decoded)
    }
    return lines
  }
}
