// Word boundaries as byte offsets into UTF-8.

import CICU

/// Cuts UTF-8 text into words by ICU's rules and its Chinese dictionary.
///
/// Opening one takes a lock and some time, using one does neither: keep one per thread. It is not `Sendable`.
///
/// Laws: the ranges follow each other without gap from 0 to the end of the text and none is empty. Bytes that are not
/// UTF-8 are segments like U+FFFD. ICU reads a stretch of Han between other characters as a whole, so its memory grows
/// with the longest such stretch.
public final class WordBreaker {
  private let words: OpaquePointer
  private let ends: UnsafeMutablePointer<Int32>
  private let kinds: UnsafeMutablePointer<UInt8>
  private var isInUse = false

  /// How many boundaries one call into C fetches. Measured on 10 MB of statutes: 64 to 8192 take the same time.
  private static let capacity = 256

  /// Opens a breaker.
  ///
  /// - Parameter locale: an ICU locale; one that ICU does not know gets the rules for all locales. The Chinese
  ///   dictionary works under every locale.
  /// - Throws: `invalidInput` if the name contains a NUL, `dataMissing` if ICU's data lacks the rules, `outOfMemory`.
  public init(locale: String = "zh") throws(ICUError) {
    guard !locale.utf8.contains(0) else { throw ICUError(.invalidInput, "locale \(locale) contains a NUL") }
    var opened: OpaquePointer?
    try ICUError.check(cicu_words_open(locale, &opened), "opening a word breaker for locale \(locale)")
    words = opened!
    ends = .allocate(capacity: Self.capacity)
    kinds = .allocate(capacity: Self.capacity)
  }

  deinit {
    cicu_words_close(words)
    ends.deallocate()
    kinds.deallocate()
  }

  /// Calls `body` for each segment, in order.
  ///
  /// - Parameters:
  ///   - text: at most 2^31 - 1 bytes of UTF-8; an empty text has no segment.
  ///   - body: gets the segment's range in bytes and its kind. It must not use this breaker.
  /// - Throws: `invalidInput` if the text is too long, `outOfMemory`, or `internal` if ICU gives up within the text;
  ///   `body` may then have seen its beginning.
  public func forEachWord(
    inUTF8 text: UnsafeBufferPointer<UInt8>, _ body: (_ range: Range<Int>, _ kind: WordKind) -> Void
  ) throws(ICUError) {
    let length = try ICUError.length(text.count, "finding words")
    precondition(!isInUse, "a word breaker cannot be used from within its own loop")
    isInUse = true
    defer { isInUse = false }
    guard let base = text.baseAddress, length > 0 else { return }
    try ICUError.check(cicu_words_begin(words, base, length), "finding words in \(length) bytes")
    var start = 0
    var count = Self.capacity
    while count == Self.capacity {
      count = Int(cicu_words_next(words, ends, kinds, Int32(Self.capacity)))
      for index in 0..<count {
        let end = Int(ends[index])
        body(start..<end, WordKind(rawValue: kinds[index])!)
        start = end
      }
    }
    guard start == text.count else {
      throw ICUError(.internal, "ICU found no word boundary after byte \(start) of \(text.count)")
    }
  }
}
