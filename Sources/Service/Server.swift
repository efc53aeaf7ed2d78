// HTTP on the listening socket.

internal import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// Accepts connections and gives each its pipeline.
struct Server: Sendable {
  private let channel: any Channel
  private let connections: NIOLoopBound<Connections>

  /// Begins to accept.
  init(
    _ listening: ListeningSocket, _ options: ServiceOptions, _ pool: WorkerPool, _ metrics: ServiceMetrics,
    _ journal: RequestJournal, on loop: any EventLoop
  ) throws(ServiceError) {
    do {
      let connections = try loop.submit {
        NIOLoopBound(Connections(loop: loop, capacity: options.connectionCapacity ?? .max), eventLoop: loop)
      }.wait()
      self.connections = connections
      channel = try ServerBootstrap(group: loop)
        .serverChannelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(AcceptPause { connections.value.closeLongestWaiting() })
          }
        }
        .childChannelOption(.allowRemoteHalfClosure, value: true)
        .childChannelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: PlainRequest.byteCount))
        .childChannelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            let handler = ConnectionHandler(
              options, pool, connections.value, metrics, journal, outlet: Outlet(of: channel))
            try Server.prepare(channel, handler)
            connections.value.add(channel, handler)
          }
        }
        .withBoundSocket(listening.descriptor).wait()
    } catch {
      throw ServiceError(.system, "cannot serve on \(listening.path): \(error)")
    }
  }

  private static func prepare(_ channel: any Channel, _ handler: ConnectionHandler) throws {
    var limits = NIOHTTPDecoderLimitConfiguration()
    limits.maxHeaderFieldSize = RequestLimits.fieldBytes
    limits.maxHeaderListSize = RequestLimits.headBytes
    limits.maxHeaderFieldCount = RequestLimits.fieldCount
    let decoder = HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes, limitConfiguration: limits)
    let pipeline = channel.pipeline.syncOperations
    try pipeline.addHandlers(
      ArrivalHandler(handler), AnswerEncoder(), ByteToMessageHandler(decoder), HTTPServerPipelineHandler(), handler)
  }

  /// Accepts no more, lets the connections finish what they have, and closes what is left after a while.
  func drain(within timeout: Duration) {
    let connections = connections
    let loop = channel.eventLoop
    try? channel.close().wait()
    let overdue = loop.scheduleTask(in: TimeAmount(timeout)) { connections.value.close() }
    try? loop.flatSubmit { connections.value.drain() }.wait()
    overdue.cancel()
  }
}
