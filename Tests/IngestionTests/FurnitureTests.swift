// What belongs to pages is found, and what belongs to texts stays.

import Archive
import TestSupport
import Testing

@testable import Ingestion

@Suite("furniture")
struct FurnitureTests {
  private static let sentence = "各县区人民政府要建立健全工作机制，明确责任分工，加强督促检查，确保各项任务按期完成并取得实效，"

  /// Pages of running text, broken into lines, with lines before and behind each.
  private func pages(
    _ count: Int, lines: Int = 30, cells: Int = 20, head: (Int) -> [String] = { _ in [] },
    foot: (Int) -> [String] = { _ in [] }
  ) -> String {
    let text = Array(String(repeating: FurnitureTests.sentence, count: count * lines * cells / 40 + 1))
    return (0..<count).flatMap { page in
      let body = (0..<lines).map { line in
        let start = (page * lines + line) * cells
        return String(text[start..<start + cells])
      }
      return head(page) + body + foot(page)
    }.joined(separator: "\n")
  }

  private func furniture(_ source: String) -> [FurnitureLine] {
    Repairer().repair(SourceText(wholeSource: Array(source.unicodeScalars))).furniture
  }

  @Test(
    "page numbers are found in every dress",
    arguments: ["N", "- N -", "—N—", "— N —", "－N－", "·N·", "第 N 页", "第N页 共20页", "N/20", "一N一", "P"])
  func pageNumbers(dress: String) {
    let roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"]
    let source = pages(8) {
      [dress == "P" ? roman[$0] : dress.replacing("N", with: String($0 + 1))]
    }
    let found = furniture(source)
    #expect(found.count == 8 && found.allSatisfy { $0.kind == .pageNumber })
  }

  @Test("full-width page numbers that begin at any number are found")
  func fullWidthNumbers() {
    let digits = "０１２３４５６７８９".map(String.init)
    let source = pages(6, foot: { page in [String(page + 17).map { digits[$0.wholeNumberValue!] }.joined()] })
    #expect(furniture(source).map(\.text) == ["１７", "１８", "１９", "２０", "２１", "２２"])
  }

  @Test(
    "heads and feet are found, whatever the sides and order",
    arguments: [
      ["云泽市人民政府公报 2024·3 N", "N 云泽市人民政府公报 2024·3"], ["2024年第3期 N", "N 云泽市人民政府公报"],
      ["云 泽 市 人 民 政 府 公 报"], ["N 临湖区教育局文件", "临湖区教育局文件 N"], ["青岚省惠企政策汇编2024年第一季度"],
      ["N松陵县人民政府公报", "松陵县人民政府公报N"], ["云泽市人民政府公报　县区文件", "云泽市人民政府公报　县区文件"],
    ])
  func heads(dress: [String]) {
    let source = pages(12, head: { [dress[$0 % dress.count].replacing("N", with: String($0 + 5))] })
    let found = furniture(source)
    #expect(found.count == 12 && found.allSatisfy { $0.kind == .runningHead || $0.line == 1 })
  }

  @Test("a section's name beside page numbers is a head, an attachment's is not")
  func sections() {
    let source = pages(10, head: { [$0 < 5 ? "市政府文件" : "部门文件"] }, foot: { ["· \($0 + 1) ·"] })
    #expect(furniture(source).count == 20)
    let attached = pages(10, head: { _ in ["附件"] }, foot: { ["· \($0 + 1) ·"] })
    #expect(furniture(attached).allSatisfy { $0.kind == .pageNumber })
  }

  @Test("one foot with name, issue and page number is enough")
  func oneFoot() {
    let source = pages(1) + "\n14 临湖区人民政府公报 2024·4\n" + pages(1)
    #expect(furniture(source).map(\.text) == ["14 临湖区人民政府公报 2024·4"])
  }

