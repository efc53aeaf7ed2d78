// What repair, indexing and searching cost, as ratios to the least they can cost; run by Scripts/bench.

internal import ArgumentParser

@main
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Scripts/bench",
    abstract: "Measure repair, indexing and searching against bare loops over ICU and Xapian, in one run.",
    discussion: """
      Seconds depend on the machine and on what else it does; ratios hardly do. Each round measures Suoyin and the
      bare loop one right after the other. Of indexing and repair the best round counts, because disturbances only
      ever add; of searching the median. Repair is measured on clean texts, which are damaged first.
      """)

  enum Part: String, ExpressibleByArgument, CaseIterable {
    case index
    /// The parts of `index`, for machines that are quiet for minutes only.
    case indexSpeed = "index-speed"
    case indexMemory = "index-memory"
    case indexJobs = "index-jobs"
    /// What `index-memory` runs in a process of its own.
    case indexPeak = "index-peak"
    case search
    case serve
    /// A daemon of its own process, with many connections; not part of `all`: it takes minutes.
    case load
    /// Random queries; run by Scripts/fuzz.
    case fuzz
    case repair
    /// What `repair` runs in a process of its own to measure memory.
    case repairPeak = "repair-peak"
    case all
  }

  @Argument(help: "What to measure.")
  var part = Part.all
  @Option(
    help: ArgumentHelp(
      "What to index: a file or directory that suoyin index takes. For repair, clean texts: JSON Lines or labels.",
      valueName: "path"))
  var text: String
  @Option(help: "How often everything is measured.")
  var rounds = 3
  @Option(help: ArgumentHelp("An empty directory for the databases that are built.", valueName: "dir"))
  var directory: String

  @Option(help: ArgumentHelp("The suoyin that load starts.", valueName: "path"))
  var binary = ".build/release/suoyin"
  @Option(help: "How many workers index-peak has.")
  var jobs = 1
  @Option(help: "How many queries fuzz asks.")
  var queries = 100_000
  @Option(help: "What the queries of fuzz are drawn by.")
  var seed: UInt64 = 1
  @Option(help: "How many damages of each class that repair did not undo are shown.")
  var misses = 0

  func validate() throws {
    if queries < 1 { throw ValidationError("--queries is \(queries); it must be at least 1") }
    if rounds < 1 { throw ValidationError("--rounds is \(rounds); it must be at least 1") }
  }

  func run() throws {
    let indexing = IndexingMeasurement(text: text, directory: directory)
    switch part {
    case .index: try measureIndexing(indexing)
    case .indexSpeed: try indexing.runAll(rounds: rounds)
    case .indexMemory: try IndexingScaling(text: text, directory: directory).measureMemory()
    case .indexJobs: try IndexingScaling(text: text, directory: directory).measureJobs(rounds: rounds)
    case .indexPeak: try PeakMemory.index(text, jobCount: jobs, directory: directory)
    case .search: try SearchMeasurement(index: indexing.build()).run(rounds: rounds)
    case .fuzz:
      var fuzz = try QueryFuzz(index: indexing.build(), seed: seed)
      try fuzz.run(queries)
    case .serve: try ServeMeasurement(index: indexing.build(), directory: directory).run(rounds: rounds)
    case .load:
      try LoadMeasurement(index: indexing.build(), directory: directory, binary: binary).run(rounds: rounds)
    case .repair: try RepairMeasurement(text: text, directory: directory, missCount: misses).run(rounds: rounds)
    case .repairPeak: try PeakMemory.repair(text)
    case .all:
      try measureIndexing(indexing)
      let index = try indexing.build()
      try SearchMeasurement(index: index).run(rounds: rounds)
      try ServeMeasurement(index: index, directory: directory).run(rounds: rounds)
    }
  }

  private func measureIndexing(_ indexing: IndexingMeasurement) throws {
    try indexing.runAll(rounds: rounds)
    let scaling = IndexingScaling(text: text, directory: directory)
    try scaling.measureMemory()
    // As the acceptance of indexing has it.
    try scaling.measureJobs(rounds: 5)
  }
}

/// The benchmark cannot go on.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String
}
