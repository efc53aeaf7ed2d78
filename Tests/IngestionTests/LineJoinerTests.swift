// Broken lines are joined and paragraphs kept apart, case by case.

import Testing

@testable import Ingestion

@Suite("joining of lines")
struct LineJoinerTests {
  /// Lines of a column of twenty cells, so that the lines of a case have a frame to be measured by.
  private static let column = """
    近年来，全县各乡镇各部门坚持以群众
    需求为中心，扎实开展河道清理和道路养护两项
    行动，累计投入资金八百余万元，清理河道沟渠
    一百二十公里，养护乡村道路三百余公里，取得
    了较好的成效，但是与群众的期盼相比还有差距
    。

    """

  /// A case: its lines, and the paragraphs that they should become.
  struct Row: Sendable, CustomStringConvertible {
    let name: String
    let lines: String
    let paragraphs: [String]
    var description: String { name }
  }

  private static let inColumn = [
    Row(
      name: "a line that is full goes on",
      lines: "各乡镇要结合实际制定实施方案，明确责\n任分工，抓好工作落实，确保按时完成各项任务\n。",
      paragraphs: ["各乡镇要结合实际制定实施方案，明确责任分工，抓好工作落实，确保按时完成各项任务。"]),
    Row(
      name: "a short line ends its paragraph although nothing marks the end",
      lines: "工作安排\n各乡镇要结合实际制定实施方案，明确责\n任分工。",
      paragraphs: ["工作安排", "各乡镇要结合实际制定实施方案，明确责任分工。"]),
    Row(
      name: "a full stop at the edge does not end a paragraph when the next line is no first line",
      lines: "各乡镇要结合实际抓紧制定工作方案，按\n月报送进展情况，年底前完成全部整改工作任务。\n对整改不力的单位，由县政府督查室予以通报批评\n。",
      paragraphs: ["各乡镇要结合实际抓紧制定工作方案，按月报送进展情况，年底前完成全部整改工作任务。对整改不力的单位，由县政府督查室予以通报批评。"]),
    Row(
      name: "a numbered head begins a paragraph even below a full line",
      lines: "各乡镇要结合实际制定实施方案，明确责\n任分工，抓好工作落实，确保按时完成各项任务，\n（二）加强督促检查。",
      paragraphs: ["各乡镇要结合实际制定实施方案，明确责任分工，抓好工作落实，确保按时完成各项任务，", "（二）加强督促检查。"]),
    Row(
      name: "a year cut in two is one number again",
      lines: "本办法施行后，各乡镇应当在规定时间20\n24年年底前完成清理工作，逾期不予受理。",
      paragraphs: ["本办法施行后，各乡镇应当在规定时间2024年年底前完成清理工作，逾期不予受理。"]),
    Row(
      name: "a document number cut before 号 is one again",
      lines: "根据《县人民政府办公室关于开展清理工作的\n通知》（青政办发〔2024〕7\n号）要求，现通知如下：",
      paragraphs: ["根据《县人民政府办公室关于开展清理工作的通知》（青政办发〔2024〕7号）要求，现通知如下："]),
    Row(
      name: "a clock time cut at its colon goes on",
      lines: "受理时间为每个工作日的上午和下午，即8：\n30至17：00，节假日不受理。",
      paragraphs: ["受理时间为每个工作日的上午和下午，即8：30至17：00，节假日不受理。"]),
    Row(
      name: "a short line that ends inside of a name in 《》 goes on",
      lines: "根据《青溪县人民政府关于\n加强河道养护的意见》要求，现通知如下：",
      paragraphs: ["根据《青溪县人民政府关于加强河道养护的意见》要求，现通知如下："]),
    Row(
      name: "signature and date stand alone",
      lines: "请认真贯彻执行。\n青溪县人民政府\n2024年3月5日",
      paragraphs: ["请认真贯彻执行。", "青溪县人民政府", "2024年3月5日"]),
    Row(
      name: "a title over several lines is one paragraph",
      lines: "青 溪 县 人 民 政 府\n关于印发青溪县河道\n管理办法的通知\n各乡镇人民政府，县政府各部门：",
      paragraphs: ["青溪县人民政府关于印发青溪县河道管理办法的通知", "各乡镇人民政府，县政府各部门："]),
    Row(
      name: "an article's number torn off from its text comes back to it",
      lines: "第六条\n乡镇人民政府应当建立河道巡查制度，\n明确巡查人员和巡查频次。",
      paragraphs: ["第六条 乡镇人民政府应当建立河道巡查制度，明确巡查人员和巡查频次。"]),
    Row(
      name: "entries of a list stay apart although each fills the line",
      lines: "组　长：白 石 青溪县人民政府副县长兼\n副组长：林知远 县人民政府办公室副主任\n成　员：江 晚 县水利局党组书记和局长",
      paragraphs: ["组长：白石 青溪县人民政府副县长兼", "副组长：林知远 县人民政府办公室副主任", "成员：江晚 县水利局党组书记和局长"]),
    Row(
      name: "who is responsible belongs to the paragraph in front when that line was full",
      lines: "（一）加强河道巡查，发现问题及时处置。\n（县水利局负责）",
      paragraphs: ["（一）加强河道巡查，发现问题及时处置。（县水利局负责）"]),
  ]

  @Test("in a column of twenty cells", arguments: inColumn)
  func column(row: Row) {
    let found = paragraphs(of: LineJoinerTests.column + row.lines)
    #expect(Array(found.dropFirst()) == row.paragraphs)
  }

