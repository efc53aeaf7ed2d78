// The units a text is cut into, and the terms that stand for them in the index.

public import Archive

/// A kind of term. Its letter follows the field's prefix, so that units never meet by accident.
///
/// | unit | stands for | positions | wdf |
/// |---|---|---|---|
/// | word | an ICU word, a Latin word, a number | no | occurrences |
/// | bigram | two neighbouring Han characters; one where a stretch of Han has only one | no | occurrences |
/// | character | every code point of a run | code-point offset in the field | occurrences for Han, else 0 |
/// | typed | a number (文号), date or quantity in its normal form | no | occurrences |
///
/// Xapian's phrase wants consecutive positions, so only characters carry them; they make phrases of any mixture of
/// scripts exact. Letters and digits get no weight: their words do.
public enum TermUnit: String, CaseIterable, Sendable {
  case word = "W"
  case bigram = "B"
  case character = "C"
  /// Reserved for typed terms: no analysis makes them yet, and no field's prefix may take the letter.
  case typed = "T"

  /// A term of the index.
  ///
  /// - Parameter content: folded text.
  public func term(_ content: String, in field: Field) -> String { field.prefix + rawValue + content }
}

/// The longest word that becomes a term, in bytes: Xapian's terms end at 245 bytes, prefix included, and a Latin
/// "word" of this length is a broken URL or encoded data, still found by its characters. The number is a guess.
let maximumWordBytes = 120
