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

  @Test(
    "a word's last character is no digit of the number behind it",
    arguments: [
      ("参训护理员员圆园园人次。", "参训护理员1200人次。"), ("县乡公务员圆猿缘园人。", "县乡公务员2350人。"),
      ("现有驾驶员员圆名、安全员猿名、保洁员员圆园名。", "现有驾驶员12名、安全员3名、保洁员120名。"), ("配备网格员圆远人，每组组员远人。", "配备网格员26人，每组组员远人。"),
      ("另有成员员名。", "另有成员1名。"), ("动物园圆园圆源年开放，产业园圆园圆猿年建成。", "动物园2024年开放，产业园2023年建成。"),
      ("新建幼儿园员园所、公园员缘个、游园猿远个。", "新建幼儿园10所、公园15个、游园36个。"), ("东苑小区猿号楼", "东苑小区3号楼"),
    ])
  func wordEnds(damaged: String, clean: String) {
    #expect(repairedText(FounderShiftTests.infected + "\n" + damaged).hasSuffix(clean))
  }

  @Test(
    "where a digit may as well end a word, the number stays as it is",
    arguments: [
      "照料护理员圆园园人次。", "学科带头人员远人。", "青溪大学员苑名志愿者参加。", "全长远愿苑米。", "奖励驾驶员圆园园元。", "家长满意的幼儿园园缘所。",
      "幼儿园员工接受培训。", "新建的幼儿园园所。", "保安员月报和营业员月收入。", "全员年终考核，全员次日到岗。", "叶片边缘圆形。",
    ])
  func unclear(text: String) {
    #expect(repairedText(FounderShiftTests.infected + "\n" + text).hasSuffix(text))
  }

  @Test("a verb before a number stays a verb")
  func verbs() {
    let text = repairedText(FounderShiftTests.infected + "\n培训员圆园园人，调解员圆园件，在全员圆园集中，反应生成员,猿-二氯苯。")
    #expect(text.hasSuffix("培训1200人，调解120件，在全120集中，反应生成1,3-二氯苯。"))
  }

  @Test(
    "marks that a line has in order are not shifted on it, and none stands behind another",
    arguments: [
      ("会议由市长袁青山主持，副市长袁立群出席。", "会议由市长袁青山主持，副市长袁立群出席。"), ("开展遥感监测，推广卫星遥感影像。", "开展遥感监测，推广卫星遥感影像。"),
      ("举办圆园圆源年尧舜文化节，弘扬尧舜精神。", "举办2024年尧舜文化节，弘扬尧舜精神。"),
      ("利用遥感尧北斗等技术袁开展监测遥", "利用遥感、北斗等技术，开展监测。"), ("云泽镇尧尧山镇尧遥墙街道列为试点遥", "云泽镇、尧山镇、遥墙街道列为试点。"),
      ("联系人院袁立群尧尧小丽遥", "联系人：袁立群、尧小丽。"),
    ])
  func names(damaged: String, clean: String) {
    #expect(repairedText(FounderShiftTests.infected + "\n" + damaged).hasSuffix(clean))
  }

  @Test("words in a text whose marks are in order are none")
  func outnumbered() {
    let order = "各镇要加强领导，落实责任，明确分工，密切配合，确保实效。\n"
    let line = "由副县长袁青山和县人民医院院长袁立群负责落实"
    let text = repairedText(FounderShiftTests.infected + "\n" + String(repeating: order, count: 8) + line)
    #expect(text.hasSuffix(line))
  }

  @Test(
    "words beside shifted letters stay words",
    arguments: [
      ("郧阅孕增长远援缘豫。", "GDP增长6.5%。"), ("悦韵阅在线监测。", "COD在线监测。"), ("粤孕孕月活员圆万人。", "APP月活12万人。"),
      ("耘杂郧责任，孕孕孕则免费，灾陨孕增加。", "ESG责任，PPP则免费，VIP增加。"), ("晕韵曾减排。", "NOx减排。"),
      ("刊载在圆园圆源年第一期，本月在TVB播出，ORDO杂志。", "刊载在2024年第一期，本月在TVB播出，ORDO杂志。"),
    ])
  func wordsBesideLetters(damaged: String, clean: String) {
    #expect(repairedText(FounderShiftTests.infected + "\n" + damaged).hasSuffix(clean))
  }

  @Test(
    "signs of numbers are read beside digits only",
    arguments: [
      ("依据溪政办发咱圆园圆源暂员缘号执行。", "依据溪政办发［2024］15号执行。"), ("投资圆郾缘亿元，增长员圆郾远豫。", "投资2.5亿元，增长12.6%。"),
      ("温度圆园耀猿园益，湿度远园豫耀愿园豫。", "温度20～30℃，湿度60%～80%。"), ("园—猿岁婴幼儿，误差依园援缘豫，深度臆园援缘米。", "0—3岁婴幼儿，误差±0.5%，深度≤0.5米。"),
      ("郾城区暂行办法，咱们依圆园圆源年规定，从中得益，光耀千秋。", "郾城区暂行办法，咱们依2024年规定，从中得益，光耀千秋。"),
    ])
  func measures(damaged: String, clean: String) {
    #expect(repairedText(FounderShiftTests.infected + "\n" + damaged).hasSuffix(clean))
  }

  @Test(
    "numbers of items follow one another, annexes and pages have theirs in their place",
    arguments: [
      ("渊员冤申请材料曰渊圆冤受理条件曰渊猿冤办理时限遥", "（1）申请材料；（2）受理条件；（3）办理时限。"), ("员.申请。\n圆.受理。\n猿.审查。", "1.申请。\n2.受理。\n3.审查。"),
      ("员、申请。\n圆、受理。", "1、申请。\n2、受理。"), ("员援申请遥圆援受理遥", "1.申请。2.受理。"), ("办法见附件员、附件圆。", "办法见附件1、附件2。"),
      ("分工见图员、表圆。", "分工见图1、表2。"),
    ])
  func items(damaged: String, clean: String) {
    #expect(repairedText(FounderShiftTests.infected + "\n" + damaged).hasSuffix(clean))
  }

  @Test(
    "single characters in the place of item numbers stay",
    arguments: ["各村（员）应当登记，图书馆设绘图员、制图员，附件员工名册。", "配备售票\n员、驾驶员各1名。\n2、配备安检设备。", "货币单位（圆）。"])
  func noItems(text: String) {
    #expect(
      repairedText(FounderShiftTests.infected + "\n" + text).filter { !$0.isNewline }.hasSuffix(
        text.filter { !$0.isNewline }))
  }

  @Test(
    "院 is a colon behind labels and salutations",
    arguments: [
      ("各县渊区冤人民政府袁市政府各部门院\n现通知如下。", "各县（区）人民政府，市政府各部门：\n现通知如下。"), ("邮政编码院圆远员园源员遥", "邮政编码：261041。"),
      ("责任单位院市法院尧市检察院遥", "责任单位：市法院、市检察院。"), ("市直各部门（单位）院\n现通知如下。", "市直各部门（单位）：\n现通知如下。"),
      ("各部门院校合作，企业院士工作站，法院圆家、医院猿家。", "各部门院校合作，企业院士工作站，法院2家、医院3家。"),
    ])
  func colons(damaged: String, clean: String) {
    #expect(repairedText(FounderShiftTests.infected + "\n" + damaged).hasSuffix(clean))
  }

  @Test("a page's number between dashes is the page's")
  func pages() {
    let text = repairedText(FounderShiftTests.infected + "\n各镇要加强领导，\n— 苑 —\n落实责任。")
    #expect(!text.contains("苑"))
  }
}
