// suoyin concordance: keyword in context.

internal import API
internal import ArgumentParser

struct ConcordanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concordance",
    abstract: "Print every place where a query's text stands, with what stands around it.",
    overview: """
      Documents match in the strict reading. Values are found however they are spelled; AND, OR and filters choose
      documents, and each text of the query is a match. By document, lines come as they are found; every other order
      needs all of them first.

      Examples:
        suoyin concordance 普惠金融
        suoyin concordance '"农业保险"' --sort right --limit 50
        suoyin concordance 高质量发展 --filter date=2023..2024 --sort date
        suoyin concordance '5000万元' --format csv --bom > places.csv
        suoyin concordance 保险 --format jsonl | head
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case jsonl
    case csv
  }

  @Argument(help: "The query; several arguments are one query.")
  var query: [String]
  @OptionGroup var filter: FilterOption
  @OptionGroup var coverage: CoverageOption
  @OptionGroup var source: SourceOption
  @Option(help: "Order: \(ConcordanceOrder.names).", transform: choice)
  var sort = ConcordanceOrder.document
  @Option(
    help: ArgumentHelp(
      "How many characters of context each side has. [default: in text what fits on the terminal's line; elsewhere \(ConcordanceRequest.defaultWidth)]",
      valueName: "n"))
  var width: Int?
  @Option(help: ArgumentHelp("How many lines at most. [default: all]", valueName: "n"))
  var limit: Int?
  @Option(help: "text for people, csv for programs, jsonl for one line an object, json for one page an object.")
  var format = Format.text
  @OptionGroup var mark: ByteOrderMarkOption
  @OptionGroup var color: ColorOption

  func validate() throws {
    if let width, !(0...ConcordanceRequest.maximumWidth).contains(width) {
      throw ValidationError("--width is \(width); it must be 0 to \(ConcordanceRequest.maximumWidth)")
    }
    if let limit, limit < 1 { throw ValidationError("--limit is \(limit); it must be at least 1") }
    try mark.refuse(unless: format == .csv)
  }

  func run() throws {
    let answers = try source.open()
    try coverage.state(filter.filters, answers)
    var writer = ConcordanceWriter(
      format: format, mark: mark.text, width: width, showsDates: sort == .date,
      isColoured: color.isColoured)
    var request = ConcordanceRequest(
      query: query.joined(separator: " "), filters: filter.filters, sort: sort, width: writer.requestedWidth)
    var left = limit ?? .max
    repeat {
      // Another order than that of the documents is made anew for every page.
      let most = sort == .document ? ConcordanceRequest.defaultLimit : ConcordanceRequest.maximumLimit
      request.limit = min(left, most)
      let page = try answers.ask(request)
      writer.write(page)
      left -= page.lines.count
      request.cursor = page.next
    } while request.cursor != nil && left > 0
    writer.end()
    if writer.count == 0 { throw CommandFailure(.nothingFound, format == .text ? "no place matches" : nil) }
  }
}
