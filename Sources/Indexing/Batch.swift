// The work of a run in portions, each of which becomes segments of its own.

internal import Archive
internal import Ingestion
internal import Synchronization

/// How large a segment may grow before it is flushed. Large flushes cost: 14 MB of statutes took 5.2 CPU seconds in
/// segments of 250 kB, 5.6 of 500 kB, 6.2 of 1 MB and 7.3 of 2 MB; many small ones cost files and merges.
package enum SegmentSize {
  /// Text, in bytes.
  package static let maximumBytes = 500_000
  /// Documents.
  package static let maximumDocuments = 500
}

/// Files that one worker takes at a time.
struct Batch: Sendable {
  let number: Int
  let entries: [(file: SourceFile, known: Source?)]

  /// Cuts candidates into portions, in order, so that the same candidates always give the same segments.
  static func cut(_ candidates: [(file: SourceFile, known: Source?)]) -> [Batch] {
    var batches: [Batch] = []
    var entries: [(file: SourceFile, known: Source?)] = []
    var byteCount = 0
    for candidate in candidates {
      if !entries.isEmpty,
        byteCount + candidate.file.byteCount > SegmentSize.maximumBytes || entries.count >= SegmentSize.maximumDocuments
      {
        batches.append(Batch(number: batches.count, entries: entries))
        entries = []
        byteCount = 0
      }
      entries.append(candidate)
      byteCount += candidate.file.byteCount
    }
    if !entries.isEmpty { batches.append(Batch(number: batches.count, entries: entries)) }
    return batches
  }
}

/// What became of a batch.
struct BatchResult: Sendable {
  /// Segments of documents, in order.
  var documentSegments: [String] = []
  /// The segment of records and originals, if any.
  var sourceSegment: String?
  /// Sources that were not known.
  var added: [SourceID] = []
  /// Sources whose content changed: what the index had of them must go.
  var changed: [SourceID] = []
  /// Sources that were touched but hold what they held: their record must go, their documents stay.
  var touched: [SourceID] = []
  var problems: [SourceProblem] = []
  var readCount = 0
  var readByteCount = 0
  var documentCount = 0
}

/// Hands batches to workers and gathers the results; the first error stops the rest.
final class BatchQueue: Sendable {
  private struct State {
    var next = 0
    var results: [BatchResult?]
    var error: IndexingError?
  }
  private let batches: [Batch]
  private let state: Mutex<State>

  init(_ batches: [Batch]) {
    self.batches = batches
    state = Mutex(State(results: Array(repeating: nil, count: batches.count)))
  }

  /// The next batch, or nil when there is none or a worker failed.
  func take() -> Batch? {
    state.withLock { state in
      guard state.error == nil, state.next < batches.count else { return nil }
      state.next += 1
      return batches[state.next - 1]
    }
  }

  func finish(_ batch: Batch, _ result: BatchResult) {
    state.withLock { $0.results[batch.number] = result }
  }

  func fail(_ error: IndexingError) {
    state.withLock { if $0.error == nil { $0.error = error } }
  }

  /// All results, in the order of the batches.
  ///
  /// - Throws: the first worker's error.
  func results() throws(IndexingError) -> [BatchResult] {
    let (results, error) = state.withLock { ($0.results, $0.error) }
    if let error { throw error }
    return results.compactMap(\.self)
  }
}
