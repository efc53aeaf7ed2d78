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

  /// Makes the directory of a socket, for its owner alone. One that is there stays as it is, but in the temporary
  /// directory, where anybody could have made it, it must be ours.
  static func prepareDirectory(of socket: String) throws(ServiceError) {
    let directory = (socket as NSString).deletingLastPathComponent
    let parent = (directory as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    if mkdir(directory, 0o700) != 0, errno != EEXIST { throw .system("make the directory", directory, errno: errno) }
    var status = stat()
    guard lstat(directory, &status) == 0 else { throw .system("look at", directory, errno: errno) }
    let isOursAlone = status.st_mode & S_IFMT == S_IFDIR && status.st_uid == geteuid() && status.st_mode & 0o077 == 0
    guard isOursAlone || (directory as NSString).lastPathComponent != "suoyin-\(geteuid())" else {
      throw ServiceError(
        .invalidPath, "\(directory) is not a directory of yours alone", hint: "remove it, or name another with --socket"
      )
    }
  }
}
