// Asks a daemon, in the values of the API.

public import API
internal import Foundation

/// Asks the daemon behind a socket. Blocks; not to be shared between threads.
public final class DaemonClient {
  /// How long the daemon may be silent, in seconds: the longest deadline of a search and some more.
  private static let patience = SearchRequest.maximumDeadlineMilliseconds / 1_000 + 30

  /// The socket.
  public let socket: String
  private var connection: UnixConnection?

  /// Connects to a daemon.
  ///
  /// - Throws: `unreachable`.
  public init(socket: String) throws(ClientError) {
    self.socket = socket
    connection = try UnixConnection(socket, timeout: DaemonClient.patience)
  }

  /// Connects to the daemon that serves an index; nil where none does.
  ///
  /// The index's lock file names process and socket; that process must be the one that listens, because the file stays
  /// behind when a daemon is killed, and another may have taken over its socket for another index.
  public init?(servingIndex directory: String) {
    let path = URL(fileURLWithPath: directory).resolvingSymlinksInPath().path
    guard let bytes = FileManager.default.contents(atPath: path + "/" + DaemonRecord.fileName),
      let record = try? JSONDecoder().decode(DaemonRecord.self, from: bytes), record.index == path,
      let connection = try? UnixConnection(record.socket, timeout: DaemonClient.patience),
      connection.peer == record.pid
    else { return nil }
    socket = record.socket
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
    try askOfDocument("/v1/documents/" + DaemonClient.encoded(id) + (withOriginal ? "?original=1" : ""))
  }

  /// The documents most like one, or nil where there is none with this id.
  public func similar(to id: String, limit: Int) throws(ClientError) -> SimilarAnswer? {
    try askOfDocument("/v1/similar/" + DaemonClient.encoded(id) + "?limit=\(limit)")
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
  private func askOfDocument<Answer: Decodable>(_ target: String) throws(ClientError) -> Answer? {
    do throws(ClientError) {
      return try ask(HTTPExchange(method: "GET", target: target))
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
        guard case .unreachable = error else { throw error }
      }
    }
    return try send(exchange, over: UnixConnection(socket, timeout: DaemonClient.patience))
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
