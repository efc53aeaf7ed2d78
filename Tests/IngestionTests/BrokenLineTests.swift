// Lines broken by other programs than typesetting: by count of characters, within dates, by other signs than LF.

import Archive
import Testing

@testable import Ingestion

@Suite("lines broken by programs")
struct BrokenLineTests {
  private static let text = [
    "青溪县农村供水工程建设方案",
    "为保障农村居民饮水安全，根据《青溪县水利发展规划》，结合我县实际，制定本方案。",
    "一、建设目标",
    "到2027年，全县建成供水站125座，铺设管网12500米，其中新建管网占比不低于55.5%，每千名居民拥有取水点35处。",
    "二、资金安排",
    "（一）加强财政保障。县财政每年安排专项资金3000万元，各镇按1:1.5的比例配套，对新建供水站每座补助5000元，对改建供水站每座补助2000元。",
    "（二）扩大服务范围。新增用户4600户，覆盖率达到98.5%以上；培训管理员1200人次，其中高级管理员60人。",
    "（三）严格监督检查。每季度至少检查1次，每年不少于4次，检查结果于次年1月31日前向社会公布，接受群众监督。",
    "本方案自2024年5月1日起施行，有效期至2029年4月30日，由县水利局负责解释。",
  ]

  @Test("lines that were broken after so many characters go on, in the middle of numbers too", arguments: 22...32)
  func counted(length: Int) {
    let lines = BrokenLineTests.text.flatMap { paragraph in
      stride(from: 0, to: paragraph.count, by: length).map { start in
        String(paragraph.dropFirst(start).prefix(length))
      }
    }
    let found = Set(paragraphs(of: lines.joined(separator: "\n")))
    let restored = BrokenLineTests.text.filter { found.contains($0) }
    // What fills its last line, or is cut behind ；, cannot be told.
    #expect(restored.count + 1 >= BrokenLineTests.text.count)
  }

  @Test(
    "a line that begins with the unit of the number above goes on",
    arguments: [
      "其中绿化面积占\n用地总面积的比例，新区不低于45\n%，旧区不低于30%。", "本办法自公布之日起施行，有效期至2029年4月30\n日。",
      "县财政安排补助资金，每年不少于500\n万元，分两次拨付。", "本办法自公布之日起施行，有效期至 2028 年\n6 月 30 日。原办法同时废止。",
      "申请人应当提出书面申请，时限为每年3月\n1日至5月31日。",
    ])
  func units(source: String) {
    let found = paragraphs(of: source)
    #expect(found.last?.contains { $0 == "，" } == true && !source.hasSuffix("\n" + found.last!))
  }

  @Test(
    "what only looks like a unit begins a paragraph",
    arguments: [
      "各镇完成投资，分别为500、600和300\n日常巡查由县水利局负责。", "县志记下，大事共12\n元旦期间，各单位安排值班。", "大事记2024年\n6月3日，县水利局成立。",
    ])
  func words(source: String) { #expect(paragraphs(of: source) == source.split(separator: "\n").map(String.init)) }

  @Test("a full line that ends with the bracket of a word goes on, one that ends an item does not")
  func brackets() {
    let open = "第三条 县水利局负责全县农村供水的监督管理，镇（街道、园区）"
    let rest = "水利机构负责本区域内的监督管理，所需经费列入本级财政预算。"
    let frame = (1...4).map { "第\($0)条 为了规范农村供水工程的运行管理，保障农村居民的饮水\n安全，根据有关法律的规定，结合本县实际情况，制定本管理办法。" }
    func last(_ lines: [String]) -> [String] { paragraphs(of: (frame + lines).joined(separator: "\n")).suffix(2) }
    #expect(last([open, rest])[1] == open + rest)
    let item = "（一）加强河道巡查和管理养护，及时处置问题（牵头单位：水利局）"
    #expect(last([item, rest]) == [item, rest])
    let offices = "（一）加强河道巡查和管理养护，及时处置问题（水利局、城管局）"
    #expect(last([offices, rest]) == [offices, rest])
  }

  @Test(
    "manual breaks and the separators of Unicode end lines",
    arguments: ["\u{B}", "\u{2028}", "\u{2029}", "\u{85}", "\n", "\r\n"])
  func lineEnds(end: String) {
    let lines = [
      "青政发〔2024〕8号", "青溪县人民政府关于印发河道管理办法的通知", "各镇人民政府：", "现将办法印发给你们，请认真执行。", "青溪县人民政府", "2024年3月5日",
    ]
    #expect(paragraphs(of: lines.joined(separator: end)) == lines)
  }
}
