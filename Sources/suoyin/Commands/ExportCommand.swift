// suoyin export: documents to take away.

internal import API
internal import ArgumentParser

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write documents with what is known of them, one a line, for other programs.",
    overview: """
      Without a query the filters decide, and without those everything is written. A query is read strictly: everything
      stands as it was typed. Documents come in the order of the index, all of one generation, whatever is indexed
      meanwhile; they are written as they are read, so that an error may stand behind some of them: look at the status.

      jsonl: a record with id, fields, source, line, cites, other and text, which suoyin index can read; what is inferred
      is then stated, and the names that mean nothing to it are kept as other fields.

      csv: fields alone, a header first; several issuers are separated by 、.

      bulk: pairs of lines for the bulk interface of OpenSearch and Elasticsearch. words, bigrams, values, title_words and
      title_bigrams are arrays of tokens to be indexed as they are (type keyword, or text with the analyser whitespace);
      cut queries with suoyin segment.

      Examples:
        suoyin export > everything.jsonl
        suoyin export '"农业保险"' --filter date=2024 --format csv --bom > list.csv
        suoyin export --format bulk | split -l 2000 --filter 'curl -sH content-type:application/x-ndjson --data-binary @- localhost:9200/suoyin/_bulk'
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl
    case csv
    case bulk
  }

  @Argument(help: "The query; several arguments are one query.")
  var query: [String] = []
  @OptionGroup var filter: FilterOption
  @OptionGroup var coverage: CoverageOption
  @OptionGroup var source: SourceOption
  @Option(help: "jsonl for records, csv for a table of fields, bulk for search engines.")
  var format = Format.jsonl
  @OptionGroup var mark: ByteOrderMarkOption

  func validate() throws { try mark.refuse(unless: format == .csv) }

  func run() throws {
    let answers = try source.open()
    try coverage.state(filter.filters, answers)
    let lines = try ExportLines(format)
    var request = ExportRequest(
      query: query.isEmpty ? nil : query.joined(separator: " "), filters: filter.filters,
      limit: format == .csv ? SearchRequest.maximumLimit : nil, text: format == .csv ? 0 : nil)
    print(mark.text + lines.header, terminator: "")
    var count = 0
    repeat {
      let page = try answers.ask(request)
      if count == 0 { for notice in page.notices { Terminal.complain(notice.line) } }
      for document in page.documents { print(try lines.text(of: document), terminator: "") }
      count += page.documents.count
      request.cursor = page.next
    } while request.cursor != nil
    if count == 0 { throw CommandFailure(.nothingFound, "no document matches: nothing is exported") }
  }
}
