// Counts what the workers have done and tells whoever watches.

internal import Archive
internal import Ingestion
internal import Synchronization

/// Adds up progress from several threads; reports run one at a time.
final class ProgressMeter: Sendable {
  private struct State {
    /// By sources that are done.
    var done: IndexProgress
    /// With what is written of the one that is not.
    var shown: IndexProgress
  }

  private let state: Mutex<State>
  private let report: @Sendable (IndexProgress) -> Void

  /// - Parameter candidates: what the run will read.
  init(_ candidates: [Candidate], report: @escaping @Sendable (IndexProgress) -> Void) {
    let none = IndexProgress(
      sourceCount: candidates.count, byteCount: candidates.reduce(0) { $0 + $1.file.byteCount })
    state = Mutex(State(done: none, shown: none))
    self.report = report
  }

  /// Some documents are written of a source that all workers share; no other is being written then.
  ///
  /// - Parameters:
  ///   - part: a slice of all documents of the source.
  ///   - count: how many the source has.
  func add(_ part: ArraySlice<Document>, of count: Int, in file: SourceFile) {
    state.withLock { state in
      state.shown.doneByteCount += file.byteCount * part.endIndex / count - file.byteCount * part.startIndex / count
      state.shown.documentCount += part.count
      state.shown.repairCount += part.reduce(0) { $0 + $1.edits.count }
      report(state.shown)
    }
  }

  /// One more source is done.
  ///
  /// - Parameters:
  ///   - result: what its batch has come to.
  ///   - before: what the batch had come to without it.
  func add(_ file: SourceFile, _ result: BatchResult, since before: BatchResult) {
    state.withLock { state in
      state.done.doneCount += 1
      state.done.doneByteCount += file.byteCount
      state.done.documentCount += result.documentCount - before.documentCount
      state.done.repairCount += result.repairCount - before.repairCount
      state.done.problemCount += result.problems.count - before.problems.count
      state.shown = state.done
      report(state.shown)
    }
  }
}
