// Threads that answer requests, and the bounded queue before them.

internal import Dispatch
internal import Foundation
internal import NIOConcurrencyHelpers
internal import NIOCore
internal import Synchronization
internal import Xapian

/// A question waiting for a worker.
struct Job: Sendable {
  let question: Question
  /// When its last byte had been read. An answer comes from a generation that was the current one then or later.
  let arrived: ContinuousClock.Instant
  /// When it was understood, and waited for a worker from then on.
  let received: ContinuousClock.Instant
  /// Raised when its asker has gone.
  let flag: CancellationFlag
  /// The number that stands on each log line about it.
  let requestID: Int
  /// Takes the answer, on the worker's thread.
  let reply: @Sendable (Response) -> Void
}

/// What a worker does, on its own thread.
struct Work {
  /// Called while a job is about to come.
  var prepare: () -> Void = {}
  let answer: (Job) -> Void
}

/// A fixed set of threads, each with a database of its own: calls into the engine block, and neither an event loop nor
/// the cooperative pool may be blocked.
final class WorkerPool: Sendable {
  /// How long a worker that was woken for an announced job looks out for it before it sleeps again. Parsing takes 10 us
  /// on a quiet machine and 35 on a busy one, waking 8 and 20 (timestamps within `Scripts/bench serve`): so it waits
  /// for 15 at most.
  private static let patience = Duration.microseconds(20)

  private struct State {
    var jobs = CircularBuffer<Job>()
    /// Workers that wait for a signal and have not been sent one.
    var sleepers = 0
    /// Whether a worker has been woken for a job that is still to come. It will look at the queue before it sleeps.
    var isAlert = false
    var isClosed = false
  }

  private enum Step {
    case work(Job)
    case sleep
    case end
  }

  private let capacity: Int
  /// Behind a lock of pthread: the thread sanitizer cannot see that of Mutex, and finds races where there are none.
  private let state = NIOLockedValueBox(State())
  /// Signalled once for each worker that is to wake.
  private let ready = DispatchSemaphore(value: 0)
  /// Jobs ever queued: what a worker can look at again and again without holding the lock.
  private let jobCount = Atomic(0)
  private let running = DispatchGroup()

  /// Starts the threads.
  ///
  /// - Parameter makeWorker: called on each worker's own thread; what it makes answers there and never leaves it.
  init(workerCount: Int, capacity: Int, makeWorker: @escaping @Sendable () -> Work) {
    self.capacity = capacity
    for number in 1...workerCount {
      running.enter()
      let thread = Thread { [self] in
        let work = makeWorker()
        while let job = take(work.prepare) { work.answer(job) }
        running.leave()
      }
      thread.name = "worker-\(number)"
      thread.start()
    }
  }

  /// Wakes a worker, if one sleeps, because a job is about to be queued: it wakes and prepares while the request is
  /// parsed. Nothing is promised; a job that never comes costs ``patience``.
  func announce() {
    let wakes = state.withLockedValue { state in
      guard !state.isAlert, state.jobs.isEmpty, state.sleepers > 0 else { return false }
      state.sleepers -= 1
      state.isAlert = true
      return true
    }
    if wakes { ready.signal() }
  }

  /// Queues a job, or returns false when the queue is full.
  func submit(_ job: Job) -> Bool {
    let (isQueued, wakes) = state.withLockedValue { state in
      guard state.jobs.count < capacity, !state.isClosed else { return (false, false) }
      state.jobs.append(job)
      jobCount.add(1, ordering: .relaxed)
      let isExpected = state.isAlert && state.jobs.count == 1
      guard !isExpected, state.sleepers > 0 else { return (true, false) }
      state.sleepers -= 1
      return (true, true)
    }
    if wakes { ready.signal() }
    return isQueued
  }

  /// Waits for a job; nil when the pool is closed and nothing is left.
  private func take(_ prepare: () -> Void) -> Job? {
    while true {
      let step: Step = state.withLockedValue { state in
        state.isAlert = false
        if let job = state.jobs.popFirst() { return .work(job) }
        if state.isClosed { return .end }
        state.sleepers += 1
        return .sleep
      }
      switch step {
      case .work(let job): return job
      case .end: return nil
      case .sleep:
        ready.wait()
        lookOut(prepare)
      }
    }
  }

  /// Prepares and looks out for the job that was announced, if one was and has not come.
  private func lookOut(_ prepare: () -> Void) {
    let expected: Int? = state.withLockedValue { state in
      state.isAlert && state.jobs.isEmpty ? jobCount.load(ordering: .relaxed) : nil
    }
    guard let expected else { return }
    let end = ContinuousClock.now + WorkerPool.patience
    prepare()
    while jobCount.load(ordering: .relaxed) == expected, ContinuousClock.now < end {}
  }

  /// Lets the workers finish what is queued, and waits until they have.
  func close() {
    let sleepers = state.withLockedValue { state in
      state.isClosed = true
      defer { state.sleepers = 0 }
      return state.sleepers
    }
    for _ in 0..<sleepers { ready.signal() }
    running.wait()
  }
}
