// The bounded queue and its threads, with work that the test controls.

import API
import Dispatch
import Foundation
import NIOConcurrencyHelpers
import Synchronization
import Testing
import Xapian

@testable import Service

@Suite("worker pool", .timeLimit(.minutes(1)))
struct WorkerPoolTests {
  private func job(_ reply: @escaping @Sendable (Response) -> Void = { _ in }) -> Job {
    Job(question: .status, arrived: .now, received: .now, flag: CancellationFlag(), requestID: 1, reply: reply)
  }

  @Test("what does not fit into the queue is refused, and everything else is answered once")
  func capacity() {
    let started = DispatchSemaphore(value: 0)
    let gate = DispatchSemaphore(value: 0)
    let answered = NIOLockedValueBox(0)
    let pool = WorkerPool(workerCount: 1, capacity: 2) {
      Work { job in
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
      Work { job in
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

  @Test("each job is answered once, whether it was announced or not, and whatever is announced in vain")
  func announcements() {
    let answered = NIOLockedValueBox<[Int: Int]>([:])
    let prepared = Atomic(0)
    let pool = WorkerPool(workerCount: 3, capacity: 100_000) {
      Work(prepare: { prepared.add(1, ordering: .relaxed) }, answer: { job in job.reply(Response(HealthAnswer())) })
    }
    let submitters = DispatchGroup()
    for submitter in 0..<3 {
      submitters.enter()
      Thread.detachNewThread { [self] in
        for number in 0..<2_000 {
          if number % 2 == 0 { pool.announce() }
          // Now at once, now while a worker looks out, now when it has fallen asleep again.
          if number % 5 == 0 { usleep(UInt32(number % 40)) }
          if number % 3 != 0 {
            let id = submitter * 2_000 + number
            #expect(pool.submit(job { _ in answered.withLockedValue { $0[id, default: 0] += 1 } }))
          }
        }
        submitters.leave()
      }
    }
    submitters.wait()
    pool.close()
    let counts = answered.withLockedValue { $0 }
    #expect(counts.count == 3 * (0..<2_000).count { $0 % 3 != 0 } && counts.values.allSatisfy { $0 == 1 })
    #expect(prepared.load(ordering: .relaxed) > 0)
  }

  @Test("an announced job wakes one worker, which prepares for it")
  func preparation() {
    let prepared = DispatchSemaphore(value: 0)
    let answered = DispatchSemaphore(value: 0)
    let pool = WorkerPool(workerCount: 2, capacity: 1) {
      Work(prepare: { prepared.signal() }, answer: { _ in answered.signal() })
    }
    // The workers have to be asleep first.
    repeat { pool.announce() } while prepared.wait(timeout: .now() + .milliseconds(1)) == .timedOut
    #expect(pool.submit(job()))
    answered.wait()
    pool.close()
  }
}
