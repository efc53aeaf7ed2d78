// One connection: requests in, answers out, one after the other.

internal import API
internal import Logging
internal import NIOCore
internal import NIOHTTP1
internal import Xapian

/// Reads a request, has it answered, writes the answer, and so on until one side closes.
///
/// The pipeline handler before it holds back what a client sends before it has its answer.
final class ConnectionHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private enum Phase {
    /// For the head of a request.
    case waiting
    case reading(HTTPRequestHead, body: ByteBuffer)
    /// A worker has it; the flag is raised when the client goes.
    case answering(isLast: Bool, CancellationFlag)
    /// It was refused before it had come whole: the rest of it is of no account.
    case discarding
    /// Its last answer is on the way; what still comes is not looked at.
    case closing
  }

  private let options: ServiceOptions
  private let pool: WorkerPool
  private let connections: Connections
  private let metrics: ServiceMetrics
  private let journal: RequestJournal
  /// Also says whether the next answer is the last: the client will send no more, though it still reads, or the daemon
  /// drains.
  private let outlet: Outlet
  private var phase = Phase.waiting
  /// Whether the next request has been answered already.
  private var passesOver = false
  /// Whether what was read last ends with a request, and nothing behind it.
  private var isAlone = false
  private var timer: Scheduled<Void>?
  /// When the request has to have come whole; nil while it is being answered.
  private var due: NIODeadline?
  /// Done when the last answer has left; a slow reader takes its time.
  private var lastAnswer: EventLoopFuture<Void>?

  init(
    _ options: ServiceOptions, _ pool: WorkerPool, _ connections: Connections, _ metrics: ServiceMetrics,
    _ journal: RequestJournal, outlet: Outlet
  ) {
    (self.options, self.pool, self.connections) = (options, pool, connections)
    (self.metrics, self.journal, self.outlet) = (metrics, journal, outlet)
  }

  func channelActive(context: ChannelHandlerContext) {
    awaitRequest()
    watch(context, until: due)
  }

  func channelInactive(context: ChannelHandlerContext) {
    outlet.close()
    if case .answering(_, let flag) = phase { flag.cancel() }
    phase = .closing
    timer?.cancel()
    context.fireChannelInactive()
  }

  /// Bytes have been read that are still to be parsed; see ``ArrivalHandler``.
  func noteArrival(ofPlainRequest isPlain: Bool) {
    // While another request is answered the pipeline handler keeps this one back, and a worker must not overtake it.
    if case .waiting = phase { isAlone = isPlain } else { isAlone = false }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch (unwrapInboundIn(data), phase) {
    case (.head(let head), .waiting): begin(head, context)
    case (.body(let part), .reading(let head, var body)):
      phase = .waiting  // gives up the other reference to the body, so that appending does not copy it
      body.writeImmutableBuffer(part)
      phase = .reading(head, body: body)
      if body.readableBytes > RequestLimits.bodyBytes { refuseBody(context) }
    case (.end, .reading(let head, let body)): dispatch(head, body, context)
    case (.end, .discarding): context.close(promise: nil)
    default: break
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    let isDrain = event is DrainEvent
    if isDrain || event as? ChannelEvent == .inputClosed {
      outlet.end()
      switch phase {
      case .answering, .closing: break
      case .reading, .discarding: if !isDrain { close(context, after: lastAnswer) }
      case .waiting: close(context, after: lastAnswer)
      }
    }
    context.fireUserInboundEventTriggered(event)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    switch (error, phase) {
    case (let error as HTTPParserError, .waiting), (let error as HTTPParserError, .reading):
      refuse(Problem(error), context)
    case (_, .discarding): break
    default: context.close(promise: nil)
    }
  }
}

extension ConnectionHandler {
  /// Waits for a request, but not for ever.
  private func awaitRequest() {
    phase = .waiting
    due = .now() + TimeAmount(options.receiveTimeout)
  }

