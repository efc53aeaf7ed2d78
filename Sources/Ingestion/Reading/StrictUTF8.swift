// UTF-8 to code points; anything that is not UTF-8 is refused with its place.

/// The decoder of strict UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
enum StrictUTF8 {
  /// Bytes that are not UTF-8.
  struct Malformed: Error, Hashable {
    /// The first byte of the first ill-formed sequence, counted from 0.
    let byteOffset: Int
  }

  /// Decodes all bytes; a byte order mark in front is no character and is left out.
  static func decode(_ bytes: [UInt8]) throws(Malformed) -> [Unicode.Scalar] {
    try bytes.withUnsafeBufferPointer { source throws(Malformed) in try decode(source) }
  }

  /// The same for bytes in memory.
  static func decode(_ source: UnsafeBufferPointer<UInt8>) throws(Malformed) -> [Unicode.Scalar] {
    var malformedOffset: Int?
    let scalars = [Unicode.Scalar](unsafeUninitializedCapacity: source.count) { target, count in
      let start = source.count >= 3 && source[0] == 0xEF && source[1] == 0xBB && source[2] == 0xBF ? 3 : 0
      malformedOffset = decode(source, from: start, into: target, &count)
    }
    if let malformedOffset { throw Malformed(byteOffset: malformedOffset) }
    return scalars
  }

  private static func decode(
    _ source: UnsafeBufferPointer<UInt8>, from start: Int, into target: UnsafeMutableBufferPointer<Unicode.Scalar>,
    _ count: inout Int
  ) -> Int? {
    var index = start
    while index < source.count {
      let lead = source[index]
      if 0xE4...0xE9 ~= lead, index + 2 < source.count, source[index + 1] & source[index + 2] & 0x80 != 0,
        (source[index + 1] | source[index + 2]) & 0x40 == 0
      {
        // Nearly all of a Chinese text: three bytes, among them no surrogates and no overlong forms.
        let value = UInt32(lead & 0xF) << 12 | UInt32(source[index + 1] & 0x3F) << 6 | UInt32(source[index + 2] & 0x3F)
        target.initializeElement(at: count, to: Unicode.Scalar(value) ?? "\u{FFFD}")
        index += 3
      } else if lead < 0x80 {
        target.initializeElement(at: count, to: Unicode.Scalar(lead))
        index += 1
      } else {
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, lead <= 0xF4, index + length <= source.count else { return index }
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for next in index + 1..<index + length {
          guard source[next] & 0xC0 == 0x80 else { return index }
          value = value << 6 | UInt32(source[next] & 0x3F)
        }
        let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
        guard value >= smallest, let scalar = Unicode.Scalar(value) else { return index }
        target.initializeElement(at: count, to: scalar)
        index += length
      }
      count += 1
    }
    return nil
  }
}
