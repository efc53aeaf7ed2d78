// A file that says who holds something, and that the kernel gives back when the holder dies.

internal import Foundation

/// A lock (flock) on a file that also says who holds it. It lasts until it goes or the process ends, however it ends.
public final class LockFile: Sendable {
  private let descriptor: Int32
  private let path: String

  /// What came of trying to take a lock.
  public enum Outcome {
    case taken(LockFile)
    /// Another holds it, and this is what the file says.
    case held(contents: String)
    /// The file cannot be opened or locked: what failed, and its `errno`.
    case failed(operation: String, errno: Int32)
  }

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// Unlocks by name: a child that is between fork and exec holds a copy of the descriptor, and would keep the lock.
  deinit {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Takes the lock if it is free.
  ///
  /// - Parameter mode: who may open the file, and so hold the lock: even who only reads it can.
  public static func take(_ path: String, mode: UInt32 = 0o644) -> Outcome {
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode)
      guard descriptor >= 0 else { return .failed(operation: "open", errno: errno) }
      let file = LockFile(descriptor: descriptor, path: path)
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
        guard errno == EWOULDBLOCK else { return .failed(operation: "lock", errno: errno) }
        return .held(contents: file.contents())
      }
      // Its last holder may have removed the file between our opening and locking it: then we hold a nameless file.
      if file.isNamed { return .taken(file) }
    }
  }

  /// Whether the file is still the one at its path.
  public var isNamed: Bool {
    var (held, named) = (stat(), stat())
    return fstat(descriptor, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino
      && held.st_dev == named.st_dev
  }

  private func contents() -> String {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
  }

  /// Says who holds the lock.
  ///
  /// - Returns: false, with `errno` set, where it cannot be written.
  public func write(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return ftruncate(descriptor, 0) == 0 && pwrite(descriptor, bytes, bytes.count, 0) == bytes.count
  }

  /// Removes the file while the lock is still held, so that nobody's else is removed.
  public func remove() {
    if isNamed { unlink(path) }
  }
}
