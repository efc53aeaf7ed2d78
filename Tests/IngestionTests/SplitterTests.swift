// Where documents begin and end: what splitting makes of small texts.

import Archive
import TestSupport
import Testing

@testable import Ingestion

@Suite("splitting")
struct SplitterTests {
  private static let source = SourceID(path: "公报.txt")

  private static func documents(_ paragraphs: [String]) -> [Document] {
    let text = paragraphs.joined(separator: "\n\n")
    return Ingestor().ingest(Array(text.utf8), of: source, format: .text).documents
  }

  /// The documents, each as its paragraphs' indices, with its parent's index behind a slash.
  private func split(_ paragraphs: [String]) -> [String] {
    let documents = SplitterTests.documents(paragraphs)
    return documents.map { document in
      let indices = document.metadata.lines.flatMap { $0.map { ($0 - 1) / 2 } }
      let parent = document.metadata.parent.map { id in "/\(documents.firstIndex { $0.id == id }!)" } ?? ""
      return Set(indices).sorted().map(String.init).joined(separator: ",") + parent
    }
  }

  private static let head = ["松政发〔2024〕2号", "松陵县人民政府关于加快茶叶产业发展的意见", "各乡镇人民政府，县政府各部门："]
  private static let body = ["为做大茶叶产业，现提出如下意见。", "一、总体要求", "到2026年，全县茶园面积稳定在10万亩。"]
  private static let foot = ["松陵县人民政府", "2024年1月18日"]
  private static let notice = [
    "松政办发〔2024〕5号", "松陵县人民政府办公室关于印发《松陵县茶园管理办法》的通知", "各乡镇人民政府，县政府各部门：",
    "现将《松陵县茶园管理办法》印发给你们，请认真执行。", "松陵县人民政府办公室", "2024年2月6日",
  ]
  private static let rules = ["松陵县茶园管理办法", "第一条 为规范茶园管理，制定本办法。", "第二条 本办法自印发之日起施行。"]

  @Test("a number opens a document, its title and salutation go with it")
  func numbers() {
    let one = SplitterTests.head + SplitterTests.body + SplitterTests.foot
    #expect(split(one) == ["0,1,2,3,4,5,6,7"])
    #expect(split(one + one) == ["0,1,2,3,4,5,6,7", "8,9,10,11,12,13,14,15"])
  }

  @Test("a number below a title belongs to it")
  func numberBelowTitle() {
    let one =
      [SplitterTests.head[1], SplitterTests.head[0]] + SplitterTests.head[2...] + SplitterTests.body
      + SplitterTests.foot
    #expect(split(one + one) == ["0,1,2,3,4,5,6,7", "8,9,10,11,12,13,14,15"])
  }

  @Test("a title that the notice above names is an attachment's")
  func attachment() {
    let text = SplitterTests.notice + SplitterTests.rules
    #expect(split(text) == ["0,1,2,3,4,5", "6,7,8/0"])
    #expect(split(text + SplitterTests.head + SplitterTests.body) == ["0,1,2,3,4,5", "6,7,8/0", "9,10,11,12,13,14"])
  }

  @Test("the imprint and the copies below an attachment belong to the notice")
  func imprint() {
    let imprint = ["抄送：县委各部门，县人大常委会办公室。", "松陵县人民政府办公室 2024年2月7日印发"]
    #expect(split(SplitterTests.notice + SplitterTests.rules + imprint) == ["0,1,2,3,4,5,9,10", "6,7,8/0"])
  }

  @Test("a registration number belongs to the document below it")
  func registration() {
    let text =
      SplitterTests.notice + SplitterTests.rules + ["登记号：SLXDR-2024-0010002"] + SplitterTests.head + SplitterTests.body
    #expect(split(text) == ["0,1,2,3,4,5", "6,7,8/0", "9,10,11,12,13,14,15"])
  }

  @Test("attachments follow their mark, whether a title stands below it or only in the list")
  func marks() {
    let list = ["附件：1.茶园登记表", "2.茶叶产业发展领导小组成员名单"]
    let text =
      SplitterTests.head + SplitterTests.body + list + SplitterTests.foot + ["附件1", "茶园登记表", "序号 乡镇 面积", "1 古渡镇 300亩"]
      + ["附件2", "组长：韩若松 县长", "成员：罗知秋 县商务局局长"]
    #expect(split(text) == ["0,1,2,3,4,5,6,7,8,9", "10,11,12,13/0", "14,15,16/0"])
    let titles = SplitterTests.documents(text).map(\.metadata.title)
    #expect(titles == [SplitterTests.head[1], "茶园登记表", "茶叶产业发展领导小组成员名单"])
    #expect(SplitterTests.documents(text)[2].metadata.inferred.contains(.title))
  }

