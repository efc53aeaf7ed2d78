// The bounded queue and its threads, with work that the test controls.

import API
import Dispatch
import NIOConcurrencyHelpers
import Testing
import Xapian

@testable import Service

@Suite("worker pool", .timeLimit(.minutes(1)))
struct WorkerPoolTests {
  private func job(_ reply: @escaping @Sendable (Response) -> Void = { _ in }) -> Job {
    Job(question: .status, received: .now, flag: CancellationFlag(), requestID: 1, reply: reply)
  }

  @Test("what does not fit into the queue is refused, and everything else is answered once")
  func capacity() {
    let started = DispatchSemaphore(value: 0)
    let gate = DispatchSemaphore(value: 0)
    let answered = NIOLockedValueBox(0)
    let pool = WorkerPool(workerCount: 1, capacity: 2) {
      { job in
        started.signal()
        gate.wait()
        job.reply(Response(HealthAnswer()))
      }
    }
    let counting = job { _ in answered.withLockedValue { $0 += 1 } }
    #expect(pool.submit(counting))
    started.wait()
    #expect(pool.submit(counting))
    #expect(pool.submit(counting))
    #expect(!pool.submit(counting))
    for _ in 1...3 { gate.signal() }
    pool.close()
    #expect(answered.withLockedValue { $0 } == 3)
    #expect(!pool.submit(counting))
  }

  @Test("as many jobs run at a time as there are workers")
  func parallel() {
    let started = DispatchSemaphore(value: 0)
    let gate = DispatchSemaphore(value: 0)
    let pool = WorkerPool(workerCount: 3, capacity: 10) {
      { job in
        started.signal()
        gate.wait()
        job.reply(Response(HealthAnswer()))
      }
    }
    for _ in 1...3 { #expect(pool.submit(job())) }
    for _ in 1...3 { started.wait() }
    for _ in 1...3 { gate.signal() }
    pool.close()
  }
}