  @Test("beside page numbers, name and issue are a head on pages of a few lines too, and so are two parts wide apart")
  func headsOfShortPages() {
    let gap = String(repeating: " ", count: 32)
    for head in ["云泽市人民政府公报 2024·5", "市政府文件\(gap)云泽市人民政府公报 2024年第5期"] {
      let source = pages(3, lines: 3, foot: { ["· \($0 + 11) ·", head] })
      let found = furniture(source)
      #expect(found.count == 6 && found.count { $0.kind == .runningHead && $0.text == head } == 3)
      #expect(paragraphs(of: source).count == 1)
    }
    let first = "云泽市人民政府公报 2024年第5期\(gap)市政府文件"
    #expect(furniture(first + "\n" + pages(1)).map(\.kind) == [.cover])
    // Once, with no page's number beside it, it is none.
    let given = "云泽市人民政府公报 2024·5"
    #expect(furniture(pages(1) + "。\n" + given + "\n" + pages(1)).isEmpty)
  }

  @Test(
    "lines of documents stay",
    arguments: [
      // A cell, a year, numbers that count up too fast.
      "总计\n12\n2024\n合计\n13", (1...2_000).map(String.init).joined(separator: "\n"),
      (1...60).map { "\($0)\n完善农村电商公共服务体系，建设村级网点\n市商务局\n2024" }.joined(separator: "\n"),
      (1...400).map { "\($0) 临湖区教育局" }.joined(separator: "\n"),
      // Titles, salutations, signatures and remarks that repeat.
      String(
        repeating: "云政发〔2024〕7号\n云泽市人民政府\n关于做好防汛工作的通知\n各县、区人民政府：\n现通知如下。\n云泽市人民政府\n2024年5月6日\n（此件公开发布）\n",
        count: 20),
      "2023年松陵县国民经济和社会发展统计公报\n2023年，全县经济运行总体平稳。",
      "抄送：市委办公室。\n云泽市人民政府办公室 2024年5月6日印发",
      "联系人：程漪\n电话：0000-1234567\n网址：\nhttps://www.yunze.example/zwgk/\n地址：云泽市府前路1号",
      "松陵县突发事件应急预案\n目录\n一、总则\n二、职责\n一、总则\n为了应对突发事件，制定本预案。",
      "公开渠道\n政府公报\n公开渠道\n政府公报\n公开渠道\n政府公报",
    ])
  func texts(source: String) {
    #expect(furniture(source).isEmpty)
  }

  @Test("addresses that cut a sentence were printed at a page's end, also over two lines")
  func links() {
    let half = pages(1, lines: 10)
    let link = "https://www.songlingxian.example/zwgk/zfxxgk/fdzdgknr/\nlzyj/gfxwj/202405/t2024_1.html"
    let found = furniture(half + "\n" + link + "\n" + half)
    #expect(found.map(\.line) == [11, 12] && found.allSatisfy { $0.kind == .linkAddress })
    #expect(furniture(half + "\n办理网址：\n" + link + "\n" + half).isEmpty)
    // The text's own address, broken before its host.
    let given = "有关材料由经办人员在办理期限之内登录https://\nwww.songling.example/banli/205/\n上传，逾期不再受理。\n"
    #expect(!furniture(half + "\n" + given + half + "\n" + link + "\n" + half).contains { $0.text.contains("banli") })
  }

  @Test("a contents list and what stands before it go, the documents stay")
  func contents() {
    let source = """
      青岚省惠企政策汇编
      （2019—2024年）
      青岚省人民政府政策研究室 编
      目 录
      1. 青岚省人民政府关于进一步优化营商环境的若干意见………1
      2. 青岚省财政厅关于修改农业保险保费补贴管理
      办法的通知·····\t12
      青岚省人民政府关于进一步优化营商环境的若干意见
      各市人民政府：
      现提出以下意见。
      """
    let found = furniture(source)
    #expect(found.map(\.line) == Array(1...7))
    #expect(found.map(\.kind) == [.cover, .cover, .cover, .contents, .contents, .contents, .contents])
  }

  @Test("a contents list without page numbers ends where its first title stands again")
  func plainContents() {
    let titles = ["临湖区人民政府关于加强村级财务管理的通知", "临湖区人民政府关于印发消防工作方案的通知", "临湖区教育局关于做好招生工作的意见"]
    let texts = titles.flatMap { [$0, "各镇人民政府：", "现通知如下，请遵照执行。"] }
    #expect(furniture((["目录"] + titles + texts).joined(separator: "\n")).map(\.line) == [1, 2, 3, 4])
  }

