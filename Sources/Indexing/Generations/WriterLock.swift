// One writer at a time: an advisory lock that the kernel gives back when its holder dies.

internal import Foundation

/// The right to write an index; given back when released or when the process ends, however it ends.
final class WriterLock {
  private let descriptor: Int32

  /// Takes the lock or says who holds it.
  ///
  /// - Throws: `locked` with the holder's pid; `unwritable` when the lock file cannot be opened.
  init(_ layout: IndexLayout) throws(IndexingError) {
    descriptor = open(layout.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system("open", layout.lock, errno: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let number = errno
      var buffer = [UInt8](repeating: 0, count: 32)
      let count = pread(descriptor, &buffer, buffer.count, 0)
      close(descriptor)
      guard number == EWOULDBLOCK else { throw .system("lock", layout.lock, errno: number) }
      let pid = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).trimmingCharacters(
        in: .whitespacesAndNewlines)
      throw IndexingError(
        .locked, "the index \(layout.directory) is being written by process \(pid.isEmpty ? "unknown" : pid)",
        hint: "wait for it to end; searches go on meanwhile")
    }
    let pid = Array("\(getpid())\n".utf8)
    ftruncate(descriptor, 0)
    pwrite(descriptor, pid, pid.count, 0)
  }

  /// Unlocks by name: a child that is between fork and exec holds a copy of the descriptor, and would keep the lock.
  deinit {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
