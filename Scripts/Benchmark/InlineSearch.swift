// What a daemon must not do: search on the event loop.

internal import API
internal import Indexing
internal import NIOCore
internal import Searching
internal import Synchronization

/// Answers a bare server's requests by searching on its loop: what is left of a round trip when no other thread takes
/// part, but the engine has swept the caches and an answer of the same length is read.
final class InlineSearch: Sendable {
  private struct State {
    let searcher: Searcher
    var query = ""
    /// Engine and encoding of the last answer, in microseconds.
    var spent = 0.0
  }

  private let state: Mutex<State>

  init(index: String) throws {
    state = Mutex(State(searcher: try Searcher(reader: IndexReader(directory: index))))
  }

  /// What the next requests look for.
  func expect(_ query: String) { state.withLock { $0.query = query } }

  /// Of the last request, the microseconds that are not the protocol's.
  var spent: Double { state.withLock { $0.spent } }

  func answer(_ done: (ByteBuffer) -> Void) {
    let (answer, bytes) = state.withLock { state in
      guard let answer = try? state.searcher.search(SearchRequest(query: state.query)) else {
        preconditionFailure("what the daemon has just answered can be answered")
      }
      let start = ContinuousClock.now
      let bytes = ByteBuffer(string: answer.json() + "\n")
      state.spent = Double(answer.tookMicroseconds) + (.now - start) / .microseconds(1)
      return (answer, bytes)
    }
    // As in the daemon, what the answer was made of is freed when the answer has left.
    withExtendedLifetime(answer) { done(bytes) }
  }
}
