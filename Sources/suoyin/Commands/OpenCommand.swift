// suoyin open: where a document stands in its file.

internal import API
internal import Archive
internal import ArgumentParser
internal import Foundation

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Print the file and line at which a document begins, or open it in the editor.",
    overview: """
      The line is the document's first, that of --line, or with --match that of the passage which answers a query best.
      The file is named as it was when it was indexed. Lines of a PDF are those of the text that pdftotext makes of it.

      Examples:
        suoyin open 'default/公报.txt#1'
        suoyin open 'default/公报.txt#1' --match 农业保险
        suoyin open 'default/公报.txt#1' --line 130 --editor
        vim -q <(suoyin search 农业保险 --format ids | while read -r id; do echo "$(suoyin open "$id"): $id"; done)

      Exit status: 0 done (with --editor that of the editor), 1 no such document, its file gone, or nothing in it that matches,
      2 usage, 3 daemon unreachable, 4 index missing or of another version.
      """)

  @Argument(help: "The document's id, as search prints it, or its number (文号) in any spelling.")
  var id: String
  @OptionGroup var source: SourceOption
  @Option(help: ArgumentHelp("A line of the source that the document is made of.", valueName: "n"))
  var line: Int?
  @Option(help: ArgumentHelp("The line of the passage that answers this query best.", valueName: "query"))
  var match: String?
  @Flag(help: "Open the file in $VISUAL, else $EDITOR, which is given +LINE FILE.")
  var editor = false

  func validate() throws {
    if line != nil, match != nil { throw ValidationError("give --line or --match, not both") }
    if let line, line < 1 { throw ValidationError("--line is \(line); lines count from 1") }
    if match?.isEmpty == true { throw ValidationError("--match is empty: give a query") }
    if editor, OpenCommand.editorCommand == nil {
      throw ValidationError("neither $VISUAL nor $EDITOR is set: set one, or leave --editor out")
    }
  }

  func run() throws {
    let answers = try source.open()
    let document = try answers.answer(about: id) { try answers.document($0, withOriginal: true) }
    let path = Terminal.oneLine(document.path)
    guard FileManager.default.fileExists(atPath: document.path) else {
      throw CommandFailure(
        .nothingFound,
        "\(path) is gone since it was indexed (suoyin show prints what was read of it, with --original its lines)"
      )
    }
    let line = try self.line(in: document, answers)
    if document.file == .changed {
      Terminal.complain(
        "note: \(path) has changed since it was indexed: lines may have moved (suoyin index reads it again)")
    }
    guard editor else { return print("\(path):\(line)") }
    try edit(document.path, at: line)
  }

  private func line(in document: DocumentAnswer, _ answers: AnswerSource) throws -> Int {
    if let line {
      guard document.sourceLines.contains(where: { $0[0] <= line && line <= $0[1] }) else {
        let known = DocumentHead.stretches(document.sourceLines)
        throw CommandFailure(.usage, "line \(line) is none of \(document.id), which is made of lines \(known)")
      }
      return line
    }
    guard let match else { return document.sourceLines.first?.first ?? document.lines.first ?? 1 }
    let request = SearchRequest(
      query: match, filters: [Filter(field: Field.id.name, value: document.id)], limit: 1, suggests: false)
    // A document may match by its fields alone: then its passage is its beginning, in which nothing is marked.
    guard let passage = try answers.search(request).hits.first?.passages.first, !passage.highlights.isEmpty else {
      throw CommandFailure(.nothingFound, "nothing in the text of \(document.id) matches \(match)")
    }
    return passage.line
  }

  private static var editorCommand: String? {
    [Terminal.environment("VISUAL"), Terminal.environment("EDITOR")].compactMap(\.self).first { !$0.isEmpty }
  }

  /// Becomes the editor; its words are the shell's to read, as with other programs that start one.
  private func edit(_ path: String, at line: Int) throws {
    let words = ["sh", "-c", "\(OpenCommand.editorCommand ?? "") \"$@\"", "sh", "+\(line)", path]
    execvp("sh", words.map { strdup($0) } + [nil])
    throw CommandFailure(.bug, "cannot run sh: \(String(cString: strerror(errno)))")
  }
}
