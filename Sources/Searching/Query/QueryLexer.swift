// A query's text to tokens.

internal import API
internal import Archive

/// Cuts queries into tokens. Every text has some; what means nothing is a word.
///
/// `"…"` anywhere is a quotation. `“…”` is one only where it stands alone between spaces: inside a title pasted as a query
/// (关于“放管服”改革的意见) the marks are part of the text. Parentheses group only where a word would begin: in
/// 国办发(2024)7号 they belong to the word.
struct QueryLexer {
  private var rest: ArraySlice<Unicode.Scalar>
  private var previous: Unicode.Scalar = " "
  private var openCount = 0
  private(set) var tokens: [QueryToken] = []
  private(set) var notices: [Notice] = []

  /// How the names of fields are compared.
  private let fold: (String) -> String

  /// Cuts a query.
  ///
  /// - Parameter fold: how the names of fields are compared.
  init(_ query: String, folding fold: @escaping (String) -> String) {
    self.fold = fold
    rest = Array(query.unicodeScalars)[...]
    while let scalar = rest.first {
      if scalar.properties.isWhitespace { advance(1) } else { readToken(scalar) }
    }
  }

  private var isAtBeginning: Bool {
    previous.properties.isWhitespace || tokens.last.map { $0.isPrefix || $0.isInfix || $0.kind == .open } ?? true
  }

  private mutating func readToken(_ first: Unicode.Scalar) {
    if let length = quotationLength(rest) {
      let text = string(rest.dropFirst().prefix(length))
      add(.quotation, text, length: length + 2)
      previous = " "
    } else if QueryLexer.isStraightQuote(first) {
      notices.append(
        Notice(code: "unclosed-quotation", message: "a quotation mark has no partner; what follows is taken as words"))
      advance(1)
      previous = " "
    } else if isAtBeginning, let kind = sign(first) {
      if kind == .open { openCount += 1 }
      add(kind, String(first), length: 1)
    } else if isClosing(first), openCount > 0 {
      openCount -= 1
      add(.close, String(first), length: 1)
      previous = " "
    } else {
      readWord()
    }
  }

  /// The sign that begins here; plus or minus with nothing behind it is text.
  private func sign(_ first: Unicode.Scalar) -> QueryToken.Kind? {
    guard let next = rest.dropFirst().first else { return nil }
    if isOpening(first) { return .open }
    if next.properties.isWhitespace { return nil }
    return switch first {
    case "+", "＋": .require
    case "-", "－", "!", "！": .exclude
    default: nil
    }
  }

  private mutating func readWord() {
    let length = wordLength()
    let word = string(rest.prefix(length))
    if let kind = QueryOperators.kind(of: word) { return add(kind, word, length: length) }
    if let (kind, name) = operatorBeforeGroup(in: word) { return add(kind, name, length: name.unicodeScalars.count) }
    if let (field, valueStart) = fieldName(in: word) { return readField(field, valueStart) }
    if length > 1, let last = rest.prefix(length).last, last == "*" || last == "＊" {
      return add(.prefix, string(rest.prefix(length - 1)), length: length)
    }
    noteUnknownField(in: word)
    add(.word, word, length: length)
  }

  /// How many code points a word has that begins here: up to white space, a quotation mark, or the end of its group.
  private func wordLength() -> Int {
    var depth = 0
    var length = 0
    for scalar in rest {
      if scalar.properties.isWhitespace || QueryLexer.isStraightQuote(scalar) { break }
      if isOpening(scalar) { depth += 1 }
      if isClosing(scalar) {
        if depth == 0, openCount > 0, length > 0 { break }
        depth = max(0, depth - 1)
      }
      length += 1
    }
    return max(length, 1)
  }

