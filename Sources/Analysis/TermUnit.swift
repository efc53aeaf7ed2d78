// The units a text is cut into, and the terms that stand for them in the index.

public import Archive

/// A kind of term. Its letter follows the field's prefix, so that units never meet by accident.
///
/// | unit | stands for | positions | wdf |
/// |---|---|---|---|
/// | word | an ICU word, a Latin word, a number; not two Han characters, which are a bigram | no | occurrences |
/// | bigram | two neighbouring Han characters; one where a stretch of Han has only one | no | occurrences, twice where both ends are ends of ICU words |
/// | character | every code point | code-point offset in the field | occurrences for Han, else 0 |
/// | typed | a figure, date or document's number in its normal form, of the text only | no | occurrences; of buckets 0 |
///
/// Xapian's phrase wants consecutive positions, so only characters carry them; they make phrases of any mixture of
/// scripts exact. Letters and digits get no weight: their words do. A word of two Han characters shares the term of its
/// bigram: it made every sixth term of a statute, and a query that weighs the bigram for both ranks as well. There it
/// counts twice: 国企 as a word is worth more than 国企 inside 外国企业.
public enum TermUnit: String, CaseIterable, Sendable {
  case word = "W"
  case bigram = "B"
  case character = "C"
  case typed = "T"

  /// A term of the index.
  ///
  /// - Parameter content: folded text.
  public func term(_ content: String, in field: Field) -> String { field.prefix + rawValue + content }

  /// The term by which a word is found.
  ///
  /// - Parameter word: as the analyser cuts it, folded.
  public static func term(word: String, in field: Field) -> String {
    let scalars = word.unicodeScalars
    let isPair = scalars.count == 2 && scalars.allSatisfy { CodePointTable.classify($0) == .han }
    return (isPair ? TermUnit.bigram : .word).term(word, in: field)
  }
}

/// The longest word that becomes a term, in bytes: Xapian's terms end at 245 bytes, prefix included, and a Latin
/// "word" of this length is a broken URL or encoded data, still found by its characters. The number is a guess.
let maximumWordBytes = 120
