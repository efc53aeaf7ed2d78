// Between the pipeline handler, which counts answers, and the channel, which takes bytes.

internal import NIOCore
internal import NIOHTTP1

/// Lets the bytes of bodies through and nothing else: an answer has its head in front of its body when it comes here,
/// because a worker may have sent the beginning of both.
final class AnswerEncoder: ChannelOutboundHandler {
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = ByteBuffer

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head):
      // The one informational response there is: a head without fields, and nothing behind it.
      guard head.status == .continue else { promise?.succeed(); return }
      let line = "HTTP/1.1 \(head.status.code) \(head.status.reasonPhrase)\r\n\r\n"
      context.write(wrapOutboundOut(ByteBuffer(string: line)), promise: promise)
    case .body(.byteBuffer(let bytes)): context.write(wrapOutboundOut(bytes), promise: promise)
    case .body(.fileRegion): preconditionFailure("answers are bytes")
    // Keeps the promise in its place behind what was written before.
    case .end: context.write(wrapOutboundOut(ByteBuffer()), promise: promise)
    }
  }
}
