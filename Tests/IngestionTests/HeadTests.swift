// Heads of documents in the ways in which publications, pages of the web and scans print them.

import Archive
import Testing

@testable import Ingestion

@Suite("heads of documents")
struct HeadTests {
  private static let body = "为规范管理，制定本办法。\n\n第一条 本办法适用于全县。\n\n第二条 本办法自印发之日起施行。\n\n"
  private static let rows = [
    HeadRow(
      name: "an order's number below its name, and the rules it publishes",
      text: "松陵县人民政府令\n\n第12号\n\n《松陵县茶园管理办法》已经县政府常务会议通过，现予公布。\n\n县 长　韩若松\n\n2024年2月6日\n\n松陵县茶园管理办法\n\n第一条 为规范管理，制定本办法。",
      heads: [
        ["松陵县人民政府令第12号", "松陵县人民政府令第12号", "松陵县人民政府", "2024-02-06", "令"],
        ["-", "松陵县茶园管理办法", "松陵县人民政府", "2024-02-06", "办法"],
      ]),
    HeadRow(
      name: "an announcement whose number leaves the office out",
      text: "云泽市水利局关于水库水位的公告\n\n2024年第3号\n\n为保障安全，现将水位公告如下。\n\n云泽市水利局\n\n2024年4月1日",
      heads: [["云泽市水利局公告2024年第3号", "云泽市水利局关于水库水位的公告", "云泽市水利局", "2024-04-01", "公告"]]),
    HeadRow(
      name: "a letterhead, and who approved the document",
      text: "云泽市水利局文件\n\n云水发〔2024〕8号　签发人：陶安\n\n关于做好防汛工作的通知\n\n各县水利局：\n\n为做好防汛工作，现通知如下。\n\n云泽市水利局\n\n2024.5.6",
      heads: [["云水发〔2024〕8号", "关于做好防汛工作的通知", "云泽市水利局", "2024-05-06", "通知"]]),
    HeadRow(
      name: "who approved the document, on a line of its own",
      text: "云水发〔2024〕8号\n\n签发人：陶安\n\n云泽市水利局\n\n关于做好防汛工作的通知\n\n各县水利局：\n\n为做好防汛工作，现通知如下。\n\n云泽市水利局\n\n2024.5.6",
      heads: [["云水发〔2024〕8号", "云泽市水利局关于做好防汛工作的通知", "云泽市水利局", "2024-05-06", "通知"]]),
    HeadRow(
      name: "a number that is called so below the title",
      text: "云泽市水利局关于开展检查的通知\n\n文号：云水发〔2024〕8号\n\n各县水利局：\n\n请开展检查。\n\n云泽市水利局\n\n2024年5月6日",
      heads: [["云水发〔2024〕8号", "云泽市水利局关于开展检查的通知", "云泽市水利局", "2024-05-06", "通知"]]),
    HeadRow(
      name: "a number in traditional characters",
      text: "臺北市政府關於推動數位轉型的通知\n\n北市府資〔2024〕31號\n\n各區公所：\n\n請辦理。\n\n臺北市政府\n\n2024年8月8日",
      heads: [["北市府資〔2024〕31号", "臺北市政府關於推動數位轉型的通知", "臺北市政府", "2024-08-08", "通知"]]),
    HeadRow(
      name: "the table of a web page",
      text:
        "首页 | 政务公开\n\n索引号：SL0001\n\n发布机构：云泽市医疗保障局\n\n成文日期：2023年07月14日\n\n发文字号：云医保发〔2023〕28号\n\n关于做好参保缴费工作的通知\n\n各县医疗保障局：\n\n为做好参保缴费工作，现通知如下。",
      heads: [["云医保发〔2023〕28号", "关于做好参保缴费工作的通知", "云泽市医疗保障局", "2023-07-14", "通知"]]),
    HeadRow(
      name: "an office and a lone kind",
      text: "云泽市人民政府\n\n公　告\n\n因施工需要，实施交通管制，现予公告。\n\n云泽市人民政府\n\n2024年4月1日",
      heads: [["-", "云泽市人民政府公告", "云泽市人民政府", "2024-04-01", "公告"]]),
    HeadRow(
      name: "a date in brackets below the title, offices in the title",
      text: "中共青岚省委 青岚省人民政府关于推进乡村振兴的意见\n\n（2023年2月16日）\n\n为推进乡村振兴，现提出如下意见。\n\n一、总体要求",
      heads: [["-", "中共青岚省委 青岚省人民政府关于推进乡村振兴的意见", "中共青岚省委 青岚省人民政府", "2023-02-16", "意见"]]),
    HeadRow(
      name: "a form that is quoted is no document",
      text: "松陵县审核办法\n\n第一条 为规范审核，制定本办法。\n\n第二条 审核意见格式如下：\n\n关于《某某办法》的审核意见\n\n你单位报送的送审稿收悉。\n\n第三条 本办法自印发之日起施行。",
      heads: [["-", "松陵县审核办法", "-", "-", "办法"]]),
    HeadRow(
      name: "a title that speaks of 发布会 issues nothing",
      text: "云泽市人民政府办公室关于规范新闻发布会的通知\n\n各县人民政府：\n\n现就发布会工作通知如下。\n\n云泽市人民政府办公室\n\n2024年1月3日\n\n"
        + body,
      heads: [
        ["-", "云泽市人民政府办公室关于规范新闻发布会的通知", "云泽市人民政府办公室", "2024-01-03", "通知"],
        ["-", "-", "-", "-", "-"],
      ]),
    HeadRow(
      name: "what is quoted says nothing of the text's own kind",
      text: "　　老人念道：“本办法自公布之日起施行。”\n\n　　大家都笑了。",
      heads: [["-", "-", "-", "-", "-"]]),
  ]

