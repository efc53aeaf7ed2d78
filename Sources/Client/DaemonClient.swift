// Asks a daemon, in the values of the API.

public import API
internal import Foundation

/// Asks the daemon behind a socket. Blocks; not to be shared between threads.
public final class DaemonClient {
  /// The longest deadline of a request, in seconds, and some more.
  private static let longest = SearchRequest.maximumDeadlineMilliseconds / 1_000 + 30

  /// The socket.
  public let socket: String
  /// How long the daemon may be silent, in seconds.
  private let patience: Int
  private var connection: UnixConnection?

  /// Connects to a daemon.
  ///
  /// - Throws: `unreachable`.
  public convenience init(socket: String) throws(ClientError) {
    try self.init(socket: socket, patience: DaemonClient.longest)
  }

  /// - Parameter patience: how long the daemon may be silent, in seconds.
  package init(socket: String, patience: Int) throws(ClientError) {
    (self.socket, self.patience) = (socket, patience)
    connection = try UnixConnection(socket, timeout: patience)
  }

  /// Connects to the daemon that serves an index; nil where none does.
  ///
  /// The index's lock file names process and socket; that process must be the one that listens, because the file stays
  /// behind when a daemon is killed, and another may have taken over its socket for another index.
  public init?(servingIndex directory: String) {
    let path = URL(fileURLWithPath: directory).resolvingSymlinksInPath().path
    guard let bytes = FileManager.default.contents(atPath: path + "/" + DaemonRecord.fileName),
      let record = try? JSONDecoder().decode(DaemonRecord.self, from: bytes), record.index == path,
      let connection = try? UnixConnection(record.socket, timeout: DaemonClient.longest),
      connection.peer == record.pid
    else { return nil }
    (socket, patience) = (record.socket, DaemonClient.longest)
    self.connection = connection
  }

  /// Searches.
  public func search(_ request: SearchRequest) throws(ClientError) -> SearchAnswer {
    try ask(HTTPExchange(method: "POST", target: "/v1/search", body: Array(request.json().utf8)))
  }

  /// A whole document, or nil where there is none with this id.
  ///
  /// - Parameter withOriginal: whether to ask for the lines of its source too.
  public func document(_ id: String, withOriginal: Bool = false) throws(ClientError) -> DocumentAnswer? {
    try askOfDocument("/v1/documents/", id, withOriginal ? "?original=1" : "")
  }

  /// The documents most like one, or nil where there is none with this id.
  public func similar(to id: String, limit: Int) throws(ClientError) -> SimilarAnswer? {
    try askOfDocument("/v1/similar/", id, "?limit=\(limit)")
  }

  /// What one of the researcher's tools tells; it may take as long as a daemon lets anything take.
  public func ask<Request: ToolRequest>(_ request: Request) throws(ClientError) -> Request.Answer {
    let body = TimedRequest(request: request, deadlineMilliseconds: SearchRequest.maximumDeadlineMilliseconds).json()
    return try ask(HTTPExchange(method: "POST", target: Request.path, body: Array(body.utf8)))
  }

  /// How a search is read and ranked.
  public func explain(_ request: SearchRequest) throws(ClientError) -> Explanation {
    try ask(HTTPExchange(method: "POST", target: "/v1/explain", body: Array(request.json().utf8)))
  }

  private static func encoded(_ id: String) -> String {
    let unreserved = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
    return id.addingPercentEncoding(withAllowedCharacters: unreserved) ?? id
  }

  /// Asks for what a document has; nil where there is no such document.
  private func askOfDocument<Answer: Decodable>(
    _ path: String, _ id: String, _ query: String
  ) throws(ClientError) -> Answer? {
    // No document has an empty id, and the daemon no path for one.
    guard !id.isEmpty else { return nil }
    do throws(ClientError) {
      return try ask(HTTPExchange(method: "GET", target: path + DaemonClient.encoded(id) + query))
    } catch {
      if case .refused(let problem) = error, problem.kind == .unknownDocument { return nil }
      throw error
    }
  }

  /// The state of the index it serves.
  public func status() throws(ClientError) -> StatusAnswer {
    try ask(HTTPExchange(method: "GET", target: "/v1/status"))
  }

  private func ask<Answer: Decodable>(_ exchange: HTTPExchange) throws(ClientError) -> Answer {
    let response = try response(to: exchange)
    let body = Data(response.body)
    if response.status != 200 {
      guard let problem = try? JSONDecoder().decode(Problem.self, from: body) else {
        throw .notUnderstood(socket: socket, reason: "HTTP status \(response.status)")
      }
      throw .refused(problem)
    }
    do {
      return try JSONDecoder().decode(Answer.self, from: body)
    } catch {
      throw .notUnderstood(socket: socket, reason: "\(error)")
    }
  }

  /// Sends a request over the connection there is; over a new one where the daemon has closed that, as it does with
  /// idle ones. Every request only reads, so that it may be sent twice.
  private func response(to exchange: HTTPExchange) throws(ClientError) -> HTTPResponse {
    if let connection {
      self.connection = nil
      do throws(ClientError) { return try send(exchange, over: connection) } catch {
        guard case .closed = error else { throw error }
      }
    }
    return try send(exchange, over: UnixConnection(socket, timeout: patience))
  }

  private func send(_ exchange: HTTPExchange, over connection: UnixConnection) throws(ClientError) -> HTTPResponse {
    try connection.send(exchange.bytes)
    var bytes: [UInt8] = []
    while true {
      try connection.receive(into: &bytes)
      guard let response = try HTTPExchange.response(in: bytes, from: socket) else { continue }
      if !response.isLast { self.connection = connection }
      return response
    }
  }
}

/// A request and how long the answer to it may take.
private struct TimedRequest<Request: ToolRequest>: Encodable {
  let request: Request
  let deadlineMilliseconds: Int

  enum CodingKeys: String, CodingKey {
    case deadlineMilliseconds = "deadline_ms"
  }

  func encode(to encoder: any Encoder) throws {
    try request.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(deadlineMilliseconds, forKey: .deadlineMilliseconds)
  }
}
