// suoyin search: ranked answers, one query or a file of them.

internal import API
internal import Archive
internal import ArgumentParser

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search for words, or for \"phrases\" in quotation marks.",
    overview: SearchCommand.overview)

  @Argument(help: "The query; several arguments are one query.")
  var query: [String] = []
  @OptionGroup var filter: FilterOption
  @OptionGroup var source: SourceOption
  @Option(
    help: ArgumentHelp(
      "Order: relevance, or of the exact matches alone newest, oldest or number. [default: relevance]",
      valueName: "order"),
    transform: choice)
  var sort = HitOrder.relevance
  @Option(
    name: .customLong("facet"),
    help: ArgumentHelp(
      "Count the exact matches by issuers, region, kind, year, collection or publication; repeatable.",
      valueName: "field"))
  var facets: [String] = []
  @Option(help: "Put the hits of a page together: those of one source, or of one parent document.")
  var group = Grouping.none
  @Flag(help: "Print how many documents match exactly, and nothing else.")
  var count = false
  @OptionGroup var coverage: CoverageOption
  @Option(
    help: ArgumentHelp(
      "Where the page begins: what the answer before it said. [default: at the best]", valueName: "cursor"))
  var cursor: String?
  @Option(
    help: ArgumentHelp("How many hits at most. [default: \(SearchRequest.defaultLimit)]", valueName: "n"))
  var limit: Int?
  @Option(help: ArgumentHelp("How many passages of each hit at most. [default: 1]", valueName: "n"))
  var passages: Int?
  @Option(
    name: .customLong("deadline-ms"),
    help: ArgumentHelp(
      "End after so many milliseconds with the best that was found. [default: none; through a daemon, its own]",
      valueName: "ms"))
  var deadline: Int?
  @Option(
    help: "text for people; json the whole answer, jsonl one hit a line; csv and tsv tables; trec for evaluation; ids.")
  var format = SearchFormat.text
  @OptionGroup var mark: ByteOrderMarkOption
  @OptionGroup var color: ColorOption
  @OptionGroup var pager: PagerOption
  @Option(
    help: ArgumentHelp(
      "A file of {\"id\",\"q\"} lines, with \"filter\":[\"field=value\"] if wanted, to search one after another; - is standard input.",
      valueName: "file"))
  var queries: String?

  func validate() throws {
    if let remedy = conflicts.first(where: \.isGiven)?.remedy { throw ValidationError(remedy) }
    if let limit { try SearchCommand.check(limit: limit) }
    try SearchCommand.check("--passages", passages, SearchRequest.maximumPassages)
    try SearchCommand.check("--deadline-ms", deadline, SearchRequest.maximumDeadlineMilliseconds)
  }

  static func check(limit: Int) throws { try check("--limit", limit, SearchRequest.maximumLimit) }

  private static func check(_ name: String, _ value: Int?, _ maximum: Int) throws {
    guard let value, !(0...maximum).contains(value) else { return }
    throw ValidationError("\(name) is \(value); it must be 0 to \(maximum)")
  }

  func run() throws {
    let answers = try source.open()
    try coverage.state(filter.filters, answers)
    if count { return try printCount(answers.search(request(query: query.joined(separator: " "), []))) }
    let writer = AnswerWriter(
      format: format, printer: printer(answers), mark: mark.text, isOfSeveral: queries != nil)
    let batch = try queries.map(QueryLine.read) ?? [QueryLine(id: "1", q: query.joined(separator: " "))]
    var hasFound = false
    var text = ""
    for line in batch {
      let answer = try answers.search(request(query: line.q, line.filters))
      hasFound = hasFound || (limit == 0 ? answer.total.loose > 0 : !answer.hits.isEmpty)
      let lines = try writer.lines(answer, of: line)
      writer.complain(about: answer)
      if format == .text { text += (text.isEmpty ? "" : "\n") + lines } else { print(lines, terminator: "") }
    }
    if format == .text { pager.show(text) }
    if !hasFound { throw CommandFailure(.nothingFound) }
  }

  private func request(query: String, _ others: [Filter]) throws -> SearchRequest {
    // One more than is shown: a passage that is the title is none.
    let shown = format.isWithoutPassages || count ? 0 : passages ?? 1
    let wanted = format == .text && shown > 0 ? min(shown + 1, SearchRequest.maximumPassages) : shown
    return SearchRequest(
      query: query, filters: try filter.filters(with: others), sort: sort, facets: facets,
      limit: count ? 0 : limit ?? SearchRequest.defaultLimit, cursor: cursor, passages: wanted,
      suggests: format.isWholeAnswer && !count, deadlineMilliseconds: deadline)
  }

  private func printer(_ answers: AnswerSource) -> AnswerPrinter {
    AnswerPrinter(
      layout: LineLayout(
        width: max(Terminal.width ?? Terminal.defaultWidth, LineLayout.minimumWidth), isColoured: color.isColoured),
      passageLimit: passages ?? 1, grouping: group, order: sort,
      title: { id in
        let request = SearchRequest(
          query: "", filters: [Filter(field: Field.id.name, value: id)], limit: 1, passages: 0, suggests: false)
        return try answers.search(request).hits.first?.title
      })
  }

  /// A number that a deadline cut short would pass for the number of all.
  private func printCount(_ answer: SearchAnswer) throws {
    guard !answer.timedOut, answer.total.exact else {
      throw CommandFailure(.usage, "the deadline ended the search before everything was counted (raise --deadline-ms)")
    }
    for notice in answer.notices { Terminal.complain(notice.line) }
    print(
      format == .json ? MatchCount(query: answer.query, count: answer.total.strict).json() : "\(answer.total.strict)")
    if answer.total.strict == 0 { throw CommandFailure(.nothingFound) }
  }
}

/// What `--count --format json` prints.
private struct MatchCount: Encodable {
  let query: String
  let count: Int
}
