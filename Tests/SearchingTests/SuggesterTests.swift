// What may have been meant, from a small index.

import API
import Analysis
import Indexing
import Testing

@testable import Searching

private let records: [(id: String, title: String?, text: String)] = [
  ("1", "普惠金融", "大力发展普惠金融，完善普惠金融服务体系，支持小微企业。普及金融知识。"),
  ("2", "便民服务", "推进便民服务中心建设，提高便民服务水平。方便群众，明确责任。"),
  ("3", "账户管理", "加强银行账户管理，开立账户应当实名。个人账户不得出借。"),
  ("4", "队伍建设", "加强干部队伍建设。会同社会各界做好社会保险工作。第九十八条 本办法自公布之日起施行。"),
  ("5", "Banking", "The committee supervises banking and insurance. PM2.5 浓度，5G网络建设。"),
  ("6", "信息化", "推进信息化建设，数字政府建设，加强网络安全。"),
  ("7", "金融", "普惠金融贷款贴息，普惠金融发展专项资金。"),
]

private func suggest(_ run: String, limit: Int = 3, in index: SampleIndex? = nil) throws -> [Suggestion] {
  let index = try index ?? SampleIndex(records)
  return try Suggester(database: index.searcher.reader.database, analyzer: Analyzer()).suggestions(
    for: run, limit: limit)
}

private func texts(_ run: String) throws -> [String] { try suggest(run).map(\.text) }

@Test(
  "what was meant is the first suggestion",
  arguments: [
    ("普慧金融", "普惠金融"),  // sounds the same
    ("普会今融", "普惠金融"),  // two that do
    ("便明服务", "便民服务"),  // n and ng
    ("帐户", "账户"),  // two characters only
    ("队五建设", "队伍建设"),  // a numeral that is none
    ("普患金融", "普惠金融"),  // looks alike
    ("网络建没", "网络建设"),  // at the end
    ("会社保险", "社会保险"),  // exchanged
    ("普惠惠金融", "普惠金融"),  // doubled
    ("普惠的金融", "普惠金融"),  // one too many
    ("普金融", "普惠金融"),  // one missing
    ("帳戶", "账户"),
    ("comittee", "committee"), ("bankign", "banking"), ("ＩＮＳＵＲＥＮＣＥ", "insurance"),
  ])
func meant(run: String, text: String) throws { #expect(try texts(run).first == text) }

@Test(
  "a part of a longer run is put right by itself",
  arguments: [
    ("普慧金融实施方案", "普慧金融", "普惠金融"),
    ("支持小微企业普慧金融的政策", "普慧金融", "普惠金融"),
    ("5g网洛", "网洛", "网络"),
    ("大力发展普慧金融完善普惠金融服务体系支持小微企业", "普慧金融", "普惠金融"),
  ])
func part(run: String, part: String, text: String) throws {
  let suggestions = try suggest(run)
  #expect(suggestions.contains { $0.run == part && $0.text == text })
}

@Test("the number is that of the documents that hold the text exactly")
func counts() throws {
  #expect(try suggest("普慧金融") == [Suggestion(run: "普慧金融", text: "普惠金融", count: 2)])
  #expect(try suggest("普慧金融", limit: 0).isEmpty)
}

@Test(
  "nothing is suggested for what documents hold, for numbers, and for what nothing resembles",
  arguments: [
    "普惠金融", "账户", "社会", "banking", "第九十八条", "第九十七条", "鲲鹏展翅", "龘龘龘龘", "量子纠缠", "2024", "pm2", "pm25", "xyzzy",
    "普", "鲲", "", "。", "😀", "👨‍👩‍👧‍👦", "ひらがな", "\u{0}", "\u{10FFFF}",
  ])
func nothing(run: String) throws { #expect(try suggest(run).isEmpty) }

@Test("a rare spelling is one that a fiftieth of the documents of another hold")
func rare() throws {
  let common = (1...60).map { ("\($0)", nil as String?, "第\($0)号 单位应当开立账户。") }
  func index(_ others: Int) throws -> SampleIndex {
    try SampleIndex(common + (1...others).map { ("x\($0)", nil, "另附\($0)：单位应当开立帐户。") })
  }
  #expect(try suggest("帐户", in: index(1)) == [Suggestion(run: "帐户", text: "账户", count: 60)])
  #expect(try suggest("开立帐户", in: index(1)) == [Suggestion(run: "开立帐户", text: "开立账户", count: 60)])
  #expect(try suggest("帐户", in: index(2)).isEmpty)
}

@Test("the same index gives the same suggestions")
func deterministic() throws {
  for run in ["普慧金融", "便明服务", "普会今融", "comittee", "支持小微企业普慧金融的政策"] {
    #expect(try suggest(run) == suggest(run) && !suggest(run).isEmpty)
  }
}

@Test(
  "hostile runs ask the index no more than the limits",
  arguments: [
    String(repeating: "的", count: 1365), String(repeating: "普慧", count: 682), String(repeating: "a", count: 4096),
    String(repeating: "普慧金融a", count: 315), String(repeating: "👍🏽", count: 512), "一是十实事时使市式",
    String(String.UnicodeScalarView((0..<1365).map { Unicode.Scalar(0x4E00 + $0)! })),
  ])
func bounded(run: String) throws {
  let sample = try SampleIndex(records)
  let suggester = Suggester(database: sample.searcher.reader.database, analyzer: try Analyzer())
  let report = try suggester.report(run)
  #expect(report.lookups <= 2_000 && report.walked <= 6_000 && report.phrases <= 40)
  #expect(report.suggestions.count <= 3)
}

@Test("from its end on a question asks the index nothing")
func over() throws {
  let sample = try SampleIndex(records)
  let end = SearchEnd(after: 0, received: .now, flag: nil)
  for run in ["普慧金融", "comittee", "支持小微企业普慧金融的政策"] {
    let report = try Suggester(database: sample.searcher.reader.database, analyzer: Analyzer(), end).report(run)
    #expect(report.suggestions.isEmpty && [report.lookups, report.walked, report.phrases] == [0, 0, 0], "\(run)")
  }
}

@Test("suggestions asked for by themselves are those of a search, also where documents match")
func asked() throws {
  let searcher = try SampleIndex(records).searcher
  for query in ["普慧金融", "普慧金融 银行帐户", "comittee", "普惠金融", "。"] {
    let answer = try SuggestRequest(query: query).answer(by: searcher)
    #expect(answer.suggestions == (try searcher.search(SearchRequest(query: query)).suggestions), "\(query)")
  }
  #expect(try SuggestRequest(query: "便民服务 OR 普慧金融", limit: 1).answer(by: searcher).suggestions.map(\.text) == ["普惠金融"])
  #expect(throws: SearchError.self) { try SuggestRequest(query: "a", limit: 0).answer(by: searcher) }
}
