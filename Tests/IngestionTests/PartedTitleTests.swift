// Titles over several lines, and titles below an office that stands alone.

import Archive
import Testing

@testable import Ingestion

@Suite("titles over several lines")
struct PartedTitleTests {
  private static let report = "各位代表：\n现将有关情况报告如下，请予审议。\n一、基本情况\n全市收入增长5.6%。"
  private static let rows: [(lines: [String], below: String, kind: String)] = [
    (["关于云泽市2023年茶业发展计划", "执行情况与2024年茶业发展计划", "草案的报告"], "——2024年2月8日在云泽市第五届人民代表大会第三次会议上\n" + report, "报告"),
    (["云泽市2023年茶业发展计划", "执行情况的报告"], "一、基本情况\n全市收入增长5.6%。", "报告"),
    (["云泽市茶园保护条例", "实施情况的检查报告"], report, "报告"),
    (["云泽市人民政府关于贯彻稳定茶价一揽子政策措施", "实施方案"], "各县人民政府：\n现就有关事项通知如下。", "方案"),
    (["云泽市人民政府办公室关于印发云泽市贯彻茶业发展意见", "实施方案的通知"], "云政办发〔2024〕6号\n各县人民政府：\n请执行。", "通知"),
    (["云泽市茶业发展", "第十四个五年规划和2035年远景目标纲要"], "（2024年2月5日云泽市人民代表大会通过）\n第一章  发展环境\n茶业兴旺。", "纲要"),
    (["云泽市2023年度", "茶业专项资金使用的", "审计工作报告"], "主任、各位副主任：\n现报告如下。", "报告"),
    (["松陵县防霜减灾", "行动计划实施细则"], "第一条 为防霜减灾，制定本细则。\n第二条 本细则自2024年3月1日起施行。", "细则"),
    (["云泽市2023年茶业", "统计公报①"], "云泽市统计局\n2024年3月28日\n2023年，全市茶业平稳。", "公报"),
  ]

  @Test("a title's kind stands in its last line", arguments: rows)
  func titles(lines: [String], below: String, kind: String) {
    let heads = HeadRow.heads(of: (lines + [below]).joined(separator: "\n"))
    #expect(heads.map { [$0[1], $0[4]] } == [[lines.joined().replacing("①", with: ""), kind]])
  }

  @Test(
    "what stands below a whole title is no line of it",
    arguments: [
      "云泽市防霜应急预案\n组织机构和职责\n一、组织机构", "云泽市茶业发展规划\n工作措施\n一、加强管理",
      "云泽市水利局关于开展检查的意见\n实施方案\n一、检查范围",
    ])
  func wholeTitles(text: String) {
    #expect(HeadRow.heads(of: text).first?[1] == text.split(separator: "\n").first.map(String.init))
  }

  @Test("where a text was found is no line of its title")
  func site() {
    let text = "云泽市水利信息网\n水库管理办法\n第一条 为加强管理，制定本办法。"
    #expect(HeadRow.heads(of: text).first?[1] == "水库管理办法")
  }

  @Test(
    "the title stands below the number, and above it the office",
    arguments: ["对市五届人大三次会议第26号建议的答复", "印发云泽市茶农培训计划的通知", "对红星村请示的批复"])
  func officeAbove(title: String) {
    let head = "云泽市教育局\n云教函〔2024〕67号\n"
    let rest = "\n红星村：\n来文收悉。现答复如下，请知悉。\n云泽市教育局\n2024年6月28日"
    for remark in ["", "（A）\n同意公开\n"] where remark.isEmpty || title.hasPrefix("对市") {
      let found = HeadRow.documents(head + remark + title + rest)
      #expect(found.count == 1 && found.first?.title == title && found.first?.issuers == ["云泽市教育局"])
    }
  }
}
