// Heads in the middle of a publication: each begins a document of its own, with its whole title.

import Archive
import Testing

@testable import Ingestion

@Suite("heads within a publication")
struct InnerHeadTests {
  private static let notice = """
    松陵县水利局关于做好汛前检查的通知
    松水发〔2024〕6号

    各乡镇水利站：
        现就汛前检查有关事项通知如下，请认真执行。
                        松陵县水利局
                        2024年3月4日


    """

  private static let law = "中华人民共和国茶叶促进法"
  private static let orderHeads = [
    ["中华人民共和国主席令第31号", "中华人民共和国主席令第31号", "中华人民共和国主席", "2024-05-09", "令"],
    ["-", law, "中华人民共和国主席", "2024-05-09", "法"],
  ]
  private static func order(_ number: String) -> String {
    """
    中华人民共和国主席令
    \(number)

        《\(law)》已由全国人民代表大会常务委员会第九次会议于2024年5月9日通过，现予公布，自2024年8月1日起施行。
                        中华人民共和国主席  韩若松
                        2024年5月9日

    \(law)
    （2024年5月9日全国人民代表大会常务委员会第九次会议通过）

        第一条 为了促进茶叶产业，制定本法。
        第二条 本法自2024年8月1日起施行。
    """
  }
  private static func announcement(_ number: String) -> String {
    """
    云泽市人民代表大会常务委员会公告
    \(number)

        《云泽市茶园保护条例》已经通过，现予公布，自2024年7月1日起施行。
                        云泽市人民代表大会常务委员会
                        2024年5月20日
    """
  }
  private static let congress = "云泽市人民代表大会常务委员会"
  private static func announced(_ number: String) -> [[String]] {
    [[number, congress + "公告", congress, "2024-05-20", "公告"]]
  }
  private static func letter(_ title: String) -> String {
    """
    \(title)
    云政办函〔2024〕9号

    松陵县人民政府：
        你县来文收悉。现将有关情况说明如下。
                        云泽市人民政府办公室
                        2024年6月3日
    """
  }
  private static func lettered(_ title: String, _ kind: String) -> [[String]] {
    [["云政办函〔2024〕9号", title, "云泽市人民政府办公室", "2024-06-03", kind]]
  }

  /// What stands behind a notice, and what its heads say.
  private static let rows = [
    HeadRow(name: "a president's order and its law", text: order("第三十一号"), heads: orderHeads),
    HeadRow(name: "an order's number in brackets", text: order("（第三十一号）"), heads: orderHeads),
    HeadRow(name: "a session before the number", text: announcement("〔十六届〕第八号"), heads: announced(congress + "公告第8号")),
    HeadRow(name: "a session in round brackets", text: announcement("（十六届）第八号"), heads: announced(congress + "公告第8号")),
    HeadRow(name: "a session in square ones", text: announcement("[16届]第8号"), heads: announced(congress + "公告第8号")),
    HeadRow(
      name: "a year in brackets before 第", text: announcement("〔2024〕第8号"),
      heads: announced(congress + "公告2024年第8号")),
    HeadRow(
      name: "a title that seems to end in its second line",
      text: letter("云泽市人民政府办公室\n关于落实茶园轮作休耕制度\n若干问题的意见"),
      heads: lettered("云泽市人民政府办公室关于落实茶园轮作休耕制度若干问题的意见", "意见")),
    HeadRow(
      name: "years in brackets within a title",
      text: letter("云泽市人民政府办公室\n关于印发云泽市茶产业总体规划\n（2024—2035年）实施方案的通知"),
      heads: lettered("云泽市人民政府办公室关于印发云泽市茶产业总体规划（2024—2035年）实施方案的通知", "通知")),
    HeadRow(
      name: "a letter's title over two lines", text: letter("云泽市人民政府办公室关于调整市\n茶叶协会组成人员的函"),
      heads: lettered("云泽市人民政府办公室关于调整市茶叶协会组成人员的函", "函")),
    HeadRow(
      name: "a report's", text: letter("云泽市人民政府办公室关于全市茶园\n普查结果的报告"),
      heads: lettered("云泽市人民政府办公室关于全市茶园普查结果的报告", "报告")),
  ]

  @Test("each head begins a document", arguments: rows)
  func heads(row: HeadRow) {
    #expect(HeadRow.heads(of: InnerHeadTests.notice + row.text).dropFirst() == row.heads[...])
  }

