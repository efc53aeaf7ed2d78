// Heads and feet as the forms of offices set them: letters, orders, speeches, signatures.

import Archive
import Testing

@testable import Ingestion

@Suite("heads and feet of the forms in use")
struct SetHeadTests {
  private static let rows = [
    HeadRow(
      name: "a letter that says it is urgent above its number",
      text:
        "云泽市卫生健康委员会办公室\n特 急\n云卫办函〔2024〕45号\n\n关于开展安全检查的函\n\n市水务局：\n现函告如下。\n云泽市卫生健康委员会办公室\n2024年5月28日",
      heads: [["云卫办函〔2024〕45号", "关于开展安全检查的函", "云泽市卫生健康委员会办公室", "2024-05-28", "函"]]),
    HeadRow(
      name: "secrecy and urgency on the sheet of a document",
      text:
        "机密★1年\n\n特急\n\n云泽市水利局文件\n\n云水发〔2024〕8号\n\n关于做好防汛工作的通知\n\n各县水利局：\n\n现通知如下。\n\n云泽市水利局\n\n2024年5月6日",
      heads: [["云水发〔2024〕8号", "关于做好防汛工作的通知", "云泽市水利局", "2024-05-06", "通知"]]),
    HeadRow(
      name: "an order signed with a colon between post and name",
      text:
        "云泽市人民政府令\n第25号\n《云泽市城市供水管理办法》已经审议通过，现予公布。\n市长：赵明\n2024年3月12日\n云泽市城市供水管理办法\n第一条 为加强供水管理，制定本办法。",
      heads: [
        ["云泽市人民政府令第25号", "云泽市人民政府令第25号", "云泽市人民政府", "2024-03-12", "令"],
        ["-", "云泽市城市供水管理办法", "云泽市人民政府", "2024-03-12", "办法"],
      ]),
    HeadRow(
      name: "offices between a title and the date in brackets",
      text: "关于促进消费的若干意见\n云泽市发展改革委 云泽市商务局\n（2024年4月28日）\n一、稳定大宗消费。",
      heads: [["-", "关于促进消费的若干意见", "云泽市发展改革委 云泽市商务局", "2024-04-28", "意见"]]),
    HeadRow(
      name: "when and where a report was given, behind a dash",
      text: "政府工作报告\n——2024年1月16日在云泽市第十八届人民代表大会第三次会议上\n云泽市人民政府市长  赵明\n\n各位代表：\n现在，我代表市人民政府，向大会报告工作。",
      heads: [["-", "政府工作报告", "-", "2024-01-16", "报告"]]),
    HeadRow(
      name: "when and where a report was given, in brackets",
      text: "政府工作报告\n（2024年1月16日在云泽市第十八届人民代表大会第三次会议上）\n\n各位代表：\n现在，我代表市人民政府，向大会报告工作。",
      heads: [["-", "政府工作报告", "-", "2024-01-16", "报告"]]),
    HeadRow(
      name: "a title whose second line goes on with 和",
      text: "云泽市国民经济和社会发展第十四个五年规划\n和二〇三五年远景目标纲要\n\n第一章  发展环境\n“十三五”时期成就显著。",
      heads: [["-", "云泽市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要", "-", "-", "纲要"]]),
    HeadRow(
      name: "the star of a red rule above the title",
      text: "中共云泽市委文件\n云发〔2024〕3号\n★\n中共云泽市委\n关于加强党的建设的意见\n各县区党委：\n一、加强建设。\n中共云泽市委\n2024年3月1日",
      heads: [["云发〔2024〕3号", "中共云泽市委关于加强党的建设的意见", "中共云泽市委", "2024-03-01", "意见"]]),
    HeadRow(
      name: "the office in the title of a list of appointments",
      text: "云泽市人民代表大会常务委员会任免名单\n（2024年3月28日通过）\n任命王刚为云泽市副市长。",
      heads: [["-", "云泽市人民代表大会常务委员会任免名单", "云泽市人民代表大会常务委员会", "2024-03-28", "名单"]]),
    HeadRow(
      name: "a court's name above a lone kind",
      text: "青岚省云泽市中级人民法院\n公告\n\n本院根据申请，于2024年2月8日裁定受理一案。\n特此公告。\n二〇二四年二月二十日",
      heads: [["-", "青岚省云泽市中级人民法院公告", "青岚省云泽市中级人民法院", "2024-02-20", "公告"]]),
    HeadRow(
      name: "a hearing is no office",
      text: "云泽市水价调整听证会公告\n\n现将有关事项公告如下。\n\n一、时间另行通知。",
      heads: [["-", "云泽市水价调整听证会公告", "-", "-", "公告"]]),
    HeadRow(
      name: "附件： alone above an attachment",
      text: notice.replacing("现下达资金。", with: "现下达资金。\n\n附件：资金分配表") + "\n\n附件：\n资金分配表\n单位：万元\n县区  金额\n临湖区  3,456.78",
      heads: [noticeHead, ["-", "资金分配表", "云泽市财政局", "2024-05-06", "表"]]),
    HeadRow(
      name: "附件： alone above a list of names",
      text: notice + "\n\n附件：\n1.资金分配表\n2.资金使用表",
      heads: [noticeHead]),
    HeadRow(
      name: "levels of secrecy within a text",
      text: "云泽市保密工作规定\n第一条 国家秘密分为三级。\n绝密\n机密\n秘密\n第二条 本规定自2024年5月1日起施行。",
      heads: [["-", "云泽市保密工作规定", "-", "-", "规定"]]),
    HeadRow(
      name: "levels of urgency with titles below them",
      text: "云泽市公文处理办法\n第一条 紧急程度分为：\n特急\n关于开展检查的通知\n加急\n关于检查的紧急通知\n平急",
      heads: [["-", "云泽市公文处理办法", "-", "-", "办法"]]),
    HeadRow(
      name: "levels of urgency and stars at the end of a text",
      text: "云泽市公文处理办法\n第一条 紧急程度分为两级。\n特急\n加急\n第二条 评级如下。\n★\n★★★★★\n特急",
      heads: [["-", "云泽市公文处理办法", "-", "-", "办法"]]),
    HeadRow(
      name: "an urgent notice behind another one",
      text: notice + "\n\n特急\n\n云财发〔2024〕4号\n\n" + notice.replacing("云财发〔2024〕3号\n\n", with: ""),
      heads: [noticeHead, ["云财发〔2024〕4号"] + noticeHead.dropFirst()]),
    HeadRow(
      name: "a secret and urgent notice behind another one",
      text: notice + "\n\n机密★1年\n\n特急\n\n云财发〔2024〕4号\n\n"
        + notice.replacing("云财发〔2024〕3号\n\n", with: ""),
      heads: [noticeHead, ["云财发〔2024〕4号"] + noticeHead.dropFirst()]),
    HeadRow(
      name: "a row of the table of a web page, and commands below the text",
      text:
        "索引号：\t11370000/2024-001\t发文机关：\t云泽市财政局\n成文日期：\t2024-05-06\t文号：\t云财发〔2024〕3号\n关于下达资金的通知\n各县区财政局：\n现下达资金。\n云泽市财政局\n2024年5月6日\n【打印本页】【关闭窗口】\n主办：云泽市财政局",
      heads: [["云财发〔2024〕3号", "关于下达资金的通知", "云泽市财政局", "2024-05-06", "通知"]]),
  ]

