// Who is at the other end of a connection, and what only some may ask for.

internal import API
internal import Foundation
internal import NIOCore

extension Channel {
  /// The user whose process opened the connection, as the kernel noted it then (`SO_PEERCRED`, unix(7)); nil where it
  /// cannot be told. On the channel's loop.
  var peerUser: uid_t? {
    let user = try? pipeline.syncOperations.withUnsafeTransportIfAvailable { (handle: CInt) -> uid_t? in
      // `struct ucred`, which Glibc's module does not show: process, user, group.
      var credentials: [UInt32] = [0, 0, 0]
      var length = socklen_t(MemoryLayout<UInt32>.size * credentials.count)
      return getsockopt(handle, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0 ? credentials[1] : nil
    }
    return user ?? nil
  }

  /// Lets the daemon's own user and root go on, and nobody else.
  ///
  /// - Throws: `forbidden`.
  func refuseStrangers() throws(Refusal) {
    guard let user = peerUser, user == geteuid() || user == 0 else {
      throw Refusal(
        problem: Problem(
          .forbidden, "user \(peerUser.map { String($0) } ?? "unknown") may not ask for this",
          hint: "ask as the user who runs the daemon, \(geteuid()), or as root"))
    }
  }
}
