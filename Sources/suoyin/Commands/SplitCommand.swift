// suoyin split: the documents in a file, with their lines and fields.

internal import API
internal import Archive
internal import ArgumentParser
internal import Ingestion

struct SplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Print the documents in a file: their lines, and the fields that are indexed.",
    overview: """
      Nothing is written, and no index is needed. Attachments are indented below the document that issued them, values
      that the document itself does not print stand in [brackets]. Exit status 5 says that the file could not be read,
      or not all of it.

      Examples:
        suoyin split 公报.txt
        suoyin split 公报.txt --format json
      """)

  @Argument(help: "The file.")
  var file: String
  @OptionGroup var reading: ReadingOption
  @Option(help: "text for people, json for programs.")
  var format = PlainFormat.text

  func run() throws {
    try SourceFiles.visit(file) { source, problems throws(SourceProblem) in
      show(try split(source, &problems), of: source)
    }
  }

  private func split(_ source: SourceFile, _ problems: inout [SourceProblem]) throws(SourceProblem) -> IngestedSource {
    let content = try SourceReader.read(source)
    var sidecar: SidecarContent?
    do throws(SourceProblem) {
      sidecar = try source.sidecar.map { file throws(SourceProblem) in
        SidecarContent(name: file.name, bytes: try SourceReader.readSidecar(file, of: source).bytes)
      }
    } catch {
      problems.append(error)
    }
    // Discovery finds only files whose format it knows.
    let ingested = Ingestor(reading: reading.options).ingest(
      content.bytes, of: source.id, format: SourceFormat(path: source.path) ?? .text, sidecar: sidecar)
    problems += ingested.diagnostics.map { SourceProblem(path: source.path, id: source.id, diagnostic: $0) }
    return ingested
  }

  private func show(_ ingested: IngestedSource, of source: SourceFile) {
    switch format {
    case .json: print(SplitReport(source.path, ingested).json())
    case .text: print(Terminal.printable(SplitTable(ingested.documents).text))
    }
  }
}
