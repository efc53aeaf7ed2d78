// suoyin repair: what repair makes of a file, and what it changed.

internal import API
internal import Archive
internal import ArgumentParser
internal import Ingestion

struct RepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Print the repaired text of a file, or what repair changed in it.",
    overview: """
      Nothing is written, and no index is needed. Exit status 5 says that the file could not be read, or not all of it.

      Examples:
        suoyin repair 公报.txt
        suoyin repair 公报.txt --diff
        suoyin repair 公报.txt --format json
      """)

  @Argument(help: "The file.")
  var file: String
  @Flag(help: "Print each change instead, with its line and rule, and the lines that were left out.")
  var diff = false
  @OptionGroup var reading: ReadingOption
  @Option(help: "text for people, json for programs.")
  var format = PlainFormat.text

  func validate() throws {
    if diff, format == .json { throw ValidationError("--diff is for people; --format json holds every change already") }
  }

  func run() throws {
    try SourceFiles.visit(file) { source, problems throws(SourceProblem) in
      show(try repair(source, &problems), of: source)
    }
  }

  private func repair(_ source: SourceFile, _ problems: inout [SourceProblem]) throws(SourceProblem) -> RepairedSource {
    let content = try SourceReader.read(source)
    // Discovery finds only files whose format it knows.
    let repaired = Ingestor(reading: reading.options).repair(
      content.bytes, format: SourceFormat(path: source.path) ?? .text)
    problems += repaired.diagnostics.map { SourceProblem(path: source.path, id: source.id, diagnostic: $0) }
    return repaired
  }

  private func show(_ repaired: RepairedSource, of source: SourceFile) {
    if format == .json { return print(RepairReport(source.path, repaired).json()) }
    for text in repaired.texts {
      print(diff ? RepairDiff(text, isColoured: Terminal.isColoured).text : Terminal.printable(text.text))
    }
  }
}
