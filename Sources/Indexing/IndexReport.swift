// What a run did, and how far it has come.

public import Archive
public import Ingestion

/// What a run of the indexer did.
public struct IndexReport: Sendable {
  /// The generation that answers now; nil when there is none yet.
  public var generation: String?
  /// Sources that were not in the index before.
  public var added: [SourceID] = []
  /// Sources whose content changed.
  public var changed: [SourceID] = []
  /// How many sources were skipped because size and modification time are as they were.
  public var unchangedCount = 0
  /// How many sources of the collection are no longer on disk; they stay in the index.
  public var goneCount = 0
  /// How many files were read.
  public var readCount = 0
  /// How many bytes were read.
  public var readByteCount = 0
  /// How many documents were written.
  public var documentCount = 0
  /// What could not be read, or not wholly; everything else is indexed.
  public var problems: [SourceProblem] = []
  /// How many files were passed over because their format is not known.
  public var ignoredCount = 0

  /// A report of nothing.
  public init() {}
}

/// How far a run has come.
public struct IndexProgress: Sendable {
  /// Sources that are to be read in this run.
  public var sourceCount: Int
  /// Sources that were read.
  public var doneCount: Int
  /// Bytes that are to be read.
  public var byteCount: Int
  /// Bytes that were read.
  public var doneByteCount: Int
  /// Documents written.
  public var documentCount: Int
  /// Problems met.
  public var problemCount: Int
}
