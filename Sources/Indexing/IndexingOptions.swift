// What a run of the indexer is told.

internal import Archive
internal import Foundation
public import Ingestion

/// How a run of the indexer behaves.
public struct IndexingOptions: Sendable {
  /// The collection the sources belong to.
  public var collection = SourceID.defaultCollection
  /// How many workers read and analyse at a time.
  public var jobCount = ProcessInfo.processInfo.activeProcessorCount
  /// The largest source that is read, in bytes.
  public var maximumSourceBytes = Discovery.defaultMaximumSourceBytes
  /// Which files below directories are taken.
  public var patterns = SourcePatterns()
  /// How the bytes of sources are taken, and what is said of all of them.
  public var reading = ReadingOptions()
  /// Whether sources below the roots whose file is gone leave the index.
  public var prunesGone = false
  /// Whether every source is read again, whatever the index has of it.
  public var rebuilds = false

  /// The options used when nothing is said.
  public init() {}

  /// - Throws: `invalidArgument` with the remedy.
  public func validate() throws(IndexingError) {
    guard SourceID.isValidCollection(collection) else {
      throw IndexingError(
        .invalidArgument, "“\(collection)” cannot name a collection",
        hint: "use a short name without slash, # or white space")
    }
    // Swift takes canonically equivalent names for equal, the file system does not.
    guard isSame(collection, collection.precomposedStringWithCanonicalMapping) else {
      throw IndexingError(
        .invalidArgument, "“\(collection)” is not in Unicode's normal form C", hint: "type it anew, or use another name"
      )
    }
    guard reading.isValid else {
      throw IndexingError(
        .invalidArgument, "there is no encoding “\(reading.encoding ?? "")”",
        hint: "GB18030, Big5, UTF-8, UTF-16LE, UTF-16BE, or another name that ICU knows")
    }
  }
}
