// suoyin index: brings an index up to date with files.

internal import Archive
internal import ArgumentParser
internal import Foundation
internal import Indexing
internal import Ingestion

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Index gazettes: files, or directories with all that is below them.",
    overview: """
      Reads .txt, .md, .html, .htm, .jsonl ({"id","title","text"} a line) and, with pdftotext of poppler-utils, .pdf.
      UTF-8, UTF-16, GB18030 (GBK, GB 2312) and Big5 are told apart by the bytes. Sources that did not change are
      skipped; a source that cannot be read is reported and never stops the rest. Searches go on meanwhile. A run that
      was interrupted has changed nothing, and the next one takes over what it had done.

      Fields (number, issuers, date, kind …) that a record has, or a file NAME.meta.json beside a source, go before
      --field, and that before what the text shows: {"publication":"…","documents":{"2":{"kind":"通知"}}}.

      A file given to --config holds what nightly runs index; its paths start where it is:
        {"index": "Index", "jobs": 2, "corpora": [
          {"paths": ["gazettes/2024"], "collection": "jinan", "exclude": ["*.md"], "prune": true,
           "fields": {"publication": "济南市人民政府公报"}}]}
      A corpus may also have "include", "encoding", "lossy" and "max_source".

      Examples:
        suoyin index Corpus/Samples
        suoyin index ~/公报/2024 --collection jinan-2024 --prune
        suoyin index old --encoding GBK --include '*.txt' --field publication=济南市人民政府公报
        suoyin index --config /etc/suoyin/corpus.json --quiet --report /var/log/suoyin/index.json
      """)

  @Argument(help: "Files and directories.")
  var paths: [String] = []
  @OptionGroup var index: IndexOption
  @OptionGroup(title: "WHAT IS INDEXED") var corpus: CorpusOption
  @OptionGroup(title: "HOW IT RUNS") var running: RunOption
  @OptionGroup(title: "WHAT IS SAID") var output: ReportOption

  func validate() throws {
    if paths.isEmpty, corpus.config == nil { throw ValidationError("name files or directories, or a --config") }
    if corpus.config != nil, !paths.isEmpty || corpus.isGiven {
      throw ValidationError("a --config names paths and options itself; give one or the other")
    }
  }

  func run() throws {
    if let report = output.report { try OutputFile.probe(report) }
    let jobs = try corpusJobs()
    let start = ContinuousClock.now
    var summary = RunSummary(isPreview: running.dryRun)
    var failure: (any Error)?
    do {
      for job in jobs.corpora { summary.add(try run(job, of: jobs), collection: job.options.collection) }
    } catch {
      failure = error
    }
    summary.seconds = (ContinuousClock.now - start) / .seconds(1)
    // What was done before something failed is done, and said.
    if failure == nil || !summary.isEmpty { try output.write(summary) }
    if let failure { throw failure }
    if summary.problemCount > 0 { throw CommandFailure(.someSourcesFailed) }
  }

  private func run(_ job: CorpusConfiguration.Corpus, of jobs: CorpusConfiguration) throws -> IndexReport {
    let progress = ProgressPrinter(output)
    defer { progress.clear() }
    if jobs.corpora.count > 1 { progress.say("\(job.options.collection): \(job.paths.joined(separator: ", "))") }
    let indexer = Indexer(directory: jobs.index, options: running.applied(to: job.options, jobs.jobCount))
    if running.dryRun { return try indexer.preview(roots: job.paths) }
    return try indexer.run(roots: job.paths) { progress.show($0) }
  }

  private func corpusJobs() throws -> CorpusConfiguration {
    if let config = corpus.config { return try CorpusConfiguration(file: config, index: index.path(orElse:)) }
    return CorpusConfiguration(index: index.path, corpora: [.init(paths: paths, options: try corpus.options())])
  }
}
