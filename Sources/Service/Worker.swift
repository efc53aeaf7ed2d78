// Answers questions from the newest generation.

internal import API
internal import Indexing
internal import Logging
internal import Searching

/// One thread's view of the index. Each answer comes from one generation: the view changes only between questions.
final class Worker {
  private let options: ServiceOptions
  private let logger: Logger
  private var open: (searcher: Searcher, mark: CurrentMark)?

  /// Opens the index at once, so that the first asker does not wait for it. Why it cannot be opened is said to those
  /// who ask.
  init(_ options: ServiceOptions, _ logger: Logger) {
    self.options = options
    self.logger = logger
    _ = try? currentSearcher()
  }

  /// Answers a question, and says how long it waited, was worked on, and took to encode.
  func answer(_ job: Job, _ reply: (Response) -> Void) {
    let begun = ContinuousClock.now
    do throws(Problem) {
      let value = try value(for: job)
      let worked = ContinuousClock.now
      var response = Response(value)
      response.add([("queue", begun - job.received), ("work", worked - begun), ("encode", .now - worked)])
      // Only then what the answer was made of goes: freeing it takes time that nobody should wait for.
      withExtendedLifetime(value) { reply(response) }
    } catch {
      if error.status >= 500 {
        logger.error("cannot answer", metadata: ["request": "\(job.requestID)", "reason": "\(error.detail)"])
      }
      reply(Response(error))
    }
  }

  private func value(for job: Job) throws(Problem) -> any Encodable {
    // The request has come whole by now: a generation that is looked for after that is as new as its asker can know of.
    let searcher = try currentSearcher()
    do throws(SearchError) {
      switch job.question {
      case .search(var request):
        request.deadlineMilliseconds = request.deadlineMilliseconds ?? options.defaultDeadlineMilliseconds
        return try searcher.search(request, received: job.received, cancelledBy: job.line.flag)
      case .document(let id, let withOriginal, let unit):
        if let document = try searcher.document(id, withOriginal: withOriginal) { return document.counting(in: unit) }
      case .explain(let request): return try searcher.explain(request)
      case .similar(let id, let limit):
        if let answer = try searcher.similar(to: id, limit: limit) { return answer }
      case .status: return searcher.status()
      case .tool(let tool): return try tool.answer(by: searcher)
      }
    } catch {
      throw Problem(error)
    }
    throw Problem(
      .unknownDocument, "there is no such document in \(options.index)", hint: "a search's hits name their ids")
  }

  /// The searcher of the current generation; opened anew after a flip.
  private func currentSearcher() throws(Problem) -> Searcher {
    let mark = CurrentMark(of: options.index)
    if let open, open.mark == mark { return open.searcher }
    open = nil
    let searcher = try makeSearcher()
    if let mark { open = (searcher, mark) }
    logger.info("opened", metadata: ["generation": "\(searcher.reader.manifest.generation)"])
    return searcher
  }

  private func makeSearcher() throws(Problem) -> Searcher {
    let reader: IndexReader
    do throws(IndexingError) {
      reader = try IndexReader(directory: options.index)
    } catch {
      throw Problem(.indexUnavailable, error.message, hint: error.hint)
    }
    do throws(SearchError) { return try Searcher(reader: reader) } catch { throw Problem(error) }
  }
}

extension Problem {
  /// What a search that failed means for its asker.
  fileprivate init(_ error: SearchError) {
    let kind: Kind =
      switch error.code {
      case .invalidRequest: .invalidParameter
      case .unknownDocument: .unknownDocument
      case .expired: .expiredCursor
      case .index: .indexUnavailable
      case .bug: .bug
      }
    self.init(kind, error.message, hint: error.hint)
  }
}
