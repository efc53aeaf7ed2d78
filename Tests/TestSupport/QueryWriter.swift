// Random queries: what the query language has, put together by its grammar, and then spoilt.

/// Writes queries from a seed: the same in every run.
public struct QueryWriter {
  private let texts: [[Unicode.Scalar]]
  private var random: SeededGenerator

  /// - Parameter texts: what words are taken from, so that queries find something.
  public init(_ texts: [String], seed: UInt64) {
    self.texts = texts.map { Array($0.unicodeScalars) }.filter { !$0.isEmpty }
    random = SeededGenerator(seed: seed)
  }

  /// The next query: two of three as the grammar has them, the third with signs lost, doubled, exchanged or put in.
  public mutating func query() -> String {
    let query = clauses(depth: Int.random(in: 0...4, using: &random))
    return Int.random(in: 0..<3, using: &random) == 0 ? spoilt(query) : query
  }

  private mutating func clauses(depth: Int) -> String {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in clause(depth: depth) }.joined(separator: " ")
  }

  private mutating func clause(depth: Int) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 16 : 8), using: &random) {
    case 0...3: word()
    case 4: "\"\(word())\""
    case 5: word() + "*"
    case 6: field()
    case 7: value()
    case 8, 9: clause(depth: depth - 1) + " AND " + clause(depth: depth - 1)
    case 10: clause(depth: depth - 1) + " 或 " + clause(depth: depth - 1)
    case 11: clause(depth: depth - 1) + " OR " + clause(depth: depth - 1)
    case 12: ["-", "+", "!", "NOT ", "非 "].randomElement(using: &random)! + clause(depth: depth - 1)
    case 13: "(" + clauses(depth: depth - 1) + ")"
    case 14: word() + " NEAR/\(Int.random(in: 0...30, using: &random)) " + word()
    default: "（" + clauses(depth: depth - 1) + "）"
    }
  }

  /// A stretch of a text.
  private mutating func word() -> String {
    guard let text = texts.randomElement(using: &random) else { return "金融" }
    let start = Int.random(in: 0..<text.count, using: &random)
    let length = Int.random(in: 1...8, using: &random)
    return String(String.UnicodeScalarView(text[start...].prefix(length)))
  }

  private mutating func field() -> String {
    let name = [
      "kind", "文种", "title", "标题", "issuer", "date", "有效", "valid", "amount", "金额", "percent", "region", "id", "foo",
      "expires",
    ]
    .randomElement(using: &random)!
    let values = [
      "意见", "2024", ">=2023-05", "2020..2024-06", "..2019", "500万元..1亿元", ">30", "<=百分之五十", "2024-05-01", "abc",
      "\"实施 意见\"", "",
    ]
    return name + [":", "："].randomElement(using: &random)! + values.randomElement(using: &random)!
  }

  private mutating func value() -> String {
    [
      "5000万元", "百分之五十", "２０２４年", "二〇二四年三月五日", "国办发〔2024〕7号", "岚政发[2022]18号", "3‰", "1.2亿", "一二三", "〇",
      "99999999999999999999",
    ]
    .randomElement(using: &random)!
  }

  private static let signs = Array(
    "\"“”()（）*:：+-!&|/.,〔〕[]号年%万亿\u{0}\u{3}\u{FEFF}\u{301}😀\n\tANDORT 国２𠀀".unicodeScalars)

  private mutating func spoilt(_ query: String) -> String {
    var scalars = Array(query.unicodeScalars)
    for _ in 0..<Int.random(in: 1...6, using: &random) where !scalars.isEmpty {
      let place = Int.random(in: 0..<scalars.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: scalars.remove(at: place)
      case 1: scalars.insert(QueryWriter.signs.randomElement(using: &random)!, at: place)
      case 2: scalars.swapAt(place, Int.random(in: 0..<scalars.count, using: &random))
      case 3: scalars.insert(contentsOf: scalars[place...].prefix(20), at: place)
      default: scalars[place] = QueryWriter.signs.randomElement(using: &random)!
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
