// The connections a daemon has open, so that it can ask them to end.

internal import NIOCore

/// Tells a connection to answer the request it has and to close.
struct DrainEvent {}

/// The open connections. Only the event loop touches it.
final class Connections {
  private let loop: any EventLoop
  private var open: [ObjectIdentifier: any Channel] = [:]
  /// Set once the daemon drains; kept when the last connection is gone.
  private var drained: EventLoopPromise<Void>?

  init(loop: any EventLoop) { self.loop = loop }

  /// How many there are.
  var count: Int { open.count }

  func add(_ channel: any Channel) {
    let id = ObjectIdentifier(channel)
    open[id] = channel
    channel.closeFuture.assumeIsolated().whenComplete { _ in
      self.open[id] = nil
      self.tellIfDrained()
    }
    if drained != nil { channel.close(promise: nil) }
  }

  /// Lets every connection finish the request it has, and closes it.
  ///
  /// - Returns: when all are closed.
  func drain() -> EventLoopFuture<Void> {
    let promise = loop.makePromise(of: Void.self)
    drained = promise
    for channel in open.values { channel.pipeline.fireUserInboundEventTriggered(DrainEvent()) }
    tellIfDrained()
    return promise.futureResult
  }

  /// Closes what is left.
  func close() {
    for channel in open.values { channel.close(promise: nil) }
  }

  private func tellIfDrained() {
    if open.isEmpty { drained?.succeed() }
  }
}