  @Test("between Latin words a space takes the place of the line's end, in numbers and Chinese text nothing")
  func latin() {
    #expect(paragraphs(of: "The county\ngovernment of,\nQingxi") == ["The county", "government of,", "Qingxi"])
    let title = Repairer().repair(title: SourceText(wholeSource: Array("青溪\n公报".unicodeScalars)))
    #expect(title.text == "青溪 公报")
    let wrapped = LineJoinerTests.column + "依托平台建设，推动全县政务数据按照the\nopen data标准开放共享，提高水平。"
    #expect(paragraphs(of: wrapped).last == "依托平台建设，推动全县政务数据按照the open data标准开放共享，提高水平。")
  }

  @Test("a sentence cut at a page's end goes on, although lines are paragraphs elsewhere")
  func pageCut() {
    let long = "（三）完善养护机制。建立县乡村三级养护体系，明确养护标准和养护责任，按照统一管理、分级负责的原则落实养护经费，"
    let rest = "推动养护工作常态化、规范化。"
    let other = "（四）强化监督考核。将养护工作纳入年度考核内容，考核结果作为安排下年度补助资金的重要依据，并向社会公布，接受群众监督。"
    #expect(paragraphs(of: "\(long)\n\n\(rest)\n\n\(other)\n") == [long + rest, other])
  }

  @Test("rows of a numbered table are put together from their cells")
  func table() {
    let source = "序号 任务 单位 \n\n1 清理河道 \n县水利局 \n\n2 养护道路 \n县交通运\n输局 \n\n3 植树 县林业局 \n"
    #expect(
      paragraphs(of: source) == ["序号 任务 单位", "1 清理河道 县水利局", "2 养护道路 县交通运输局", "3 植树 县林业局"])
  }

  @Test("the rows of a Markdown table stay apart, and so does the rule below its head")
  func markdownTable() {
    let rows = ["| 序号 | 项目 | 金额 |", "|---|---|---|", "| 1 | 普惠金融，农村信贷 | 500 |", "| 2 | 养护道路 | 20 |"]
    let found = paragraphs(of: LineJoinerTests.column + rows.joined(separator: "\n"))
    #expect(Array(found.dropFirst()) == rows)
  }

  @Test("a line that begins with the point of a number goes on with it, however short the line above")
  func decimal() {
    #expect(
      paragraphs(of: "云泽市人民政府关于2024年重点工作的通知\n一、全市能耗明显下降，单位GDP能耗下降3\n.2%，森林覆盖率达到23.4%。")
        == ["云泽市人民政府关于2024年重点工作的通知", "一、全市能耗明显下降，单位GDP能耗下降3.2%，森林覆盖率达到23.4%。"])
    #expect(
      paragraphs(of: "各级政府每年安排的消防经费，不低于预算支出的0.\n5%，并接受监督。\n1.\n2024年安排三万元。")
        == ["各级政府每年安排的消防经费，不低于预算支出的0.5%，并接受监督。", "1.", "2024年安排三万元。"])
  }

  @Test(
    "a number that a point ends by itself is no cut one",
    arguments: [
      "上述材料格式见附件2.\n　　2024年底前报送市政府办公室。", "表1.\n2024年主要指标", "上述材料格式见附件2.\n3个工作日内答复。",
      "其中财政资金300.\n2024年底前完成建设任务。", "完成投资1200.\n　　2个项目开工，一个项目竣工。", "完成投资1200.\n\n2个项目开工，一个项目竣工。",
      "同比增长3\n\n.2为误差",
    ])
  func wholeNumbers(source: String) {
    #expect(paragraphs(of: source) == source.split(separator: "\n").map { $0.filter { $0 != "\u{3000}" } })
  }

  @Test("in a few lines too, a sentence goes on in a line without the indent that the one above has")
  func shortSource() {
    let lines = [
      "青溪县人民政府", "关于表扬先进的通报", "", "各乡镇人民政府：", "    根据《青溪县用水定额》，落实《青溪县水价目录》的有", "关规定，做到应收尽收。", "",
      "        青溪县人民政府",
    ]
    #expect(paragraphs(of: lines.joined(separator: "\n")).contains("根据《青溪县用水定额》，落实《青溪县水价目录》的有关规定，做到应收尽收。"))
  }

  @Test("who signs a document stands alone above its title")
  func signer() {
    let lines = ["青政发〔2024〕8号", "签发人：江晚", "", "青溪县人民政府", "关于印发青溪县河道养护规划的通知", "各乡镇人民政府：", "现印发给你们。"]
    #expect(
      paragraphs(of: lines.joined(separator: "\n")) == [
        lines[0], lines[1], "青溪县人民政府关于印发青溪县河道养护规划的通知", lines[5], lines[6],
      ])
  }

  @Test("where first lines are indented, a full line goes on behind ； unless an item follows")
  func semicolonAtEdge() {
    let text = [
      "各乡镇要结合实际制定实施方案，明确责任分工，抓好工作落实，确保按时完成各项任务。",
      "对整改不力的单位，由县政府督查室予以通报批评，并在全县范围内公开曝光其问题；限期内仍不改正的，依法追究责任。", "县水利局应当做好下列各项具体的工作：",
      "（一）对全县河道堤防和水闸逐一检查；", "（二）清理河道。",
    ]
    let source = PageStyle(cells: 20, blank: .nowhere, keepsIndent: true).source(of: text + text)
    #expect(source.contains("问题；\n限期") && source.contains("检查；\n　　（二）"))
    #expect(paragraphs(of: source) == text + text)
  }

  @Test("entries of a chronicle stay apart")
  func chronicle() {
    let lines = (1...9).map { "2015年\($0)月20日 青溪县第十七届人民代表大会常务委员会第\($0)次会议通过" }
    #expect(paragraphs(of: lines.joined(separator: "\n")) == lines)
  }
}
