// A query's text to its parts: words, and phrases in quotation marks. Every text parses.

internal import API

/// One part of a query as it was typed.
struct QueryClause: Hashable, Sendable {
  enum Kind: Sendable {
    /// Plain words: ranked.
    case words
    /// A quotation: required, exactly.
    case phrase
  }

  let kind: Kind
  let text: String
}

/// A query taken apart, with what could not be understood.
struct ParsedQuery: Hashable, Sendable {
  var clauses: [QueryClause] = []
  var notices: [Notice] = []
}

/// Takes queries apart.
///
/// `"…"` anywhere is a phrase. `“…”` is one only where it stands alone between spaces: inside a title pasted as a query
/// (关于“放管服”改革的意见) the marks are part of the text.
enum QueryParser {
  static func parse(_ query: String) -> ParsedQuery {
    var parsed = ParsedQuery()
    var words = ""
    var rest = Array(query.unicodeScalars)[...]
    var previous: Unicode.Scalar = " "
    while let scalar = rest.first {
      if let length = phraseLength(rest, after: previous) {
        parsed.addWords(&words)
        parsed.addPhrase(String(String.UnicodeScalarView(rest.dropFirst().prefix(length))))
        rest = rest.dropFirst(length + 2)
        previous = " "
        continue
      }
      if isStraightQuote(scalar) {
        parsed.notices.append(
          Notice(code: "unclosed-quotation", message: "a quotation mark has no partner; what follows is taken as words")
        )
        words.append(" ")
      } else {
        words.unicodeScalars.append(scalar)
      }
      previous = scalar
      rest = rest.dropFirst()
    }
    parsed.addWords(&words)
    return parsed
  }

  /// How many code points stand between the marks of a phrase that begins here, or nil where none does.
  private static func phraseLength(_ text: ArraySlice<Unicode.Scalar>, after previous: Unicode.Scalar) -> Int? {
    guard let first = text.first else { return nil }
    let inside = text.dropFirst()
    if isStraightQuote(first) {
      return inside.firstIndex(where: isStraightQuote).map { $0 - inside.startIndex }
    }
    guard first == "\u{201C}", previous.properties.isWhitespace,
      let end = inside.firstIndex(of: "\u{201D}")
    else { return nil }
    let next = text.index(after: end)
    return next == text.endIndex || text[next].properties.isWhitespace ? end - inside.startIndex : nil
  }

  private static func isStraightQuote(_ scalar: Unicode.Scalar) -> Bool { scalar == "\"" || scalar == "\u{FF02}" }
}

extension ParsedQuery {
  fileprivate mutating func addWords(_ words: inout String) {
    if words.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) {
      clauses.append(QueryClause(kind: .words, text: words))
    }
    words = ""
  }

  fileprivate mutating func addPhrase(_ phrase: String) {
    clauses.append(QueryClause(kind: .phrase, text: phrase))
  }
}
