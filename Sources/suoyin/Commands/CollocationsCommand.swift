// suoyin collocations: the company a text keeps.

internal import API
internal import ArgumentParser
internal import Foundation

struct CollocationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collocations",
    abstract: "List the words that stand near a query's text more often than elsewhere in the same documents.",
    overview: """
      Words are ranked by log-likelihood (Dunning 1993): from 10.83 on, chance would bring that about once in a thousand
      words. Near is within so many characters of a match, in its paragraph. Of more than
      \(CollocationsRequest.maximumDocuments) documents that match, so many are read, evenly over the index.

      Examples:
        suoyin collocations 普惠金融
        suoyin collocations '"农业保险"' --window 6 --sort frequency
        suoyin collocations 补贴 --filter kind=通知 --format csv
      """)

  @Argument(help: "The query; several arguments are one query.")
  var query: [String]
  @OptionGroup var filter: FilterOption
  @OptionGroup var coverage: CoverageOption
  @OptionGroup var source: SourceOption
  @Option(help: ArgumentHelp("How near, in characters.", valueName: "n"))
  var window = CollocationsRequest.defaultWindow
  @Option(help: ArgumentHelp("Leave out words that stand near less often.", valueName: "n"))
  var minimum = CollocationsRequest.defaultMinimum
  @Option(help: "Order: \(CollocationOrder.names).", transform: choice)
  var sort = CollocationOrder.likelihood
  @Option(help: ArgumentHelp("How many words at most.", valueName: "n"))
  var limit = CollocationsRequest.defaultLimit
  @Option(help: "text for people, json and csv for programs.")
  var format = TableFormat.text
  @OptionGroup var mark: ByteOrderMarkOption
  @OptionGroup var pager: PagerOption

  func validate() throws {
    try mark.refuse(unless: format == .csv)
  }

  func run() throws {
    let request = CollocationsRequest(
      query: query.joined(separator: " "), filters: filter.filters, window: window, minimum: minimum, sort: sort,
      limit: limit)
    let answers = try source.open()
    try coverage.state(filter.filters, answers)
    let answer = try answers.ask(request)
    switch format {
    case .json: print(answer.json())
    case .csv: print(mark.text + csv(answer), terminator: "")
    case .text: pager.show(text(answer))
    }
    if answer.collocations.isEmpty {
      let nothing = answer.occurrences == 0 ? "no place matches" : "no word stands near \(minimum) times or more"
      throw CommandFailure(.nothingFound, format == .text ? nothing : nil)
    }
  }

  private func csv(_ answer: CollocationsAnswer) -> String {
    let header = ["word", "near", "total", "log_likelihood", "left", "match", "right", "source", "line", "id"]
    let rows = answer.collocations.map { found in
      let example = found.example
      return [
        found.word, "\(found.near)", "\(found.total)", "\(found.likelihood)", example.left, example.match,
        example.right, example.source, "\(example.line)", example.id,
      ]
    }
    return ([header] + rows).map(CSV.line).joined()
  }

  private func text(_ answer: CollocationsAnswer) -> String {
    var lines = answer.notices.map(\.line)
    let read = answer.documentsRead < answer.documents ? "\(answer.documentsRead) of " : ""
    lines.append(
      "\(answer.occurrences) places in \(read)\(answer.documents) documents, \(answer.wordsNear) words near of \(answer.words)"
    )
    let words = answer.collocations.map { Terminal.oneLine($0.word) }
    let width = max(words.map(Terminal.columnCount).max() ?? 0, 4)
    lines.append(Terminal.padded("word", to: width) + "    near   total        G²  example")
    for (word, found) in zip(words, answer.collocations) {
      let numbers = String(format: "%6d  %6d  %8.2f", found.near, found.total, found.likelihood)
      let room = (Terminal.width ?? Terminal.defaultWidth) - width - 28
      lines.append(
        Terminal.padded(word, to: width) + "  " + numbers + "  " + Terminal.truncated(example(found), to: max(room, 8)))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func example(_ found: Collocation) -> String {
    let example = found.example
    return Terminal.oneLine(example.left + "【" + example.match + "】" + example.right)
  }
}
