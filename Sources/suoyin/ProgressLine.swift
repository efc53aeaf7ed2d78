// One live line on standard error while long work goes on.

internal import Foundation
internal import Indexing
internal import Synchronization

/// Shows how far indexing has come, ten times a second at most, on a terminal only.
final class ProgressLine: Sendable {
  private let lastShown = Mutex<ContinuousClock.Instant?>(nil)
  private let isShown = Terminal.showsProgress

  func show(_ progress: IndexProgress) {
    guard isShown else { return }
    let now = ContinuousClock.now
    let isDue = lastShown.withLock { last in
      if let shown = last, now - shown < .milliseconds(100) { return false }
      last = now
      return true
    }
    guard isDue else { return }
    let megabytes = String(
      format: "%.1f of %.1f MB", Double(progress.doneByteCount) / 1e6, Double(progress.byteCount) / 1e6)
    write(
      "\r\u{1B}[Kindexing: \(progress.doneCount) of \(progress.sourceCount) sources, \(megabytes), "
        + "\(progress.documentCount) documents, \(progress.problemCount) problems")
  }

  func clear() {
    if isShown { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
