// A text as tokens in order, for engines that cut at blanks only.

internal import Archive
public import ICU

/// What the analyser makes of a text, for an engine that knows no Chinese: each token is to be indexed as it is.
public struct AnalyzedTokens: Hashable, Sendable {
  /// The words in the order of the text, folded; two Han characters are a word here.
  public var words: [String] = []
  /// The pairs of neighbouring Han characters in the order of the text; one where it stands alone.
  public var bigrams: [String] = []
  /// The values that the text states, each once, in the form of ``TypedTerm``, with the ranges their figures fall into.
  public var values: [String] = []
}

extension Analyzer {
  /// The tokens of a text. A query finds them that is cut by the same analyser.
  public func tokens(of text: FoldedText) throws(ICUError) -> AnalyzedTokens {
    var tokens = AnalyzedTokens()
    try forEachWord(of: text) { bytes, _, _ in
      if bytes.count <= maximumWordBytes { tokens.words.append(text.string(bytes)) }
    }
    tokens.bigrams = bigrams(of: text, in: 0..<text.count)
    var typed = TypedTermCollector()
    typed.add(statedValues(in: text))
    typed.emit(in: .text) { term, _, _ in
      // The unit's letter keeps it apart from words of the index; here it has a field of its own.
      tokens.values.append(String(decoding: term.dropFirst(TermUnit.typed.rawValue.utf8.count), as: UTF8.self))
    }
    return tokens
  }
}
