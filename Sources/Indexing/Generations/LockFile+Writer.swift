// One writer of an index at a time.

internal import Foundation

extension LockFile {
  /// Takes the right to write an index, or says who holds it.
  ///
  /// - Throws: `locked` with the holder's pid; `unwritable` when the lock file cannot be opened.
  static func forWriting(_ layout: IndexLayout) throws(IndexingError) -> LockFile {
    switch take(layout.lock) {
    case .taken(let lock):
      // The pid is for people only: on a full disk the lock holds without it.
      _ = lock.write("\(getpid())\n")
      return lock
    case .held(let contents):
      let pid = contents.trimmingCharacters(in: .whitespacesAndNewlines)
      throw IndexingError(
        .locked, "the index \(layout.directory) is being written by process \(pid.isEmpty ? "unknown" : pid)",
        hint: "wait for it to end; searches go on meanwhile")
    case .failed(let operation, let number): throw .system(operation, layout.lock, errno: number)
    }
  }
}
