// What a run did or would do, and how far it has come.

public import Archive
public import Ingestion

/// What a run of the indexer did.
public struct IndexReport: Sendable {
  /// The generation that answers now; nil when there is none yet.
  public var generation: String?
  /// Sources that were not in the index before.
  public var added: [SourceID] = []
  /// Sources whose content changed, or was to be read otherwise.
  public var changed: [SourceID] = []
  /// Sources that were pruned.
  public var removed: [SourceID] = []
  /// How many sources are as they were, by size and modification time or by their bytes.
  public var unchangedCount = 0
  /// Sources below the roots that are no longer on disk and stay in the index.
  public var gone: [SourceID] = []
  /// How many sources were read, by why.
  public var causes: [ReadingCause: Int] = [:]
  /// How many sources an interrupted run had done, so that this one did not have to.
  public var takenOverCount = 0
  /// What had analysed the documents, where all of them were analysed anew.
  public var formerAnalyzer: String?
  /// How many sources an index of another schema had that this run replaced.
  public var replacedSourceCount: Int?
  /// How many files were read.
  public var readCount = 0
  /// How many bytes were read.
  public var readByteCount = 0
  /// How many documents were written.
  public var documentCount = 0
  /// How many changes repair made to them.
  public var repairCount = 0
  /// What could not be read, or not wholly; everything else is indexed.
  public var problems: [SourceProblem] = []
  /// How many files were passed over because their format is not known.
  public var ignoredCount = 0
  /// How many files and directories were passed over because patterns say so.
  public var excludedCount = 0

  /// A report of nothing.
  public init() {}
}

extension IndexReport {
  /// What is known before anything is read.
  init(_ plan: IndexPlan, _ found: Discovery.Findings, _ base: Base, _ options: IndexingOptions) {
    generation = base.manifest?.generation
    unchangedCount = plan.unchangedCount
    (removed, gone) = options.prunesGone ? (plan.gone, []) : ([], plan.gone)
    problems = found.problems + plan.problems
    ignoredCount = found.skippedCount
    excludedCount = found.excludedCount
    replacedSourceCount = base.replacedSourceCount
    for candidate in plan.candidates { causes[candidate.cause, default: 0] += 1 }
    if base.needsAnalysis { formerAnalyzer = base.manifest?.analyzer }
  }

  /// Adds what became of the batches.
  mutating func add(_ results: [BatchResult], _ duplicates: [SourceProblem]) {
    for result in results {
      added += result.added
      changed += result.changed
      unchangedCount += result.sameCount
      readCount += result.readCount
      readByteCount += result.readByteCount
      documentCount += result.documentCount
      repairCount += result.repairCount
      problems += result.problems
    }
    documentCount -= duplicates.count
    problems += duplicates
  }

  /// Adds what would become of a source.
  ///
  /// - Parameter content: what its file holds now.
  mutating func preview(_ candidate: Candidate, _ content: SourceContent) {
    readCount += 1
    readByteCount += content.bytes.count
    guard let known = candidate.known else { return added.append(candidate.file.id) }
    let isSame = known.signature.sha256 == content.signature.sha256
    switch candidate.cause {
    case .touched where isSame && candidate.file.sidecar == nil && known.sidecar == nil, .moved where isSame:
      unchangedCount += 1
    default: changed.append(candidate.file.id)
    }
  }
}

/// How far a run has come.
public struct IndexProgress: Sendable {
  /// Sources that are to be read in this run.
  public var sourceCount: Int
  /// Bytes that are to be read.
  public var byteCount: Int
  /// Sources that were read.
  public var doneCount = 0
  /// Bytes that were read.
  public var doneByteCount = 0
  /// Documents written.
  public var documentCount = 0
  /// Changes that repair made to them.
  public var repairCount = 0
  /// Problems met.
  public var problemCount = 0
}
