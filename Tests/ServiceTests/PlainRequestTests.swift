// Which bytes a worker takes for a request, and that NIO's parser takes them for the same.

import NIOCore
import NIOEmbedded
import NIOHTTP1
import TestSupport
import Testing

@testable import Service

@Suite("plain requests")
struct PlainRequestTests {
  static let plain = [
    "GET /v1/search?q=%E9%87%91+a&limit=3 HTTP/1.1\r\nhost: localhost\r\naccept: application/json\r\n\r\n",
    "GET /v1/status HTTP/1.1\r\n\r\n",
    "GET /v1/documents/a-b_c.d~e HTTP/1.1\r\nHost: x\r\nUser-Agent: a/1 (b; c)\r\nAccept: */*\r\n\r\n",
    "POST /v1/search HTTP/1.1\r\nHost: x\r\nAccept-Encoding: identity\r\nContent-Length: 9\r\n"
      + "Content-Type: application/json\r\n\r\n{\"q\":\"a\"}",
  ]

  private static func read(_ bytes: [UInt8]) -> PlainRequest? { bytes.withUnsafeBytes { PlainRequest($0) } }

  /// The one request that NIO's parser finds, with nothing behind it.
  private static func parse(_ bytes: [UInt8]) throws -> (head: HTTPRequestHead, body: [UInt8])? {
    let channel = EmbeddedChannel()
    try channel.pipeline.syncOperations.addHandler(
      ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .fireError)))
    try channel.writeInbound(ByteBuffer(bytes: bytes))
    guard case .head(let head)? = try channel.readInbound(as: HTTPServerRequestPart.self) else { return nil }
    var body: [UInt8] = []
    while let part = try channel.readInbound(as: HTTPServerRequestPart.self) {
      switch part {
      case .head: return nil
      case .body(let bytes): body += bytes.readableBytesView
      case .end(let trailers):
        guard try trailers == nil && channel.readInbound(as: HTTPServerRequestPart.self) == nil else { return nil }
        // What lies in the parser unread is an error now.
        _ = try channel.finish()
        return (head, body)
      }
    }
    return nil
  }

  @Test("what programs send is plain", arguments: plain)
  func programs(text: String) throws {
    #expect(PlainRequestTests.read(Array(text.utf8)) != nil)
  }

  @Test(
    "halves, pairs, other methods, versions and fields are not",
    arguments: ListeningTests.pieces.map { $0[0] } + [
      "POST /v1/search HTTP/1.1\r\nexpect: 100-continue\r\ncontent-length: 9\r\n\r\n{\"q\":\"a\"}"
    ])
  func others(text: String) {
    // Some are plain, but ask for nothing that a worker has to answer.
    #expect(PlainRequestTests.read(Array(text.utf8))?.question == nil)
  }

  @Test("every part of a plain request but the whole is not, nor is one with something behind it", arguments: plain)
  func parts(text: String) {
    let bytes = Array(text.utf8)
    for length in 0..<bytes.count { #expect(PlainRequestTests.read(Array(bytes[..<length])) == nil) }
    #expect(PlainRequestTests.read(bytes + bytes) == nil && PlainRequestTests.read(bytes + [0x20]) == nil)
  }

  @Test("whatever is taken for a plain request NIO's parser takes for the same, and keeps the connection open")
  func agreement() throws {
    var generator = SeededGenerator(seed: 5)
    var takenCount = 0
    let marks = Array(" :\r\n/?%\0\t\u{7F}19HhTX-,;chunked".utf8) + [0x80, 0xFF]
    for number in 0..<20_000 {
      var bytes = Array(PlainRequestTests.plain[number % PlainRequestTests.plain.count].utf8)
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let index = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: bytes[index] = marks.randomElement(using: &generator)!
        case 1: bytes.remove(at: index)
        default: bytes.insert(marks.randomElement(using: &generator)!, at: index)
        }
      }
      guard let taken = PlainRequestTests.read(bytes) else { continue }
      takenCount += 1
      let parsed = try #require(try PlainRequestTests.parse(bytes), "\(String(decoding: bytes, as: UTF8.self))")
      #expect(parsed.head.method == taken.method && parsed.head.uri == taken.target && parsed.body == taken.body)
      #expect(parsed.head.headers.first(name: "content-type")?.trimmed == taken.contentType?.trimmed)
      #expect(parsed.head.isKeepAlive && parsed.head.version == .http1_1)
    }
    #expect(takenCount > 1_000)
  }
}

extension String {
  fileprivate var trimmed: Substring {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
