// The connections a daemon has open, so that it can ask them to end.

internal import NIOCore

/// Tells a connection to answer the request it has and to close.
struct DrainEvent {}

/// The open connections, which are never more than a given number. Only the event loop touches it.
final class Connections {
  private struct Connection {
    let channel: any Channel
    let handler: ConnectionHandler
  }

  private let loop: any EventLoop
  private let capacity: Int
  private var open: [ObjectIdentifier: Connection] = [:]
  /// Set once the daemon drains; kept when the last connection is gone.
  private var drained: EventLoopPromise<Void>?

  init(loop: any EventLoop, capacity: Int) {
    self.loop = loop
    self.capacity = capacity
  }

  /// How many there are.
  var count: Int { open.count }

  func add(_ channel: any Channel, _ handler: ConnectionHandler) {
    if open.count >= capacity { closeLongestWaiting() }
    let id = ObjectIdentifier(channel)
    open[id] = Connection(channel: channel, handler: handler)
    channel.closeFuture.assumeIsolated().whenComplete { _ in
      self.open[id] = nil
      self.tellIfDrained()
    }
    // Where a worker or a reader has each of them there is no room for another.
    if drained != nil || open.count > capacity { channel.close(promise: nil) }
  }

  /// Closes the connections that have waited longest for their clients, so that others find room: a client that has
  /// nothing to say loses nothing but the connection.
  ///
  /// A sixteenth of them at a time: looking for them takes as long for many as for one.
  func closeLongestWaiting() {
    let waiting = open.values.compactMap { connection in
      connection.handler.waitsSince(connection.channel).map { (since: $0, channel: connection.channel) }
    }
    for (_, channel) in waiting.sorted(by: { $0.since < $1.since }).prefix(max(1, waiting.count / 16)) {
      // Here and now: of its closing the channel tells later, and until then others may come.
      open[ObjectIdentifier(channel)] = nil
      channel.close(promise: nil)
    }
  }

  /// Lets every connection finish the request it has, and closes it.
  ///
  /// - Returns: when all are closed.
  func drain() -> EventLoopFuture<Void> {
    let promise = loop.makePromise(of: Void.self)
    drained = promise
    for connection in open.values { connection.channel.pipeline.fireUserInboundEventTriggered(DrainEvent()) }
    tellIfDrained()
    return promise.futureResult
  }

  /// Closes what is left.
  func close() {
    for connection in open.values { connection.channel.close(promise: nil) }
  }

  private func tellIfDrained() {
    if open.isEmpty { drained?.succeed() }
  }
}
