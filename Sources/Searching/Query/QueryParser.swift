// Tokens to a tree. Every query parses.

internal import API
internal import Archive

/// Reads the query language.
///
///     query    = clause…                            side by side; all required where an operator joins any of them
///     clause   = both ("OR" both)…
///     both     = operand ("AND" operand)…
///     operand  = ("NOT" | "+" | "-") operand | close ("NEAR/n" close)…
///     close    = "(" query ")" | quotation | word | word"*" | field":"value
///
/// What breaks the grammar is taken as words, and a notice says so. Neighbouring words are one part, so that what
/// stands across a space, as in 国办发〔2024〕 7 号, is seen whole.
struct QueryParser {
  /// How deep groups and signs may be nested; what is deeper is read as if it stood outside. A guess.
  static let maximumDepth = 64

  private let tokens: [QueryToken]
  private var index = 0
  private var depth = 0
  private var isStrict = false
  private var notices: [Notice]

  /// Takes a query apart.
  ///
  /// - Parameter fold: how the names of fields are compared.
  static func parse(_ query: String, folding fold: @escaping (String) -> String = { $0.lowercased() }) -> ParsedQuery {
    let lexer = QueryLexer(query, folding: fold)
    var parser = QueryParser(lexer)
    var clauses: [QueryTree] = []
    while parser.index < parser.tokens.count {
      clauses += parser.clauses()
      // A parenthesis that closes nothing: groups that were too deep leave theirs behind.
      parser.index += 1
    }
    return ParsedQuery(
      clauses: joiningWords(clauses), isStrict: parser.isStrict, tokens: lexer.tokens, notices: parser.notices.uniqued()
    )
  }

  private init(_ lexer: QueryLexer) {
    tokens = lexer.tokens
    notices = lexer.notices
  }

  private var next: QueryToken? { index < tokens.count ? tokens[index] : nil }

  /// All clauses up to the end of the query or group.
  private mutating func clauses() -> [QueryTree] {
    var clauses: [QueryTree] = []
    while let token = next, token.kind != .close { clauses.append(clause()) }
    return QueryParser.joiningWords(clauses)
  }

  private mutating func clause() -> QueryTree {
    joined(by: .or, { $0.both() }, QueryTree.or)
  }

  private mutating func both() -> QueryTree {
    joined(by: .and, { $0.operand() }, QueryTree.and)
  }

  private mutating func joined(
    by kind: QueryToken.Kind, _ part: (inout QueryParser) -> QueryTree, _ combine: ([QueryTree]) -> QueryTree
  ) -> QueryTree {
    var parts = [part(&self)]
    while let token = next, token.kind == kind, hasOperand(at: index + 1) {
      index += 1
      isStrict = true
      parts.append(part(&self))
    }
    return parts.count == 1 ? parts[0] : combine(parts)
  }

  /// Whether something that can be asked for begins at a token.
  private func hasOperand(at place: Int) -> Bool {
    guard let token = tokens[min(place, tokens.count)...].first(where: { !$0.isPrefix }) else { return false }
    return !token.isInfix && token.kind != .close
  }

  private mutating func operand() -> QueryTree {
    guard let token = next, token.isPrefix, hasOperand(at: index + 1) else { return nearby() }
    index += 1
    guard depth < QueryParser.maximumDepth else { return operandTooDeep() }
    depth += 1
    defer { depth -= 1 }
    let part = operand()
    return token.kind == .require ? .required(part) : .not(part)
  }

  private mutating func operandTooDeep() -> QueryTree {
    note(
      "too-deep",
      "parentheses and signs are nested more than \(QueryParser.maximumDepth) deep; the rest is taken as words")
    while let token = next, token.isPrefix || token.kind == .open { index += 1 }
    return nearby()
  }

  private mutating func nearby() -> QueryTree {
    var left = primary()
    var pairs: [QueryTree] = []
    while case .near(let distance)? = next?.kind, hasOperand(at: index + 1), tokens[index + 1].canBeNear, left.canBeNear
    {
      index += 1
      isStrict = true
      let farthest = QueryOperators.maximumDistance
      if distance > farthest { note("near-too-far", "NEAR looks \(farthest) code points far at most, not \(distance)") }
      let right = primary()
      pairs.append(.near(left, right, distance: min(distance, farthest)))
      left = right
    }
    return pairs.isEmpty ? left : pairs.count == 1 ? pairs[0] : .and(pairs)
  }

  private mutating func primary() -> QueryTree {
    guard let token = next else { return .words("") }
    index += 1
    switch token.kind {
    case .quotation: return .phrase(token.text)
    case .prefix: return .prefix(token.text)
    case .field(let field): return .field(field, token.text)
    case .open: return group()
    case .word, .close: return .words(token.source)
    case .and, .or, .not, .near, .require, .exclude:
      note("operator-as-word", "“\(token.source)” has nothing to work on; it is taken as a word")
      return .words(token.source)
    }
  }

  private mutating func group() -> QueryTree {
    guard depth < QueryParser.maximumDepth else { return operandTooDeep() }
    depth += 1
    defer { depth -= 1 }
    let parts = clauses()
    if next?.kind == .close {
      index += 1
    } else {
      note("open-parenthesis", "a parenthesis is never closed; its group ends with the query")
    }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func note(_ code: String, _ message: String) {
    notices.append(Notice(code: code, message: message))
  }

  private static func joiningWords(_ clauses: [QueryTree]) -> [QueryTree] {
    var joined: [QueryTree] = []
    for clause in clauses {
      if case .words(let text) = clause, case .words(let before)? = joined.last {
        joined[joined.count - 1] = .words(before + " " + text)
      } else {
        joined.append(clause)
      }
    }
    return joined
  }
}

extension QueryToken {
  /// Whether it can stand on one side of NEAR: words and quotations have places.
  fileprivate var canBeNear: Bool { kind == .word || kind == .quotation }
}

extension QueryTree {
  fileprivate var canBeNear: Bool {
    switch self {
    case .words, .phrase: true
    default: false
    }
  }
}
