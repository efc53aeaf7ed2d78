// Heads and feet in older ways, in traditional characters, and of decisions on single cases.

import Archive
import Testing

@testable import Ingestion

@Suite("heads and feet of older and special documents")
struct OlderHeadTests {
  private static let first = "松陵县水利局关于做好汛前检查的通知\n松水发〔2024〕6号\n各乡镇水利站：\n现就汛前检查通知如下，请执行。\n松陵县水利局\n2024年3月4日\n\n"
  private static let rows = [
    HeadRow(
      name: "a number with its year in front, and one with a year of two digits",
      text:
        "云泽县人民委员会关于设立茶场的批复\n（57）云议字第26号\n红星乡人民委员会：\n你乡报告收悉。同意设立。\n一九五七年十月二十三日\n\n云泽县革命委员会关于分配茶种的通知\n云革生字(72)第16号\n各公社革委会：\n现将茶种分配给你们。\n云泽县革命委员会（章）\n一九七二年三月五日",
      heads: [
        ["云议字〔1957〕26号", "云泽县人民委员会关于设立茶场的批复", "云泽县人民委员会", "1957-10-23", "批复"],
        ["云革生字〔1972〕16号", "云泽县革命委员会关于分配茶种的通知", "云泽县革命委员会", "1972-03-05", "通知"],
      ]),
    HeadRow(
      name: "a number beside the one of its registration",
      text: "关于加强茶园管理的通知\n云政发〔2024〕3号            YZPR—2024—00003\n各县人民政府：\n请执行。\n云泽市人民政府\n2024年5月6日",
      heads: [["云政发〔2024〕3号", "关于加强茶园管理的通知", "云泽市人民政府", "2024-05-06", "通知"]]),
    HeadRow(
      name: "instructions, the date below the title",
      text:
        "云泽省人民委员会关于茶叶收购的指示\n一九五七年八月十七日\n目前各地收购迟缓。现在指示如下：\n（一）一律按价收购。\n\n云泽省人民委员会关于茶税工作的指示\n一九五七年八月二十日\n今年的茶税征收工作，必须做好。\n（一）按时征收。",
      heads: [
        ["-", "云泽省人民委员会关于茶叶收购的指示", "云泽省人民委员会", "1957-08-17", "指示"],
        ["-", "云泽省人民委员会关于茶税工作的指示", "云泽省人民委员会", "1957-08-20", "指示"],
      ]),
    HeadRow(
      name: "a report in traditional characters",
      text: "雲澤省政府關於改進茶葉收購的報告\n國務院：\n茶葉會議已於三月召開。\n以上報告，請批示。\n雲澤省政府\n一九五六年三月二十日",
      heads: [["-", "雲澤省政府關於改進茶葉收購的報告", "雲澤省政府", "1956-03-20", "报告"]]),
    HeadRow(
      name: "a statute in traditional characters",
      text: "雲澤市茶園管理條例\n（2024年5月6日通過）\n第一條　為了加強茶園管理，制定本條例。\n第二條　本條例自2024年6月1日起施行。",
      heads: [["-", "雲澤市茶園管理條例", "-", "2024-05-06", "条例"]]),
    HeadRow(
      name: "decisions one below the other",
      text:
        "云泽市水利局行政处罚决定书\n云水罚〔2024〕45号\n当事人：李四\n决定给予罚款2000元。\n云泽市水利局（印章）\n2024年5月6日\n\n云泽市水利局行政处罚决定书\n云水罚〔2024〕46号\n当事人：王五\n决定给予罚款3000元。\n云泽市水利局\n（印 章）\n2024年5月7日",
      heads: [
        ["云水罚〔2024〕45号", "云泽市水利局行政处罚决定书", "云泽市水利局", "2024-05-06", "决定书"],
        ["云水罚〔2024〕46号", "云泽市水利局行政处罚决定书", "云泽市水利局", "2024-05-07", "决定书"],
      ]),
    HeadRow(
      name: "whom to ask below the date",
      text: "云泽市水利局关于节水的意见\n云水发〔2024〕12号\n各县水利局：\n为节约用水，提出如下意见。\n云泽市水利局（盖章）\n二〇二四年五月六日\n（联系人：覃海，联系电话：0778—2281234）",
      heads: [["云水发〔2024〕12号", "云泽市水利局关于节水的意见", "云泽市水利局", "2024-05-06", "意见"]]),
    HeadRow(
      name: "announcements of a congress, signed by its presidium",
      text:
        "云泽市人民代表大会公告\n（第2号）\n会议选举周群为市长。\n现予公告。\n大会主席团\n2024年2月10日\n\n云泽市人民代表大会公告\n（第3号）\n会议选举李山为院长。\n现予公告。\n大会主席团\n2024年2月10日",
      heads: [
        ["云泽市人民代表大会公告第2号", "云泽市人民代表大会公告", "大会主席团", "2024-02-10", "公告"],
        ["云泽市人民代表大会公告第3号", "云泽市人民代表大会公告", "大会主席团", "2024-02-10", "公告"],
      ]),
    HeadRow(
      name: "the last part of a budget",
      text: "云泽市水利局2024年预算公开说明\n第一部分  概况\n一、主要职责\n管理水库。\n第三部分  名词解释\n一、财政拨款收入：指财政拨款。",
      heads: [["-", "云泽市水利局2024年预算公开说明", "-", "-", "说明"]]),
  ]

  @Test("each head is read for what it says", arguments: rows)
  func heads(row: HeadRow) { #expect(HeadRow.heads(of: row.text) == row.heads) }

  @Test(
    "authors below a title keep it no document's rest",
    arguments: [
      ("关于2023年茶业资金的审计工作报告\n市审计局局长 覃峰\n主任、各位副主任：\n现报告如下。", "关于2023年茶业资金的审计工作报告"),
      ("云泽市茶园管理办法政策解读\n市农业农村局\n一、起草背景\n为管好茶园，市政府印发了办法。", "云泽市茶园管理办法政策解读"),
      ("在全市茶业工作会议上的讲话\n市长 周群\n（2024年6月5日）\n同志们：\n今天开会，部署工作。", "在全市茶业工作会议上的讲话"),
    ])
  func authors(text: String, title: String) {
    let heads = HeadRow.heads(of: OlderHeadTests.first + text)
    #expect(heads.map { $0[1] } == ["松陵县水利局关于做好汛前检查的通知", title])
  }

  @Test(
    "what tells of an instruction or a report is no title",
    arguments: ["传达学习省政府关于茶园防火的重要指示", "听取市水利局关于防汛工作的汇报", "各县关于茶园防火的汇报"])
  func spokenOf(line: String) {
    let minutes = "云泽市水利局工作会议纪要\n\n会议由陆明主持。\n\n\(line)\n\n会议强调，要抓好落实。\n\n会议要求，要抓紧办理。"
    #expect(HeadRow.heads(of: minutes).map { $0[1] } == ["云泽市水利局工作会议纪要"])
  }

  @Test("a list of titles with their dates is no row of documents")
  func list() {
    let text = "下列文件继续有效。\n云泽市水利局关于节水的意见\n2023年5月6日\n云泽市水利局关于防汛的通知\n2023年6月6日\n以上共2件。"
    #expect(HeadRow.heads(of: OlderHeadTests.first + text).count == 1)
  }
}
