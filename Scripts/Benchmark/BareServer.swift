// The least an HTTP server can do: NIOHTTP1 on a Unix socket that says "ok".

internal import Dispatch
internal import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// A server that answers everything with the same bytes, on a loop of its own.
final class BareServer {
  let socket: String
  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  private let channel: any Channel

  /// - Parameter reply: makes the body, on whatever thread it likes, and hands it on.
  init(socket: String, reply: @escaping @Sendable (@escaping @Sendable (ByteBuffer) -> Void) -> Void) throws {
    self.socket = socket
    channel = try ServerBootstrap(group: group)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(BareHandler(reply))
        }
      }
      .bind(unixDomainSocketPath: socket).wait()
  }

  func stop() throws {
    try channel.close().wait()
    try group.syncShutdownGracefully()
  }
}

private final class BareHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let reply: @Sendable (@escaping @Sendable (ByteBuffer) -> Void) -> Void

  init(_ reply: @escaping @Sendable (@escaping @Sendable (ByteBuffer) -> Void) -> Void) { self.reply = reply }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .end = unwrapInboundIn(data) else { return }
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    let loop = context.eventLoop
    reply { body in
      if loop.inEventLoop {
        BareHandler.write(body, bound.value)
      } else {
        loop.execute { BareHandler.write(body, bound.value) }
      }
    }
  }

  private static func write(_ body: ByteBuffer, _ context: ChannelHandlerContext) {
    let head = HTTPResponseHead(
      version: .http1_1, status: .ok, headers: ["content-length": String(body.readableBytes)])
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
  }
}
