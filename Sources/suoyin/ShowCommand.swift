// suoyin show: one whole document.

internal import API
internal import ArgumentParser

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a document: where it comes from, and its repaired text with source lines.",
    discussion: """
      Each paragraph is preceded by the line of the source on which it begins.

      Example:
        suoyin show 'default/公报.txt#1'
      """)

  @Argument(help: "The document's id, as search prints it.")
  var id: String
  @OptionGroup var source: SourceOption
  @Option(help: "text for people, json for programs.")
  var format = PlainFormat.text

  func run() throws {
    guard let document = try source.open().document(id) else {
      throw CommandFailure(.nothingFound, "there is no document \(id)")
    }
    print(format == .json ? document.json() : text(document))
  }

  private func text(_ document: DocumentAnswer) -> String {
    var lines = ["id      \(document.id)"]
    if let title = document.title { lines.append("title   \(title)") }
    lines += ["source  \(document.path)", "sha256  \(document.sha256)", ""]
    let paragraphs = document.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (paragraph, line) in zip(paragraphs, document.lines) { lines.append("\(line): \(paragraph)") }
    return Terminal.printable(lines.joined(separator: "\n"))
  }
}
