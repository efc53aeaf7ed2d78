// The socket the daemon listens on: taken only when nobody serves on it.

internal import Foundation
internal import Indexing
internal import NIOCore

/// A socket bound to a path, and the lock that makes it ours; or one that was handed over, which stays its binder's.
struct ListeningSocket: Sendable {
  /// Connections the kernel keeps while the daemon is busy accepting others. Where there is no room a client that does
  /// not block is refused, so that it should outlast a crowd; the kernel's own bound, 4,096 unless somebody changed it
  /// (`net.core.somaxconn`, listen(2)).
  private static let backlog: Int32 = 4_096

  /// Its path, absolute.
  let path: String
  /// The listening socket; whoever accepts on it closes it.
  let descriptor: Int32
  /// Nil where the socket is not ours to remove.
  private let lock: LockFile?

  /// Takes the lock, clears what a dead daemon left, binds and listens.
  ///
  /// - Parameter access: who may connect.
  /// - Throws: `taken` with the pid of the daemon that has the socket; `invalidPath`, `access`, `system`.
  init(_ requested: String, _ access: SocketAccess = SocketAccess()) throws(ServiceError) {
    path = try SocketPath.resolve(requested)
    try SocketPath.prepareDirectory(of: path, access)
    let lock = try ListeningSocket.takeLock(path)
    self.lock = lock
    do throws(ServiceError) {
      guard lock.write("\(getpid())\n") else { throw .system("write", ListeningSocket.lockPath(path), errno: errno) }
      try ListeningSocket.clear(path)
      descriptor = try ListeningSocket.listen(path, access)
    } catch {
      lock.remove()
      throw error
    }
  }

  /// Takes a socket as it is.
  init(_ handed: HandedSocket) throws(ServiceError) {
    path = handed.path
    descriptor = handed.descriptor
    lock = nil
    // Clients are told who called listen(2) last (SO_PEERCRED, unix(7)), and by that know the daemon of an index.
    guard Foundation.listen(descriptor, ListeningSocket.backlog) == 0 else {
      throw .system("listen on", path, errno: errno)
    }
  }

  /// Removes the socket and the lock, where they are ours.
  func remove() {
    guard let lock else { return }
    unlink(path)
    lock.remove()
  }

  private static func lockPath(_ path: String) -> String { path + ".lock" }

  private static func takeLock(_ path: String) throws(ServiceError) -> LockFile {
    switch LockFile.take(lockPath(path), mode: 0o600) {
    case .taken(let lock): return lock
    case .held(let contents):
      let pid = contents.trimmingCharacters(in: .whitespacesAndNewlines)
      throw ServiceError(
        .taken, "process \(pid.isEmpty ? "unknown" : pid) serves on \(path)",
        hint: "name another socket with --socket, or end that daemon first")
    case .failed(let operation, let number): throw .system(operation, lockPath(path), errno: number)
    }
  }

  /// What stands at a path where nobody answers.
  enum Leftover {
    case nothing
    /// A socket whose daemon is gone.
    case stale
  }

  /// Looks at what stands at a path, and asks whether somebody answers there.
  ///
  /// - Throws: `taken` where somebody does, `invalidPath` for anything but a socket.
  static func leftover(at path: String) throws(ServiceError) -> Leftover {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .nothing }
    guard status.st_mode & S_IFMT == S_IFSOCK else {
      throw ServiceError(.invalidPath, "\(path) is not a socket", hint: "remove it, or name another with --socket")
    }
    switch try connection(to: path) {
    case .refused: return .stale
    case .made(let pid):
      throw ServiceError(
        .taken, "\(pid.map { "process \($0)" } ?? "another program") answers on \(path)",
        hint: "name another socket with --socket, or end that program first")
    }
  }

  /// What came of connecting.
  enum Connection {
    case refused
    /// Somebody listens: this process, where it can be told.
    case made(pid: pid_t?)
  }

  /// Connects to a socket and closes again.
  static func connection(to path: String) throws(ServiceError) -> Connection {
    let descriptor = try makeSocket(path)
    defer { close(descriptor) }
    // One that has more connections waiting than it may is served all the same, and is not to be waited for.
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    if try withAddress(path, { connect(descriptor, $0, $1) }) != 0 {
      switch errno {
      case ECONNREFUSED, ENOENT: return .refused
      case EAGAIN: return .made(pid: nil)
      default: throw .system("connect to", path, errno: errno)
      }
    }
    return .made(pid: PeerCredentials(of: descriptor).map { pid_t(bitPattern: $0.process) })
  }

  /// Removes a socket on which nobody answers; anything else at the path stays and is an error.
  private static func clear(_ path: String) throws(ServiceError) {
    guard case .stale = try leftover(at: path) else { return }
    guard unlink(path) == 0 else { throw .system("remove", path, errno: errno) }
  }

  private static func listen(_ path: String, _ access: SocketAccess) throws(ServiceError) -> Int32 {
    let descriptor = try makeSocket(path)
    // On Linux the mode of an unbound socket is what the path gets, so that it is never open to others, not even
    // between bind and chmod.
    fchmod(descriptor, 0o600)
    guard try withAddress(path, { bind(descriptor, $0, $1) }) == 0 else {
      let number = errno
      close(descriptor)
      throw .system("listen on", path, errno: number)
    }
    do throws(ServiceError) {
      try access.apply(to: path)
      guard Foundation.listen(descriptor, backlog) == 0 else { throw .system("listen on", path, errno: errno) }
    } catch {
      unlink(path)
      close(descriptor)
      throw error
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
