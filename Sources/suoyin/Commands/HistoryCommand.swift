// suoyin history: what became of a document.

internal import API
internal import ArgumentParser

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "List in order of date what issued, changed and repealed a document, and what it did to others.",
    overview: """
      A row has the date of the document that acts, the event, the relation in the words of the text, number and title of
      the other document, its id where the index has it, and the line on which that is said.

      Examples:
        suoyin history 国办发〔2024〕7号
        suoyin history 'default/公报.txt#3' --format json
      """)

  @OptionGroup var options: DocumentQuestionOptions

  private static let columns = ["date", "event", "relation", "number", "title", "id", "source", "line"]

  func run() throws {
    try options.run(
      HistoryRequest.self, columns: HistoryCommand.columns, csvRows: { $0.events.map(HistoryCommand.csvRow) },
      textRows: { $0.events.map(HistoryCommand.row) }, nothing: "nothing is known of")
  }

  private static func csvRow(_ event: HistoryEvent) -> [String] {
    [
      event.date ?? "", event.kind.rawValue, event.citation.relation ?? "", event.number ?? "", event.title ?? "",
      event.document?.id ?? "", event.source, String(event.citation.line),
    ]
  }

  private static func row(_ event: HistoryEvent) -> [String] {
    [
      event.date ?? "-", event.kind.rawValue, event.citation.relation ?? "", event.number ?? "",
      event.title.map { "《\($0)》" } ?? "", "\(event.source):\(event.citation.line)", event.document?.id ?? "",
    ]
  }
}

extension HistoryEvent {
  /// The number of the other document; where the index has none, as it is cited. What acts on the document that is asked
  /// about cites that one's number, not its own.
  fileprivate var number: String? { document.map { $0.number } ?? citation.number }

  /// The title of the other document, in the same way.
  fileprivate var title: String? { document.map { $0.title } ?? citation.title }
}
