// How a worker sleeps.

internal import Foundation

/// Where one worker sleeps until another thread calls it, or the client speaks to whom it listens.
final class Sleeper: Sendable {
  /// How long a worker listens. Whoever asks in a loop comes again within a few milliseconds, and whoever waits for a
  /// connection to close, as a drain does, does not notice so little: a guess.
  private static let patience = Duration.milliseconds(100)

  private let call: (reading: Int32, writing: Int32)

  /// - Throws: `system` where there are no descriptors for it.
  init() throws(ServiceError) {
    var ends: [Int32] = [-1, -1]
    let failed = socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends)
    guard failed == 0 else { throw .system("make", "a place for a worker to sleep", errno: errno) }
    call = (ends[0], ends[1])
  }

  deinit {
    close(call.reading)
    close(call.writing)
  }

  /// Wakes the worker, now or when it next sleeps.
  func wake() {
    _ = withUnsafeBytes(of: UInt8(1)) { write(call.writing, $0.baseAddress, 1) }
  }

  /// Sleeps until ``wake()`` has been called, or, with a connection to listen on, until the client has sent something or gone,
  /// or for ``patience``.
  func sleep(listeningOn outlet: Outlet?) {
    let asleep = Int16(POLLIN)
    var ends = [
      pollfd(fd: call.reading, events: asleep, revents: 0),
      // A number below 0 is passed over. One that has just been closed wakes for nothing at worst.
      pollfd(fd: outlet?.descriptor ?? -1, events: asleep, revents: 0),
    ]
    poll(&ends, nfds_t(ends.count), outlet == nil ? -1 : Int32(Sleeper.patience / .milliseconds(1)))
  }

  /// Takes a call, which has come or is about to.
  func answerCall() {
    var byte: UInt8 = 0
    _ = read(call.reading, &byte, 1)
  }
}
