// In front of the parser: sees bytes before anybody knows what they are.

internal import NIOCore

/// Tells a connection that its client has sent something, so that a worker wakes while that is parsed.
final class ArrivalHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let connection: ConnectionHandler

  init(_ connection: ConnectionHandler) { self.connection = connection }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    connection.noteArrival()
    context.fireChannelRead(data)
  }
}
