// Documents that stand inside each other are read in the order in which they were written.

import TestSupport
import Testing

@testable import Ingestion

@Suite("reading order")
struct ReadingOrderTests {
  private static let style = PageStyle(cells: 20, blank: .nowhere, keepsIndent: false)

  /// Columns of 20 cells, each piece set by itself.
  private func set(_ paragraphs: [String]) -> [String] { paragraphs.flatMap(ReadingOrderTests.style.lines) }

  private static let rules = [
    "第一条 为了规范农村供水工程的运行和管理，保障农村居民饮水安全，根据有关法律、行政法规，结合本区实际，制定本办法。",
    "第二条 本办法适用于本区行政区域内农村供水工程的运行、维护、监督和管理。",
    "第三条 农村供水工程坚持政府主导、部门监管、企业运营、用户参与的原则，实行统一标准、分级负责、专业管护。",
    "第四条 区水务局负责全区农村供水工程的监督管理，区财政局、区卫生健康局、区生态环境局按照各自职责做好有关工作。",
    "第五条 供水单位应当建立水质检测制度，按照规定的项目和频次检测水质，并将检测结果向用户公布。",
  ]
  private static let notice = [
    "临政办发〔2024〕31号", "临湖区人民政府办公室关于印发", "临湖区农村供水工程管理办法的通知", "各镇人民政府，区政府各部门：",
    "现将《临湖区农村供水工程管理办法》印发给你们，请认真贯彻执行。", "临湖区人民政府办公室", "2024年6月3日", "（此件公开发布）",
  ]
  private static let title = "临湖区农村供水工程管理办法"

  private func isInOrder(_ text: String, _ parts: [String]) -> Bool {
    var rest = text[...]
    for part in parts {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }

  @Test("a notice and an attachment's title below the attachment's columns go in front of it", arguments: 4...12)
  func lateNotice(cut: Int) {
    let body = set(ReadingOrderTests.rules)
    let page = ["\u{C}" + body[0]] + body[1..<cut] + ReadingOrderTests.notice + [ReadingOrderTests.title]
    let source = (page + ["\u{C}" + body[cut]] + body[(cut + 1)...]).joined(separator: "\n")
    #expect(
      paragraphs(of: source).suffix(6) == [ReadingOrderTests.title] + ReadingOrderTests.rules, "cut before line \(cut)")
    #expect(paragraphs(of: source).first == ReadingOrderTests.notice[0])
  }

