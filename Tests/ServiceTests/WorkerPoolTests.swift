// The bounded queue and its threads, with work that the test controls.

import API
import Dispatch
import Foundation
import NIOConcurrencyHelpers
import Testing
import Xapian

@testable import Service

@Suite("worker pool", .timeLimit(.minutes(3)))
struct WorkerPoolTests {
  /// A connection without a client, on which an answer only is counted.
  private func connection(_ reply: @escaping @Sendable () -> Void = {}) -> HeldConnection {
    HeldConnection(
      outlet: Outlet(descriptor: nil), flag: CancellationFlag(), isLast: false, isHead: false, isClear: false,
      isAlone: false
    ) { _, _ in reply() }
  }

  @Test("what does not fit into the queue is refused, and everything else is answered once")
  func capacity() throws {
    let started = DispatchSemaphore(value: 0)
    let gate = DispatchSemaphore(value: 0)
    let answered = NIOLockedValueBox(0)
    let pool = try WorkerPool(workerCount: 1, capacity: 2) {
      { _, reply in
        started.signal()
        gate.wait()
        reply(Response(HealthAnswer()))
      }
    }
    let counting = connection { answered.withLockedValue { $0 += 1 } }
    #expect(pool.submit(.status, on: counting))
    started.wait()
    #expect(pool.submit(.status, on: counting))
    #expect(pool.submit(.status, on: counting))
    #expect(!pool.submit(.status, on: counting))
    for _ in 1...3 { gate.signal() }
    pool.close()
    #expect(answered.withLockedValue { $0 } == 3)
    #expect(!pool.submit(.status, on: counting))
  }

  @Test("as many jobs run at a time as there are workers")
  func parallel() throws {
    let started = DispatchSemaphore(value: 0)
    let gate = DispatchSemaphore(value: 0)
    let pool = try WorkerPool(workerCount: 3, capacity: 10) {
      { _, reply in
        started.signal()
        gate.wait()
        reply(Response(HealthAnswer()))
      }
    }
    for _ in 1...3 { #expect(pool.submit(.status, on: connection())) }
    for _ in 1...3 { started.wait() }
    for _ in 1...3 { gate.signal() }
    pool.close()
  }

  @Test("questions that may take long leave a worker to the others, and all are answered", arguments: 1...3)
  func long(workerCount: Int) throws {
    let (started, gate) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let (begun, answered) = (NIOLockedValueBox(0), NIOLockedValueBox(0))
    let pool = try WorkerPool(workerCount: workerCount, capacity: 10) {
      { job, reply in
        if job.question.isLong {
          begun.withLockedValue { $0 += 1 }
          started.signal()
          gate.wait()
        }
        reply(Response(HealthAnswer()))
      }
    }
    let counting = connection { answered.withLockedValue { $0 += 1 } }
    let limit = max(workerCount - 1, 1)
    for _ in 1...5 { #expect(pool.submit(.similar(id: "a", limit: 1), on: counting)) }
    for _ in 1...limit { started.wait() }
    if workerCount > 1 {
      // Behind them in the queue, and answered all the same.
      let quick = DispatchSemaphore(value: 0)
      for _ in 1...3 { #expect(pool.submit(.status, on: connection { quick.signal() })) }
      for _ in 1...3 { quick.wait() }
    }
    #expect(begun.withLockedValue { $0 } == limit)
    for _ in 1...5 { gate.signal() }
    pool.close()
    #expect(answered.withLockedValue { $0 } == 5)
  }

  @Test("a queue full of questions that may take long keeps no others out, and what nobody waits for gives way")
  func fullLongQueue() throws {
    let (started, gate) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let dropped = NIOLockedValueBox(0)
    let pool = try WorkerPool(workerCount: 2, capacity: 3, drop: { _ in dropped.withLockedValue { $0 += 1 } }) {
      { job, reply in
        if job.question.isLong {
          started.signal()
          gate.wait()
        }
        reply(Response(HealthAnswer()))
      }
    }
    let long = Question.similar(id: "a", limit: 1)
    #expect(pool.submit(long, on: connection()))
    started.wait()
    let waiting = (1...3).map { _ in connection() }
    for connection in waiting { #expect(pool.submit(long, on: connection)) }
    #expect(!pool.submit(long, on: connection()))
    let quick = DispatchSemaphore(value: 0)
    for _ in 1...5 {
      #expect(pool.submit(.status, on: connection { quick.signal() }))
      quick.wait()
    }
    waiting[1].flag.cancel()
    #expect(pool.submit(long, on: connection()))
    waiting[0].flag.cancel()
    for _ in 1...4 { gate.signal() }
    pool.close()
    // The one that gave way was never handed out, the other one was.
    #expect(dropped.withLockedValue { $0 } == 1)
  }

  @Test("questions whose askers have gone are dropped, and count for nothing")
  func gone() throws {
    let answered = NIOLockedValueBox(0)
    let pool = try WorkerPool(workerCount: 2, capacity: 100) { { _, reply in reply(Response(HealthAnswer())) } }
    for number in 1...40 {
      let connection = connection { answered.withLockedValue { $0 += 1 } }
      if number % 2 == 0 { connection.flag.cancel() }
      #expect(pool.submit(.similar(id: "a", limit: 1), on: connection))
    }
    pool.close()
    #expect(answered.withLockedValue { $0 } == 20)
  }

  @Test("each question is answered once, however the workers fall asleep and wake")
  func waking() throws {
    let answered = NIOLockedValueBox<[Int: Int]>([:])
    let pool = try WorkerPool(workerCount: 3, capacity: 100_000) { { _, reply in reply(Response(HealthAnswer())) } }
    let submitters = DispatchGroup()
    for submitter in 0..<3 {
      submitters.enter()
      Thread.detachNewThread { [self] in
        for number in 0..<2_000 {
          // Now at once, now when a worker is about to fall asleep, now when it has.
          if number % 5 == 0 { usleep(UInt32(number % 40)) }
          let id = submitter * 2_000 + number
          #expect(pool.submit(.status, on: connection { answered.withLockedValue { $0[id, default: 0] += 1 } }))
        }
        submitters.leave()
      }
    }
    submitters.wait()
    pool.close()
    let counts = answered.withLockedValue { $0 }
    #expect(counts.count == 6_000 && counts.values.allSatisfy { $0 == 1 })
  }
}
