// Counts what the workers have done and tells whoever watches.

internal import Ingestion
internal import Synchronization

/// Adds up progress from several threads; reports run one at a time.
final class ProgressMeter: Sendable {
  private let state: Mutex<IndexProgress>
  private let report: @Sendable (IndexProgress) -> Void

  /// - Parameter candidates: what the run will read.
  init(_ candidates: [Candidate], report: @escaping @Sendable (IndexProgress) -> Void) {
    state = Mutex(
      IndexProgress(
        sourceCount: candidates.count, byteCount: candidates.reduce(0) { $0 + $1.file.byteCount }))
    self.report = report
  }

  /// One more source is done.
  ///
  /// - Parameters:
  ///   - result: what its batch has come to.
  ///   - before: what the batch had come to without it.
  func add(_ file: SourceFile, _ result: BatchResult, since before: BatchResult) {
    state.withLock { progress in
      progress.doneCount += 1
      progress.doneByteCount += file.byteCount
      progress.documentCount += result.documentCount - before.documentCount
      progress.repairCount += result.repairCount - before.repairCount
      progress.problemCount += result.problems.count - before.problems.count
      report(progress)
    }
  }
}
