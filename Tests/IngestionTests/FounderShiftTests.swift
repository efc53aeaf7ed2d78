// Founder's font-code shift.

import Archive
import Testing

@testable import Ingestion

@Suite("Founder's shift")
struct FounderShiftTests {
  @Test("the shift is arithmetic on GB 2312")
  func formula() {
    #expect(FounderCode.signs["园"] == "０" && FounderCode.signs["怨"] == "９" && FounderCode.signs["遥"] == "。")
    #expect(FounderCode.signs["玉"] == "Ⅰ" && FounderCode.signs["淤"] == "①" && FounderCode.signs["粤"] == "Ａ")
    #expect(FounderCode.han.count == 6_763)
    // What is left of them in a text is found by the same table.
    for (shifted, sign) in FounderCode.signs where ("０"..."９").contains(sign) {
      #expect(TextDamage.stretches(in: "第\(shifted)猿\(shifted)").map(\.damage) == [.unrepaired], "\(shifted)")
    }
  }

  /// A text in which three shifted digits show the infection.
  private static let infected = "全市投入资金员缘园万元，较2022年增加。"

  @Test(
    "shifted numbers are read by their frames",
    arguments: [
      ("圆园圆源年 远月 圆猿日起施行。", "2024年6月23日起施行。"), ("稳定在 苑愿援园豫 左右。", "稳定在78.0%左右。"),
      ("按第 远 号文件办理。", "按第6号文件办理。"), ("不足 缘 吨的", "不足5吨的"), ("员援开展调查摸底。", "1.开展调查摸底。"),
      ("得分愿缘分以上的为合格。", "得分85分以上的为合格。"), ("启动芋级响应，达到郁级的", "启动Ⅲ级响应，达到Ⅳ级的"), ("负责落实（域级）响应。", "负责落实（Ⅱ级）响应。"),
      ("分为玉、域、芋级。", "分为Ⅰ、Ⅱ、Ⅲ级。"), ("工作人员圆园园人参加。", "工作人员200人参加。"), ("参加人员远远户。", "参加人员66户。"),
      ("服务质量袁提高效率袁按照规定办理。", "服务质量，提高效率，按照规定办理。"),
      ("人均支出不高于愿,怨员圆元。", "人均支出不高于8,912元。"), ("缴纳猿袁缘圆苑元。", "缴纳3,527元。"),
      ("按人口数伊园援猿计算，配比为员∶圆援苑。", "按人口数×0.3计算，配比为1∶2.7。"),
      ("处员万元以上员园万元以下罚款。", "处1万元以上10万元以下罚款。"), ("开放时间为愿:猿园至员苑:园缘。", "开放时间为8:30至17:05。"), ("浓度低于猿缘微克。", "浓度低于35微克。"),
      ("建设缘郧基站，推广陨孕增远技术。", "建设5G基站，推广IPv6技术。"), ("取得陨杂韵怨园园员认证，上线粤孕孕猿个。", "取得ISO9001认证，上线APP3个。"),
      ("孕酝圆援缘浓度下降。", "PM2.5浓度下降。"), ("请登录澡贼贼责院//憎憎憎援赠怎灶.藻曾葬皂责造藻/择躁/愿远查询。", "请登录http://www.yun.example/qj/86查询。"),
      ("圆 园 员 怨年员员月源日", "2019年11月4日"), ("要要坚持稳步推进。", "——坚持稳步推进。"),
      ("符合条件：淤年满圆园周岁；于有固定住所；盂无不良记录。", "符合条件：①年满20周岁；②有固定住所；③无不良记录。"),
      ("符合条件：①年满二十周岁；于有固定住所；③无不良记录。", "符合条件：①年满二十周岁；②有固定住所；③无不良记录。"),
    ])
  func shifted(damaged: String, clean: String) {
    #expect(repairedText(FounderShiftTests.infected + "\n" + damaged).hasSuffix(clean))
  }

  @Test(
    "ordinary words stay, also in an infected text",
    arguments: [
      "工作人员年度考核由人事部门负责。", "公园管理单位应当保护水源。", "自愿参加的，由本人申请。", "行政区域级别由省政府确定。", "任命袁立群、尧中平为委员。",
      "适用于本市公园、医院、学校。", "偏远地区人员优先。", "种植玉米、芋头等作物。", "会员名单由秘书处公布。", "永远年轻，缘分天定。", "豫园商场设在老城。",
      "市水利局四级调研员\n成员：陆青", "幼儿园周边二百米内不得设点。", "超过额定乘员百分之二十的，从重处罚。", "配备持证护理员\n到各社区。", "无人认领的犬只，由动物园\n处理。",
      "增强公众生活垃圾源\n头减量意识。", "办园条件应当合格；于是继续开放。", "1.枣树种植。", "APP园区推广中心。",
      "历史文化资源源远流长，清洁能源源源不断输送。", "现有资源远远不能满足需要，参加人员远远超过预期。",
    ])
  func lookAlikes(text: String) {
    #expect(repairedText(FounderShiftTests.infected + "\n" + text).hasSuffix(text))
  }

  @Test("a text without infection stays as it is, whatever its characters")
  func clean() {
    let text =
      "人员、资源、公园、区域、玉米、遥远、援助、怨言、猿猴、圆满、缘由、苑囿、愿望。\n源源不断，园园有景。"
      + "\n文化资源源远流长，能源源源不断，资源远远不足，人员远远超过，心愿远远没有实现。"
    #expect(repairedText(text) == text)
  }

  @Test("an infection shows in lists, letters and stretched years as well as in numbers")
  func evidence() {
    #expect(repairedText("如下：淤登记造册；于逐级上报；盂限期办结。") == "如下：①登记造册；②逐级上报；③限期办结。")
    #expect(repairedText("请登录憎憎憎.择躁怎灶.藻曾葬皂责造藻查询。") == "请登录www.qjun.example查询。")
    #expect(repairedText("云泽市水利局\n圆 园 圆 源年苑月员日") == "云泽市水利局\n2024年7月1日")
  }

  @Test("good numbers of the text decide the width of repaired ones")
  func width() {
    #expect(repairedText("自２０２２年起，每年５月开展。员圆猿人参加。").hasSuffix("１２３人参加。"))
    #expect(repairedText("自2022年起，每年5月开展。员圆猿人参加。").hasSuffix("123人参加。"))
  }

  @Test("a number cut by a line's end is one number")
  func cut() {
    #expect(repairedText("资金员圆园万元，覆盖率由源\n6%提高到缘怨援\n3%，").filter { !$0.isNewline } == "资金120万元，覆盖率由46%提高到59.3%，")
    let text = repairedText("资金员圆园万元，其中示范点建设补助资金为圆苑\n远万元，")
    #expect(text.filter { !$0.isNewline } == "资金120万元，其中示范点建设补助资金为276万元，")
  }
}
