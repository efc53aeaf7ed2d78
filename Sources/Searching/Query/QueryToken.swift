// The pieces of a query as it was typed.

internal import Archive

/// One piece of a query.
struct QueryToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// A stretch between white space that means itself.
    case word
    /// What stands in quotation marks, without them.
    case quotation
    /// A word that ends with `*`, without it.
    case prefix
    /// A field, and behind the colon its value, which is the token's text.
    case field(Field)
    case and
    case or
    case not
    /// `+`: what follows has to match.
    case require
    /// `-` or `!`: what follows must not match.
    case exclude
    /// - Parameter distance: how many code points may stand between, at most.
    case near(distance: Int)
    case open
    case close
  }

  let kind: Kind
  /// What it says: without marks, and for a field its value alone.
  let text: String
  /// What was typed, for when it has to be taken as words after all.
  let source: String

  /// Whether it joins the operands on both its sides.
  var isInfix: Bool {
    switch kind {
    case .and, .or, .near: true
    default: false
    }
  }

  /// Whether it needs an operand behind it.
  var isPrefix: Bool {
    switch kind {
    case .not, .require, .exclude: true
    default: false
    }
  }
}

extension QueryToken: CustomStringConvertible {
  public var description: String {
    switch kind {
    case .word: "word “\(text)”"
    case .quotation: "quotation “\(text)”"
    case .prefix: "prefix “\(text)”"
    case .field(let field): "field \(field.name) “\(text)”"
    case .and: "and"
    case .or: "or"
    case .not: "not"
    case .require: "require"
    case .exclude: "exclude"
    case .near(let distance): "near \(distance)"
    case .open: "("
    case .close: ")"
    }
  }
}

/// The operators that are words: in English as capitals, so that “and” stays a word, in Chinese where they stand alone.
enum QueryOperators {
  /// How far apart two operands of a NEAR without a number may stand, in code points: a clause of a sentence. A guess.
  static let defaultDistance = 10
  /// The farthest that NEAR can look. A guess: longer than any paragraph that is read at a glance.
  static let maximumDistance = 200

  /// The operator that a word is.
  static func kind(of word: String) -> QueryToken.Kind? {
    switch word {
    case "AND", "与", "與", "&", "&&", "＆": .and
    case "OR", "或", "|", "||", "｜": .or
    case "NOT", "非": .not
    case "NEAR", "近": .near(distance: defaultDistance)
    default: near(word)
    }
  }

  /// `NEAR/8`, `近/8`.
  private static func near(_ word: String) -> QueryToken.Kind? {
    guard word.hasPrefix("NEAR/") || word.hasPrefix("近/") else { return nil }
    let parts = word.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard (1...4).contains(parts[1].utf8.count), let distance = Int(parts[1]), distance >= 0 else { return nil }
    return .near(distance: distance)
  }
}
