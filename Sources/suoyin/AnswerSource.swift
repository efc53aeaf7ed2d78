// Who answers a command: a daemon, or the index itself.

internal import API
internal import Client
internal import Indexing
internal import Searching

/// Answers questions, through the daemon that serves an index or straight from the index; the answers are the same.
final class AnswerSource {
  private enum Way {
    case daemon(DaemonClient)
    case index(Searcher)
  }

  private var way: Way
  /// The index that answers when its daemon ends or has too much to do; nil where a daemon was named, whose silence is
  /// the user's to know.
  private let index: String?

  /// The daemon on a socket.
  ///
  /// - Throws: `ClientError.unreachable`.
  init(socket: String) throws {
    way = .daemon(try DaemonClient(socket: socket))
    index = nil
  }

  /// An index, through its daemon if it has one.
  init(index: String) throws {
    way = try DaemonClient(servingIndex: index).map(Way.daemon) ?? AnswerSource.directly(index)
    self.index = index
  }

  private static func directly(_ index: String) throws -> Way {
    .index(try Searcher(reader: IndexReader(directory: index)))
  }

  func search(_ request: SearchRequest) throws -> SearchAnswer {
    try ask({ try $0.search(request) }, { try $0.search(request) })
  }

  func document(_ id: String, withOriginal: Bool = false) throws -> DocumentAnswer? {
    try ask({ try $0.document(id, withOriginal: withOriginal) }, { try $0.document(id, withOriginal: withOriginal) })
  }

  func explain(_ request: SearchRequest) throws -> Explanation {
    try ask({ try $0.explain(request) }, { try $0.explain(request) })
  }

  func similar(to id: String, limit: Int) throws -> SimilarAnswer? {
    try ask({ try $0.similar(to: id, limit: limit) }, { try $0.similar(to: id, limit: limit) })
  }

  /// What one of the researcher's tools tells.
  func ask<Request: Tool>(_ request: Request) throws -> Request.Answer {
    try ask({ try $0.ask(request) }, { try request.answer(by: $0) })
  }

  func status() throws -> StatusAnswer {
    try ask({ try $0.status() }, { $0.status() })
  }

  private func ask<Answer>(
    _ daemon: (DaemonClient) throws -> Answer, _ searcher: (Searcher) throws -> Answer
  ) throws -> Answer {
    switch way {
    case .index(let open): return try searcher(open)
    case .daemon(let client):
      do {
        return try daemon(client)
      } catch let error as ClientError where index != nil && error.isAboutTheDaemon {
        way = try AnswerSource.directly(index!)
        return try ask(daemon, searcher)
      }
    }
  }
}

extension ClientError {
  /// Whether the index itself may still answer.
  fileprivate var isAboutTheDaemon: Bool {
    switch self {
    case .unreachable, .closed, .notUnderstood: true
    case .refused(let problem): problem.kind == .busy || problem.kind == .deadlineExceeded
    }
  }
}
