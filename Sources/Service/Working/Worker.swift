// Answers questions from the newest generation.

internal import API
internal import Indexing
internal import Logging
internal import Searching

/// One thread's view of the index. Each answer comes from one generation: the view changes only between questions.
final class Worker {
  private let options: ServiceOptions
  private let logger: Logger
  private let metrics: ServiceMetrics
  private let journal: RequestJournal
  private let reloader: Reloader
  private var open: (searcher: Searcher, mark: CurrentMark, reloadCount: Int)?

  /// Opens the index at once, so that the first asker does not wait for it. Why it cannot be opened is said to those
  /// who ask.
  init(
    _ options: ServiceOptions, _ reloader: Reloader, _ metrics: ServiceMetrics, _ journal: RequestJournal,
    _ logger: Logger
  ) {
    (self.options, self.reloader, self.metrics) = (options, reloader, metrics)
    (self.journal, self.logger) = (journal, logger)
    _ = try? currentSearcher()
  }

  /// Answers a question, and says how long it waited, was worked on, and took to encode.
  func answer(_ job: Job, _ reply: (Response) -> Void) {
    let begun = ContinuousClock.now
    do throws(Problem) {
      let value = try value(for: job)
      let worked = ContinuousClock.now
      var response = Response(value)
      let times = WorkTimes(queue: begun - job.received, engine: worked - begun, render: .now - worked)
      response.add(times)
      // Only then what nobody should wait for: the log, and freeing what the answer was made of.
      reply(response)
      journal.note(job, response, value: value, times)
    } catch {
      let times = WorkTimes(queue: begun - job.received, engine: .now - begun, render: .zero)
      let response = Response(error)
      reply(response)
      journal.note(job, response, value: nil, times)
    }
  }

  private func value(for job: Job) throws(Problem) -> any Encodable {
    if case .reload = job.question { try reloader.reload() }
    // The request has come whole by now: a generation that is looked for after that is as new as its asker can know of.
    let searcher = try currentSearcher()
    let value: (any Encodable)?
    do throws(SearchError) {
      value = try job.question.answer(
        by: searcher, within: options.defaultDeadlineMilliseconds, received: job.received,
        cancelledBy: job.connection.flag)
    } catch {
      throw Problem(error)
    }
    guard let value else {
      throw Problem(
        .unknownDocument, "there is no such document in \(options.index)", hint: "a search's hits name their ids")
    }
    return value
  }

  /// The searcher of the current generation; opened anew after a flip or a reload.
  private func currentSearcher() throws(Problem) -> Searcher {
    let mark = CurrentMark(of: options.index)
    let reloadCount = reloader.count
    if let open, open.mark == mark, open.reloadCount == reloadCount { return open.searcher }
    open = nil
    let searcher = try makeSearcher()
    if let mark { open = (searcher, mark, reloadCount) }
    let manifest = searcher.reader.manifest
    metrics.noteOpened(
      generation: manifest.generation, documentCount: manifest.collections.reduce(0) { $0 + $1.documents })
    logger.info("opened", metadata: ["generation": "\(manifest.generation)"])
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
      case .late: .deadlineExceeded
      case .index: .indexUnavailable
      case .bug: .bug
      }
    self.init(kind, error.message, hint: error.hint)
  }
}
