// Work on many items, side by side.

internal import Dispatch
internal import Synchronization

/// Lets several threads work through a list.
enum Workers {
  /// Works on every item; the first error stops the rest.
  ///
  /// - Parameters:
  ///   - jobCount: how many threads work at a time at most.
  ///   - makeWorker: called on each thread; what it makes works there and never leaves it.
  /// - Returns: what came of the items, in their order.
  static func map<Item: Sendable, Outcome: Sendable>(
    _ items: [Item], jobCount: Int,
    _ makeWorker: @Sendable () throws(IndexingError) -> ((Item) throws(IndexingError) -> Outcome)
  ) throws(IndexingError) -> [Outcome] {
    let state = Mutex(State<Outcome>(outcomes: Array(repeating: nil, count: items.count)))
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobCount, items.count))) { _ in
      do throws(IndexingError) {
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

  private struct State<Outcome: Sendable> {
    var next = 0
    var outcomes: [Outcome?]
    var error: IndexingError?

    mutating func take() -> Int? {
      guard error == nil, next < outcomes.count else { return nil }
      next += 1
      return next - 1
    }
  }
}