  @Test(
    "what only looks like a head begins no document",
    arguments: [
      "一、公文的种类\n决定\n适用于对重要事项作出决策和部署。\n公告\n适用于向国内外宣布重要事项，或者法定事项。\n通告\n适用于公布应当遵守的事项。\n二、公文的格式\n公文一般由份号等组成。",
      "关于贯彻落实市领导批示\n市水利局先后召开三次会议，逐项研究整改措施。\n关于河道养护\n各县按季度检查。",
    ])
  func noHeads(text: String) {
    let found = HeadRow.heads(of: InnerHeadTests.notice + text)
    #expect(found.count <= 2 && found.dropFirst().allSatisfy { $0[1] == "-" })
  }

  @Test("a signature without a date stays with its document, and so does a note on where it was printed")
  func behindSignatures() {
    let notice = InnerHeadTests.notice.split(separator: "\n").dropLast().joined(separator: "\n")
    let next = InnerHeadTests.letter("云泽市教育局关于商请支持\n入学工作的函")
    #expect(HeadRow.heads(of: notice + "\n" + next).last?[1] == "云泽市教育局关于商请支持入学工作的函")
    let noted = HeadRow.heads(of: InnerHeadTests.notice + "载于云泽市人民政府公报2024年第5期\n\n" + next)
    #expect(noted.map { $0[1] }.last == "云泽市教育局关于商请支持入学工作的函" && noted.count == 2)
  }

  @Test("通告 alone begins a document behind one that bears no signature")
  func loneKind() {
    let text = """
      云泽市中级人民法院
      关于办理茶叶商标案件若干问题的纪要
      （云中法〔2024〕15号  2024年6月20日印发）

          为统一执法标准，形成如下纪要。
          一、冒用商标的，应当受理。

      通  告

          根据有关规定，征收红星村土地3公顷。

                                云泽市林业局
                                2024年6月30日
      """
    #expect(
      HeadRow.heads(of: text) == [
        ["云中法〔2024〕15号", "云泽市中级人民法院关于办理茶叶商标案件若干问题的纪要", "云泽市中级人民法院", "2024-06-20", "纪要"],
        ["-", "通告", "云泽市林业局", "2024-06-30", "通告"],
      ])
  }

  @Test("a statute's title ends before the date below it, whatever its remark")
  func remark() {
    let text = """
      云泽市茶园管理规定修正案（二）
      2024年6月26日 云泽市第六届人民代表
      大会常务委员会第二次会议通过
      一、将第三条修改为：“云泽市的茶园应
      当在县级林业部门登记，不登记的，责令
      限期改正，逾期不改正的，处以罚款，并
      通报批评。”
      """
    #expect(HeadRow.heads(of: text) == [["-", "云泽市茶园管理规定修正案（二）", "-", "2024-06-26", "修正案"]])
  }

  @Test("a publication's head above a title is no part of it")
  func publicationHead() {
    let head = "云泽市人民政府公报 2024年第7期\n\n"
    let title = "云泽市人民政府办公室\n关于加强茶园防冻工作的通知"
    let heads = HeadRow.heads(of: InnerHeadTests.notice + head + InnerHeadTests.letter(title))
    #expect(heads.dropFirst() == InnerHeadTests.lettered(title.replacing("\n", with: ""), "通知")[...])
    #expect(heads.first?[1] == "松陵县水利局关于做好汛前检查的通知")
  }

  @Test("an entry of a list of attachments goes on in the next line")
  func wrappedEntries() {
    let text = """
      松陵县水利局关于印发文书格式的通知
      松水发〔2024〕7号

      各乡镇水利站：
      现将文书格式印发给你们，请遵照执行。

      附件：
      1.松陵县水利局许可决定书（适用于
      准予取水的情形）
      2.松陵县水利局取水许可
      延续通知书
      3.松陵县水利局终止通知书

      松陵县水利局
      2024年3月28日

      附件1
      你单位的申请，现予准许。

      附件2
      你单位的许可，现予延续。

      附件3
      你单位的申请，现予终止。
      """
    let titles = HeadRow.documents(text).dropFirst().map { $0.title ?? "-" }
    #expect(titles == ["松陵县水利局许可决定书（适用于准予取水的情形）", "松陵县水利局取水许可延续通知书", "松陵县水利局终止通知书"])
  }
}
