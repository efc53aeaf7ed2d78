// What a segment between two word boundaries consists of.

/// What ICU's rules say a segment consists of.
public enum WordKind: UInt8, Hashable, Sendable, CaseIterable {
  /// Punctuation, space, symbols, and what is not text.
  case none
  /// Digits.
  case number
  /// A word of an alphabet, such as Latin, or of Hangul.
  case letter
  /// Kana, where the rules tell it apart; with a dictionary, Japanese words are ``ideograph``.
  case kana
  /// A word of Han.
  case ideograph
}