  private static let notice = "云泽市财政局关于下达资金的通知\n\n云财发〔2024〕3号\n\n各县区财政局：\n\n现下达资金。\n\n云泽市财政局\n\n2024年5月6日"
  private static let noticeHead = ["云财发〔2024〕3号", "云泽市财政局关于下达资金的通知", "云泽市财政局", "2024-05-06", "通知"]

  @Test(
    "the date below an office is read however it is written",
    arguments: [
      ("二\u{41E}二四年五月六日", "2024-05-06"), ("二◯二四年五月六日", "2024-05-06"), ("二〇二四年五月二O日", "2024-05-20"),
      ("2024年5月", "-"), ("2024年5月6日 （此件公开发布）", "2024-05-06"), ("2024年5月6日（试行）", "-"),
    ])
  func dates(line: String, date: String) {
    let text = "云泽市财政局关于下达资金的通知\n各县区财政局：\n请开展检查。\n云泽市财政局\n\(line)"
    #expect(HeadRow.heads(of: text) == [["-", "云泽市财政局关于下达资金的通知", "云泽市财政局", date, "通知"]])
  }

  @Test(
    "附件： above names without numbers lists them, and takes no notice below for an attachment",
    arguments: ["资金分配表\n绩效目标表\n申报表", "资金分配表\n绩效目标表", "绩效考核目标清单"])
  func listOfNames(names: String) {
    let next = "\n\n云财发〔2024〕4号\n\n" + SetHeadTests.notice.replacing("云财发〔2024〕3号\n\n", with: "")
    let documents = HeadRow.documents(SetHeadTests.notice + "\n\n附件：\n" + names + next)
    #expect(documents.map(\.number) == ["云财发〔2024〕3号", "云财发〔2024〕4号"])
    #expect(documents.map(\.title) == [SetHeadTests.noticeHead[1], SetHeadTests.noticeHead[1]])
    #expect(documents.allSatisfy { $0.parent == nil })
  }

  @Test(
    "a name that begins like 和 or 及 goes on no title",
    arguments: ["和田地区支教工作方案", "和平区工作方案", "和谐社区建设工作方案", "及时雨志愿服务工作方案"], ["\n", "\n\n"])
  func beginningLikeAnd(name: String, gap: String) {
    let text = ["关于援疆工作的通知", name, "一、做好支教工作。"].joined(separator: gap)
    #expect(HeadRow.heads(of: text)[0][1] == "关于援疆工作的通知")
  }

  @Test(
    "a month below an office signs nothing", arguments: ["\n召开会议，研究工作。\n云泽市水利局 云泽市财政局\n2024年7月\n开工建设水库。", "", "\n附件"])
  func chronicle(rest: String) {
    let text = "云泽市大事记\n市政府召开会议。\n云泽市应急管理局\n2024年6月" + rest
    #expect(HeadRow.heads(of: text)[0] == ["-", "云泽市大事记", "-", "-", "大事记"])
  }

  @Test("a month on a cover divides nothing")
  func cover() {
    let text = "云泽市茶叶产业发展规划\n\n云泽市农业农村局\n\n2024年5月\n\n云泽市茶叶产业发展规划\n\n第一章 总则\n\n为发展茶叶产业，编制本规划。"
    #expect(HeadRow.heads(of: text).count == 1)
  }

  @Test("each head is read for what it says", arguments: rows)
  func heads(row: HeadRow) { #expect(HeadRow.heads(of: row.text) == row.heads) }
}
