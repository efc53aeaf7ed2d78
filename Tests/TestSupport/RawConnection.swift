// A client that sends whatever a test wants to send.

internal import Client
public import Foundation

/// Bytes out, responses in.
public struct RawConnection {
  private let connection: UnixConnection
  private let socket: String

  /// Connects.
  ///
  /// - Parameter timeout: how long it waits for the daemon to send or take something, in seconds.
  public init(_ socket: String, timeout: Int = 30) throws {
    connection = try UnixConnection(socket, timeout: timeout)
    self.socket = socket
  }

  /// Sends bytes. That the daemon closes before it has taken all of them is no failure of the test.
  public func send(_ bytes: some Sequence<UInt8>) { try? connection.send(Array(bytes)) }

  /// Sends text.
  public func send(_ text: String) { send(text.utf8) }

  /// Whether the daemon has taken the connection, as far as the kernel knows.
  public var isOpen: Bool { connection.peer != nil }

  /// Says that nothing more will be sent.
  public func stopSending() { shutdown(connection.descriptor, Int32(SHUT_WR)) }

  /// Text up to a mark.
  public func receive(until mark: String) throws -> String {
    var bytes: [UInt8] = []
    while bytes.firstRange(of: Array(mark.utf8)) == nil { try connection.receive(into: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whatever comes first, at least one byte.
  public func receive() throws -> [UInt8] {
    var bytes: [UInt8] = []
    try connection.receive(into: &bytes)
    return bytes
  }

  /// All responses until the daemon closes the connection.
  ///
  /// - Parameter begun: what has been received of them already.
  public func responses(after begun: [UInt8] = []) throws -> [RawResponse] {
    var bytes = begun
    do throws(ClientError) {
      while true { try connection.receive(into: &bytes) }
    } catch {
      guard case .closed = error else { throw error }
    }
    return try parse(bytes)
  }

  /// So many responses, with the connection left open.
  public func responses(count: Int) throws -> [RawResponse] {
    var bytes: [UInt8] = []
    while try parse(bytes).count < count { try connection.receive(into: &bytes) }
    return try parse(bytes)
  }

  private func parse(_ bytes: [UInt8]) throws -> [RawResponse] {
    var rest = bytes
    var found: [RawResponse] = []
    while let response = try HTTPExchange.response(in: rest, from: socket) {
      let end = rest.firstRange(of: Array("\r\n\r\n".utf8))!.upperBound
      found.append(
        RawResponse(
          head: String(decoding: rest[..<end], as: UTF8.self), status: response.status, body: Data(response.body)))
      rest.removeFirst(end + response.body.count)
    }
    return found
  }
}

/// One response.
public struct RawResponse {
  /// Status line and fields, up to the empty line.
  public let head: String
  public let status: Int
  public let body: Data
}

extension RawConnection {
  /// One GET on a connection of its own.
  public static func get(_ target: String, from socket: String) throws -> RawResponse {
    let connection = try RawConnection(socket)
    connection.send("GET \(target) HTTP/1.1\r\nhost: localhost\r\n\r\n")
    return try connection.responses(count: 1)[0]
  }
}
