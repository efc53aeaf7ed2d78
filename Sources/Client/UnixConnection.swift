// A connection to a Unix socket that blocks while it sends and receives.

internal import Foundation

/// A connected socket. Every failure is one of the socket: the daemon is not there, is gone, or silent.
package final class UnixConnection {
  /// The process that listens on the other side, as the kernel knows it.
  package let peer: Int32?
  /// The most that one receive takes: ten hits with passages are a tenth of it.
  private static let receiveBytes = 64 << 10
  private let path: String
  package let descriptor: Int32

  /// Connects.
  ///
  /// - Parameter timeout: how long one send or receive may block, in seconds.
  /// - Throws: `unreachable`.
  package init(_ path: String, timeout: Int) throws(ClientError) {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw .unreachable(socket: path, reason: String(cString: strerror(errno))) }
    do throws(ClientError) {
      peer = try UnixConnection.connected(descriptor, path, timeout)
    } catch {
      // No instance has been made that would do it.
      close(descriptor)
      throw error
    }
    (self.path, self.descriptor) = (path, descriptor)
  }

  deinit { close(descriptor) }

  private static func connected(_ descriptor: Int32, _ path: String, _ timeout: Int) throws(ClientError) -> Int32? {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let isShortEnough = withUnsafeMutableBytes(of: &address.sun_path) { space in
      guard path.utf8.count < space.count else { return false }
      space.copyBytes(from: path.utf8)
      return true
    }
    guard isShortEnough else { throw .unreachable(socket: path, reason: "the path is too long for a socket") }
    var patience = timeval(tv_sec: timeout, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    let failed = withUnsafePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard failed == 0 else { throw .unreachable(socket: path, reason: String(cString: strerror(errno))) }
    // `struct ucred` of unix(7), which Glibc's module does not show: process, user, group.
    var credentials: [Int32] = [0, 0, 0]
    var length = socklen_t(MemoryLayout<Int32>.size * credentials.count)
    let known = getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0
    return known ? credentials[0] : nil
  }

  /// Sends all bytes.
  package func send(_ bytes: [UInt8]) throws(ClientError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      // Without MSG_NOSIGNAL a daemon that has gone would end this process.
      let count = rest.withUnsafeBytes { Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure() }
      rest = rest.dropFirst(count)
    }
  }

  /// Receives what is there, at least one byte, and appends it.
  package func receive(into bytes: inout [UInt8]) throws(ClientError) {
    var count = 0
    repeat {
      // Straight to its place: a buffer in between has to be cleared first and copied from afterwards.
      bytes.append(addingCapacity: UnixConnection.receiveBytes) { space in
        space.withUnsafeMutableBufferPointer { buffer, initializedCount in
          count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
          initializedCount = max(0, count)
        }
      }
    } while count < 0 && errno == EINTR
    if count < 0 { throw failure() }
    if count == 0 { throw .closed(socket: path) }
  }

  private func failure() -> ClientError {
    switch errno {
    case EPIPE, ECONNRESET: .closed(socket: path)
    case EAGAIN: .unreachable(socket: path, reason: "it takes too long")
    default: .unreachable(socket: path, reason: String(cString: strerror(errno)))
    }
  }
}
