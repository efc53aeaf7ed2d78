// What searches find, in which order, and what they say of it.

import API
import Searching
import TestSupport
import Testing

@Suite("search")
struct SearchTests {
  private func sample() throws -> SampleIndex {
    try SampleIndex([
      ("a", "普惠金融实施意见", "为推进普惠金融高质量发展，现提出如下意见。农业保险承保理赔电子化试点有序推进。"),
      ("b", nil, "金融机构应当普遍提高服务水平，惠及小微企业。"),
      ("c", nil, "各级人民法院依法审理涉外案件，外国企业平等受到保护。"),
      ("d", nil, "本办法自2024年5月1日起施行，总投资15000万元，PM2.5浓度下降３５％。"),
    ])
  }

  @Test(
    "a document is found by any part of it, however it is written",
    arguments: [
      ("法院", ["c"]), ("國企", ["c"]), ("数字普惠金融", ["a", "b"]), ("2024", ["d"]), ("\"5000万\"", ["d"]), ("\"pm2\"", ["d"]),
      ("\"35\"", ["d"]), ("\"金融高质量\"", ["a"]), ("\"金融质量\"", []), ("火星", []),
    ])
  func finds(_ query: String, _ expected: [String]) throws {
    #expect(try sample().ids(query) == expected)
  }

  @Test("documents that hold all of a query exactly stand before those that share words with it")
  func strictFirst() throws {
    let many = String(repeating: "普惠，金融，惠金，", count: 40)
    let index = try SampleIndex([
      ("loose", nil, many), ("strict", nil, "关于普惠金融的意见。" + String(repeating: "其他内容不相关。", count: 200)),
    ])
    let answer = try index.search("普惠金融")
    #expect(answer.hits.map(\.id) == ["strict", "loose"])
    #expect(answer.total == Total(strict: 1, loose: 2, exact: true))
  }

  @Test("a quoted phrase is required, whatever else is asked for")
  func requiredPhrase() throws {
    let index = try sample()
    #expect(try index.ids("\"农业保险承保\" 金融 法院") == ["a"])
    #expect(try index.ids("金融 \"人民法院依法\"") == [])
  }

  @Test("a prefix with marks in it is text that goes on as it likes")
  func prefixWithMarks() throws {
    let index = try SampleIndex([("a", nil, "检测covid-19a毒株。"), ("b", nil, "检测covid 19毒株。")])
    #expect(try index.ids("covid-19*") == ["a"])
    #expect(try index.ids("covid*").sorted() == ["a", "b"])
  }

  @Test("a value that no document has in its field is said to be unknown, and only where nothing matches")
  func unknownValue() throws {
    let index = try sample()
    let answer = try index.search("kind:通之 金融")
    #expect(answer.hits.isEmpty)
    #expect(answer.notices.map(\.code) == ["unknown-value"])
    #expect(try index.filtered("金融", by: ["issuers=某局"]).notices.map(\.code) == ["unknown-value"])
    #expect(try index.search("kind:通之 OR 金融").notices.isEmpty)
    let loose = try index.filtered("金融法院", by: ["collection=default", "collection=其他"])
    #expect(loose.total.strict == 0 && loose.total.loose > 0 && loose.notices.isEmpty)
  }

  @Test("of a query of hundreds of words all parts have a say, and the document that holds it all comes first")
  func longQuery() throws {
    var random = SeededGenerator(seed: 3)
    let text = String(
      String.UnicodeScalarView(
        (0..<900).map { _ in Unicode.Scalar(UInt32.random(in: 0x4E00...0x51FF, using: &random))! }))
    let index = try SampleIndex([
      ("whole", nil, "前言。\(text)。后记。"), ("half", nil, String(text.prefix(450))), ("other", nil, "金融工作。"),
    ])
    let answer = try index.search(text)
    #expect(answer.hits.map(\.id) == ["whole", "half"])
    #expect(answer.total == Total(strict: 1, loose: 2, exact: true))
    #expect(try index.search("\"\(text)\"").hits.map(\.id) == ["whole"])
  }

  @Test("a phrase does not reach over a full stop or the end of a paragraph")
  func phraseEnds() throws {
    let index = try SampleIndex([("a", nil, "一、发展意见。农业保险\n二、试点工作")])
    #expect(try index.ids("\"意见农业\"") == [])
    #expect(try index.ids("\"保险二\"") == [])
    #expect(try index.ids("\"农业保险\"") == ["a"])
  }

  @Test("each run of a quotation is an exact phrase, and all are required")
  func phraseOfRuns() throws {
    let index = try sample()
    #expect(try index.ids("\"质量发展，现提出\"") == ["a"])
    #expect(try index.ids("\"质量发展，承保费\"") == [])
  }

  @Test("the title is part of what is searched, and shown once")
  func title() throws {
    let answer = try sample().search("\"普惠金融实施意见\"")
    #expect(answer.hits.map(\.id) == ["a"])
    #expect(answer.hits.first?.title == "普惠金融实施意见")
  }

  @Test(
    "what cannot be understood becomes a notice, and the rest is answered",
    arguments: [
      ("金融\"法院", "unclosed-quotation", 3), ("，。！", "no-words", 0), ("\"\" 法院", "no-words", 1), ("", nil, 0),
    ] as [(String, String?, Int)])
  func notices(_ query: String, _ code: String?, _ count: Int) throws {
    let answer = try sample().search(query)
    #expect(answer.notices.map(\.code) == (code.map { [$0] } ?? []))
    #expect(answer.hits.count == count)
  }

  @Test("Chinese quotation marks are a phrase alone, and text inside a longer string")
  func chineseQuotes() throws {
    let index = try SampleIndex([("a", nil, "深化“放管服”改革，优化营商环境"), ("b", nil, "深化改革，放开管制")])
    #expect(try index.ids("“放管服”") == ["a"])
    #expect(try index.ids("深化“放管服”改革").count == 2)
  }

  @Test("stop words are left out of ranking, but not when nothing else is asked for or when they are quoted")
  func stopWords() throws {
    let index = try SampleIndex([("a", nil, "如何申报"), ("b", nil, "申报条件")])
    #expect(try index.ids("如何") == ["a"])
    #expect(try index.ids("\"如何\"") == ["a"])
    #expect(Set(try index.ids("如何申报")) == ["a", "b"])
  }

  @Test("a request beyond the limits is refused with the limit")
  func limits() throws {
    let index = try sample()
    for request in [
      SearchRequest(query: String(repeating: "法", count: 1_366)), SearchRequest(query: "法院", limit: -1),
      SearchRequest(query: "法院", limit: 1_001), SearchRequest(query: "法院", passages: -1),
    ] {
      let error = #expect(throws: SearchError.self) { try index.searcher.search(request) }
      #expect(error?.code == .invalidRequest)
    }
    #expect(throws: Never.self) { try index.search(String(repeating: "法", count: 1_365)) }
  }

  @Test("limit 0 counts without giving hits")
  func countOnly() throws {
    let answer = try sample().search("金融", limit: 0)
    #expect(answer.hits.isEmpty)
    #expect(answer.total == Total(strict: 2, loose: 2, exact: true))
  }
}
