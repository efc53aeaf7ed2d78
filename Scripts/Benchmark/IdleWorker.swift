// A thread that takes requests over as a worker does, without doing anything.

internal import Dispatch
internal import Foundation
internal import NIOCore
internal import Synchronization

/// Lets time pass for each request and answers with zeros: the least that answering on another thread can cost.
final class IdleWorker: Sendable {
  private struct State {
    var waiting: [@Sendable (ByteBuffer) -> Void] = []
    var microseconds = 0.0
    var byteCount = 0
    var isOver = false
  }

  private let state = Mutex(State())
  private let ready = DispatchSemaphore(value: 0)

  init() {
    Thread.detachNewThread { [self] in
      while let (done, pause, byteCount) = take() {
        let start = ContinuousClock.now
        while ContinuousClock.now - start < .microseconds(pause) {}
        done(ByteBuffer(repeating: 0, count: byteCount))
      }
    }
  }

  /// What the next requests take and how long their answers are.
  func imitate(microseconds: Double, byteCount: Int) {
    state.withLock {
      $0.microseconds = microseconds
      $0.byteCount = byteCount
    }
  }

  func submit(_ done: @escaping @Sendable (ByteBuffer) -> Void) {
    state.withLock { $0.waiting.append(done) }
    ready.signal()
  }

  func stop() {
    state.withLock { $0.isOver = true }
    ready.signal()
  }

  private func take() -> (@Sendable (ByteBuffer) -> Void, microseconds: Double, byteCount: Int)? {
    ready.wait()
    return state.withLock { $0.isOver ? nil : ($0.waiting.removeFirst(), $0.microseconds, $0.byteCount) }
  }
}
