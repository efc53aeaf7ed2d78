// suoyin similar: documents like another one.

internal import API
internal import ArgumentParser

struct SimilarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "similar",
    abstract: "List the documents most like one; what prints the same text is marked.",
    overview: """
      Examples:
        suoyin similar 'default/gazette.txt#3' --limit 5
        suoyin similar 国办发〔2024〕7号
      """)

  @Argument(help: "The document's id, as search prints it, or its number (文号) in any spelling.")
  var id: String
  @OptionGroup var source: SourceOption
  @Option(help: ArgumentHelp("How many documents at most.", valueName: "n"))
  var limit = SearchRequest.defaultLimit
  @Option(help: "text for people, json for programs.")
  var format = PlainFormat.text

  func validate() throws { try SearchCommand.check(limit: limit) }

  func run() throws {
    let answers = try source.open()
    let answer = try answers.answer(about: id) { try answers.similar(to: $0, limit: limit) }
    switch format {
    case .json: print(answer.json())
    case .text: for document in answer.documents { print(SimilarCommand.line(document)) }
    }
    if answer.documents.isEmpty {
      throw CommandFailure(.nothingFound, format == .text ? "no other document is like \(answer.id)" : nil)
    }
  }

  private static func line(_ document: SimilarDocument) -> String {
    let share = "\(Int((document.overlap * 100).rounded())) %"
    let known = [document.title, document.number, document.date].compactMap(\.self).joined(separator: " · ")
    return Terminal.padded(document.sameText ? "same text" : share, to: 11)
      + Terminal.oneLine(known.isEmpty ? document.id : known + "  " + document.id)
  }
}
