// suoyin show: one whole document.

internal import API
internal import ArgumentParser

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a document: what is known of it, and its repaired text with source lines.",
    discussion: """
      Each paragraph is preceded by the line of the source on which it begins. Values that the document itself does not
      print are marked as inferred.

      Examples:
        suoyin show 'default/公报.txt#1'
        suoyin show 'default/公报.txt#1' --original
        suoyin show 'default/公报.txt#1' --repairs
      """)

  @Argument(help: "The document's id, as search prints it.")
  var id: String
  @OptionGroup var source: SourceOption
  @Flag(help: "Print the lines of the source, as they were when they were read, below each paragraph.")
  var original = false
  @Flag(help: "Print what repair changed in the document instead of its text.")
  var repairs = false
  @Option(help: "text for people, json for programs.")
  var format = PlainFormat.text

  func validate() throws {
    if repairs, original { throw ValidationError("give --original or --repairs, not both") }
  }

  func run() throws {
    guard let document = try source.open().document(id, withOriginal: original) else {
      throw CommandFailure(.nothingFound, "there is no document \(id)")
    }
    if format == .json { return print(document.json()) }
    let body =
      repairs ? RepairDiff(document.edits, of: document.text, isColoured: Terminal.isColoured).text : text(document)
    print(DocumentHead(document).text + "\n\n" + body)
    if original, document.original == nil {
      Terminal.complain("note: the lines of this source cannot be shown (a PDF has none of its own)")
    }
    if let state = document.file, state != .unchanged {
      Terminal.complain(
        "note: \(Terminal.oneLine(document.path)) \(state == .gone ? "is gone" : "has changed") since it was indexed")
    }
  }

  private func text(_ document: DocumentAnswer) -> String {
    var lines: [String] = []
    for (index, paragraph) in document.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      lines.append("\(document.lines[index]): \(paragraph)")
      for line in document.original?[index] ?? [] { lines.append("    | \(line.line): \(line.text)") }
    }
    return Terminal.printable(lines.joined(separator: "\n"))
  }
}
