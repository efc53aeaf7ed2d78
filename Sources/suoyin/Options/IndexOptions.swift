// The options of `suoyin index`, in the groups in which its help shows them.

internal import Archive
internal import ArgumentParser
internal import Indexing
internal import Ingestion

/// Which sources are indexed, and as what.
struct CorpusOption: ParsableArguments {
  @Option(help: ArgumentHelp("The collection the sources belong to. [default: default]", valueName: "name"))
  var collection: String?
  @Option(
    help: ArgumentHelp("Only files whose name, or path below the directory, matches. Repeatable.", valueName: "pattern")
  )
  var include: [String] = []
  @Option(help: ArgumentHelp("Not the files and directories that match. Repeatable.", valueName: "pattern"))
  var exclude: [String] = []
  @Option(
    name: .customLong("field"),
    help: ArgumentHelp("What holds for all documents, such as publication=公报. Repeatable.", valueName: "name=value"))
  var fields: [String] = []
  @Flag(help: "Remove sources below these paths from the index whose file is gone.")
  var prune = false
  @Option(
    name: .customLong("max-source"),
    help: ArgumentHelp(
      "The largest source that is read, in MB of 1,048,576 bytes. [default: \(defaultMegabytes)]", valueName: "mb"))
  var maximumSource: Int?
  @OptionGroup var reading: ReadingOption
  @Option(help: ArgumentHelp("Index what this file names, instead of paths and the options above.", valueName: "file"))
  var config: String?

  private static var defaultMegabytes: Int { CorpusSettings.defaultMegabytes }

  private var settings: CorpusSettings {
    CorpusSettings(
      collection: collection, include: include, exclude: exclude, fields: fields, prunes: prune,
      megabytes: maximumSource, reading: reading.options)
  }

  /// Whether anything but a configuration is given.
  var isGiven: Bool {
    collection != nil || !include.isEmpty || !exclude.isEmpty || !fields.isEmpty || prune || maximumSource != nil
      || reading.encoding != nil || reading.lossy
  }

  func validate() throws {
    do throws(CorpusSettings.Invalid) { _ = try settings.options() } catch { throw ValidationError(error.message) }
  }

  func options() throws -> IndexingOptions { try settings.options() }
}

/// How a run goes about it.
struct RunOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many workers read and analyse at a time, one a core at most. [default: one a core]", valueName: "n"))
  var jobs: Int?
  @Flag(help: "Say what would be added, changed and removed, and change nothing.")
  var dryRun = false
  @Flag(help: "Read every source again, whatever the index has of it.")
  var rebuild = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs is \(jobs); it must be at least 1") }
  }

  /// Some sources' options, with how this run goes about it.
  ///
  /// - Parameter jobCount: what a configuration says.
  func applied(to options: IndexingOptions, _ jobCount: Int?) -> IndexingOptions {
    var options = options
    options.rebuilds = rebuild
    if let count = jobs ?? jobCount { options.jobCount = count }
    return options
  }
}

/// What a run says, and where.
struct ReportOption: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing but what is wrong.")
  var quiet = false
  @Flag(name: .shortAndLong, help: "Name each source that is added, changed or removed.")
  var verbose = false
  @Option(help: ArgumentHelp("Write what was done, and what failed, as JSON to this file.", valueName: "file"))
  var report: String?

  func validate() throws {
    if quiet, verbose { throw ValidationError("give --quiet or --verbose, not both") }
  }

  /// Prints a run's summary, writes its report, and says where what failed is.
  func write(_ summary: RunSummary) throws {
    if !quiet { print(Terminal.printable(summary.text(namesSources: verbose || summary.isPreview))) }
    for problem in summary.problems { Terminal.complain(describe(problem)) }
    if let report { try OutputFile.write(summary.json + "\n", to: report) }
  }
}

/// `path:line: at byte n: message (hint)`, as compilers print it, so that editors can jump there.
func describe(_ problem: SourceProblem) -> String {
  let finding = problem.diagnostic
  let place = finding.line.map { ":\($0)" } ?? ""
  let offset = finding.byteOffset.map { " at byte \($0):" } ?? ""
  let hint = finding.hint.map { " (\($0))" } ?? ""
  return Terminal.oneLine("\(problem.path)\(place):\(offset) \(finding.message)\(hint)")
}