  /// The operator that a group follows without a space, as in `NOT(补贴)`; 非（国有）企业 is text.
  private func operatorBeforeGroup(in word: String) -> (QueryToken.Kind, String)? {
    guard isAtBeginning, let parenthesis = word.unicodeScalars.firstIndex(where: isOpening) else { return nil }
    let name = String(word.unicodeScalars[..<parenthesis])
    guard name.utf8.allSatisfy({ $0 < 0x80 }), let kind = QueryOperators.kind(of: name) else { return nil }
    return (kind, name)
  }

  /// The field that a word names in front of a colon, and where its value begins.
  private func fieldName(in word: String) -> (Field, Int)? {
    guard isAtBeginning, let colon = word.unicodeScalars.firstIndex(where: QueryLexer.isColon) else { return nil }
    let name = String(word.unicodeScalars[..<colon])
    guard let field = Field(named: fold(name)) else { return nil }
    return (field, name.unicodeScalars.count + 1)
  }

  /// A value is a quotation, or all up to white space.
  private mutating func readField(_ field: Field, _ valueStart: Int) {
    let value = rest.dropFirst(valueStart)
    if let first = value.first, QueryLexer.isStraightQuote(first) || first == "\u{201C}",
      let length = quotationLength(value, anywhere: true)
    {
      return add(.field(field), string(value.dropFirst().prefix(length)), length: valueStart + length + 2)
    }
    let length = wordLength()
    guard length > valueStart else {
      notices.append(
        Notice(code: "empty-field", message: "\(field.name) has no value behind the colon; it is taken as a word"))
      return add(.word, string(rest.prefix(length)), length: length)
    }
    add(.field(field), string(rest.prefix(length).dropFirst(valueStart)), length: length)
  }

  /// `foo:bar` looks like a field; addresses (`https://…`) and times (`10:30`) do not.
  private mutating func noteUnknownField(in word: String) {
    guard let colon = word.unicodeScalars.firstIndex(where: { $0 == ":" }) else { return }
    let name = word.unicodeScalars[..<colon]
    guard !name.isEmpty, name.allSatisfy({ $0.isASCII && $0.properties.isAlphabetic }),
      !word.unicodeScalars[colon...].dropFirst().starts(with: "//".unicodeScalars)
    else { return }
    notices.append(
      Notice(
        code: "unknown-field",
        message: "there is no field “\(String(name).prefix(80))”; “\(word.prefix(80))” is taken as words"))
  }
}

extension QueryLexer {
  /// How many code points stand between the marks of a quotation that begins here, or nil where none does.
  private func quotationLength(_ text: ArraySlice<Unicode.Scalar>, anywhere: Bool = false) -> Int? {
    guard let first = text.first else { return nil }
    let inside = text.dropFirst()
    if QueryLexer.isStraightQuote(first) {
      return inside.firstIndex(where: QueryLexer.isStraightQuote).map { $0 - inside.startIndex }
    }
    guard first == "\u{201C}", anywhere || isAtBeginning, let end = inside.firstIndex(of: "\u{201D}") else {
      return nil
    }
    let next = text.index(after: end)
    let isAlone =
      next == text.endIndex || text[next].properties.isWhitespace || (openCount > 0 && isClosing(text[next]))
    return anywhere || isAlone ? end - inside.startIndex : nil
  }

  private mutating func add(_ kind: QueryToken.Kind, _ text: String, length: Int) {
    tokens.append(QueryToken(kind: kind, text: text, source: string(rest.prefix(length))))
    advance(length)
  }

  private mutating func advance(_ length: Int) {
    let passed = rest.prefix(length)
    previous = passed.last ?? previous
    rest = rest.dropFirst(length)
  }

  private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
  }

  private func isOpening(_ scalar: Unicode.Scalar) -> Bool { scalar == "(" || scalar == "（" }
  private func isClosing(_ scalar: Unicode.Scalar) -> Bool { scalar == ")" || scalar == "）" }
  private static func isColon(_ scalar: Unicode.Scalar) -> Bool { scalar == ":" || scalar == "：" }
  private static func isStraightQuote(_ scalar: Unicode.Scalar) -> Bool { scalar == "\"" || scalar == "\u{FF02}" }
}
