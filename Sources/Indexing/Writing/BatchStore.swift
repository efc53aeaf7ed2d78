// How a later run finds what an interrupted one had finished.

internal import Foundation

/// The segments of finished batches, in `building/`, until the run that needs them is sealed.
///
/// Each batch has a directory named by a digest of everything that its segments depend on. A run that was interrupted
/// leaves them, and the next takes over those that it would write itself.
struct BatchStore: Sendable {
  /// What tells the time since the machine was started apart from all others.
  static let boot: String =
    (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8))?
    .trimmingCharacters(in: .whitespacesAndNewlines) ?? UUID().uuidString

  /// Where the directories are.
  let directory: String

  /// The directory of a batch's segments.
  func directory(of batch: Batch) -> String { directory + "/" + batch.key }

  /// What an interrupted run made of the same batch; nil where it did not finish it.
  func finished(_ batch: Batch) -> BatchResult? {
    guard let bytes = FileManager.default.contents(atPath: mark(in: directory(of: batch))),
      let result = try? JSONDecoder().decode(BatchResult.self, from: bytes)
    else { return nil }
    let segments = result.documentSegments + (result.sourceSegment.map { [$0] } ?? [])
    return segments.allSatisfy { access($0, F_OK) == 0 } ? result : nil
  }

  /// Makes room for a batch's segments.
  func begin(_ batch: Batch) throws(IndexingError) {
    try Files.remove(directory(of: batch))
    try Files.makeDirectory(directory(of: batch))
  }

  /// Marks a batch as finished. Nothing is kept of a batch with problems: the next run looks whether they are mended.
  func finish(_ batch: Batch, _ result: BatchResult) throws(IndexingError) {
    guard result.problems.isEmpty else { return }
    let bytes = try! JSONEncoder().encode(result)  // strings and integers always encode
    let mark = mark(in: directory(of: batch))
    try Files.write(bytes, to: mark + ".new")
    // Not to last: after the machine went down nobody looks for it; see GenerationBuilder.
    guard rename(mark + ".new", mark) == 0 else { throw .system("rename", mark, errno: errno) }
  }

  /// Forgets that a segment's batch is finished, because the segment is about to be changed.
  func forget(segment: String) throws(IndexingError) {
    try Files.remove(mark(in: (segment as NSString).deletingLastPathComponent))
  }

  /// Removes all of it.
  func removeAll() throws(IndexingError) { try Files.remove(directory) }

  /// Removes what no batch of this run can use.
  func removeAll(but batches: [Batch]) throws(IndexingError) {
    let kept = Set(batches.map(\.key))
    for name in (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? [] where !kept.contains(name) {
      try Files.remove(directory + "/" + name)
    }
  }

  private func mark(in directory: String) -> String { directory + "/finished.json" }
}
