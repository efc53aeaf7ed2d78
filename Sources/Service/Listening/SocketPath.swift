// Where the socket is, when nobody says, and which paths can be sockets.

internal import Foundation

/// The place of the daemon's socket.
public enum SocketPath {
  /// Bytes a socket's path may have: `sockaddr_un` holds 108 with the NUL (unix(7)).
  static let maximumBytes = 107

  /// The socket when none is named: `$SUOYIN_SOCKET`, `$XDG_RUNTIME_DIR/suoyin/suoyin.sock`, else in a directory of the
  /// user's own under the temporary directory.
  public static func standard(_ environment: [String: String]) -> String {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let named = value("SUOYIN_SOCKET") { return named }
    if let runtime = value("XDG_RUNTIME_DIR") { return runtime + "/suoyin/suoyin.sock" }
    return (value("TMPDIR") ?? "/tmp") + "/suoyin-\(geteuid())/suoyin.sock"
  }

  /// Whether two paths lead to one file that is there.
  public static func isSame(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_ino == second.st_ino
      && first.st_dev == second.st_dev
  }

  /// The absolute form of a path that can be a socket's.
  ///
  /// - Throws: `invalidPath` when it is too long.
  static func resolve(_ path: String) throws(ServiceError) -> String {
    let absolute = URL(fileURLWithPath: path).standardizedFileURL.path
    guard absolute.utf8.count <= maximumBytes else {
      throw ServiceError(
        .invalidPath, "the socket's path has \(absolute.utf8.count) bytes, the limit is \(maximumBytes): \(absolute)",
        hint: "name a shorter one with --socket")
    }
    return absolute
  }

  /// Makes the directory of a socket, for its owner alone, or for the socket's group too. One that is there stays as it
  /// is, but in the temporary directory, where anybody could have made it, it must be ours.
  static func prepareDirectory(of socket: String, _ access: SocketAccess) throws(ServiceError) {
    let directory = directory(of: socket)
    let parent = (directory as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    if mkdir(directory, 0o700) == 0 {
      do throws(ServiceError) { try access.apply(toDirectory: directory) } catch {
        rmdir(directory)
        throw error
      }
    } else if errno != EEXIST {
      throw .system("make the directory", directory, errno: errno)
    }
    try checkDirectory(directory)
  }

  /// Where a socket lies.
  static func directory(of socket: String) -> String { (socket as NSString).deletingLastPathComponent }

  /// - Throws: `invalidPath` where the directory is the one in the temporary directory and somebody else could have put
  ///   another socket there.
  static func checkDirectory(_ directory: String) throws(ServiceError) {
    var status = stat()
    guard lstat(directory, &status) == 0 else { throw .system("look at", directory, errno: errno) }
    let isOurs = status.st_mode & S_IFMT == S_IFDIR && status.st_uid == geteuid() && status.st_mode & 0o022 == 0
    guard isOurs || (directory as NSString).lastPathComponent != "suoyin-\(geteuid())" else {
      throw ServiceError(
        .invalidPath, "\(directory) is not a directory of yours that nobody else writes to",
        hint: "remove it, or name another with --socket")
    }
  }
}
