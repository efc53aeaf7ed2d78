// The one way to write an index: discover, plan, write segments in parallel, build the next generation, flip.

internal import Analysis
internal import Archive
internal import Foundation
internal import Ingestion
internal import Xapian

/// Brings an index up to date with files.
///
/// A run either flips to a new, complete generation or leaves the index as it was. Killed at any moment, it changes
/// nothing for those who search, and the next run takes over what it had finished.
public struct Indexer: Sendable {
  private let layout: IndexLayout
  private let options: IndexingOptions

  /// - Parameter directory: the index; made when it is not there.
  public init(directory: String, options: IndexingOptions = IndexingOptions()) {
    layout = IndexLayout(directory: directory)
    self.options = options
  }

  /// Indexes all sources below some roots.
  ///
  /// - Parameters:
  ///   - roots: files and directories.
  ///   - progress: called after each source, and each part of one that all workers share; on the workers' threads, one
  ///     call at a time.
  /// - Throws: ``IndexingError`` when the index cannot be written; a source that cannot be read is a problem in the
  ///   report.
  public func run(
    roots: [String], progress: @escaping @Sendable (IndexProgress) -> Void = { _ in }
  ) throws(IndexingError) -> IndexReport {
    let found = try find(roots)
    return try GenerationBuilder.withLock(layout) { () throws(IndexingError) in
      try run(found, Base(layout, rewriting: options), progress)
    }
  }

  /// What a run would do. Nothing is written, and no lock is taken; files that may have changed are read.
  ///
  /// - Parameter roots: files and directories.
  public func preview(roots: [String]) throws(IndexingError) -> IndexReport {
    let found = try find(roots)
    let base = try Base(layout, rewriting: options)
    let plan = IndexPlan(found: found, known: try base.sources(options.collection), options: options)
    var report = IndexReport(plan, found, base, options)
    for candidate in plan.candidates {
      do throws(SourceProblem) {
        let content = try SourceReader.read(candidate.file, maximumBytes: options.maximumSourceBytes)
        report.preview(candidate, content)
      } catch {
        report.problems.append(error)
      }
    }
    return report
  }

  private func find(_ roots: [String]) throws(IndexingError) -> Discovery.Findings {
    try options.validate()
    return Discovery(
      roots: roots, collection: options.collection, maximumSourceBytes: options.maximumSourceBytes,
      patterns: options.patterns
    ).find()
  }

  private func run(
    _ found: Discovery.Findings, _ base: Base, _ progress: @escaping @Sendable (IndexProgress) -> Void
  ) throws(IndexingError) -> IndexReport {
    let plan = IndexPlan(found: found, known: try base.sources(options.collection), options: options)
    var report = IndexReport(plan, found, base, options)
    let batches = Batch.cut(plan.candidates, setting: setting)
    let builder = GenerationBuilder(base: base)
    let store = builder.store(of: options.collection)
    try builder.prepare()
    try store.removeAll(but: batches)
    let written = try writeSegments(batches, store, ProgressMeter(plan.candidates, report: progress))
    let results = written.map(\.result)
    report.takenOverCount = written.reduce(0) { $0 + ($1.isTakenOver ? $1.result.readCount : 0) }
    let duplicates = try DuplicateDocuments(
      base: base, store: store,
      paths: Dictionary(plan.candidates.map { ($0.file.id, $0.file.path) }, uniquingKeysWith: { first, _ in first })
    ).remove(from: results, pruned: report.removed)
    report.add(results, duplicates)
    var changes = [CollectionChange(collection: options.collection, results: results, pruned: report.removed)]
    if base.needsAnalysis {
      changes = try Reanalyzer(base: base, directory: builder.scratch, jobCount: options.jobCount).rewrite(changes)
    }
    // An index is not made of nothing but problems: “nothing found” would then look like “could not look”.
    let isFirst = base.manifest == nil && report.problems.isEmpty
    if isFirst || !changes.allSatisfy(\.isEmpty) {
      report.generation = try builder.seal(changes).generation
    } else {
      try builder.discard(options.collection)
    }
    return report
  }

  /// What tells apart runs that make different segments of the same files.
  private var setting: String {
    [
      layout.directory, options.collection, options.reading.fingerprint, "\(options.maximumSourceBytes)",
      Analyzer.fingerprint, "\(Schema.version)",
    ].joined(separator: "\n")
  }

  /// What became of a batch.
  private struct Written {
    let place: Int
    let result: BatchResult
    /// Whether an interrupted run had made it.
    let isTakenOver: Bool
  }

  /// Files that all workers share go first, one after the other; then each worker takes batches of its own.
  ///
  /// - Returns: what became of the batches, in their order.
  private func writeSegments(
    _ batches: [Batch], _ store: BatchStore, _ meter: ProgressMeter
  ) throws(IndexingError) -> [Written] {
    let jobCount = options.jobCount
    let total = batches.reduce(0) { $0 + $1.byteCount }
    let shared = batches.indices.filter { batches[$0].isShared(jobCount: jobCount, total: total) }
    let others = batches.indices.filter { !shared.contains($0) }
    func write(_ places: [Int], jobCount: Int, perSource: Int) throws(IndexingError) -> [Written] {
      try Workers.map(places, jobCount: jobCount) { () throws(IndexingError) in
        let writer = try SegmentWriter(store: store, options: options, meter: meter, jobsPerSource: perSource)
        return { (place) throws(IndexingError) in
          let batch = batches[place]
          guard let result = store.finished(batch) else {
            return Written(place: place, result: try writer.write(batch), isTakenOver: false)
          }
          for entry in batch.entries { meter.add(entry.file, BatchResult(), since: BatchResult()) }
          return Written(place: place, result: result, isTakenOver: true)
        }
      }
    }
    let written = try write(shared, jobCount: 1, perSource: jobCount) + write(others, jobCount: jobCount, perSource: 1)
    return written.sorted { $0.place < $1.place }
  }
}
