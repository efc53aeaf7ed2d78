// Clients on threads of their own, that ask at the same time.

import Client
import Foundation
import Synchronization

/// Threads that do the same again and again until they are told to end.
final class Crowd: Sendable {
  private let isOver = Atomic(false)
  private let state = Mutex<(count: Int, faults: [String])>((0, []))
  private let running = DispatchGroup()

  /// How often it has been done.
  var count: Int { state.withLock { $0.count } }

  /// Starts them.
  ///
  /// - Parameter makeClient: called on each thread; what it makes returns what went wrong, nil if nothing did.
  init(count: Int, makeClient: @escaping @Sendable () throws -> () throws -> String?) {
    for _ in 0..<count {
      running.enter()
      Thread.detachNewThread { [self] in
        do {
          let client = try makeClient()
          while !isOver.load(ordering: .relaxed) { note(try client()) }
        } catch {
          note("\(error)")
        }
        running.leave()
      }
    }
  }

  private func note(_ fault: String?) {
    state.withLock {
      $0.count += 1
      if let fault { $0.faults.append(fault) }
    }
  }

  /// Ends them.
  ///
  /// - Returns: what went wrong.
  func end() -> [String] {
    isOver.store(true, ordering: .relaxed)
    running.wait()
    return state.withLock { $0.faults }
  }
}
