// One HTTP/1.1 request and its response, as far as our own daemon speaks it.

/// What a response says.
package struct HTTPResponse {
  package let status: Int
  /// By name in lower case.
  package let fields: [String: String]
  package let body: [UInt8]
  /// Whether the daemon will close the connection.
  package var isLast: Bool { fields["connection"]?.lowercased() == "close" }
}

/// A request as bytes, and a response out of bytes.
///
/// The daemon always states a Content-Length; a response without one is refused rather than guessed at.
package struct HTTPExchange {
  let method: String
  /// Path and query, percent-encoded.
  let target: String
  let body: [UInt8]?

  package init(method: String, target: String, body: [UInt8]? = nil) {
    self.method = method
    self.target = target
    self.body = body
  }

  package var bytes: [UInt8] {
    var head = "\(method) \(target) HTTP/1.1\r\nhost: localhost\r\naccept: application/json\r\n"
    if let body { head += "content-type: application/json\r\ncontent-length: \(body.count)\r\n" }
    return Array((head + "\r\n").utf8) + (body ?? [])
  }

  /// The response that bytes begin with, or nil while it is not whole.
  ///
  /// - Parameter socket: where they came from, for the error.
  package static func response(in bytes: [UInt8], from socket: String) throws(ClientError) -> HTTPResponse? {
    func malformed(_ reason: String) -> ClientError { .notUnderstood(socket: socket, reason: reason) }
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]) else {
      throw malformed("it is not HTTP/1.1")
    }
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { throw malformed("a header line has no colon") }
      fields[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
    }
    guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else {
      throw malformed("it does not say how long it is")
    }
    guard bytes.count >= end.upperBound + length else { return nil }
    return HTTPResponse(
      status: status, fields: fields, body: Array(bytes[end.upperBound..<end.upperBound + length]))
  }
}
