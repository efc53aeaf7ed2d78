// The one way to write an index: discover, plan, write segments in parallel, build the next generation, flip.

public import Archive
internal import Dispatch
internal import Foundation
public import Ingestion
internal import Xapian

/// How a run of the indexer behaves.
public struct IndexingOptions: Sendable {
  /// The collection the sources belong to.
  public var collection = SourceID.defaultCollection
  /// How many workers read and analyse at a time.
  public var jobCount = ProcessInfo.processInfo.activeProcessorCount
  /// The largest source that is read, in bytes.
  public var maximumSourceBytes = 64 << 20
  /// How the bytes of sources are taken.
  public var reading = ReadingOptions()

  /// The options used when nothing is said.
  public init() {}
}

/// Brings an index up to date with files.
///
/// A run either flips to a new, complete generation or leaves the index as it was; killed at any moment, it changes
/// nothing, and the next run begins anew.
public struct Indexer: Sendable {
  /// How long a generation that no longer answers is kept for readers that still have it open.
  static let retentionSeconds: TimeInterval = 600

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
  ///   - progress: called after each source, on the workers' threads, one call at a time.
  /// - Throws: ``IndexingError`` when the index cannot be written; a source that cannot be read is a problem in the
  ///   report.
  public func run(
    roots: [String], progress: @escaping @Sendable (IndexProgress) -> Void = { _ in }
  ) throws(IndexingError) -> IndexReport {
    guard SourceID.isValidCollection(options.collection) else {
      throw IndexingError(
        .invalidArgument, "“\(options.collection)” cannot name a collection",
        hint: "use a short name without slash, # or white space")
    }
    guard options.reading.isValid else {
      throw IndexingError(
        .invalidArgument, "there is no encoding “\(options.reading.encoding ?? "")”",
        hint: "GB18030, Big5, UTF-8, UTF-16LE, UTF-16BE, or another name that ICU knows")
    }
    let found = Discovery(
      roots: roots, collection: options.collection, maximumSourceBytes: options.maximumSourceBytes
    ).find()
    try Files.makeDirectory(layout.directory)
    let lock = try WriterLock(layout)
    defer { withExtendedLifetime(lock) {} }

    let base = try currentManifest()
    let plan = IndexPlan(files: found.files, known: try knownSources(base), reading: options.reading.fingerprint)
    var report = IndexReport()
    report.generation = base?.generation
    report.ignoredCount = found.skippedCount
    report.unchangedCount = plan.unchangedCount
    report.problems = found.problems + plan.problems
    report.goneCount = plan.goneCount

    let builder = GenerationBuilder(layout: layout, base: base, collection: options.collection)
    try builder.prepare()
    let results = try writeSegments(plan, builder.segments, progress)
    let duplicates = try DuplicateDocuments(
      layout: layout, base: base,
      paths: Dictionary(plan.candidates.map { ($0.file.id, $0.file.path) }, uniquingKeysWith: { first, _ in first })
    ).remove(from: results)
    report.add(results, duplicates)
    // An index is not made of nothing but problems: “nothing found” would then look like “could not look”.
    let isFirst = base == nil && report.problems.isEmpty
    if isFirst || results.contains(where: { $0.sourceSegment != nil }) {
      report.generation = try builder.seal(results).generation
    } else {
      try Files.remove(layout.building)
    }
    try removeExpiredGenerations(keeping: report.generation)
    return report
  }

  private func currentManifest() throws(IndexingError) -> Manifest? {
    guard let name = try layout.readCurrent() else { return nil }
    return try Manifest(at: layout.generation(name).manifest)
  }

  private func knownSources(_ base: Manifest?) throws(IndexingError) -> [SourceID: Source] {
    guard let base, base.collections.contains(where: { $0.name == options.collection }) else { return [:] }
    return try SourceRecords.all(in: layout.generation(base.generation).sources(options.collection))
  }

  private func writeSegments(
    _ plan: IndexPlan, _ directory: String, _ progress: @escaping @Sendable (IndexProgress) -> Void
  ) throws(IndexingError) -> [BatchResult] {
    let batches = Batch.cut(plan.candidates)
    let meter = ProgressMeter(
      sourceCount: plan.candidates.count, byteCount: plan.candidates.reduce(0) { $0 + $1.file.byteCount },
      report: progress)
    let queue = BatchQueue(batches)
    DispatchQueue.concurrentPerform(iterations: max(1, min(options.jobCount, batches.count))) { _ in
      do throws(IndexingError) {
        let writer = try SegmentWriter(directory: directory, options: options, meter: meter)
        while let batch = queue.take() { queue.finish(batch, try writer.write(batch)) }
      } catch {
        queue.fail(error)
      }
    }
    return try queue.results()
  }

  /// Removes generations whose successor was sealed long enough ago that nobody reads them any more.
  private func removeExpiredGenerations(keeping current: String?) throws(IndexingError) {
    let names = layout.generationNames()
    for (name, successor) in zip(names, names.dropFirst()) where name != current {
      let manifest = layout.generation(successor).manifest
      let sealed = (try? FileManager.default.attributesOfItem(atPath: manifest))?[.modificationDate] as? Date
      guard let sealed, -sealed.timeIntervalSinceNow > Indexer.retentionSeconds else { continue }
      try Files.remove(layout.generation(name).directory)
    }
  }
}

extension IndexReport {
  fileprivate mutating func add(_ results: [BatchResult], _ duplicates: [SourceProblem]) {
    for result in results {
      added += result.added
      changed += result.changed
      readCount += result.readCount
      readByteCount += result.readByteCount
      documentCount += result.documentCount
      problems += result.problems
    }
    documentCount -= duplicates.count
    problems += duplicates
  }
}
