// The requests that a worker reads by itself.

internal import NIOHTTP1

/// A request that came whole, in one piece and alone, in the form in which programs ask; everything else is the event
/// loop's, whose parser knows what to do with halves, pairs and nonsense.
///
/// This takes nothing that NIO's parser refuses or takes for something else. It is here because a parser that expects
/// anything takes 25 us for 80 bytes when a thread has just woken (timestamps within `Scripts/bench serve`).
struct PlainRequest {
  /// The most bytes that are looked at, and that the loop reads at a time: so that of a request that a worker has seen
  /// whole the loop reads all or nothing. As long as the longest field, so that hardly any request is longer.
  static let byteCount = RequestLimits.fieldBytes

  /// Fields that say nothing about where the request ends or what happens to the connection.
  private static let idleFields: [StaticString] = ["host: ", "accept: ", "accept-encoding: ", "user-agent: "]

  let method: HTTPMethod
  let target: String
  private(set) var contentType: String?
  private(set) var body: [UInt8] = []

  /// - Returns: nil for bytes that are anything but one plain request.
  init?(_ bytes: UnsafeRawBufferPointer) {
    var rest = Reader(bytes: bytes)
    if rest.skip("GET ") { method = .GET } else if rest.skip("POST ") { method = .POST } else { return nil }
    guard let target = rest.text(while: PlainRequest.isTargetByte), target.utf8.first == UInt8(ascii: "/"),
      rest.skip(" HTTP/1.1\r\n")
    else { return nil }
    self.target = target
    var bodyLength: Int?
    while !rest.skip("\r\n") {
      if method == .POST, rest.skipName("content-length: ") {
        guard bodyLength == nil, let length = rest.text(while: PlainRequest.isDigit).flatMap({ Int($0) }) else {
          return nil
        }
        bodyLength = length
      } else if contentType == nil, rest.skipName("content-type: ") {
        guard let type = rest.text(while: PlainRequest.isValueByte) else { return nil }
        contentType = type
      } else if PlainRequest.idleFields.contains(where: { rest.skipName($0) }) {
        rest.skip(while: PlainRequest.isValueByte)
      } else {
        return nil
      }
      guard rest.skip("\r\n") else { return nil }
    }
    guard rest.count == bodyLength ?? 0 else { return nil }
    body = Array(rest.bytes)
  }

  /// What it asks for; nil for what no worker has to answer.
  var question: Question? {
    guard case .ask(let question)? = try? Operation(method, target, contentType: contentType, body: body) else {
      return nil
    }
    return question
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isValueByte(_ byte: UInt8) -> Bool { (0x20...0x7E).contains(byte) }

  /// What programs leave as it is when they percent-encode, and what parts a target has.
  private static func isTargetByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: "?"): true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "+"): true
    default: false
    }
  }
}

/// Steps through bytes.
private struct Reader {
  var bytes: Slice<UnsafeRawBufferPointer>
  var count: Int { bytes.count }

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes[...] }

  /// Steps over a text, if the bytes begin with it.
  mutating func skip(_ text: StaticString) -> Bool { skip(text) { $0 } }

  /// Steps over the name of a field, in lower or upper case, and what stands behind it.
  ///
  /// - Parameter name: in lower case.
  mutating func skipName(_ name: StaticString) -> Bool {
    skip(name) { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  private mutating func skip(_ text: StaticString, _ folded: (UInt8) -> UInt8) -> Bool {
    let expected = UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard bytes.count >= expected.count, zip(bytes, expected).allSatisfy({ folded($0) == $1 }) else { return false }
    bytes = bytes.dropFirst(expected.count)
    return true
  }

  mutating func skip(while isPart: (UInt8) -> Bool) { bytes = bytes.drop(while: isPart) }

  /// Steps over bytes of one kind; nil where there is none.
  mutating func text(while isPart: (UInt8) -> Bool) -> String? {
    let part = bytes.prefix(while: isPart)
    bytes = bytes.dropFirst(part.count)
    return part.isEmpty ? nil : String(decoding: part, as: UTF8.self)
  }
}
