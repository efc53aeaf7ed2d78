// Who is at the other end of a connection, and what only some may ask for.

internal import API
internal import Foundation
internal import NIOCore

/// The process at the other end of a Unix socket and its user, as the kernel noted them when the connection was made
/// (`SO_PEERCRED`, unix(7)).
struct PeerCredentials {
  let process: UInt32
  let user: uid_t

  /// - Returns: nil where it cannot be told.
  init?(of descriptor: Int32) {
    // `struct ucred`, which Glibc's module does not show: process, user, group.
    var credentials: [UInt32] = [0, 0, 0]
    var length = socklen_t(MemoryLayout<UInt32>.size * credentials.count)
    guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0 else { return nil }
    (process, user) = (credentials[0], credentials[1])
  }
}

extension Channel {
  /// Lets the daemon's own user and root go on, and nobody else. On the channel's loop.
  ///
  /// - Throws: `forbidden`.
  func refuseStrangers() throws(Refusal) {
    let found = try? pipeline.syncOperations.withUnsafeTransportIfAvailable { (handle: CInt) in
      PeerCredentials(of: handle)
    }
    let user = (found ?? nil)?.user
    guard let user, user == geteuid() || user == 0 else {
      throw Refusal(
        problem: Problem(
          .forbidden, "user \(user.map { String($0) } ?? "unknown") may not ask for this",
          hint: "ask as the user who runs the daemon, \(geteuid()), or as root"))
    }
  }
}
