// suoyin show: one whole document.

internal import API
internal import ArgumentParser

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a document: what is known of it, and its repaired text with source lines.",
    overview: """
      Each paragraph is preceded by the line of the source on which it begins. Values that the document itself does not
      print are marked as inferred. On a terminal, and where $COLUMNS says how wide, paragraphs are wrapped; elsewhere each is
      one line.

      --cite prints one line in the form of GB/T 7714-2015, and --format csl-json what reference managers read. What is not
      known is left out.

      Examples:
        suoyin show 'default/公报.txt#1'
        suoyin show 国办发〔2024〕7号 --original
        suoyin show 'default/公报.txt#1' --repairs
        suoyin show 'default/公报.txt#1' --lines 120-180
        suoyin show 'default/公报.txt#1' --cite
        suoyin show 'default/公报.txt#1' --format csl-json > 公报.json

      Exit status: 0 done, 1 no such document, or no paragraph on these lines, 2 usage, 3 daemon unreachable, 4 index missing
      or of another version.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case cslJSON = "csl-json"
  }

  @Argument(help: "The document's id, as search prints it, or its number (文号) in any spelling.")
  var id: String
  @OptionGroup var source: SourceOption
  @Flag(help: "Print the lines of the source, as they were when they were read, below each paragraph.")
  var original = false
  @Flag(help: "Print what repair changed in the document instead of its text.")
  var repairs = false
  @Option(
    help: ArgumentHelp("Print only paragraphs that stand on these lines of the source: 120-180.", valueName: "a-b"),
    transform: { text in
      guard let range = LineRange(text) else { throw ValidationError("there are 120, 120-180 and 120-") }
      return range
    })
  var lines: LineRange?
  @Flag(help: "Print the document as one line of a list of references (GB/T 7714) instead.")
  var cite = false
  @Option(help: "text for people, json for programs, csl-json for reference managers.")
  var format = Format.text
  @OptionGroup var color: ColorOption
  @OptionGroup var pager: PagerOption

  func validate() throws {
    if repairs, original { throw ValidationError("give --original or --repairs, not both") }
    if repairs, lines != nil {
      throw ValidationError("give --lines or --repairs, not both: repairs are listed as a whole")
    }
    if cite, original || repairs || lines != nil || format != .text {
      throw ValidationError("--cite prints one line and nothing else: leave the other options out")
    }
    if format == .json, repairs || lines != nil {
      throw ValidationError(
        "--format json has all edits and the line of every paragraph: leave --repairs and --lines out")
    }
    if format == .cslJSON, original || repairs || lines != nil {
      throw ValidationError("--format csl-json has no text: leave --original, --repairs and --lines out")
    }
  }

  func run() throws {
    let answers = try source.open()
    let document = try answers.answer(about: id) { try answers.document($0, withOriginal: original) }
    if cite { return try printCitation(of: document) }
    switch format {
    case .json: print(document.json())
    case .cslJSON: print([CSLItem(document)].json())
    case .text: try printText(of: document)
    }
  }

  private func printCitation(of document: DocumentAnswer) throws {
    guard let citation = DocumentCitation(document) else {
      throw CommandFailure(
        .nothingFound, "neither title nor number of \(document.id) is known, so that it cannot be cited")
    }
    print(citation.line)
  }

  private func printText(of document: DocumentAnswer) throws {
    let layout = LineLayout(isColoured: color.isColoured)
    let body =
      repairs
      ? RepairDiff(document.edits, of: document.text, isColoured: color.isColoured).text
      : DocumentText(document: document, range: lines, layout: layout).text
    if body.isEmpty, let lines {
      let known = DocumentHead.stretches(document.sourceLines)
      throw CommandFailure(
        .nothingFound, "no paragraph of \(document.id) stands on \(lines) (the document is made of lines \(known))")
    }
    // Who asks for a part knows the document.
    let head = DocumentHead(document, isBrief: repairs || lines != nil)
    pager.show(head.text(layout) + "\n\n" + body + "\n")
    complain(about: document)
  }

  private func complain(about document: DocumentAnswer) {
    if original, document.original == nil {
      Terminal.complain("note: the lines of this source cannot be shown (a PDF has none of its own)")
    }
    if let state = document.file, state != .unchanged {
      Terminal.complain(
        "note: \(Terminal.oneLine(document.path)) \(state == .gone ? "is gone" : "has changed") since it was indexed")
    }
  }
}
