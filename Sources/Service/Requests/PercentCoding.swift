// Percent-decoding that refuses what it cannot decode.

internal import API

/// Decodes parts of a request target (RFC 3986, section 2.1).
enum PercentCoding {
  /// Decodes one part.
  ///
  /// - Parameter plusIsSpace: whether `+` stands for a space, as in query strings (URL Standard, section 5.1).
  /// - Throws: `malformedRequest` for a `%` without two hexadecimal digits and for bytes that are not UTF-8.
  static func decode(_ part: Substring, plusIsSpace: Bool) throws(Problem) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(part.utf8.count)
    var rest = part.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(value), let low = rest.popFirst().flatMap(value) else {
          throw Problem(
            .malformedRequest, "“\(part.prefix(80))” is not percent-encoded: a % is followed by two hexadecimal digits",
            hint: "write a % itself as %25")
        }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Problem(.malformedRequest, "“\(part.prefix(80))” does not stand for UTF-8")
    }
    return text
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
