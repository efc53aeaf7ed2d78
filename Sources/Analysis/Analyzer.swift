// Text to terms: the same analyser for the index and for queries.

public import Archive
public import ICU

/// Folds texts and cuts them into the units of ``TermUnit``.
///
/// One per thread: it owns an ICU word breaker and scratch space.
public final class Analyzer {
  /// Raised whenever the same text would give other terms.
  public static let version = 8

  /// What an index's terms were made with; where it was something else, the next run of the indexer makes them anew.
  public static var fingerprint: String { "analysis \(version), ICU \(ICUVersion.icu), Unicode \(ICUVersion.unicode)" }

  private let table: CodePointTable
  private let breaker: WordBreaker
  private var collector = TermCollector()

  /// - Throws: ``ICUError`` when ICU's data is missing.
  public init() throws(ICUError) {
    table = try CodePointTable.shared.get()
    breaker = try WordBreaker()
  }

  /// Folds a text.
  public func fold(_ text: String) -> FoldedText {
    FoldedText(text.unicodeScalars, utf8Count: text.utf8.count, table: table)
  }

  /// Folds UTF-8 to UTF-8 and nothing else: for scanning stored texts, where most of the time of a search goes.
  ///
  /// Same law as ``FoldedText``; bytes that are not UTF-8 stay as they are.
  public func fold(utf8 text: [UInt8]) -> [UInt8] { table.fold(utf8: text) }

  /// What stands behind a title's last code point in place of another one: a phrase that ends with it is the title's end.
  public static let titleEnd = "\u{3}"

  /// Hands over every distinct term of a field's text, each once, unit by unit.
  ///
  /// - Parameter body: receives the term's bytes, its within-document frequency and its positions (code-point
  ///   offsets, increasing); the buffers are only valid during the call.
  public func forEachTerm(
    of text: FoldedText, in field: Field,
    _ body: (UnsafeBufferPointer<UInt8>, UInt32, UnsafeBufferPointer<UInt32>) -> Void
  ) throws(ICUError) {
    collector.removeAll()
    if field == .title { collector.addEnd(at: text.count) }
    try forEachWord(of: text) { _, codePoints, _ in collector.addWord(text.codePoints, codePoints) }
    collector.addCharacters(text.codePoints)
    // A title's figures stand in the text as well.
    if field == .text { collector.typed.add(statedValues(in: text)) }
    collector.emit(in: field, body)
  }

  /// Hands over the words of a text in order: byte range, code-point range and kind.
  ///
  /// What ICU returns as space or punctuation is passed over unless it holds a code point of a run.
  public func forEachWord(
    of text: FoldedText, _ body: (_ bytes: Range<Int>, _ codePoints: Range<Int>, _ kind: WordKind) -> Void
  ) throws(ICUError) {
    var offset = 0
    try text.bytes.withUnsafeBufferPointer { (buffer) throws(ICUError) in
      try breaker.forEachWord(inUTF8: buffer) { bytes, kind in
        let start = offset
        var byte = bytes.lowerBound
        var holdsRun = false
        while byte < bytes.upperBound {
          let codePoint = text.codePoints[offset]
          holdsRun = holdsRun || codePoint.isRun
          byte += utf8Length(codePoint.value)
          offset += 1
        }
        if holdsRun { body(bytes, start..<offset, kind) }
      }
    }
  }

  /// The values that a text states, in order, each with its place in code points.
  ///
  /// For indexing and for queries; a query looks for the ``StatedValue/Occurrence/primary`` value of each place, by its
  /// ``TypedTerm/term(for:in:)``.
  ///
  /// - Parameter isTyped: whether somebody typed it, who may leave out the brackets of a document's number.
  public func statedValues(in text: FoldedText, isTyped: Bool = false) -> [StatedValue.Occurrence] {
    ValueReader.occurrences(in: text.codePoints.map { Unicode.Scalar($0.value) ?? "\u{FFFD}" }, isTyped: isTyped)
  }

  /// The bigrams of a stretch of text as folded strings, in order, a single character where Han stands alone.
  public func bigrams(of text: FoldedText, in codePoints: Range<Int>) -> [String] {
    var bigrams: [String] = []
    Bigrams.forEach(text.codePoints[codePoints]) { first, second in
      var bytes: [UInt8] = []
      bytes.append(codePoint: first)
      if let second { bytes.append(codePoint: second) }
      bigrams.append(String(decoding: bytes, as: UTF8.self))
    }
    return bigrams
  }

  /// The code points of a stretch of text as folded strings, with their class.
  public func characters(of text: FoldedText, in codePoints: Range<Int>) -> [(text: String, class: CodePointClass)] {
    text.codePoints[codePoints].map { codePoint in
      var bytes: [UInt8] = []
      bytes.append(codePoint: codePoint.value)
      return (String(decoding: bytes, as: UTF8.self), codePoint.codePointClass)
    }
  }
}
