// Notices cheaply that an index has flipped.

internal import Foundation

/// Which file `current` was when it was looked at.
///
/// A flip renames a new file over the old one, so that another inode or time means another generation. One system call,
/// no reading: cheap enough to look before every request.
public struct CurrentMark: Equatable, Sendable {
  private let inode: UInt64
  private let seconds: Int
  private let nanoseconds: Int

  /// Looks at the index now; nil where there is no index.
  ///
  /// - Parameter directory: the index directory.
  public init?(of directory: String) {
    var status = stat()
    guard stat(directory + "/current", &status) == 0 else { return nil }
    inode = UInt64(status.st_ino)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}
