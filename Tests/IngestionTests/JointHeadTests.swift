// Heads of documents that several offices issued together: their names, their numbers, their orders.

import Archive
import Testing

@testable import Ingestion

@Suite("heads of joint documents")
struct JointHeadTests {
  private static let foot = "各县区财政局：\n\n现下达资金，请遵照执行。\n\n云泽市财政局\n\n云泽市教育局\n\n2024年5月5日"
  private static let offices = "云泽市财政局 云泽市教育局"
  private static let rows = [
    HeadRow(
      name: "two numbers below the title",
      text: "\(offices)\n\n关于下达资金的通知\n\n云财教〔2024〕3号\n\n云教财〔2024〕5号\n\n" + foot,
      heads: [["云财教〔2024〕3号", "\(offices)关于下达资金的通知", offices, "2024-05-05", "通知"]]),
    HeadRow(
      name: "two numbers on one line below a line of offices",
      text: "\(offices)\n\n云财教〔2024〕3号 云教财〔2024〕5号\n\n关于下达资金的通知\n\n" + foot,
      heads: [["云财教〔2024〕3号", "关于下达资金的通知", offices, "2024-05-05", "通知"]]),
    HeadRow(
      name: "a garrison among the offices",
      text:
        "云泽市人民政府 云泽军分区\n\n云政发〔2024〕3号 云军字〔2024〕5号\n\n关于做好征兵工作的意见\n\n各县区人民政府：\n\n一、做好工作。\n\n云泽市人民政府\n\n云泽军分区\n\n2024年5月5日",
      heads: [["云政发〔2024〕3号", "关于做好征兵工作的意见", "云泽市人民政府 云泽军分区", "2024-05-05", "意见"]]),
    HeadRow(
      name: "a number behind a text opens another document",
      text: "云财教〔2024〕3号\n\n关于下达资金的通知\n\n" + foot + "\n\n云教财〔2024〕5号\n\n关于下达经费的通知\n\n" + foot,
      heads: [
        ["云财教〔2024〕3号", "关于下达资金的通知", offices, "2024-05-05", "通知"],
        ["云教财〔2024〕5号", "关于下达经费的通知", offices, "2024-05-05", "通知"],
      ]),
    HeadRow(
      name: "an order of two ministries, 令 in a line of its own",
      text:
        "中华人民共和国生态环境部\n中华人民共和国海关总署\n令\n第33号\n\n《进口固体废物管理办法》已审议通过，现予公布。\n部长 黄润秋\n署长 俞建华\n2023年12月5日",
      heads: [
        ["中华人民共和国生态环境部海关总署令第33号", "中华人民共和国生态环境部海关总署令第33号", "生态环境部 海关总署", "2023-12-05", "令"]
      ]),
    HeadRow(
      name: "an order of two ministries at the beginning, 令 behind the last name",
      text:
        "中华人民共和国公安部\n中华人民共和国海关总署令\n第6号\n\n《进口固体废物管理办法》已审议通过，现予公布。\n部长 黄润秋\n署长 俞建华\n2023年12月5日",
      heads: [["中华人民共和国公安部海关总署令第6号", "中华人民共和国公安部海关总署令第6号", "公安部 海关总署", "2023-12-05", "令"]]),
    HeadRow(
      name: "two offices in lines of their own above two numbers",
      text: offices.replacing(" ", with: "\n") + "\n云财教〔2024〕3号\n云教财〔2024〕5号\n关于下达资金的通知\n" + foot,
      heads: [["云财教〔2024〕3号", "关于下达资金的通知", offices, "2024-05-05", "通知"]]),
    HeadRow(
      name: "numbers of one office below and above titles",
      text: "云泽市人民政府关于乙事的通知\n\n云政发〔2024〕2号\n\n云政发〔2024〕3号\n\n关于丙事的通知\n\n" + foot,
      heads: [
        ["云政发〔2024〕2号", "云泽市人民政府关于乙事的通知", "云泽市人民政府", "-", "通知"],
        ["云政发〔2024〕3号", "关于丙事的通知", offices, "2024-05-05", "通知"],
      ]),
    HeadRow(
      name: "numbers cited on one line within a text",
      text:
        "云泽市财政局关于下达资金的通知\n\n云财教〔2024〕3号\n\n现下达资金。\n\n相关文件：\n\n云财教〔2020〕3号、云教财〔2021〕5号\n\n请遵照执行。\n\n云泽市财政局\n\n2024年5月5日",
      heads: [["云财教〔2024〕3号", "云泽市财政局关于下达资金的通知", "云泽市财政局", "2024-05-05", "通知"]]),
    HeadRow(
      name: "offices below a signature, and an order of another one",
      text:
        "云财教〔2024〕3号\n\n关于下达资金的通知\n\n" + foot
        + "\n\n云泽市发展改革委\n\n云泽市财政局\n\n云泽市公安局\n\n云泽市人民政府令\n\n第5号\n\n《云泽市供水管理办法》已经审议通过，现予公布。\n\n2024年6月5日",
      heads: [
        ["云财教〔2024〕3号", "关于下达资金的通知", offices, "2024-05-05", "通知"],
        ["云泽市人民政府令第5号", "云泽市人民政府令第5号", "云泽市人民政府", "2024-06-05", "令"],
      ]),
    HeadRow(
      name: "an order of three offices in one line",
      text: "中国人民银行 国家金融监督管理总局 中国证券监督管理委员会令\n〔2023〕第4号\n《系统重要性银行评估办法》已经审议通过，现予公布。\n2023年12月5日",
      heads: [
        [
          "中国人民银行国家金融监督管理总局中国证券监督管理委员会令2023年第4号", "中国人民银行国家金融监督管理总局中国证券监督管理委员会令2023年第4号",
          "中国人民银行 国家金融监督管理总局 中国证券监督管理委员会", "2023-12-05", "令",
        ]
      ]),
  ]

  @Test("a joint document is one, with all that its offices put above it", arguments: rows)
  func heads(row: HeadRow) { #expect(HeadRow.heads(of: row.text) == row.heads) }
}
