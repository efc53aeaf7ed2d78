// suoyin index: brings an index up to date with files.

internal import Archive
internal import ArgumentParser
internal import Indexing
internal import Ingestion

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Index gazettes: files, or directories with all that is below them.",
    discussion: """
      Reads .txt, .md, .html, .htm, .jsonl ({"id","title","text"} a line) and, with pdftotext of poppler-utils, .pdf.
      UTF-8, UTF-16, GB18030 (GBK, GB 2312) and Big5 are told apart by the bytes. Sources that did not change are
      skipped; a source that cannot be read is reported and never stops the rest. Searches go on meanwhile.

      Fields (number, issuers, date, kind …) that a record has, or a file NAME.meta.json beside a source, go before what
      the text shows: {"publication":"…","documents":{"2":{"kind":"通知"}}}.

      Examples:
        suoyin index Corpus/Samples
        suoyin index ~/公报/2024 --collection jinan-2024
        suoyin index old.txt --encoding GBK
      """)

  @Argument(help: "Files and directories.")
  var paths: [String]
  @OptionGroup var index: IndexOption
  @Option(help: "The collection the sources belong to.")
  var collection = SourceID.defaultCollection
  @Option(
    help: ArgumentHelp(
      "How many workers read and analyse at a time, one a core at most. [default: one a core]", valueName: "n"))
  var jobs: Int?
  @Option(
    name: .customLong("max-source"),
    help: ArgumentHelp("The largest source that is read, in MB of 1,048,576 bytes.", valueName: "mb"))
  var maximumSource = IndexingOptions().maximumSourceBytes >> 20

  @OptionGroup var reading: ReadingOption

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs is \(jobs); it must be at least 1") }
    if !(1...1024).contains(maximumSource) {
      throw ValidationError("--max-source is \(maximumSource); it must be 1 to 1024")
    }
  }

  func run() throws {
    var options = IndexingOptions()
    options.collection = collection
    options.maximumSourceBytes = maximumSource << 20
    options.reading = reading.options
    if let jobs { options.jobCount = jobs }
    let report = try run(Indexer(directory: index.path, options: options))
    print(summary(report))
    for problem in report.problems { Terminal.complain(describe(problem)) }
    if !report.problems.isEmpty { throw CommandFailure(.someSourcesFailed) }
  }

  private func run(_ indexer: Indexer) throws -> IndexReport {
    let progress = ProgressLine()
    defer { progress.clear() }
    return try indexer.run(roots: paths) { progress.show($0) }
  }

  private func summary(_ report: IndexReport) -> String {
    var parts = [
      "\(report.added.count) sources added", "\(report.changed.count) changed", "\(report.unchangedCount) unchanged",
      "\(report.readCount) read (\(report.readByteCount) bytes)", "\(report.documentCount) documents written",
    ]
    if report.goneCount > 0 { parts.append("\(report.goneCount) no longer on disk but still in the index") }
    if report.ignoredCount > 0 { parts.append("\(report.ignoredCount) files of other formats passed over") }
    if !report.problems.isEmpty { parts.append("\(report.problems.count) problems") }
    return parts.joined(separator: ", ") + (report.generation.map { "; generation \($0)" } ?? "")
  }
}

/// `path:line: at byte n: message (hint)`, as compilers print it, so that editors can jump there.
func describe(_ problem: SourceProblem) -> String {
  let finding = problem.diagnostic
  let place = finding.line.map { ":\($0)" } ?? ""
  let offset = finding.byteOffset.map { " at byte \($0):" } ?? ""
  let hint = finding.hint.map { " (\($0))" } ?? ""
  return "\(problem.path)\(place):\(offset) \(finding.message)\(hint)"
}
