// What a daemon does when it can accept no more.

internal import Foundation
internal import NIOCore

/// Stops accepting for a while where the system has no descriptor left for a connection that has come, so that those
/// that are there go on.
///
/// NIO tries again at once and for ever, which takes a whole core. So does its own AcceptBackoffHandler (seen in 2.101)
/// where nothing at all was accepted: the read that it put off is pending already, and the socket stays watched.
final class AcceptPause: ChannelInboundHandler {
  typealias InboundIn = any Channel

  /// How long nothing is accepted: a guess. Nobody notices so little, and ten attempts a second cost nothing.
  private static let length = TimeAmount.milliseconds(100)

  private let makeRoom: () -> Void

  /// - Parameter makeRoom: called on the loop when there was no descriptor.
  init(makeRoom: @escaping () -> Void) { self.makeRoom = makeRoom }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // A client that has gone before it was accepted is no reason to wait.
    if let error = error as? IOError, error.errnoCode == ECONNABORTED { return }
    makeRoom()
    let channel = context.channel
    try? channel.syncOptions?.setOption(.autoRead, value: false)
    context.eventLoop.assumeIsolated().scheduleTask(in: AcceptPause.length) {
      try? channel.syncOptions?.setOption(.autoRead, value: true)
    }
  }
}
