// What a segment between two word boundaries consists of.

/// What ICU's rules say a segment consists of.
public enum WordKind: UInt8, Hashable, Sendable, CaseIterable {
  /// Punctuation, space, symbols, and what is not text.
  case none
  /// Digits, with the points and commas inside a number.
  case number
  /// A word of an alphabet, such as Latin, or of Hangul.
  case letter
  /// Kana, where a version of the rules tells it apart. ICU 72's do not: its Japanese words are all ``ideograph``.
  case kana
  /// A word of Han or kana.
  case ideograph
}
