// Which documents a document names, and what it says of them.

import Archive
import Foundation
import TestSupport
import Testing

@testable import Ingestion

@Suite("citations")
struct CitationTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let text: String
    let expected: [String]
    var testDescription: String { text }

    /// - Parameter expected: `number|title|relation`, parts empty where absent.
    init(_ text: String, _ expected: [String]) {
      self.text = text
      self.expected = expected
    }
  }

  private static func read(_ text: String, number: String? = nil, title: String? = nil) -> [Citation] {
    var spans = SpanMap()
    var line = 1
    let scalars = Array(text.unicodeScalars)
    spans.append(textOffset: 0, line: 1, column: 1)
    for (offset, scalar) in scalars.enumerated() where scalar == "\n" {
      line += 1
      spans.append(textOffset: offset + 1, line: line, column: 1)
    }
    return Citations.read(in: scalars, spans: spans, number: number.flatMap(DocumentNumber.init), title: title)
  }

  private static func printed(_ citation: Citation) -> String {
    "\(citation.number ?? "")|\(citation.title ?? "")|\(citation.relation?.rawValue ?? "")"
  }

  private static let rows = [
    Row("根据《价格管理办法》（青政发〔2020〕3号），制定本规定。", ["青政发〔2020〕3号|价格管理办法|根据"]),
    Row("根据《中华人民共和国价格法》等法律法规，制定本规定。", ["|中华人民共和国价格法|根据"]),
    Row(
      "根据《甲条例》、《乙条例》（青政发〔2020〕3号，以下简称《乙》）和省政府《丙办法》（青政办发〔2020〕4号）等规定，制定。",
      ["|甲条例|根据", "青政发〔2020〕3号|乙条例|根据", "青政办发〔2020〕4号|丙办法|根据"]),
    Row(
      "《甲办法》（青政发〔2019〕1号）、《乙办法》（青政发〔2019〕2号）同时废止。",
      ["青政发〔2019〕1号|甲办法|废止", "青政发〔2019〕2号|乙办法|废止"]),
    Row(
      "本办法由市财政局负责解释，自2024年5月1日起施行，《甲办法》（青政发〔2019〕1号）同时废止。",
      ["青政发〔2019〕1号|甲办法|废止"]),
    Row(
      "2019年6月11日印发的《应急预案》（青政办发〔2019〕22号）同时废止。", ["青政办发〔2019〕22号|应急预案|废止"]),
    Row("《青岚省人民政府办公厅关于印发甲方案的通知》（青政办发〔2019〕5号）同时废止。", ["青政办发〔2019〕5号|青岚省人民政府办公厅关于印发甲方案的通知|废止"]),
    Row("《关于印发〈青岚省甲方案〉的通知》（青政办发〔2019〕5号）同时废止。", ["青政办发〔2019〕5号|青岚省甲方案|废止"]),
    Row(
      "按照《关于修改〈甲办法〉的通知》（青财〔2019〕5号）规定，办理。", ["青财〔2019〕5号|关于修改《甲办法》的通知|根据"]),
    Row("具体工作按照《保险通知》（青财〔2019〕5号）执行。", ["青财〔2019〕5号|保险通知|衔接"]),
    Row("为贯彻落实《服务意见》（青政发〔2019〕5号）精神，制定本方案。", ["青政发〔2019〕5号|服务意见|根据"]),
    Row("各地要认真贯彻落实《服务意见》，加强领导。", ["|服务意见|贯彻"]),
    Row("现将《服务意见》印发给你们，请遵照执行。", ["|服务意见|印发"]),
    Row("《服务意见》已经市政府常务会议通过，现印发给你们。", ["|服务意见|印发"]),
    Row("现将《省政府关于服务的意见》转发给你们。", ["|省政府关于服务的意见|转发"]),
    Row("《补贴办法》（青政发〔2021〕14号）第六条中的“20元”修改为“30元”。", ["青政发〔2021〕14号|补贴办法|修改"]),
    Row("决定对《补贴办法》（青财金〔2021〕33号）作如下修改：", ["青财金〔2021〕33号|补贴办法|修改"]),
    Row("根据《甲条例》的规定，决定废止《乙办法》（青政发〔2021〕14号）。", ["|甲条例|根据", "青政发〔2021〕14号|乙办法|废止"]),
    Row("根据《甲条例》将《乙办法》（青政发〔2021〕14号）予以废止。", ["|甲条例|根据", "青政发〔2021〕14号|乙办法|废止"]),
    Row("你们《关于设立园区的请示》（青政呈〔2024〕3号）收悉。", ["青政呈〔2024〕3号|关于设立园区的请示|"]),
    Row(
      "一、废止下列行政规范性文件：\n（一）《甲办法》（青政发〔2016〕1号）\n（二）《乙办法》（青政发〔2016〕2号）\n二、修改下列行政规范性文件：\n（一）《丙办法》（青政发〔2016〕3号）第三条中的“一年”改为“两年”。",
      ["青政发〔2016〕1号|甲办法|废止", "青政发〔2016〕2号|乙办法|废止", "青政发〔2016〕3号|丙办法|修改"]),
    Row(
      "附件1\n废止的规范性文件目录\n序号 文件名称 文号\n1 关于加强甲类管理的通知 青政发〔2016〕1号\n2 关于加强乙类管理的通知 青政发〔2016〕2号\n附件2\n宣布失效的规范性文件目录\n1 关于加强丙类管理的通知 青政发〔2016〕3号",
      [
        "青政发〔2016〕1号|关于加强甲类管理的通知|废止", "青政发〔2016〕2号|关于加强乙类管理的通知|废止",
        "青政发〔2016〕3号|关于加强丙类管理的通知|失效",
      ]),
    Row(
      "市政府决定对《甲办法》等3件规章予以废止：《甲办法》（市政府令第1号）、《乙办法》（市政府令第2号）。",
      ["市政府令第1号|甲办法|废止", "市政府令第2号|乙办法|废止"]),
    Row(
      "经省政府同意，现将《国务院办公厅关于甲工作的意见》（国办发〔2023〕5号）转发给你们，并结合我省实际提出以下意见，请一并贯彻落实。",
      ["国办发〔2023〕5号|国务院办公厅关于甲工作的意见|转发"]),
    Row(
      "本办法自2024年5月1日起施行。原《甲办法》（青政发〔2016〕1号）、青政办发〔2017〕2号文件同时废止。",
      ["青政发〔2016〕1号|甲办法|废止", "青政办发〔2017〕2号||废止"]),
    Row("《甲预案》自本预案印发之日起停止执行。", ["|甲预案|废止"]),
    Row("与《甲规划》做好衔接，实现《乙计划》目标。", ["|甲规划|衔接"]),
    Row("严格落实《甲条例》《乙办法》等规定。", ["|甲条例|贯彻", "|乙办法|贯彻"]),
    Row("市财政局印发《甲办法》以来，成效明显。", []),
    Row("2002年修订 省政府令第139号发布", ["省政府令第139号||"]),
    Row("2018年5月24日第四次会议修订\n《甲条例》第二次修正", []),
    Row("青岚省财政厅关于公布《甲清单》的公告", ["|甲清单|印发"]),
    Row("他读了《红楼梦》和《人民日报》。", []),
    Row("根据国办发〔2024〕7号文件要求，制定。", ["国办发〔2024〕7号||根据"]),
    Row("国办发〔2024〕7号文件《关于回收的意见》", ["国办发〔2024〕7号|关于回收的意见|"]),
    Row("以《甲办法》鲁政发〔2020〕5号文件为准。", ["鲁政发〔2020〕5号|甲办法|"]),
    Row(
      "以下文件予以废止：\n1.《甲办法》（青政发〔2016〕1号）\n2.《乙办法》（青政发〔2016〕2号）\n特此通知。",
      ["青政发〔2016〕1号|甲办法|废止", "青政发〔2016〕2号|乙办法|废止"]),
    Row(
      "一、宣布失效的文件（2件）\n1.养犬登记收费办法（青政发〔2016〕1号）\n2.乙类补贴办法（青政发〔2016〕2号）\n二、保留的文件\n3.丙类补贴办法（青政发〔2016〕3号）",
      ["青政发〔2016〕1号|养犬登记收费办法|失效", "青政发〔2016〕2号|乙类补贴办法|失效", "青政发〔2016〕3号||"]),
    Row(
      "下列文件废止或者宣布失效：\n青政发〔2016〕1号 养犬登记收\n费办法 废止\n青政发〔2016〕2号 招商奖励办法 失效",
      ["青政发〔2016〕1号|养犬登记收费办法|废止", "青政发〔2016〕2号|招商奖励办法|失效"]),
    Row(
      "1.2 编制依据\n《甲条例》《乙条例》。", ["|甲条例|根据", "|乙条例|根据"]),
    Row(
      "落实《甲》（青政发〔2016〕1号）要求。\n《甲》（青政发〔2016〕1号）同时废止。", ["青政发〔2016〕1号|甲|废止"]),
    Row(
      "现将修订后的《甲办法》印发给你们。2017年印发的《甲办法》同时废止。", ["|甲办法|印发", "|甲办法|废止"]),
    Row("关于印发《甲方案》的通知\n现将《甲方案（2024年）》印发给你们。", ["|甲方案（2024年）|印发"]),
    Row("现将《甲方案（2023年）》《甲方案（2024年）》印发给你们。", ["|甲方案（2023年）|印发", "|甲方案（2024年）|印发"]),
    Row("适时修订《甲目录》，完善管理。", ["|甲目录|"]),
    Row("市政府决定修订《甲目录》。", ["|甲目录|修改"]),
    Row("各地要抓好《甲计划》实施，推动《乙计划》落地。", ["|甲计划|贯彻", "|乙计划|贯彻"]),
    Row("加快实施《古籍丛刊》等出版项目，《甲计划》实施以来成效明显。", []),
    Row(
      "为预防《中华人民共和国渔业法》（以下简称《渔业法》）禁止的行为，根据《渔业法》，制定本指南。", ["|中华人民共和国渔业法|根据"]),
  ]

  @Test("numbers, titles and relations are read from the sentence around them", arguments: rows)
  func relations(row: Row) {
    #expect(Self.read(row.text).map(Self.printed) == row.expected)
  }

  @Test("a short name given to a title is no title of its own")
  func shortNames() {
    let text = "根据《中华人民共和国企业法》（以下简称《企业法》）和《甲条例》（青政发〔2020〕3号，以下简称《条例》），制定。\n按照《企业法》、《条例》规定，备案。"
    #expect(
      Self.read(text).map(Self.printed) == ["|中华人民共和国企业法|根据", "青政发〔2020〕3号|甲条例|根据"])
  }

  @Test("a document does not cite itself")
  func own() {
    let text = "青政发〔2024〕1号\n关于价格的意见\n根据《关于价格的意见》（青政发〔2024〕1号）和《价格法》，制定。"
    #expect(Self.read(text, number: "青政发〔2024〕1号", title: "关于价格的意见").map(Self.printed) == ["|价格法|根据"])
  }

  @Test("what takes the place of a document of its own title repeals it")
  func namesake() {
    let text = "本办法自发布之日起施行。《价格办法》同时废止。"
    #expect(Self.read(text, title: "价格办法").map(Self.printed) == ["|价格办法|废止"])
  }

  @Test("the line is where the number begins, else the title")
  func lines() {
    let citations = Self.read("甲。\n根据《价格法》，\n按《甲办法》（青政发〔2016〕1号）规定。")
    #expect(citations.map(\.line) == [2, 3])
  }

  @Test("any text is read, in time linear in it")
  func anyText() {
    var generator = SeededGenerator(seed: 11)
    let signs = Array("《》〈〉（）根据废止国办发〔2020〕1号，。：\n 、以下文件修改为的一".unicodeScalars)
    for count in [0, 1, 2, 30, 3_000, 60_000] {
      let text = (0..<count).map { _ in signs[Int(generator.next() % UInt64(signs.count))] }
      var spans = SpanMap()
      spans.append(textOffset: 0, line: 1, column: 1)
      _ = Citations.read(in: text, spans: spans, number: nil, title: nil)
    }
    for sign in ["《", "（", "《》", "号", "国办发〔2020〕1号", "根据《甲》、", "以下废止：\n《甲》\n"] {
      _ = Self.read(String(repeating: sign, count: 20_000))
    }
  }
}
