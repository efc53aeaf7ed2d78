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
    case answering(HTTPRequestHead, CancellationFlag)
    /// It was refused before it had come whole: the rest of it is of no account.
    case discarding
    /// Its last answer is on the way; what still comes is not looked at.
    case closing
  }

  private let options: ServiceOptions
  private let pool: WorkerPool
  private let connections: Connections
  private var phase = Phase.waiting
  private var timer: Scheduled<Void>?
  /// When the request has to have come whole; nil while it is being answered.
  private var due: NIODeadline?
  /// The client will send no more; it still reads.
  private var isInputClosed = false
  /// Done when the last answer has left; a slow reader takes its time.
  private var lastAnswer: EventLoopFuture<Void>?

  init(options: ServiceOptions, pool: WorkerPool, connections: Connections) {
    self.options = options
    self.pool = pool
    self.connections = connections
  }

  func channelActive(context: ChannelHandlerContext) {
    awaitRequest()
    watch(context, until: due)
  }

  func channelInactive(context: ChannelHandlerContext) {
    if case .answering(_, let flag) = phase { flag.cancel() }
    phase = .closing
    timer?.cancel()
    context.fireChannelInactive()
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
    if case ChannelEvent.inputClosed = event {
      isInputClosed = true
      switch phase {
      case .answering, .closing: break
      case .waiting, .reading, .discarding: close(context, after: lastAnswer)
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
    phase = .answering(head, flag)
    do throws(Refusal) {
      switch try Operation(head, body: Array(body.readableBytesView)) {
      case .health: answer(Response(HealthAnswer()), context)
      case .ask(let question): try ask(question.within(options), flag, context)
      }
    } catch {
      answer(Response(error), context)
    }
  }

  private func ask(_ question: Question, _ flag: CancellationFlag, _ context: ChannelHandlerContext) throws(Refusal) {
    let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    let loop = context.eventLoop
    let job = Job(question: question, received: .now, flag: flag, requestID: connections.nextRequestID()) { response in
      loop.execute { bound.value.handler.answer(response, bound.value.context) }
    }
    guard pool.submit(job) else {
      throw Refusal(problem: Problem(.busy, "\(options.queueCapacity) requests are waiting", hint: "ask again later"))
    }
  }

  /// Answers the request that came whole.
  private func answer(_ response: Response, _ context: ChannelHandlerContext) {
    guard case .answering(let head, _) = phase else { return }
    // After an upgrade is offered NIO's parser reads no further; none is ever taken.
    let keepsAlive = head.isKeepAlive && !isInputClosed && !head.headers.contains(name: "upgrade")
    // First the phase, then the writing, which delivers the next request if it is here already.
    if keepsAlive { awaitRequest() } else { phase = .closing }
    write(response, keepsAlive: keepsAlive, context)
    if !keepsAlive { close(context, after: lastAnswer) }
  }

  private func close(_ context: ChannelHandlerContext, after answer: EventLoopFuture<Void>?) {
    guard let answer else { return context.close(promise: nil) }
    answer.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
  }

  /// Answers a request that will not be read to its end.
  private func refuse(_ problem: Problem, _ context: ChannelHandlerContext) {
    timer?.cancel()
    phase = .discarding
    write(Response(problem), keepsAlive: false, context)
    timer = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(options.lingerTimeout)) {
      context.close(promise: nil)
    }
  }

  private func refuseBody(_ context: ChannelHandlerContext) {
    refuse(Problem(.bodyTooLarge, "the body has more than \(RequestLimits.bodyBytes) bytes"), context)
  }

  private func write(_ response: Response, keepsAlive: Bool, _ context: ChannelHandlerContext) {
    var headers = HTTPHeaders([
      ("content-type", response.mediaType), ("content-length", String(response.body.readableBytes)),
    ])
    for (name, value) in response.headers { headers.add(name: name, value: value) }
    if !keepsAlive { headers.add(name: "connection", value: "close") }
    let head = HTTPResponseHead(version: .http1_1, status: response.status, headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(response.body))), promise: nil)
    // Before the last part is written: writing it may begin the next answer.
    let sent = context.eventLoop.makePromise(of: Void.self)
    lastAnswer = sent.futureResult
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sent)
  }
}

extension Question {
  /// The question with a deadline, its own or the daemon's.
  fileprivate func within(_ options: ServiceOptions) -> Question {
    guard case .search(var request) = self else { return self }
    request.deadlineMilliseconds = request.deadlineMilliseconds ?? options.defaultDeadlineMilliseconds
    return .search(request)
  }
}

extension Problem {
  /// A request that is not HTTP.
  fileprivate init(_ error: HTTPParserError) {
    if error == .headerOverflow {
      self.init(
        .headerTooLarge,
        "a field has more than \(RequestLimits.fieldBytes) bytes, all together more than \(RequestLimits.headBytes), "
          + "or there are more than \(RequestLimits.fieldCount)")
    } else {
      self.init(
        .malformedRequest, "this is not HTTP/1.1: \(error)",
        hint: error == .invalidURL ? "percent-encode the path and the parameters" : nil)
    }
  }
}
