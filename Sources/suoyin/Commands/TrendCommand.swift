// suoyin trend: how often texts stand in documents of each year, month, office or region.

internal import API
internal import ArgumentParser
internal import Foundation

struct TrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Count documents and places of queries by year, month, issuer or region.",
    overview: """
      Each argument is a query of its own, in the strict reading; they stand side by side. Places are also given for each
      million characters of the group's text, so that years with few documents compare with years of many. A document
      with several issuers counts for each, one of a region for all regions above it; what is not known is “-”.

      Examples:
        suoyin trend 普惠金融
        suoyin trend 普惠金融 农业保险 --by year --filter date=2019..2024
        suoyin trend '"高质量发展"' --by issuer --format csv --bom > trend.csv
      """)

  @Argument(help: "The queries; put one of several words in quotation marks.")
  var queries: [String]
  @OptionGroup var filter: FilterOption
  @OptionGroup var coverage: CoverageOption
  @OptionGroup var source: SourceOption
  @Option(help: "What documents are put together by: \(TrendUnit.names).", transform: choice)
  var by = TrendUnit.year
  @Option(help: "text for people, json and csv for programs.")
  var format = TableFormat.text
  @OptionGroup var mark: ByteOrderMarkOption
  @OptionGroup var pager: PagerOption

  func validate() throws {
    if queries.count > TrendRequest.maximumQueries {
      throw ValidationError("there are \(queries.count) queries; there may be \(TrendRequest.maximumQueries)")
    }
    try mark.refuse(unless: format == .csv)
  }

  func run() throws {
    let request = TrendRequest(queries: queries, filters: filter.filters, by: by)
    let answers = try source.open()
    try coverage.state(filter.filters, answers)
    let answer = try answers.ask(request)
    switch format {
    case .json: print(answer.json())
    case .csv: print(mark.text + TrendTable(answer).csv, terminator: "")
    case .text: pager.show(TrendTable(answer).text)
    }
    if answer.total.counts.allSatisfy({ $0.documents == 0 }) {
      throw CommandFailure(.nothingFound, format == .text ? "no document matches" : nil)
    }
  }
}

/// A trend as a table.
private struct TrendTable {
  /// A longer label is cut.
  private static let maximumLabel = 28
  /// A longer bar tells no more.
  private static let maximumBar = 30

  let answer: TrendAnswer

  init(_ answer: TrendAnswer) { self.answer = answer }

  /// One row for each group and query.
  var csv: String {
    let header = [
      "\(answer.by.rawValue)", "query", "documents", "occurrences", "per_million", "group_documents",
      "group_characters",
    ]
    let rows = answer.rows.flatMap { row in
      zip(answer.queries, row.counts).map { query, count in
        [
          row.value ?? "", query, "\(count.documents)", "\(count.occurrences)", "\(count.perMillion)",
          "\(row.documents)",
          "\(row.characters)",
        ]
      }
    }
    return ([header] + rows).map(CSV.line).joined()
  }

  /// Groups in which nothing stands are left out, unless they lie between others in time.
  var text: String {
    let rows = shownRows + [(value: "all", row: answer.total)]
    var lines = answer.notices.map(\.line)
    lines += legend
    let labels = [answer.by.rawValue] + rows.map(\.value)
    let labelWidth = min(labels.map(Terminal.columnCount).max() ?? 0, TrendTable.maximumLabel)
    let columns = columns(rows.map(\.row))
    let greatest = shownRows.flatMap { $0.row.counts.map(\.perMillion) }.max() ?? 0
    for (index, label) in labels.enumerated() {
      let cells = columns.map { column in
        String(repeating: " ", count: column.map(\.count).max()! - column[index].count) + column[index]
      }
      let bar = index > 0 && index < labels.count - 1 ? bar(rows[index - 1].row, greatest) : ""
      let line = ([Terminal.padded(Terminal.truncated(label, to: labelWidth), to: labelWidth)] + cells + [bar])
        .joined(separator: "  ")
      lines.append(String(line.reversed().drop { $0 == " " }.reversed()))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var legend: [String] {
    guard answer.queries.count > 1 else { return [] }
    return answer.queries.enumerated().map { "\($0 + 1) = \(Terminal.oneLine($1))" } + [""]
  }

  private var shownRows: [(value: String, row: TrendRow)] {
    var rows = answer.rows[...]
    func isEmpty(_ row: TrendRow) -> Bool { row.counts.allSatisfy { $0.documents == 0 } }
    if !answer.by.isTime { rows = rows.filter { !isEmpty($0) }[...] }
    while let first = rows.first, isEmpty(first) { rows.removeFirst() }
    while let last = rows.last, isEmpty(last) { rows.removeLast() }
    return rows.map { (Terminal.oneLine($0.value ?? "-"), $0) }
  }

  /// Each column with its head on top.
  private func columns(_ rows: [TrendRow]) -> [[String]] {
    answer.queries.indices.flatMap { index in
      let mark = answer.queries.count > 1 ? "\(index + 1):" : ""
      let counts = rows.map { $0.counts[index] }
      return [
        ["\(mark)texts"] + counts.map { "\($0.documents)" }, ["places"] + counts.map { "\($0.occurrences)" },
        ["/million"] + counts.map { String(format: "%.2f", $0.perMillion) },
      ]
    }
  }

  /// Of a single query, its share of the greatest.
  private func bar(_ row: TrendRow, _ greatest: Double) -> String {
    guard answer.queries.count == 1, greatest > 0 else { return "" }
    return String(repeating: "█", count: Int((row.counts[0].perMillion / greatest * Double(barWidth)).rounded(.up)))
  }

  private var barWidth: Int {
    min(max((Terminal.width ?? Terminal.defaultWidth) - TrendTable.maximumLabel - 36, 4), TrendTable.maximumBar)
  }
}
