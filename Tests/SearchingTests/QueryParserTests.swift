// The query language: what each form is read as, and that every text is read.

import API
import TestSupport
import Testing

@testable import Searching

@Suite("query language")
struct QueryParserTests {
  @Test(
    "a query is read as its clauses",
    arguments: [
      ("普惠金融 首贷", [#"words("普惠金融 首贷")"#]),
      (#"普惠 "首贷户" 金融"#, [#"words("普惠")"#, #"phrase("首贷户")"#, #"words("金融")"#]),
      ("普惠 AND 首贷", [#"and(words("普惠"), words("首贷"))"#]), ("普惠 与 首贷", [#"and(words("普惠"), words("首贷"))"#]),
      ("普惠 與 首贷", [#"and(words("普惠"), words("首贷"))"#]),
      ("a OR b AND c", [#"or(words("a"), and(words("b"), words("c")))"#]),
      ("甲 或 乙 或 丙", [#"or(words("甲"), words("乙"), words("丙"))"#]),
      ("x a || b", [#"words("x")"#, #"or(words("a"), words("b"))"#]),
      ("保险 NOT 农业", [#"words("保险")"#, #"not(words("农业"))"#]), ("保险 -农业", [#"words("保险")"#, #"not(words("农业"))"#]),
      ("保险 非 农业", [#"words("保险")"#, #"not(words("农业"))"#]), ("+保险 农业", [#"required(words("保险"))"#, #"words("农业")"#]),
      (#"-"农业保险""#, [#"not(phrase("农业保险"))"#]), ("(a OR b) AND c", [#"and(or(words("a"), words("b")), words("c"))"#]),
      ("（甲 或 乙） 丙", [#"or(words("甲"), words("乙"))"#, #"words("丙")"#]),
      ("普惠 NEAR/8 金融", [#"near/8(words("普惠"), words("金融"))"#]),
      (#""普惠" 近 金融"#, [#"near/10(phrase("普惠"), words("金融"))"#]),
      ("a NEAR/2 b NEAR/3 c", [#"and(near/2(words("a"), words("b")), near/3(words("b"), words("c")))"#]),
      ("普惠*", [#"prefix("普惠")"#]), ("kind:意见 保险", [#"kind("意见")"#, #"words("保险")"#]),
      ("文种：意见", [#"kind("意见")"#]), (#"title:"实施 意见""#, [#"title("实施 意见")"#]), ("Issuer:省政府", [#"issuers("省政府")"#]),
      ("number:国办发(2024)7号", [#"number("国办发(2024)7号")"#]), ("-kind:通知", [#"not(kind("通知"))"#]),
      ("date:>=2023 date:..2024-06", [#"date(">=2023")"#, #"date("..2024-06")"#]),
      ("云政办发(2024)6号", [#"words("云政办发(2024)6号")"#]), ("临政办发（2024）15号 普惠", [#"words("临政办发（2024）15号 普惠")"#]),
      ("(国办发(2024)7号 OR 乙)", [#"or(words("国办发(2024)7号"), words("乙"))"#]),
      ("2023-2024 A+B", [#"words("2023-2024 A+B")"#]), ("https://a.cn/x 10:30", [#"words("https://a.cn/x 10:30")"#]),
      ("关于“放管服”改革", [#"words("关于“放管服”改革")"#]), ("“放管服” 改革", [#"phrase("放管服")"#, #"words("改革")"#]),
      ("(a)AND(b OR c)", [#"and(words("a"), or(words("b"), words("c")))"#]),
      ("甲 NOT(乙)", [#"words("甲")"#, #"not(words("乙"))"#]),
      ("( a OR b ) AND c", [#"and(or(words("a"), words("b")), words("c"))"#]), ("非（国有）企业", [#"words("非（国有）企业")"#]),
      ("and or not", [#"words("and or not")"#]), ("(普惠 金融) 首贷", [#"words("普惠 金融 首贷")"#]),
    ])
  func reading(_ query: String, _ expected: [String]) {
    let parsed = QueryParser.parse(query)
    #expect(parsed.clauses.map(\.description) == expected)
    #expect(parsed.notices.isEmpty, "\(parsed.notices)")
  }

  @Test(
    "what breaks the grammar is words, and a notice says so",
    arguments: [
      (#"金融"法院"#, #"words("金融 法院")"#, ["unclosed-quotation"]), ("AND 保险", #"words("AND 保险")"#, ["operator-as-word"]),
      ("保险 OR", #"words("保险 OR")"#, ["operator-as-word"]), ("a AND NOT", #"words("a AND NOT")"#, ["operator-as-word"]),
      ("(a OR b", #"or(words("a"), words("b"))"#, ["open-parenthesis"]), ("a)", #"words("a)")"#, []),
      ("- 保险", #"words("- 保险")"#, []), ("foo:bar", #"words("foo:bar")"#, ["unknown-field"]),
      ("kind: 意见", #"words("kind: 意见")"#, ["empty-field"]), ("NOT", #"words("NOT")"#, ["operator-as-word"]),
      ("NEAR/8 a", #"words("NEAR/8 a")"#, ["operator-as-word"]), ("*", #"words("*")"#, []), ("", "", []),
    ])
  func recovery(_ query: String, _ expected: String, _ notices: [String]) {
    let parsed = QueryParser.parse(query)
    #expect(parsed.clauses.map(\.description).joined(separator: "; ") == expected)
    #expect(Set(parsed.notices.map(\.code)) == Set(notices))
    #expect(!parsed.isStrict || query.contains("OR b"))
  }

  @Test("operators between parts make all of the query required; signs do not")
  func strictness() {
    for query in ["a b AND c", "a (b OR c)", "a NEAR/3 b c"] { #expect(QueryParser.parse(query).isStrict, "\(query)") }
    for query in ["a b", "a -b", "+a b", "a NOT b", #""a" b"#, "kind:意见 a", "(a b) c"] {
      #expect(!QueryParser.parse(query).isStrict, "\(query)")
    }
  }

  @Test("the farthest that NEAR looks is limited")
  func distance() {
    let far = QueryParser.parse("a NEAR/9999 b")
    #expect(far.clauses.map(\.description) == [#"near/200(words("a"), words("b"))"#])
    #expect(far.notices.map(\.code) == ["near-too-far"] && QueryParser.parse("a NEAR/200 b").notices.isEmpty)
  }

  @Test("nesting deeper than the limit is read, and a notice says so", arguments: ["(", "-", "!(", "NOT "])
  func depth(opening: String) {
    let parsed = QueryParser.parse(String(repeating: opening, count: 4_000) + "保险 OR 金融")
    #expect(parsed.notices.contains { $0.code == "too-deep" })
    #expect("\(parsed.clauses)".contains("保险"))
  }

  @Test("every text is read, and nothing that can be searched gets lost", arguments: 0..<200)
  func total(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "普惠", "AND", "OR", "NOT", "与", "或", "非", "(", ")", "（", "）", "\"", "“", "”", "+", "-", "!", "*", ":", "kind:",
      "date:2024",
      " ", " ", "NEAR/3", "a", "\u{0}", "\n", "😀", "金额:>=5万元", "号", "〔2024〕7号", "..", "&&", "|",
    ]
    for _ in 0..<50 {
      let query = (0..<Int.random(in: 0...30, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }
        .joined()
      let parsed = QueryParser.parse(query)
      let text = "\(parsed.clauses)"
      #expect(query.contains("普惠") == text.contains("普惠"), "\(query)")
      #expect(query.contains("😀") == text.contains("😀"), "\(query)")
    }
  }
}