  @Test("a colophon goes")
  func colophon() {
    let source = pages(1) + "。\n主办：云泽市人民政府办公室\n编印：云泽市人民政府公报编辑部\n准印证：（青）第0001号\n地址：府前路1号"
    #expect(furniture(source).map(\.kind) == [.cover, .cover, .cover, .cover])
  }

  @Test("a colophon may hold a sentence, and a list of prices is none")
  func labels() {
    let colophon = "\n主办：云泽市人民政府\n编辑出版：公报编辑部\n责任编辑：韩若松\n本刊所登文件具有同等效力。\n地址：府前路1号\n承印：云泽印刷厂\n电话：000-0000"
    #expect(furniture(pages(1) + "。" + colophon).map(\.kind) == Array(repeating: .cover, count: 7))
    let list = "\n地址：红星路1号\n定价：每平方米3200元\n地址：红旗路8号\n定价：每平方米3500元\n电话：000-0000"
    #expect(furniture(pages(1) + "。" + list).isEmpty)
  }

  @Test("articles about prices and licences are no colophon, wherever they stand")
  func prices() {
    let source = [
      "第八条 有下列行为之一的，责令改正：", "（一）高于政府定价出售的；", "（二）自行改动定价目录的；", "（三）未取得准印证编印资料的；", "（四）定价：不按规定公布的；",
      "由政府定价的商品：", "定价机制", "出版发行", "承印单位", "第九条 本办法自2024年5月1日起施行。",
    ]
    #expect(furniture(source.joined(separator: "\n")).isEmpty)
    #expect(furniture((source.dropLast() + [pages(2)]).joined(separator: "\n")).isEmpty)
  }

  @Test("the line behind a page's furniture opens a page")
  func pageStarts() {
    let scalars = Array(pages(4, foot: { ["- \($0 + 1) -"] }).unicodeScalars)
    let lines = LineMeasurer(scalars).lines()
    var kept = lines
    FurnitureFinder(scalars, lines).find().remove(from: &kept)
    #expect(kept.indices.filter { kept[$0].opensPage } == [30, 60, 90])
  }

  @Test("a space before a line without a blank line shows a page's start where blank lines are everywhere")
  func glued() {
    let text = pages(3, lines: 20).split(separator: "\n").enumerated().map { index, line in
      index == 0 ? String(line) : index % 20 == 0 ? "\n " + line : "\n\n" + line
    }
    let scalars = Array(text.joined().unicodeScalars)
    let lines = LineMeasurer(scalars).lines()
    var kept = lines
    FurnitureFinder(scalars, lines).find().remove(from: &kept)
    #expect(kept.indices.filter { kept[$0].opensPage } == [20, 40])
  }

  @Test(
    "adversarial texts take linear time and lose nothing",
    arguments: [
      ("\n", 2_000_000), ("市政府文件\n", 200_000), ("目录\n", 50_000), ("1\n2\n3\n", 50_000),
      ("https://a.example/\n", 50_000),
      ("办法……3\n各县，\n", 30_000), ("12\n\u{C}", 50_000), ("- \n", 50_000), ("i\n", 50_000),
    ])
  func adversarial(unit: String, count: Int) {
    let scalars = Array(String(repeating: unit, count: count).unicodeScalars)
    let lines = LineMeasurer(scalars).lines()
    let found = FurnitureFinder(scalars, lines).find()
    var kept = lines
    found.remove(from: &kept)
    #expect(kept.count + found.kinds.count == lines.count)
  }

  @Test("what is left after repair loses nothing when it is repaired again")
  func idempotent() {
    let source = pages(12, head: { ["\($0 + 1) 云泽市人民政府公报 2024·3"] }, foot: { [String($0 + 1)] })
    let once = Repairer().repair(SourceText(wholeSource: Array(source.unicodeScalars))).text
    #expect(furniture(once).isEmpty)
  }
}
