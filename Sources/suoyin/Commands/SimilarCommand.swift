// suoyin similar: documents like another one.

internal import API
internal import ArgumentParser

struct SimilarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "similar",
    abstract: "List the documents most like one; what prints the same text is marked.",
    discussion: """
      Example:
        suoyin similar 'default/gazette.txt#3' --limit 5
      """)

  @Argument(help: "The document's id, as search prints it.")
  var id: String
  @OptionGroup var source: SourceOption
  @Option(help: ArgumentHelp("How many documents at most.", valueName: "n"))
  var limit = SearchRequest.defaultLimit
  @Option(help: "text for people, json for programs.")
  var format = PlainFormat.text

  func validate() throws { try SearchCommand.check(limit: limit) }

  func run() throws {
    guard let answer = try source.open().similar(to: id, limit: limit) else {
      throw CommandFailure(.nothingFound, "there is no document \(id)")
    }
    switch format {
    case .json: print(answer.json())
    case .text: for document in answer.documents { print(SimilarCommand.line(document)) }
    }
    if answer.documents.isEmpty { throw CommandFailure(.nothingFound) }
  }

  private static func line(_ document: SimilarDocument) -> String {
    let share = "\(Int((document.overlap * 100).rounded())) %"
    let known = [document.title, document.number, document.date].compactMap(\.self).joined(separator: " · ")
    return Terminal.padded(document.sameText ? "same text" : share, to: 11)
      + Terminal.oneLine(known.isEmpty ? document.id : known + "  " + document.id)
  }
}
