// Work on many items, side by side.

internal import Dispatch
internal import Synchronization

/// Lets several threads work through a list.
package enum Workers {
  /// Works on every item; the first error stops the rest.
  ///
  /// - Parameters:
  ///   - jobCount: how many threads work at a time at most.
  ///   - makeWorker: called on each thread; what it makes works there and never leaves it.
  /// - Returns: what came of the items, in their order.
  package static func map<Item: Sendable, Outcome: Sendable, Failure: Error>(
    _ items: [Item], jobCount: Int,
    _ makeWorker: @Sendable () throws(Failure) -> ((Item) throws(Failure) -> Outcome)
  ) throws(Failure) -> [Outcome] {
    guard !items.isEmpty else { return [] }
    let state = Mutex(State<Outcome, Failure>(outcomes: Array(repeating: nil, count: items.count)))
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobCount, items.count))) { _ in
      do throws(Failure) {
        let work = try makeWorker()
        while let place = state.withLock({ $0.take() }) {
          let outcome = try work(items[place])
          state.withLock { $0.outcomes[place] = outcome }
        }
      } catch {
        state.withLock { $0.error = $0.error ?? error }
      }
    }
    let (outcomes, error) = state.withLock { ($0.outcomes, $0.error) }
    if let error { throw error }
    return outcomes.compactMap(\.self)
  }

  private struct State<Outcome: Sendable, Failure: Error> {
    var next = 0
    var outcomes: [Outcome?]
    var error: Failure?

    mutating func take() -> Int? {
      guard error == nil, next < outcomes.count else { return nil }
      next += 1
      return next - 1
    }
  }
}
