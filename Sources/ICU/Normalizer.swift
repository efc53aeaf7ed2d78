// Unicode normalization.

import CICU

/// Unicode's normalization forms, as ICU's data defines them.
public enum Normalizer {
  /// A text with compatibility characters replaced and what can be composed composed: ＡＢ１ to AB1, ㈱ to (株).
  ///
  /// It may change the number of code points, so it is no use where offsets must stay.
  ///
  /// - Throws: `invalidInput` if the text or its NFKC would exceed ICU's 2^31 - 1, `dataMissing`, `outOfMemory`.
  public static func nfkc(_ text: String) throws(ICUError) -> String {
    var text = text
    return try text.withUTF8 { utf8 in Result { () throws(ICUError) in try nfkc(utf8) } }.get()
  }

  private static func nfkc(_ utf8: UnsafeBufferPointer<UInt8>) throws(ICUError) -> String {
    let length = try ICUError.length(utf8.count, "normalizing")
    guard let base = utf8.baseAddress, utf8.contains(where: { $0 >= 0x80 }) else {
      return String(decoding: utf8, as: UTF8.self)
    }
    var result: UnsafeMutablePointer<UInt8>?
    var count: Int32 = 0
    try ICUError.check(cicu_nfkc(base, length, &result, &count), "normalizing \(length) bytes")
    defer { cicu_free(result) }
    return String(decoding: UnsafeBufferPointer(start: result, count: Int(count)), as: UTF8.self)
  }
}
