// How many descriptors a daemon needs.

internal import Foundation

/// What a daemon has open, compared with what the system lets it open.
///
/// Counted in `/proc/PID/fd` of daemons with one and five workers that had answered searches, concordances and similar
/// documents from an index of two collections.
struct DescriptorNeed {
  /// Socket, locks, event loop, the index while it is looked at: 11 were counted beside standard input, output and error.
  private static let base = 13
  /// Where a worker sleeps (``Sleeper``).
  private static let ofSleeper = 2
  /// A collection's tables that a worker has open; as many more where it shows originals.
  private static let ofTables = 4
  /// The connection itself, and the duplicate by which a worker answers.
  private static let ofConnection = 2

  let workerCount: Int
  let collectionCount: Int
  /// How many were open before: at least three, and what else the process was started with.
  var openCount = DescriptorLimit.openCount

  private var count: Int {
    let ofWorker = DescriptorNeed.ofSleeper + DescriptorNeed.ofTables * (collectionCount + 1)
    return openCount + DescriptorNeed.base + workerCount * ofWorker
  }

  /// Compares with `RLIMIT_NOFILE`.
  ///
  /// - Returns: what is left, in words.
  /// - Throws: `system` where the workers alone need more.
  @discardableResult
  func check() throws(ServiceError) -> String {
    let limit = DescriptorLimit.current
    let workers = workerCount == 1 ? "1 worker" : "\(workerCount) workers"
    guard count < limit else {
      throw ServiceError(
        .system, "\(workers) on \(collectionCount) collections need \(count) descriptors, the limit is \(limit)",
        hint: "take fewer --workers, or raise the limit: ulimit -n, LimitNOFILE= of systemd")
    }
    return "\(count) of \(limit) for \(workers); the rest is enough for \(connectionCapacity) connections"
  }

  /// The most connections, however many descriptors there are: 4,096 idle ones take 24 MB (measured by VmRSS), which is
  /// about what one search in a large index touches. A guess.
  private static let maximumConnections = 4_096

  /// How many connections are kept: half of what the workers leave, for a generation that a cursor asks for is open beside
  /// the newest.
  var connectionCapacity: Int {
    max(1, min((DescriptorLimit.current - count) / 2 / DescriptorNeed.ofConnection, DescriptorNeed.maximumConnections))
  }
}