  /// Looks at the clock when the request is due, or later if none is awaited now. One timer that renews itself costs
  /// less than one for each request.
  private func watch(_ context: ChannelHandlerContext, until deadline: NIODeadline?) {
    let next = deadline ?? .now() + TimeAmount(options.receiveTimeout)
    timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: next) {
      guard let due = self.due, due <= .now() else { return self.watch(context, until: self.due) }
      if case .reading = self.phase {
        self.refuse(Problem(.requestTimeout, "the rest of the request did not come"), context)
      } else {
        context.close(promise: nil)
      }
    }
  }

  private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    phase = .reading(head, body: ByteBuffer())
    let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
    if length > RequestLimits.bodyBytes { return refuseBody(context) }
    if head.headers.first(name: "expect")?.lowercased() == "100-continue" {
      let head = HTTPResponseHead(version: .http1_1, status: .continue)
      context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
    }
  }

  private func dispatch(_ head: HTTPRequestHead, _ body: ByteBuffer, _ context: ChannelHandlerContext) {
    due = nil
    let flag = CancellationFlag()
    // After an upgrade is offered NIO's parser reads no further; none is ever taken.
    let isLast = !head.isKeepAlive || head.headers.contains(name: "upgrade")
    phase = .answering(isLast: isLast, flag)
    if passesOver {
      passesOver = false
      return finish(ByteBuffer(), context)
    }
    do throws(Refusal) {
      let contentType = head.headers.first(name: "content-type")
      switch try Operation(head.method, head.uri, contentType: contentType, body: Array(body.readableBytesView)) {
      case .health: answer("health", Response(HealthAnswer()), isLast: isLast, context)
      case .metrics:
        let text = metrics.text(queueLength: pool.queueLength, connectionCount: connections.count)
        answer("metrics", Response(bytes: text.utf8, mediaType: PrometheusRegistry.mediaType), isLast: isLast, context)
      case .contract: answer("openapi.json", .contract, isLast: isLast, context)
      case .reload:
        try context.channel.refuseStrangers()
        try ask(.reload, line(context, flag, isLast: isLast))
      case .ask(let question): try ask(question, line(context, flag, isLast: isLast))
      }
    } catch {
      answer("-", Response(error), isLast: isLast, context)
    }
  }

  private func line(_ context: ChannelHandlerContext, _ flag: CancellationFlag, isLast: Bool) -> Line {
    let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    let loop = context.eventLoop
    let isClear = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) == 0
    return Line(outlet: outlet, flag: flag, isLast: isLast, isClear: isClear, isAlone: isAlone) { rest, isReadAgain in
      loop.execute {
        bound.value.handler.passesOver = isReadAgain
        bound.value.handler.finish(rest, bound.value.context)
      }
    }
  }

  private func ask(_ question: Question, _ line: Line) throws(Refusal) {
    guard pool.submit(question, on: line) else {
      throw Refusal(problem: Problem(.busy, "\(options.queueCapacity) requests are waiting", hint: "ask again later"))
    }
  }

  private func answer(_ endpoint: String, _ response: Response, isLast: Bool, _ context: ChannelHandlerContext) {
    journal.note(endpoint, response)
    finish(response.bytes(isLast: isLast || outlet.isEnding), context)
  }

  /// Ends the request that came whole with what is left of its answer.
  private func finish(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
    guard case .answering(var isLast, _) = phase else { return }
    // It may have become the last since its head was made; closing without having said so is allowed.
    isLast = isLast || outlet.isEnding
    // First the phase, then the writing, which delivers the next request if it is here already.
    if isLast { phase = .closing } else { awaitRequest() }
    write(bytes, context)
    if isLast { close(context, after: lastAnswer) }
  }

  private func close(_ context: ChannelHandlerContext, after answer: EventLoopFuture<Void>?) {
    guard let answer else { return context.close(promise: nil) }
    answer.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
  }

  /// Answers a request that will not be read to its end.
  private func refuse(_ problem: Problem, _ context: ChannelHandlerContext) {
    timer?.cancel()
    phase = .discarding
    let response = Response(problem)
    journal.note("-", response)
    write(response.bytes(isLast: true), context)
    timer = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(options.lingerTimeout)) {
      context.close(promise: nil)
    }
  }

  private func refuseBody(_ context: ChannelHandlerContext) {
    refuse(Problem(.bodyTooLarge, "the body has more than \(RequestLimits.bodyBytes) bytes"), context)
  }

  private func write(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
    // For the pipeline handler, which wants to see one before each body; see ``AnswerEncoder``.
    context.write(wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .ok))), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
    // Before the last part is written: writing it may begin the next answer.
    let sent = context.eventLoop.makePromise(of: Void.self)
    lastAnswer = sent.futureResult
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sent)
  }
}