  @Test(
    "what is printed in red stays above number and title, though lines of the notice were cut",
    arguments: [true, false])
  func redHead(isWhole: Bool) {
    let notice = [
      "临湖区人民政府文件", "临政发〔2024〕31号", "临湖区人民政府关于印发临湖区农村供水工程管理办法的通", "知", "各镇人民政府，区政府各部门：",
      "现将《临湖区农村供水工程管理办法》印发给你们，请认真", "贯彻执行。", "临湖区人民政府", "2024年6月3日", ReadingOrderTests.title,
      "为规范农村供水工程的运行和管理，保障饮水安全，制定本办法。",
    ]
    let lines = isWhole ? notice : [notice[0], notice[5], notice[9]]
    #expect(
      isInOrder(
        paragraphs(of: lines.joined(separator: "\n")).joined(separator: "\n"),
        isWhole ? [notice[0], notice[1], notice[4], notice[7], notice[9]] : lines))
  }

  @Test("number, title and salutation in the middle of a body go in front of it")
  func lateHead() {
    let text = [
      "为加强秋冬季森林防火工作，保护森林资源和人民生命财产安全，经市政府同意，现提出如下意见。",
      "一、压实防火责任。各县、区要落实行政首长负责制，把责任落实到山头地块、落实到人，做到守土有责、守土尽责。",
      "二、管住野外火源。防火期内在林区野外用火的，一律依法查处；清明、冬至期间实行集中祭扫、限时进山、专人引导。",
      "三、备足扑火力量。市、县两级专业扑火队全员在岗，确保接到火情报告后三十分钟内出动。",
    ]
    let head = ["云政办字〔2024〕18号", "云泽市人民政府办公室关于加强秋冬季森林防火工作的意见", "各县、区人民政府，市政府有关部门："]
    let body = set(text)
    for cut in 4..<10 {
      let source = (body[..<cut] + head + body[cut...]).joined(separator: "\n")
      #expect(paragraphs(of: source) == head + text, "cut before line \(cut)")
    }
  }

  @Test("two documents printed crosswise are taken apart", arguments: [(10, 6), (11, 8), (14, 8)])
  func crosswise(firstCut: Int, secondCut: Int) {
    let first = [
      "云政发〔2024〕22号", "云泽市人民政府关于促进家政服务业发展的意见", "各县、区人民政府：",
      "为促进家政服务业规范发展，更好满足居民需要，根据省政府有关部署，结合我市实际，现提出如下意见。",
      "一、培育市场主体。鼓励社会力量举办家政企业，支持连锁经营，培育一批带动作用强的骨干企业和知名品牌，对符合条件的给予场地租金补助。",
      "二、加强技能培训。依托职业院校开展岗前培训和回炉培训，每年培训家政从业人员不少于三千人次，合格的发给证书，所需经费由市财政保障。",
      "三、健全信用体系。建立从业人员信用记录，推行持证上门服务，公布守信激励和失信惩戒名单，引导居民选择信用良好的企业和人员。",
      "云泽市人民政府", "2024年5月6日",
    ]
    let second = [
      "为做好城市树木修剪工作，保障行人和车辆安全，维护市容环境，经市政府同意，现就有关事项提出如下意见。",
      "一、明确修剪范围。主干道两侧、学校和医院周边的行道树优先修剪，枯枝死枝随时发现随时清除，不留隐患，古树名木由专业机构养护。",
      "二、规范修剪作业。作业单位要设置警示标志和围挡，避开早晚高峰，修剪后的枝条当日清运完毕，不得在绿化带内堆放过夜。",
      "云泽市城市管理局", "2024年5月9日",
    ]
    let head = ["云城管〔2024〕9号", "云泽市城市管理局关于做好城市树木修剪工作的意见"]
    let (a, b) = (set(first), set(second))
    let source = a[..<firstCut] + b[..<secondCut] + head + a[firstCut...] + b[secondCut...]
    #expect(paragraphs(of: source.joined(separator: "\n")) == first + head + second)
  }

  @Test("a signature inside a plan's sentence does not cut it")
  func signatureInside() {
    let plan = [
      "一、总则", "为提高应对强降雨的能力，最大限度减少人员伤亡和财产损失，依据有关法律法规和上级预案，结合本县实际，制定本预案。",
      "本预案适用于本县行政区域内强降雨引发的山洪、内涝和地质灾害的防范与处置，县直有关部门和各乡镇按照各自职责执行。",
    ]
    let body = set(plan)
    let signature = ["松陵县人民政府办公室", "2024年7月1日", "（此件公开发布）"]
    let source = (["松政办发〔2024〕5号"] + body[..<3] + signature + body[3...]).joined(separator: "\n")
    #expect(paragraphs(of: source) == ["松政办发〔2024〕5号"] + signature + plan)
  }

  @Test("a sentence that never resumes is not bridged")
  func missingText() {
    let body = set(ReadingOrderTests.rules)
    let source = (body[..<8] + ReadingOrderTests.notice + ["附件：任务分工表"]).joined(separator: "\n")
    #expect(isInOrder(paragraphs(of: source).joined(separator: "\n"), [body[7], ReadingOrderTests.notice[0], "附件"]))
  }

  @Test("numbers torn from their text by a wide gap go back to it")
  func tornHeads() {
    let source = "第一章\n第一条\n\n总则\n\n为了规范村务公开工作，保障村民权利，制定本办法。\n第二条\n\n本办法适用于本市行政区域。\n"
    #expect(
      paragraphs(of: source) == ["第一章 总则", "第一条 为了规范村务公开工作，保障村民权利，制定本办法。", "第二条 本办法适用于本市行政区域。"])
  }

  @Test("documents in their right order stay in it", arguments: [14, 20, 28, 36])
  func rightOrder(cells: Int) {
    let style = PageStyle(cells: cells, blank: .everywhere, keepsIndent: false)
    let documents = ReadingOrderTests.notice + [ReadingOrderTests.title] + ReadingOrderTests.rules
    let lines = style.source(of: documents + documents).split(separator: "\n").map(String.init)
    let text = paragraphs(of: lines.joined(separator: "\n\n")).joined()
    #expect(text == lines.joined())
  }

  @Test("documents without numbers stay in their order where first lines reach the edge, as in flush paragraphs")
  func flushParagraphs() {
    let report = [
      "政府工作报告", "各位代表：", "现在，我代表县人民政府，向大会报告工作，请予审议，并请列席人员提出意见，欢迎大家批评指正。",
      "一、过去一年工作回顾", "过去一年，全县地区生产总值完成二百八十六亿元，一般公共预算收入完成十七亿元，各项任务圆满完成。",
      "二、今年工作安排", "今年要坚持稳中求进的工作总基调，全力推进乡村振兴和城乡融合发展，不断增进全县人民的福祉。",
    ]
    let notice = [
      "松陵县人民政府", "关于实施临时交通管制的通告", "为确保春节期间道路交通安全畅通，经县人民政府研究，决定对部分路段实施临时交通管制。",
      "一、管制时间为每日十七时至二十二时，管制期间禁止一切机动车辆在管制路段通行，请广大群众予以配合。", "松陵县人民政府", "2024年2月1日",
    ]
    let lines = (report + notice + report + notice).flatMap(HeadlessPages.flush)
    #expect(paragraphs(of: lines.joined(separator: "\n")).joined() == lines.joined())
  }

  @Test("a statute in one column stays in order: its adoption has no stop, and its last words stand in mid-paragraph")
  func oneColumn() {
    let statute = [
      "松陵县渡口管理条例", "2018年4月27日松陵县第十三届人民代表大会常务委员会第二次会议《关于修改松陵县渡口管理条例等六部条例的决定》第三次修正",
      "第一章 总则", "第一条 为了规范渡口的管理，保障渡运的安全，根据有关法律、行政法规，结合本县实际，制定本条例。",
      "第二条 本县的渡口适用本条例。渡口的经营者应当取得许可，并按照规定对渡船进行检验。", "第三条 本条例自2018年5月10日起施行。1957年公布的《松陵县渡口临时管理的办法》同时废止。",
    ]
    let body = PageStyle(cells: 20, blank: .nowhere, keepsIndent: true).source(of: Array(statute.dropFirst()))
    #expect(body.contains("第三次修正\n") && body.contains("起施行。\n"))
    #expect(paragraphs(of: statute[0] + "\n" + body) == statute)
  }

  @Test("a title behind 附： without a table below it stays behind its statute")
  func emptyAttachment() {
    let text = ReadingOrderTests.rules + ["渡船的税额依照《渡船税目税额表》执行。", "第六条 本办法自2024年6月1日起施行。"]
    let source = ["临湖区渡船税办法"] + text + ["附：", "渡船税目税额表"]
    #expect(paragraphs(of: source.joined(separator: "\n\n")) == source)
  }

  @Test("a name in 《》 that ends like a title where its number is cut off is none")
  func cutName() {
    let lines =
      ["加班费怎么算？"]
      + set([
        "用人单位安排劳动者在休息日工作的，应当依照国家的规定支付加班的工资报酬，不得以其他形式代替。", "这一条说明举证的责任应当怎样分配。",
      ]) + ["按照《最高人民法院关于审理劳动争", "议案件适用的法律的若干问题的解释", "（三）》第九条规定，劳动者应当举证。"]
    #expect(paragraphs(of: lines.joined(separator: "\n")).joined() == lines.joined())
  }

  @Test("every line is kept once, whatever landmarks follow each other", arguments: 0..<60 as Range<UInt64>)
  func permutation(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = ReadingOrderTests.notice + set(ReadingOrderTests.rules) + ["第一章", "一、总则", "\u{C}", "", "二、任务"]
    let source = (0..<400).map { _ in pieces.randomElement(using: &generator)! }.joined(separator: "\n")
    let scalars = Array(source.unicodeScalars)
    let lines = LineMeasurer(scalars).lines()
    let restored = ReadingOrder(scalars, lines).restored()
    #expect(restored.map(\.range.lowerBound).sorted() == lines.map(\.range.lowerBound))
  }
}

/// Pages whose paragraphs begin at the edge, without indent.
private enum HeadlessPages {
  /// Lines of 20 characters.
  static func flush(_ paragraph: String) -> [String] {
    stride(from: 0, to: paragraph.count, by: 20).map { String(paragraph.dropFirst($0).prefix(20)) }
  }
}
