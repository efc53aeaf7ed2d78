// A connection while a worker has it.

internal import Foundation
internal import NIOCore
internal import Xapian

/// A connection from a request that came whole until it is given back to its loop.
///
/// The loop does not read on it meanwhile: the pipeline handler holds that back until the answer has been written. So a
/// worker that has sent all of an answer need not say so at once. As long as it keeps the connection the client's next
/// request is its own to read, and wakes one thread instead of two.
struct HeldConnection: Sendable {
  let outlet: Outlet
  /// Raised when the client has gone.
  let flag: CancellationFlag
  /// Whether the connection is closed after the answer.
  let isLast: Bool
  /// Whether the head of the answer is all that is asked for.
  let isHead: Bool
  /// Whether earlier answers have left, which a worker must not overtake.
  let isClear: Bool
  /// Whether nothing behind the request has been read.
  let isAlone: Bool
  /// Ends the request at the loop, which writes the rest of the answer; `isReadAgain` where the loop has read a request
  /// that a worker has answered.
  let giveBack: @Sendable (_ rest: ByteBuffer, _ isReadAgain: Bool) -> Void

  /// Sends an answer, and gives the connection back if more is to do than that.
  ///
  /// - Parameter unread: how many bytes its request has that a worker has looked at and that nobody has taken.
  /// - Returns: whether the connection has been kept.
  func send(_ response: Response, unread: Int) -> Bool {
    let isLast = isLast || outlet.isEnding
    var bytes = response.bytes(isLast: isLast, isHead: isHead)
    if isClear { outlet.send(&bytes) }
    // The client may have been woken on this very CPU: what is left to do here is not for it to wait for.
    sched_yield()
    // Before the loop reads again.
    let isTaken = outlet.take(unread)
    // What this says of the request, being HEAD, is not so of the next.
    if isTaken, isClear, isAlone, !isLast, !isHead, bytes.readableBytes == 0 { return true }
    giveBack(bytes, !isTaken)
    return false
  }
}
