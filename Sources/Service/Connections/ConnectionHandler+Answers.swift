// The way back: what a connection writes.

internal import API
internal import NIOCore
internal import NIOHTTP1

extension ConnectionHandler {
  /// Answers the request that came whole without a worker.
  func answer(_ endpoint: String, _ response: Response, _ context: ChannelHandlerContext) {
    guard case .answering(let isLast, let isHead, _) = phase else { return }
    journal.note(pool.makeRequestID(), endpoint, response)
    finish(response.bytes(isLast: isLast || outlet.isEnding, isHead: isHead), context)
  }

  /// Ends the request that came whole with what is left of its answer.
  func finish(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
    guard case .answering(var isLast, _, _) = phase else { return }
    // It may have become the last since its head was made; closing without having said so is allowed.
    isLast = isLast || outlet.isEnding
    // First the phase, then the writing, which delivers the next request if it is here already.
    phase = isLast ? .closing : .waiting
    write(bytes, context)
    if isLast { close(context, after: lastAnswer) }
  }

  func close(_ context: ChannelHandlerContext, after answer: EventLoopFuture<Void>?) {
    guard let answer else { return context.close(promise: nil) }
    answer.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
  }

  /// Answers a request that will not be read to its end.
  func refuse(_ problem: Problem, _ context: ChannelHandlerContext) {
    timer?.cancel()
    var isHead = false
    if case .reading(let head, _) = phase { isHead = head.method == .HEAD }
    phase = .discarding
    let response = Response(problem)
    journal.note(pool.makeRequestID(), "-", response)
    write(response.bytes(isLast: true, isHead: isHead), context)
    timer = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(options.lingerTimeout)) {
      context.close(promise: nil)
    }
  }

  func refuseBody(_ context: ChannelHandlerContext) {
    refuse(Problem(.bodyTooLarge, "the body has more than \(RequestLimits.bodyBytes) bytes"), context)
  }

  /// Writes an answer, and ends it once the socket has taken all of it.
  ///
  /// The end is what lets the pipeline handler go on to the next request: one answer at a time waits for its reader, so
  /// that a client that asks and asks and never reads does not fill the memory.
  private func write(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
    // For the pipeline handler, which wants to see one before each body; see ``AnswerEncoder``.
    context.write(wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .ok))), promise: nil)
    let sent = context.eventLoop.makePromise(of: Void.self)
    lastAnswer = sent.futureResult
    turn.begin(unsentByteCount: bytes.readableBytes)
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: sent)
    sent.futureResult.assumeIsolated().whenSuccess {
      self.turn.begin()
      context.writeAndFlush(self.wrapOutboundOut(.end(nil)), promise: nil)
    }
  }
}
