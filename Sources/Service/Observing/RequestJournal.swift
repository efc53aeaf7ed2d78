// What is kept of each request: a line in the log, and figures.

internal import API
internal import Logging
internal import NIOHTTP1

/// Writes down that requests were answered or refused.
struct RequestJournal: Sendable {
  private let logger: Logger
  private let metrics: ServiceMetrics
  /// Whether queries are written down, which tell what people look for.
  private let logsQueries: Bool

  init(_ options: ServiceOptions, _ metrics: ServiceMetrics, _ logger: Logger) {
    (self.logger, self.metrics, logsQueries) = (logger, metrics, options.logsQueries)
  }

  /// That a worker answered a job.
  ///
  /// - Parameter value: what it was answered with; nil where there was a problem.
  func note(_ job: Job, _ response: Response, value: (any Encodable)?, _ times: WorkTimes) {
    let endpoint = job.question.endpoint
    metrics.note(endpoint, status: Int(response.status.code), times)
    if let problem = response.problem, problem.kind == .bug || problem.kind == .indexUnavailable {
      logger.error("cannot answer", metadata: ["request": "\(job.requestID)", "reason": "\(problem.detail)"])
    }
    guard logger.logLevel <= .info else { return }
    var metadata: Logger.Metadata = [
      "request": "\(job.requestID)", "endpoint": "\(endpoint)", "status": "\(response.status.code)",
    ]
    for (name, duration) in times.parts { metadata["\(name)_us"] = "\(Int(duration / .microseconds(1)))" }
    if let answer = value as? SearchAnswer {
      metadata["hits"] = "\(answer.hits.count)"
      metadata["total"] = "\(answer.total.loose)"
      if answer.timedOut { metadata["timed_out"] = "true" }
    }
    if logsQueries, let query = job.question.query { metadata["query"] = "\(query)" }
    logger.info("answered", metadata: metadata)
  }

  /// That nobody waited for a job any more when its turn came.
  func noteDropped(_ job: Job) {
    metrics.noteDropped(job.question.endpoint)
    logger.debug("dropped", metadata: ["request": "\(job.requestID)", "endpoint": "\(job.question.endpoint)"])
  }

  /// That the event loop answered or refused a request itself.
  func note(_ requestID: Int, _ endpoint: String, _ response: Response) {
    metrics.note(endpoint, status: Int(response.status.code), nil)
    let level: Logger.Level = response.problem == nil ? .debug : .info
    guard logger.logLevel <= level else { return }
    var metadata: Logger.Metadata = [
      "request": "\(requestID)", "endpoint": "\(endpoint)", "status": "\(response.status.code)",
    ]
    if let problem = response.problem {
      // The detail repeats what was asked.
      metadata["problem"] = "\(problem.kind?.rawValue ?? problem.type)"
      if logsQueries { metadata["reason"] = "\(problem.detail.prefix(200))" }
    }
    logger.log(level: level, response.problem == nil ? "answered" : "refused", metadata: metadata)
  }
}

extension Question {
  /// The name of its path, by which requests are counted.
  var endpoint: String {
    switch self {
    case .search: "search"
    case .document: "documents"
    case .explain: "explain"
    case .similar: "similar"
    case .status: "status"
    case .reload: "admin/reload"
    case .tool(let tool): type(of: tool.request).name
    }
  }

  /// What is looked for, where that is text.
  fileprivate var query: String? {
    switch self {
    case .search(let request), .explain(let request): request.query
    case .tool(let tool): (tool.request as any Encodable).json()
    case .document, .similar, .status, .reload: nil
    }
  }
}
