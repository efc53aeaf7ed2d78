// A socket that a supervisor has bound and hands over: the protocol of sd_listen_fds(3).

internal import Foundation

/// A listening Unix socket that another program, such as systemd, has bound and goes on to hold.
///
/// Clients may connect before the daemon runs and while it is started anew. Path, mode and owner are the business of
/// whoever bound it; nothing of it is made or removed here.
public struct HandedSocket: Sendable {
  /// The descriptor that is handed over first (`SD_LISTEN_FDS_START` of sd_listen_fds(3)).
  static let firstDescriptor: Int32 = 3

  /// What says that something is handed over. It is meant for one process, not for those that this one starts.
  private static let variables = ["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES", "LISTEN_PIDFDID"]

  /// Its path, absolute and without links.
  public let path: String
  let descriptor: Int32

  /// Takes what the environment says is handed over to this process, and takes the variables out of the environment.
  ///
  /// - Returns: nil where nothing is, or where `LISTEN_PID` names another process: then it is not meant for this one.
  /// - Throws: `handed` for numbers that are none, more than one descriptor, or one that is not a listening Unix stream
  ///   socket with a path.
  public static func take() throws(ServiceError) -> HandedSocket? {
    let environment = ProcessInfo.processInfo.environment
    for name in variables { unsetenv(name) }
    guard let pid = environment["LISTEN_PID"], let count = environment["LISTEN_FDS"] else { return nil }
    guard let pid = Int32(pid), let count = Int32(count), pid > 0, count >= 0 else {
      throw HandedSocket.refusal("LISTEN_PID is “\(pid)” and LISTEN_FDS “\(count)”, which are not both numbers")
    }
    guard pid == getpid(), count > 0 else { return nil }
    // Also of those that are refused: no program that this one starts is to hold them.
    for descriptor in firstDescriptor..<firstDescriptor.advanced(by: Int(min(count, 1_024))) {
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }
    guard count == 1 else { throw HandedSocket.refusal("\(count) descriptors are handed over, and one can be served") }
    return try HandedSocket(firstDescriptor)
  }

  /// - Throws: `handed`, with what is wrong with the descriptor.
  init(_ descriptor: Int32) throws(ServiceError) {
    let name = "descriptor \(descriptor), which is handed over,"
    guard HandedSocket.option(SO_DOMAIN, of: descriptor) == AF_UNIX else {
      throw HandedSocket.refusal("\(name) is not a Unix socket")
    }
    guard HandedSocket.option(SO_TYPE, of: descriptor) == Int32(SOCK_STREAM.rawValue) else {
      throw HandedSocket.refusal("\(name) is not a stream socket")
    }
    guard HandedSocket.option(SO_ACCEPTCONN, of: descriptor) == 1 else {
      throw HandedSocket.refusal("\(name) does not listen")
    }
    guard let bound = HandedSocket.boundPath(of: descriptor), let real = realpath(bound, nil) else {
      throw HandedSocket.refusal("\(name) has no path by which clients find it")
    }
    defer { free(real) }
    path = String(cString: real)
    self.descriptor = descriptor
  }

  private static func refusal(_ message: String) -> ServiceError {
    ServiceError(
      .handed, message, hint: "hand over one listening Unix stream socket: ListenStream=PATH in suoyin.socket")
  }

  private static func option(_ option: Int32, of descriptor: Int32) -> Int32? {
    var value: Int32 = 0
    var length = socklen_t(MemoryLayout<Int32>.size)
    return getsockopt(descriptor, SOL_SOCKET, option, &value, &length) == 0 ? value : nil
  }

  /// The path as it was bound; nil for a socket without one, or with an abstract name.
  private static func boundPath(of descriptor: Int32) -> String? {
    var address = sockaddr_un()
    var length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let failed = withUnsafeMutablePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
    }
    guard failed == 0 else { return nil }
    // The path need not end with a NUL where it fills its place (unix(7)).
    let path = withUnsafeBytes(of: &address.sun_path) { space in
      let count = max(0, min(space.count, Int(length) - MemoryLayout<sockaddr_un>.offset(of: \.sun_path)!))
      return String(decoding: space.prefix(count).prefix { $0 != 0 }, as: UTF8.self)
    }
    return path.isEmpty ? nil : path
  }
}
