// Since when a connection waits for its client.

internal import NIOCore

/// The client's turn: to send a request, or to read more of an answer.
struct ClientTurn {
  /// When it began, or the client was last seen to read; nil while the daemon has to act.
  private(set) var began: NIODeadline?
  /// How much of the answer the channel had yet to write when it was last looked at.
  private var unsentByteCount = 0

  /// - Parameter unsentByteCount: how much of an answer is on its way.
  mutating func begin(unsentByteCount: Int = 0) {
    began = .now()
    self.unsentByteCount = unsentByteCount
  }

  mutating func end() { began = nil }

  /// Begins anew if the client has read since it was last looked at: who reads slowly is not idle.
  mutating func note(unsentByteCount: Int) {
    guard began != nil, unsentByteCount < self.unsentByteCount else { return }
    begin(unsentByteCount: unsentByteCount)
  }
}
