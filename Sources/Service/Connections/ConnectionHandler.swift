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

  enum Phase {
    /// For the head of a request.
    case waiting
    case reading(HTTPRequestHead, body: ByteBuffer)
    /// It came whole, and may be a worker's now; the flag is raised when the client goes.
    case answering(isLast: Bool, isHead: Bool, CancellationFlag)
    /// It was refused before it had come whole: the rest of it is of no account.
    case discarding
    /// Its last answer is on the way; what still comes is not looked at.
    case closing
  }

  let options: ServiceOptions
  let pool: WorkerPool
  private let connections: Connections
  private let metrics: ServiceMetrics
  let journal: RequestJournal
  /// Also says whether the next answer is the last: the client will send no more, though it still reads, or the daemon
  /// drains.
  let outlet: Outlet
  var phase = Phase.waiting
  /// Whether the next request has been answered already.
  private var passesOver = false
  /// Whether what was read last ends with a request, and nothing behind it.
  private var isAlone = false
  var timer: Scheduled<Void>?
  var turn = ClientTurn()
  /// Done when the bytes of the last answer have left; a slow reader takes its time.
  var lastAnswer: EventLoopFuture<Void>?

  init(
    _ options: ServiceOptions, _ pool: WorkerPool, _ connections: Connections, _ metrics: ServiceMetrics,
    _ journal: RequestJournal, outlet: Outlet
  ) {
    (self.options, self.pool, self.connections) = (options, pool, connections)
    (self.metrics, self.journal, self.outlet) = (metrics, journal, outlet)
  }

  func channelActive(context: ChannelHandlerContext) {
    turn.begin()
    watch(context)
  }

  func channelInactive(context: ChannelHandlerContext) {
    outlet.close()
    if case .answering(_, _, let flag) = phase { flag.cancel() }
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
    turn.end()
    let flag = CancellationFlag()
    // After an upgrade is offered NIO's parser reads no further; none is ever taken.
    let isLast = !head.isKeepAlive || head.headers.contains(name: "upgrade")
    phase = .answering(isLast: isLast, isHead: head.method == .HEAD, flag)
    if passesOver {
      passesOver = false
      return finish(ByteBuffer(), context)
    }
    do throws(Refusal) {
      let contentType = head.headers.first(name: "content-type")
      switch try Operation(head.method, head.uri, contentType: contentType, body: Array(body.readableBytesView)) {
      case .health: answer("health", Response(HealthAnswer()), context)
      case .metrics:
        let text = metrics.text(queueLength: pool.queueLength, connectionCount: connections.count)
        answer("metrics", Response(bytes: text.utf8, mediaType: PrometheusRegistry.mediaType), context)
      case .contract: answer("openapi.json", .contract, context)
      case .reload:
        try context.channel.refuseStrangers()
        try ask(.reload, context)
      case .ask(let question): try ask(question, context)
      }
    } catch {
      answer("-", Response(error), context)
    }
  }

  private func ask(_ question: Question, _ context: ChannelHandlerContext) throws(Refusal) {
    guard let connection = held(context), pool.submit(question, on: connection) else {
      throw Refusal(problem: Problem(.busy, "\(options.queueCapacity) requests are waiting", hint: "ask again later"))
    }
  }

  /// The connection as a worker gets it; nil where no request has come whole.
  private func held(_ context: ChannelHandlerContext) -> HeldConnection? {
    guard case .answering(let isLast, let isHead, let flag) = phase else { return nil }
    let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    let loop = context.eventLoop
    let isClear = ConnectionHandler.unsentByteCount(context.channel) == 0
    return HeldConnection(
      outlet: outlet, flag: flag, isLast: isLast, isHead: isHead, isClear: isClear, isAlone: isAlone
    ) { rest, isReadAgain in
      loop.execute {
        bound.value.handler.passesOver = isReadAgain
        bound.value.handler.finish(rest, bound.value.context)
      }
    }
  }
}
