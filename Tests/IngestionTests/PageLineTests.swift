// Documents on pages of the web, with what the page prints around the title.

import Archive
import Testing

@testable import Ingestion

@Suite("pages of the web")
struct PageLineTests {
  private static let head = ["云水发〔2024〕8号", "云泽市水利局关于开展水库检查的通知", "云泽市水利局", "2024-05-06", "通知"]
  private static let title = "云泽市水利局关于开展水库检查的通知\n"
  private static let body = "云水发〔2024〕8号\n各县水利局：\n请开展检查，落实责任。\n云泽市水利局\n2024年5月6日"

  @Test(
    "what a page says between title and number cuts no document in two",
    arguments: [
      "发布时间：2024-05-09  来源：云泽市水利局  浏览次数：126", "发布时间：2024-05-09", "2024-05-09 09:12  来源：市水利局",
      "来源：云泽市水利局办公室", "时间：2024-05-09 09:12:33", "【字体：大 中 小】", "发布日期：2024-05-09  文号：云水发〔2024〕8号",
    ])
  func between(line: String) {
    let text = PageLineTests.title + line + "\n" + PageLineTests.body
    #expect(HeadRow.heads(of: text) == [PageLineTests.head])
  }

  @Test(
    "the page's table above a title is no document of its own",
    arguments: [
      "索 引 号：SL0001/2024\n主题分类：水利\n标    题：云泽市水利局关于开展水库检查的通知\n发文字号：云水发〔2024〕8号\n发布日期：2024年05月09日\n",
      "发布机构: 云泽市水利局  生成日期: 2024-05-06\n文号: 云水发〔2024〕8号\n名称: 云泽市水利局关于开展水库检查的通知\n\n",
    ])
  func above(table: String) {
    #expect(HeadRow.heads(of: table + PageLineTests.title + PageLineTests.body) == [PageLineTests.head])
    let unnumbered = PageLineTests.body.split(separator: "\n").dropFirst().joined(separator: "\n")
    #expect(HeadRow.heads(of: table + PageLineTests.title + unnumbered) == [PageLineTests.head])
  }

  @Test("what only begins like a page's line is text")
  func text() {
    let minutes = "云泽市水利局关于水库的会议纪要\n时间：2024年5月6日，地点在局会议室。\n会议议定如下事项。\n" + PageLineTests.title + PageLineTests.body
    #expect(HeadRow.heads(of: minutes).map { $0[1] } == ["云泽市水利局关于水库的会议纪要", PageLineTests.head[1]])
  }
}
