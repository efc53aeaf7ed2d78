// Threads that answer requests, and the bounded queue before them.

internal import Dispatch
internal import Foundation
internal import NIOConcurrencyHelpers
internal import NIOCore
internal import Xapian

/// A question waiting for a worker.
struct Job: Sendable {
  let question: Question
  /// When it had arrived whole.
  let received: ContinuousClock.Instant
  /// Raised when its asker has gone.
  let flag: CancellationFlag
  /// The number that stands on each log line about it.
  let requestID: Int
  /// Takes the answer, on the worker's thread.
  let reply: @Sendable (Response) -> Void
}

/// A fixed set of threads, each with a database of its own: calls into the engine block, and neither an event loop nor
/// the cooperative pool may be blocked.
final class WorkerPool: Sendable {
  private struct State {
    var jobs = CircularBuffer<Job>()
    var isClosed = false
  }

  private let capacity: Int
  private let workerCount: Int
  /// Behind a lock of pthread: the thread sanitizer cannot see that of Mutex, and finds races where there are none.
  private let state = NIOLockedValueBox(State())
  /// Counts what is left to take: jobs, and once the pool is closed one end for each worker.
  private let ready = DispatchSemaphore(value: 0)
  private let running = DispatchGroup()

  /// Starts the threads.
  ///
  /// - Parameter makeWorker: called on each worker's own thread; what it makes answers there and never leaves it.
  init(workerCount: Int, capacity: Int, makeWorker: @escaping @Sendable () -> (Job) -> Void) {
    self.capacity = capacity
    self.workerCount = workerCount
    for number in 1...workerCount {
      running.enter()
      let thread = Thread { [self] in
        let answer = makeWorker()
        while let job = take() { answer(job) }
        running.leave()
      }
      thread.name = "worker-\(number)"
      thread.start()
    }
  }

  /// Queues a job, or returns false when the queue is full.
  func submit(_ job: Job) -> Bool {
    let isQueued = state.withLockedValue { state in
      guard state.jobs.count < capacity, !state.isClosed else { return false }
      state.jobs.append(job)
      return true
    }
    if isQueued { ready.signal() }
    return isQueued
  }

  /// Waits for a job; nil when the pool is closed and nothing is left.
  private func take() -> Job? {
    ready.wait()
    return state.withLockedValue { $0.jobs.popFirst() }
  }

  /// Lets the workers finish what is queued, and waits until they have.
  func close() {
    state.withLockedValue { $0.isClosed = true }
    for _ in 1...workerCount { ready.signal() }
    running.wait()
  }
}
