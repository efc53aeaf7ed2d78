// The way to a client that a worker may take without the event loop.

internal import Foundation
internal import NIOConcurrencyHelpers
internal import NIOCore

/// Sends an answer from the thread that made it, as far as the socket takes it at once, and reads the next request.
///
/// When the engine has worked for a millisecond, the loop takes 11 us to wake and 16 us to write 6 KB; the worker sends
/// them in 5 (timestamps within `Scripts/bench serve`). What the socket does not take, and everything that follows an
/// answer, is the loop's.
///
/// The descriptor is a duplicate of the channel's, closed under the lock: a number that the channel has closed may by
/// then be another connection's, but this one is ours until we close it.
final class Outlet: Sendable {
  private struct State {
    /// Nil once the connection is closed, and where there was no descriptor left to duplicate it.
    var descriptor: Int32?
    var isEnding = false
  }

  /// Behind a lock of pthread, as in ``WorkerPool``.
  private let state: NIOLockedValueBox<State>

  /// - Parameter descriptor: a connected socket's, which is ours from now on; nil where all is left to the loop.
  init(descriptor: Int32?) { state = NIOLockedValueBox(State(descriptor: descriptor)) }

  /// The outlet of a channel, which has to be closed with it. On its loop.
  convenience init(of channel: any Channel) {
    let descriptor = try? channel.pipeline.syncOperations.withUnsafeTransportIfAvailable { (handle: CInt) in
      fcntl(handle, F_DUPFD_CLOEXEC, 0)
    }
    self.init(descriptor: descriptor.flatMap { $0 < 0 ? nil : $0 })
  }

  deinit { close() }

  /// What to poll(2); -1 once it is closed.
  var descriptor: Int32 { state.withLockedValue { $0.descriptor ?? -1 } }

  /// Whether the next answer is the connection's last.
  var isEnding: Bool { state.withLockedValue { $0.isEnding } }

  /// Makes the next answer the last.
  func end() { state.withLockedValue { $0.isEnding = true } }

  /// Sends what the socket takes without waiting and drops it from the front of the bytes. Why it takes no more, the
  /// loop finds out when it writes the rest.
  ///
  /// Only for a question that is not answered yet, and only if no bytes of earlier answers wait in the channel.
  func send(_ bytes: inout ByteBuffer) {
    let count = state.withLockedValue { state in
      guard let descriptor = state.descriptor else { return 0 }
      return bytes.withUnsafeReadableBytes {
        // Without MSG_NOSIGNAL a client that has gone would end this process.
        Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL))
      }
    }
    bytes.moveReaderIndex(forwardBy: max(0, count))
  }

  /// Looks at what the client has sent, and leaves it where it is: for ``take(_:)``, or for the loop.
  ///
  /// Only while the loop does not read.
  ///
  /// - Parameter understand: what the bytes mean; nil where they are nothing for a worker.
  /// - Returns: that, and how many bytes it was.
  func peek<Value>(_ understand: (UnsafeRawBufferPointer) -> Value?) -> (value: Value, byteCount: Int)? {
    state.withLockedValue { state in
      guard let descriptor = state.descriptor else { return nil }
      return withUnsafeTemporaryAllocation(byteCount: PlainRequest.byteCount, alignment: 1) { buffer in
        let count = recv(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT) | Int32(MSG_PEEK))
        guard count > 0 else { return nil }
        return understand(UnsafeRawBufferPointer(rebasing: buffer[..<count])).map { ($0, count) }
      }
    }
  }

  /// Takes what was looked at from the front of what the client has sent. It takes 24 us, for which nobody waits once
  /// the answer has been sent.
  ///
  /// - Returns: false where the loop has read it, and then all of it (see ``PlainRequest``): it does so when the client
  ///   stops sending.
  func take(_ byteCount: Int) -> Bool {
    guard byteCount > 0 else { return true }
    return state.withLockedValue { state in
      guard let descriptor = state.descriptor else { return false }
      return withUnsafeTemporaryAllocation(byteCount: byteCount, alignment: 1) { buffer in
        recv(descriptor, buffer.baseAddress, byteCount, Int32(MSG_DONTWAIT)) == byteCount
      }
    }
  }

  /// Gives the descriptor back. Waits for a worker that is sending or reading, which does not wait for anything.
  func close() {
    state.withLockedValue { state in
      guard let descriptor = state.descriptor else { return }
      // Wakes a worker that listens; as long as it does, the kernel keeps the connection, whatever is closed.
      shutdown(descriptor, Int32(SHUT_RDWR))
      _ = Foundation.close(descriptor)
      state.descriptor = nil
    }
  }
}
