// An answer ready to be sent.

internal import API
internal import NIOCore
internal import NIOHTTP1

/// Status, header and body of an answer.
struct Response: Sendable {
  let status: HTTPResponseStatus
  let mediaType: String
  /// JSON and a line feed, as the command prints it.
  let body: ByteBuffer
  /// What was wrong, where that is the answer.
  private(set) var problem: Problem?
  private(set) var headers: [(name: String, value: String)] = []

  /// An answer to a request that could be answered.
  init(_ value: some Encodable) {
    status = .ok
    mediaType = "application/json"
    body = Response.line(value)
  }

  /// `openapi.json`, which describes every answer; a part of the program, so that it is there wherever that is.
  static let contract = Response(bytes: PackageResources.openapi_json, mediaType: "application/json")

  /// An answer that is no encoded value.
  init(bytes: some Sequence<UInt8>, mediaType: String) {
    (status, self.mediaType, body) = (.ok, mediaType, ByteBuffer(bytes: bytes))
  }

  /// A refusal.
  init(_ refusal: Refusal) {
    status = HTTPResponseStatus(statusCode: refusal.problem.status)
    mediaType = Problem.mediaType
    body = Response.line(refusal.problem)
    problem = refusal.problem
    if !refusal.allowed.isEmpty {
      headers.append(("allow", refusal.allowed.map(\.rawValue).joined(separator: ", ")))
    }
    // A queue that is full now is shorter in a second, and an index that is being replaced is back.
    if status == .serviceUnavailable { headers.append(("retry-after", "1")) }
  }

  init(_ problem: Problem) { self.init(Refusal(problem: problem)) }

  /// Says where the time went (https://www.w3.org/TR/server-timing/).
  mutating func add(_ times: WorkTimes) {
    let parts = times.parts.map { "\($0.name);dur=\(Response.milliseconds($0.duration))" }
    headers.append(("server-timing", parts.joined(separator: ", ")))
  }

  /// The whole response as HTTP/1.1 writes it (RFC 9112), in one piece: one system call sends it.
  ///
  /// - Parameters:
  ///   - isLast: whether the connection is closed after it.
  ///   - isHead: whether it answers HEAD: its fields are those of the whole answer, which is left out (RFC 9110, 9.3.2).
  func bytes(isLast: Bool, isHead: Bool) -> ByteBuffer {
    var head = "HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\ncontent-type: \(mediaType)\r\n"
    head += "content-length: \(body.readableBytes)\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    if isLast { head += "connection: close\r\n" }
    head += "\r\n"
    var bytes = ByteBuffer()
    bytes.reserveCapacity(head.utf8.count + (isHead ? 0 : body.readableBytes))
    bytes.writeString(head)
    if !isHead { bytes.writeImmutableBuffer(body) }
    return bytes
  }

  private static func milliseconds(_ duration: Duration) -> String {
    let microseconds = Int(duration / .microseconds(1))
    let fraction = String(microseconds % 1_000)
    return "\(microseconds / 1_000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction)"
  }

  private static func line(_ value: some Encodable) -> ByteBuffer { ByteBuffer(string: value.json() + "\n") }
}