  @Test("a signature that cut an attachment's title off from its text is the notice's")
  func cutNotice() {
    let cut =
      SplitterTests.notice[..<4] + [SplitterTests.rules[0]] + SplitterTests.notice[4...] + SplitterTests.rules[1...]
    #expect(split(Array(cut)) == ["0,1,2,3,5,6", "4,7,8/0"])
  }

  @Test("a document whose text begins behind its signature is one document")
  func headAndFootFirst() {
    let text = [SplitterTests.head[0]] + SplitterTests.foot + ["（此件公开发布）"] + SplitterTests.body
    #expect(split(text) == ["0,1,2,3,4,5,6"])
  }

  @Test(
    "a title that is quoted, listed or in running text opens nothing",
    arguments: [
      ["为贯彻下列文件精神，制定本方案：", "关于加强茶园管理的通知", "关于加强茶叶质量安全的通知", "一、目标", "到2026年全面完成。"],
      ["松陵县茶叶志", "第一章 源流", "松陵产茶，始于宋代。", "第二章 制茶", "制茶之法有三。"],
      ["一、本县要认真执行关于茶园管理的规定", "二、各乡镇要落实茶园管理办法", "（一）签订责任书"],
    ])
  func noTitles(text: [String]) { #expect(SplitterTests.documents(text).count == 1) }

  @Test(
    "texts that are no official documents are one document without fields",
    arguments: [
      ["春天来了。", "山坡上的茶树冒出了新芽，采茶的人一早就上了山。", "“今年的茶好。”老人说。"],
      (0..<10_000).map { "\($0 * 7919 % 100_003) \($0 * 104_729 % 1_000_003)" },
      ["松陵县开展春茶采摘活动", "来源：松陵日报 2024年3月28日", "本报讯 昨日，全县春茶开采，3000余名茶农走进茶园。", "责任编辑：陶安"],
    ])
  func otherTexts(text: [String]) throws {
    let documents = SplitterTests.documents(text)
    try #require(documents.count == 1)
    let metadata = documents[0].metadata
    #expect(metadata.number == nil && metadata.issuers.isEmpty && metadata.date == nil && metadata.kind == nil)
    #expect(metadata.parent == nil && metadata.inferred.isEmpty)
  }

  @Test("every paragraph is in one document, with its way back, whatever order the parts stand in", arguments: 0..<200)
  func law(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pool =
      SplitterTests.head + SplitterTests.body + SplitterTests.foot + SplitterTests.notice + SplitterTests.rules + [
        "附件", "附件1", "附件：1.甲表", "2.乙表", "（此件公开发布）", "登记号：A-1", "抄送：县委。", "序号 名称 数量", "目录", "——",
        "（2024年1月10日县政府常务会议通过）", "县长 韩若松", "关于", "第三条 三。", "组长：韩若松",
      ]
    let text = (0..<Int.random(in: 1...40, using: &generator)).map { _ in pool.randomElement(using: &generator)! }
    let repaired = Repairer().repair(SourceText(wholeSource: Array(text.joined(separator: "\n\n").unicodeScalars)))
    let documents = DocumentMaker(repaired, source: SplitterTests.source).documents()
    #expect(
      documents.flatMap { $0.text.split(separator: "\n") }.sorted() == repaired.text.split(separator: "\n").sorted())
    for document in documents {
      let lines = Set(document.metadata.lines.joined())
      let count = document.text.unicodeScalars.count
      #expect((0..<count).allSatisfy { document.spans.position(at: $0).map { lines.contains($0.line) } ?? false })
      #expect(document.metadata.parent.map { $0 < document.id || documents.count > 9 } ?? true)
    }
  }

  @Test("random characters never trap, and are divided into all of their paragraphs", arguments: 0..<100)
  func randomText(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let signs = Array("附件关于印发的通知号〔〕2024年月日第一条章、。：，《》（）()各县府局1 \n\n#\u{C}".unicodeScalars)
    let scalars = (0..<400).map { _ in signs.randomElement(using: &generator)! }
    let repaired = Repairer().repair(SourceText(wholeSource: scalars))
    let documents = DocumentMaker(repaired, source: SplitterTests.source).documents()
    #expect(documents.reduce(0) { $0 + $1.text.split(separator: "\n").count } == repaired.paragraphs.count)
    #expect(documents.flatMap(\.edits).count == repaired.edits.count)
  }
}
