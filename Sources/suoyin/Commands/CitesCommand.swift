// suoyin cites and cited-by: the edges of the citation graph at a document.

internal import API
internal import ArgumentParser

struct CitesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cites",
    abstract: "List the documents that a document names, with what it says of each and on which line.",
    overview: """
      A row has the relation (根据 贯彻 印发 转发 修改 废止 失效 衔接, - for a mere mention), number, title and line of the
      citation, and the id of the cited document where the index has it; several ids where they fit equally.

      Examples:
        suoyin cites 'default/公报.txt#3'
        suoyin cites 国办发〔2024〕7号 --format csv
      """)

  @OptionGroup var options: DocumentQuestionOptions

  func run() throws {
    try options.run(
      CitesRequest.self, columns: CitationEdge.columns, csvRows: { $0.edges.map(\.csvRow) },
      textRows: { $0.edges.map(CitesCommand.row) }, nothing: "no document is known to be cited by")
  }

  private static func row(_ edge: CitationEdge) -> [String] {
    let cited = edge.cited.map(\.id).joined(separator: " | ")
    let citation = edge.citation
    return [
      citation.relation ?? "-", citation.number ?? "", citation.title.map { "《\($0)》" } ?? "",
      "\(edge.source):\(citation.line)", cited.isEmpty ? "" : "→ \(cited)",
    ]
  }
}

struct CitedByCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cited-by",
    abstract: "List the documents of the index that name a document, by number or title.",
    overview: """
      A row has the relation, date, number and title of the citing document, the line of the citation, and the id. A notice
      and what it issues count as one document; what the document itself says is left out.

      Examples:
        suoyin cited-by 'default/公报.txt#3'
        suoyin cited-by '国办发[2024]7号' --format json
      """)

  @OptionGroup var options: DocumentQuestionOptions

  func run() throws {
    try options.run(
      CitedByRequest.self, columns: CitationEdge.columns, csvRows: { $0.edges.map(\.csvRow) },
      textRows: { $0.edges.map(CitedByCommand.row) }, nothing: "no document of the index cites")
  }

  private static func row(_ edge: CitationEdge) -> [String] {
    let citing = edge.citing
    return [
      edge.citation.relation ?? "-", citing.date ?? "", citing.number ?? "", citing.title ?? "",
      "\(edge.source):\(edge.citation.line)", citing.id,
    ]
  }
}

extension CitationEdge {
  fileprivate static let columns = [
    "citing_id", "citing_title", "citing_number", "citing_date", "relation", "number", "title", "source", "line",
    "cited_id", "cited_title", "cited_number", "cited_date",
  ]

  /// Several documents that fit equally have their ids in one field, and no more.
  fileprivate var csvRow: [String] {
    let one = cited.count == 1 ? cited[0] : nil
    return [
      citing.id, citing.title ?? "", citing.number ?? "", citing.date ?? "", citation.relation ?? "",
      citation.number ?? "", citation.title ?? "", source, String(citation.line),
      cited.map(\.id).joined(separator: " | "), one?.title ?? "", one?.number ?? "", one?.date ?? "",
    ]
  }
}
