// Counts what the workers have done and tells whoever watches.

internal import Synchronization

/// Adds up progress from several threads; reports run one at a time.
final class ProgressMeter: Sendable {
  private let state: Mutex<IndexProgress>
  private let report: @Sendable (IndexProgress) -> Void

  init(sourceCount: Int, byteCount: Int, report: @escaping @Sendable (IndexProgress) -> Void) {
    state = Mutex(
      IndexProgress(
        sourceCount: sourceCount, doneCount: 0, byteCount: byteCount, doneByteCount: 0, documentCount: 0,
        problemCount: 0))
    self.report = report
  }

  /// One more source is done.
  func add(bytes: Int, documents: Int, problems: Int) {
    state.withLock { progress in
      progress.doneCount += 1
      progress.doneByteCount += bytes
      progress.documentCount += documents
      progress.problemCount += problems
      report(progress)
    }
  }
}
