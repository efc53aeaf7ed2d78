// The socket the daemon listens on: taken only when nobody serves on it.

internal import Foundation
internal import NIOCore

/// A socket bound to a path, for its owner alone, and the lock that makes it ours.
struct ListeningSocket: Sendable {
  /// Connections the kernel keeps while the daemon is busy accepting others. Where there is no room a client that does
  /// not block is refused, so that it should outlast a crowd; the kernel's own bound, 4,096 unless somebody changed it
  /// (`net.core.somaxconn`, listen(2)).
  private static let backlog: Int32 = 4_096

  /// Its path, absolute.
  let path: String
  /// The listening socket; whoever accepts on it closes it.
  let descriptor: Int32
  private let lock: LockFile

  /// Takes the lock, clears what a dead daemon left, binds and listens.
  ///
  /// - Throws: `taken` with the pid of the daemon that has the socket; `invalidPath`, `system`.
  init(_ requested: String) throws(ServiceError) {
    path = try SocketPath.resolve(requested)
    try SocketPath.prepareDirectory(of: path)
    lock = try ListeningSocket.takeLock(path)
    do throws(ServiceError) {
      try lock.write("\(getpid())\n")
      try ListeningSocket.clear(path)
      descriptor = try ListeningSocket.listen(path)
    } catch {
      lock.remove()
      throw error
    }
  }

  /// Removes the socket and the lock.
  func remove() {
    unlink(path)
    lock.remove()
  }

  private static func takeLock(_ path: String) throws(ServiceError) -> LockFile {
    switch try LockFile.take(path + ".lock") {
    case .taken(let lock): return lock
    case .held(let contents):
      let pid = contents.trimmingCharacters(in: .whitespacesAndNewlines)
      throw ServiceError(
        .taken, "process \(pid.isEmpty ? "unknown" : pid) serves on \(path)",
        hint: "name another socket with --socket, or end that daemon first")
    }
  }

  /// Removes a socket on which nobody answers; anything else at the path stays and is an error.
  private static func clear(_ path: String) throws(ServiceError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFSOCK else {
      throw ServiceError(.invalidPath, "\(path) is not a socket", hint: "remove it, or name another with --socket")
    }
    let descriptor = try makeSocket(path)
    defer { close(descriptor) }
    let failed = try withAddress(path) { connect(descriptor, $0, $1) }
    guard failed != 0 else {
      throw ServiceError(
        .taken, "another program answers on \(path)",
        hint: "name another socket with --socket, or end that program first")
    }
    guard errno == ECONNREFUSED else { throw .system("connect to", path, errno: errno) }
    guard unlink(path) == 0 else { throw .system("remove", path, errno: errno) }
  }

  private static func listen(_ path: String) throws(ServiceError) -> Int32 {
    let descriptor = try makeSocket(path)
    // On Linux the mode of an unbound socket is what the path gets, so that it is never open to others, not even
    // between bind and chmod.
    fchmod(descriptor, 0o600)
    let failed = try withAddress(path) { address, length in
      bind(descriptor, address, length) != 0 ? -1 : Foundation.listen(descriptor, backlog)
    }
    guard failed == 0 else {
      let number = errno
      close(descriptor)
      throw .system("listen on", path, errno: number)
    }
    return descriptor
  }

  private static func makeSocket(_ path: String) throws(ServiceError) -> Int32 {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw .system("make a socket for", path, errno: errno) }
    return descriptor
  }

  private static func withAddress(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) throws(ServiceError) -> Int32 {
    guard let address = try? SocketAddress(unixDomainSocketPath: path) else {
      throw ServiceError(.invalidPath, "\(path) cannot be a socket")
    }
    return address.withSockAddr { body($0, socklen_t($1)) }
  }
}
