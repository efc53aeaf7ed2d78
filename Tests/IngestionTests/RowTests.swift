// Rows of tables and lists stay apart, and gaps in sentences make no rows of them.

import Testing

@testable import Ingestion

@Suite("rows of columns")
struct RowTests {
  @Test("rows whose columns wide gaps part stay rows, and what follows the last one is none of it")
  func columns() {
    let table = [
      "2023年全市主要指标完成情况如下表所示，请各单位认真学习领会。", "年份        工业增加值(亿元)    投资额(亿元)    增速",
      "2021年      1,234.5             800.1           6.1%", "2022年      1,345.6             850.2           7.2%",
      "以上数据由市统计局提供，如有疑问请与市统计局联系。",
    ]
    let rows = paragraphs(of: table.joined(separator: "\n"))
    #expect(rows.map { $0.prefix(2) } == table.map { $0.prefix(2) })
    let cells = ["户外设施管理\t住房和城乡建设、自然资源、交通等部门", "供电报装\t能源主管部门及供电企业", "供热报装\t住房和城乡建设及供热企业"]
    #expect(paragraphs(of: "近年来，全县各乡镇各部门坚持以群众\n需求为中心，成效较好。\n" + cells.joined(separator: "\n")).suffix(3) == cells[...])
    let offices = ["决定表彰：", "市财政局          市教育局          市公安局", "市水务局          市民政局          市公安局", "云泽市人民政府"]
    #expect(
      paragraphs(of: (offices + ["2024年3月1日"]).joined(separator: "\n"))
        == ["决定表彰：", "市财政局 市教育局 市公安局", "市水务局 市民政局 市公安局", "云泽市人民政府", "2024年3月1日"])
  }

  @Test("rows with the same space at each border stay rows, wherever their cells stand")
  func fixedSpaces() {
    let rows = ["项目　　　　2022年　　　　2023年", "全市一般公共预算收入（不含基金收入）　　　　1200　　　　1300", "税收收入　　　　900　　　　1000"]
    let lines = ["全市财政收支情况如下表所示，请各有关单位认真组织学习领", "会，并按要求做好工作。"] + rows
    #expect(paragraphs(of: lines.joined(separator: "\n")).suffix(3).map { $0.prefix(2) } == rows.map { $0.prefix(2) })
  }

  @Test("names side by side stay apart, whatever pads them, and so do posts below one another")
  func names() {
    #expect(
      paragraphs(of: "先进个人\n丁  一    于 是 之  王小二    张  伟\n欧阳修文  马  超    刘  洋    司马光\n云泽市人民政府\n2024年3月1日")
        == ["先进个人", "丁一 于是之 王小二 张伟", "欧阳修文 马超 刘洋 司马光", "云泽市人民政府", "2024年3月1日"])
    #expect(
      paragraphs(of: "判决如下：驳回上诉，维持原判。\n审 判 长  刘海\n审 判 员  周  涛\n二〇二四年五月六日")
        == ["判决如下：驳回上诉，维持原判。", "审判长 刘海", "审判员 周涛", "二〇二四年五月六日"])
  }

  @Test("names in two columns stay apart")
  func pairs() {
    #expect(
      paragraphs(of: "名单\n王  伟    李  强\n张  明    赵  刚\n孙  亮    欧阳修文\n云泽市人民政府")
        == ["名单", "王伟 李强", "张明 赵刚", "孙亮 欧阳修文", "云泽市人民政府"])
  }

  @Test(
    "blanks of forms and wide gaps in sentences and titles part no rows",
    arguments: [
      [
        "　　甲方同意将位于云泽市      区      街道      社区的房屋出租给乙", "方使用，租赁面积为      平方米，租期自      年      月      日起计算。",
      ],
      [
        "　　你单位于      年      月      日在            实施违法行为，违反了《                》", "第      条第      款第      项的规定，现予处罚。",
      ],
      ["　　兹委托            同志前往            办理土地使用权证的登记手续", "，请予接洽。"],
      ["　　本办法自2024年5月1日起施行    有效期五年    原《云泽市办法》同时", "废止。"],
      ["　　根据《中华人民共和国预算法》    《中华人民共和国审计法》    和有关", "规定，制定本办法，请遵照执行。"],
      ["云泽市人民政府办公室    关于印发    云泽市", "安全生产    专项整治    三年行动方案的通知"],
    ])
  func gaps(lines: [String]) {
    // First lines with an indent stand in text that is as wide.
    let text = "　　各级人民政府应当加强领导，落实责任，完善机制，保障安全生产工作顺\n利开展。"
    let isWide = lines[0].hasPrefix("　　")
    let found = paragraphs(of: (isWide ? [text] + lines + [text] : lines).joined(separator: "\n"))
    #expect(found.count == (isWide ? 3 : 1))
    #expect(found.map { $0.filter { !$0.isWhitespace } }.contains(lines.joined().filter { !$0.isWhitespace }))
  }

  @Test("names of any form behind posts of a court make paragraphs, a sentence that is stretched goes on")
  func posts() {
    let posts = ["代 理 审 判 员  王小明", "人 民 陪 审 员  阿不都拉", "检 察 员  买买提·吐尔逊", "书 记 员  李四"]
    let lines = ["判决如下：驳回上诉，维持原判。"] + posts + ["二〇二四年五月六日"]
    #expect(
      paragraphs(of: lines.joined(separator: "\n"))
        == [lines[0], "代理审判员 王小明", "人民陪审员 阿不都拉", "检察员 买买提·吐尔逊", "书记员 李四", lines[5]])
    #expect(paragraphs(of: "各 级 领 导 人 员  应 当\n带 头 遵 守 本 规 定 ，\n不 得 谋 取 私 利 。").count == 1)
  }
}
