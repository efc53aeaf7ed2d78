// Bytes on their way to the shim and back.

internal import CXapian

extension Bytes {
  /// The bytes as the shim wants them.
  func withView<Result>(_ body: (cxapian_bytes) -> Result) -> Result {
    withBytes { body(cxapian_bytes(start: $0.baseAddress, count: $0.count)) }
  }
}

/// Several byte strings laid end to end.
struct ByteList {
  private var bytes: [UInt8] = []
  private var counts: [Int] = []

  init(_ members: [some Bytes]) {
    for member in members {
      member.withBytes {
        bytes.append(contentsOf: $0)
        counts.append($0.count)
      }
    }
  }

  var hasEmptyMember: Bool { counts.contains(0) }

  func withView<Result>(_ body: (cxapian_list) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      counts.withUnsafeBufferPointer { counts in
        body(cxapian_list(bytes: bytes.baseAddress, counts: counts.baseAddress, count: counts.count))
      }
    }
  }
}

extension cxapian_loan {
  /// Lends the elements to the body, then frees them.
  consuming func take<Element, Result>(
    as type: Element.Type, _ body: (UnsafeBufferPointer<Element>) -> Result
  ) -> Result {
    defer { cxapian_owner_free(owner) }
    return body(UnsafeBufferPointer(start: start?.assumingMemoryBound(to: Element.self), count: count))
  }

  /// Copies the bytes and frees the loan.
  consuming func takeBytes() -> [UInt8] { take(as: UInt8.self) { Array($0) } }

  /// Copies the text and frees the loan.
  consuming func takeText() -> String { take(as: UInt8.self) { String(decoding: $0, as: UTF8.self) } }
}
