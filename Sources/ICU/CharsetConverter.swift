// Decoding of legacy charsets, with the exact places of what cannot be decoded.

import CICU

/// What decoding gave. The decoding is strict if one refuses what has `malformedCount` above 0, else lossy.
public struct Decoded: Hashable, Sendable {
  /// The text, with one U+FFFD for every sequence that could not be decoded.
  public let text: String
  /// Where the first 100 undecodable sequences begin: byte offsets into the input, increasing.
  public let malformedOffsets: [Int]
  /// How many undecodable sequences there are. A U+FFFD that the input itself encodes is none.
  public let malformedCount: Int
}

/// Decodes bytes of one charset by ICU's tables. Not `Sendable`: a conversion has state.
///
/// Two of ICU 72's converters report badly: `HZ` drops a character that breaks off at the end without a word, `BOCU-1`
/// places malformed sequences too late.
public final class CharsetConverter {
  private let charset: OpaquePointer
  private let name: String

  /// Opens a converter.
  ///
  /// - Parameter charset: a name or alias that ICU knows, such as `GB18030`, `Big5`, `UTF-16LE`, `UTF-8`. `UTF-16`
  ///   and `UTF-32` read a byte order mark; all others keep it, as U+FEFF.
  /// - Throws: `unknownCharset`; `dataMissing` if ICU knows it but its data lacks the table; `outOfMemory`.
  public init(charset: String) throws(ICUError) {
    guard !charset.utf8.contains(0), cicu_charset_is_known(charset) != 0 else {
      throw ICUError(.unknownCharset, "ICU knows no charset \(charset)")
    }
    var opened: OpaquePointer?
    try ICUError.check(cicu_charset_open(charset, &opened), "opening a converter for \(charset)")
    self.charset = opened!
    name = charset
  }

  deinit { cicu_charset_close(charset) }

  /// Decodes a whole text, in linear time; the result does not depend on what was decoded before.
  ///
  /// What counts as one undecodable sequence is for ICU to say: it ends where a valid character may begin, so that
  /// none is lost. Where ICU's table leads to the private use area that is no error: its `Big5` (windows-950) so
  /// decodes every user-defined pair and the byte 0xFF, and hardly any bytes are undecodable as Big5.
  ///
  /// - Parameter bytes: at most 2^31 - 1 bytes.
  /// - Throws: `invalidInput` if there are more, `outOfMemory`. Undecodable bytes throw nothing.
  public func decode(_ bytes: UnsafeBufferPointer<UInt8>) throws(ICUError) -> Decoded {
    let length = try ICUError.length(bytes.count, "decoding \(name)")
    guard let base = bytes.baseAddress else { return Decoded(text: "", malformedOffsets: [], malformedCount: 0) }
    cicu_charset_begin(charset, base, length)
    var text = ""
    text.reserveCapacity(bytes.count)
    while true {
      var chunk: UnsafePointer<UInt8>?
      var count: Int32 = 0
      try ICUError.check(cicu_charset_next(charset, &chunk, &count), "decoding \(name)")
      if count == 0 { break }
      text += String(decoding: UnsafeBufferPointer(start: chunk, count: Int(count)), as: UTF8.self)
    }
    var offsets: UnsafePointer<Int32>?
    let malformedCount = Int(cicu_charset_malformed(charset, &offsets))
    let kept = UnsafeBufferPointer(start: offsets, count: min(malformedCount, Int(CICU_MALFORMED_KEPT)))
    return Decoded(text: text, malformedOffsets: kept.map(Int.init), malformedCount: malformedCount)
  }
}
