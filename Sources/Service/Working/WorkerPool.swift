// Threads that answer requests, and the bounded queue before them.

internal import Foundation
internal import NIOConcurrencyHelpers
internal import NIOCore
internal import Synchronization
internal import Xapian

/// A question waiting for a worker.
struct Job: Sendable {
  let question: Question
  /// Whoever asked it.
  let connection: HeldConnection
  /// How many bytes of the connection it is where nobody has taken them yet.
  let unread: Int
  /// When it was understood, and waited for a worker from then on.
  let received: ContinuousClock.Instant
  /// The number that stands on each log line about it.
  let requestID: Int
}

/// Answers a job on a worker's thread: replies once, and then does what nobody needs to wait for.
typealias Answerer = (_ job: Job, _ reply: (Response) -> Void) -> Void

/// A fixed set of threads, each with a database of its own: calls into the engine block, and neither an event loop nor
/// the cooperative pool may be blocked.
///
/// A worker without a job listens on the connection it answered last, and reads the next request there itself. Questions that
/// may take long never have all workers, where there are several: one is left for those that do not.
final class WorkerPool: Sendable {
  private struct State {
    /// Those that wait; each kind in a queue of its own, so that neither fills the other's.
    var jobs = CircularBuffer<Job>()
    var longJobs = CircularBuffer<Job>()
    /// How many workers are at questions that may take long.
    var longCount = 0
    /// Workers that sleep and have not been called, each once.
    var sleepers: [(sleeper: Sleeper, isListening: Bool)] = []
    var isClosed = false

    /// Takes out whoever is to be called for a job: of those that do not listen the one that slept last, whose caches
    /// are warm; a connection is given back only where there is no other.
    mutating func popSleeper() -> Sleeper? {
      guard let index = sleepers.lastIndex(where: { !$0.isListening }) ?? sleepers.indices.last else { return nil }
      return sleepers.remove(at: index).sleeper
    }

    /// Puts a job at the end of its queue.
    ///
    /// - Returns: whether there was room. What nobody waits for any more gives its place up.
    mutating func append(_ job: Job, capacity: Int) -> Bool {
      let queue = job.question.isLong ? \State.longJobs : \State.jobs
      if self[keyPath: queue].count >= capacity { self[keyPath: queue].removeAll { $0.connection.flag.isCancelled } }
      guard self[keyPath: queue].count < capacity else { return false }
      self[keyPath: queue].append(job)
      return true
    }

    /// Takes out the job that has waited longest of those that may begin.
    mutating func popJob(longLimit: Int) -> Job? {
      let long = longCount < longLimit ? longJobs.first : nil
      if let long, long.requestID < jobs.first?.requestID ?? .max {
        longCount += 1
        return longJobs.removeFirst()
      }
      return jobs.popFirst()
    }

    /// - Returns: whether it has not been called.
    mutating func remove(_ sleeper: Sleeper) -> Bool {
      guard let index = sleepers.firstIndex(where: { $0.sleeper === sleeper }) else { return false }
      sleepers.remove(at: index)
      return true
    }
  }

  private enum Step {
    case work(Job)
    case sleep
    case end
  }

  private let capacity: Int
  /// How many workers may be at questions that may take long.
  private let longLimit: Int
  /// Behind a lock of pthread: the thread sanitizer cannot see that of Mutex, and finds races where there are none.
  private let state = NIOLockedValueBox(State())
  private let requestCount = Atomic(0)
  private let drop: @Sendable (Job) -> Void
  private let running = DispatchGroup()

