// What the file system says about a path.

import Glibc

/// Kind, identity and state of what a path leads to, links followed.
struct FileStatus {
  /// A file's identity on this machine, whichever path led to it.
  struct Identity: Hashable {
    let device: UInt64
    let node: UInt64
  }

  let identity: Identity
  let isDirectory: Bool
  let isRegularFile: Bool
  let byteCount: Int
  let modifiedNanoseconds: Int64

  /// - Returns: `nil`, with `errno` set, when nothing is there or it may not be looked at.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// - Returns: `nil`, with `errno` set, when the descriptor is not open.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    identity = Identity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
    isDirectory = status.st_mode & S_IFMT == S_IFDIR
    isRegularFile = status.st_mode & S_IFMT == S_IFREG
    byteCount = Int(status.st_size)
    // Only ever compared, so that times before 1677 and after 2262 may wrap; restored files have such.
    modifiedNanoseconds = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
  }

  /// Whether both describe the same content, as far as size and time tell.
  func isSameState(as other: FileStatus) -> Bool {
    byteCount == other.byteCount && modifiedNanoseconds == other.modifiedNanoseconds
  }
}

/// The system's words for the last failed call.
func systemMessage(_ code: Int32 = errno) -> String { String(cString: strerror(code)) }

/// A path that is there, absolute and without links; nil, with `errno` set, where nothing is.
package func canonicalPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(validatingCString: resolved)
}