  @Test("each head is read for what it says", arguments: rows)
  func heads(row: HeadRow) { #expect(HeadRow.heads(of: row.text) == row.heads) }

  @Test(
    "titles are whole however the page set them",
    arguments: [
      // Centred over three lines, the last with a remark before the kind.
      """
      　　　　　　　　　　松陵县人民政府
      　　　　关于印发松陵县茶叶发展三年行动计划
      　　　　　　（2023—2025年）的通知
      各乡镇人民政府，县政府各部门，县属各企业，各有关单位，驻松
      陵各单位：
      　　现将计划印发给你们，请结合各自工作实际，认真抓好贯彻落实
      工作，并于每年年底以前将落实情况书面报送县政府办公室，由县政
      府办公室汇总以后上报县委、县政府，同时抄送县农业农村局，由其
      会同县财政局、县商务局对落实情况开展评估，评估结果向社会公开
      。
      """,
      // Markdown's signs, and blank lines between.
      "# 松陵县人民政府关于印发\n\n# 松陵县茶叶发展三年行动计划（2023—2025年）的通知\n\n各乡镇人民政府：\n\n现将计划印发给你们，请认真抓好落实。",
    ])
  func titles(text: String) {
    let title = HeadRow.documents(text).first?.title?.filter { !$0.isWhitespace }
    #expect(title == "松陵县人民政府关于印发松陵县茶叶发展三年行动计划（2023—2025年）的通知")
  }

  @Test("a number and a date that a line's end cut are read whole")
  func cutFormulas() {
    let lines = [
      "平政函〔20", "23〕33号", "平阳市人民政府关于同意设立茶", "叶产业园的批复", "青禾县人民政府：", "你县请示收悉。现就有关事项批复", "如下，请认真组织实施好有关工作",
      "，确保产业园按时建成投入使用。", "平阳市人民政府", "2023年5", "月6日",
    ]
    let metadata = HeadRow.documents(lines.joined(separator: "\n")).first
    #expect(metadata?.number == "平政函〔2023〕33号" && metadata?.date?.description == "2023-05-06")
  }

  @Test("a record's text tells what the record itself does not state")
  func records() {
    let text = "云水发〔2024〕8号\\n关于做好防汛工作的通知\\n各县水利局：\\n为做好防汛工作，根据《青岚省防汛条例》，现通知如下。\\n云泽市水利局\\n2024年5月6日"
    let record = "{\"id\":\"a\",\"text\":\"\(text)\",\"date\":\"2024-05-07\"}"
    let source = Ingestor().ingest(Array(record.utf8), of: SourceID(path: "a.jsonl"), format: .jsonLines)
    let metadata = source.documents.first?.metadata
    #expect(metadata?.number == "云水发〔2024〕8号" && metadata?.issuers == ["云泽市水利局"] && metadata?.kind == "通知")
    #expect(metadata?.date?.description == "2024-05-07" && metadata?.lines == [1...1])
    #expect(metadata?.citations.map(\.title) == ["青岚省防汛条例"])
  }
}
