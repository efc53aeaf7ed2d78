// How far indexing has come, on standard error.

internal import Foundation
internal import Indexing
internal import Synchronization

/// Shows progress: a live line on a terminal, ten times a second at most; elsewhere a line every ten seconds, so that
/// the log of a nightly run shows that it lives. Nothing under `--quiet`.
final class ProgressPrinter: Sendable {
  private let isLive: Bool
  private let isQuiet: Bool
  private let interval: Duration
  private let start = ContinuousClock.now
  private let lastShown: Mutex<ContinuousClock.Instant>

  init(_ output: ReportOption) {
    isQuiet = output.quiet
    isLive = Terminal.showsProgress && !output.quiet
    interval = isLive ? .milliseconds(100) : .seconds(10)
    // A short run needs no line at all where nobody looks.
    lastShown = Mutex(isLive ? .now - .seconds(1) : .now)
  }

  /// Shows how far a run has come, if it is time.
  func show(_ progress: IndexProgress) {
    guard !isQuiet else { return }
    let now = ContinuousClock.now
    let isDue = lastShown.withLock { last in
      guard now - last >= interval else { return false }
      last = now
      return true
    }
    guard isDue else { return }
    let line = ProgressPrinter.line(progress, seconds: (now - start) / .seconds(1))
    write(isLive ? "\r\u{1B}[K\(line)" : line + "\n")
  }

  /// Says something that stays.
  func say(_ text: String) {
    if !isQuiet { write(Terminal.printable(text) + "\n") }
  }

  /// Clears the live line.
  func clear() {
    if isLive { write("\r\u{1B}[K") }
  }

  /// `indexing: 12 of 40 sources, 3.1 of 9.9 MB, 1.2 MB/s, 310 documents, 4120 repairs, 0 problems, 6 s left`
  static func line(_ progress: IndexProgress, seconds: Double) -> String {
    func megabytes(_ bytes: Int) -> String { String(format: "%.1f", Double(bytes) / 1e6) }
    let rate = seconds > 0 ? Double(progress.doneByteCount) / seconds : 0
    var line =
      "indexing: \(progress.doneCount) of \(progress.sourceCount) sources, \(megabytes(progress.doneByteCount)) of "
      + "\(megabytes(progress.byteCount)) MB, \(megabytes(Int(rate))) MB/s, \(progress.documentCount) documents, "
      + "\(progress.repairCount) repairs, \(progress.problemCount) problems"
    if rate > 0, progress.doneCount < progress.sourceCount {
      line += ", \(Int((Double(progress.byteCount - progress.doneByteCount) / rate).rounded(.up))) s left"
    }
    return line
  }

  private func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
