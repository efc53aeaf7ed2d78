// In front of the parser: sees bytes before anybody knows what they are.

internal import NIOCore

/// Tells a connection whether what has been read is a plain request, with nothing behind it.
final class ArrivalHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let connection: ConnectionHandler

  init(_ connection: ConnectionHandler) { self.connection = connection }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let isPlain = unwrapInboundIn(data).withUnsafeReadableBytes { PlainRequest($0) != nil }
    connection.noteArrival(ofPlainRequest: isPlain)
    context.fireChannelRead(data)
  }
}