  /// Starts the threads.
  ///
  /// - Parameters:
  ///   - capacity: how many questions may wait that may take long, and how many others.
  ///   - drop: called for a job that nobody waits for any more when its turn comes.
  ///   - makeAnswerer: called on each worker's own thread; what it makes answers there and never leaves it.
  /// - Throws: `system` where there are not enough descriptors; then no thread has been started.
  init(
    workerCount: Int, capacity: Int, drop: @escaping @Sendable (Job) -> Void = { _ in },
    makeAnswerer: @escaping @Sendable () -> Answerer
  ) throws(ServiceError) {
    let sleepers = try (1...workerCount).map { (_) throws(ServiceError) in try Sleeper() }
    self.capacity = capacity
    self.drop = drop
    longLimit = max(workerCount - 1, 1)
    for (index, sleeper) in sleepers.enumerated() {
      running.enter()
      let thread = Thread { [self] in
        work(makeAnswerer(), sleeper)
        running.leave()
      }
      thread.name = "worker-\(index + 1)"
      thread.start()
    }
  }

  /// Queues a question, or returns false when the queue is full.
  func submit(_ question: Question, on connection: HeldConnection) -> Bool {
    let job = job(question, connection, unread: 0)
    let (isQueued, sleeper): (Bool, Sleeper?) = state.withLockedValue { state in
      guard !state.isClosed, state.append(job, capacity: capacity) else { return (false, nil) }
      return (true, state.popSleeper())
    }
    sleeper?.wake()
    return isQueued
  }

  /// A number for a request, greater than all before.
  func makeRequestID() -> Int { requestCount.add(1, ordering: .relaxed).newValue }

  /// How many questions wait.
  var queueLength: Int { state.withLockedValue { $0.jobs.count + $0.longJobs.count } }

  /// Lets the workers finish what is queued, and waits until they have.
  func close() {
    let sleepers = state.withLockedValue { state in
      state.isClosed = true
      defer { state.sleepers = [] }
      return state.sleepers
    }
    for (sleeper, _) in sleepers { sleeper.wake() }
    running.wait()
  }

  /// A job that has been received now.
  private func job(_ question: Question, _ connection: HeldConnection, unread: Int) -> Job {
    Job(
      question: question, connection: connection, unread: unread, received: .now,
      requestID: makeRequestID())
  }

  /// What a worker's thread does.
  private func work(_ answer: Answerer, _ sleeper: Sleeper) {
    var held: HeldConnection?
    while let job = take(sleeper, listeningOn: &held) {
      // Not where whoever asked has gone while the question waited.
      if job.connection.flag.isCancelled {
        drop(job)
      } else {
        answer(job) { response in
          if job.connection.send(response, unread: job.unread) { held = job.connection }
        }
      }
      // This worker looks for the next job itself.
      if job.question.isLong { state.withLockedValue { $0.longCount -= 1 } }
    }
  }

  /// What a worker may read by itself; what may take long waits for its turn with the others.
  private static func question(_ bytes: UnsafeRawBufferPointer) -> Question? {
    PlainRequest(bytes)?.question.flatMap { $0.isLong ? nil : $0 }
  }

  /// Waits for a job; nil when the pool is closed and nothing is left.
  ///
  /// - Parameter held: where the worker listens if there is nothing else to do; nil afterwards, because the job has the
  ///   connection or it has been given back.
  private func take(_ sleeper: Sleeper, listeningOn held: inout HeldConnection?) -> Job? {
    while true {
      let step: Step = state.withLockedValue { state in
        if let job = state.popJob(longLimit: longLimit) { return .work(job) }
        // What is left then, others will do that are at questions of its kind.
        if state.isClosed { return .end }
        state.sleepers.append((sleeper, isListening: held != nil))
        return .sleep
      }
      if case .sleep = step {
        sleeper.sleep(listeningOn: held?.outlet)
        if !state.withLockedValue({ $0.remove(sleeper) }) {
          sleeper.answerCall()
        } else if let open = held, let (question, byteCount) = open.outlet.peek(WorkerPool.question) {
          held = nil
          return job(question, open, unread: byteCount)
        }
      }
      held?.giveBack(ByteBuffer(), false)
      held = nil
      switch step {
      case .work(let job): return job
      case .end: return nil
      case .sleep: break
      }
    }
  }
}
