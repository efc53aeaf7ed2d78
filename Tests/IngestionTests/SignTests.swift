// Signs, markup and slips within a line.

import Archive
import Testing

@testable import Ingestion

@Suite("signs within lines")
struct SignTests {
  @Test(
    "damaged signs are put right",
    arguments: [
      ("(一)加强组织领导", "（一）加强组织领导"), ("方案(2024—2026 年)", "方案（2024—2026年）"),
      ("落实\"放管服\"改革，完善\"一网通办\"。", "落实“放管服”改革，完善“一网通办”。"),
      ("依法设, 为企业服务;逾期不办的", "依法设，为企业服务；逾期不办的"), ("工作措施:", "工作措施："), ("《落实<云泽区预案>的通知》", "《落实〈云泽区预案〉的通知》"),
      ("———强化监管", "——强化监管"), ("志愿服务--走基层", "志愿服务——走基层"), ("达到II级标准", "达到Ⅱ级标准"), ("点位 I—IV 类水质", "点位Ⅰ—Ⅳ类水质"),
      ("**一、总体要求**", "一、总体要求"), ("**（一）工作目标。**到年底完成。", "（一）工作目标。到年底完成。"), ("## 第二章 职责", "第二章 职责"),
      ("- A.被吊销的", "A.被吊销的"),
      ("- （二）材料不全", "（二）材料不全"), ("网址<https://gov.example.cn/a_b>。", "网址https://gov.example.cn/a_b。"),
      ("jz\\_office@example.cn", "jz_office@example.cn"),
      ("执行[《奖励办法》](https://a.example.cn/b.html)。", "执行《奖励办法》。"),
      ("详见[附件](https://a.example.cn/b_(c).html)。", "详见附件。"),
      ("比例为$68.4 \\%$左右", "比例为68.4%左右"), ("系数$\\times 0.5$", "系数×0.5"), ("PM_{2.5}浓度", "PM2.5浓度"),
      ("面积$120 \\mathrm{~m}^{2}$", "面积120m²"),
      ("占比$\\geqslant 35\\%$的", "占比≥35%的"), ("企业 and 群众", "企业和群众"), ("本局管理辦法由办公室解释", "本局管理办法由办公室解释"), ("可以使⤵用", "可以使用"),
      ("车辆停放有序，救护車先行。", "车辆停放有序，救护车先行。"), ("覆盖率为65.6%,其中三个乡镇", "覆盖率为65.6%，其中三个乡镇"), ("占$21\\%$,其余自筹", "占21%，其余自筹"),
      ("报主管部门\n,并抄送财政局。", "报主管部门\n，并抄送财政局。"),
      ("自二OO九年十月一日起施行。", "自二〇〇九年十月一日起施行。"), ("云泽区政府二O一八年度报告", "云泽区政府二〇一八年度报告"),
      ("截至2O24年l2月3O日", "截至2024年12月30日"), ("云政办发〔2O22〕l5号", "云政办发〔2022〕15号"), ("拨付l5O元，共1OO万元。", "拨付l5O元，共100万元。"),
      ("增长6O％", "增长60％"), ("以及〈 办法 > 的规定", "以及〈办法〉的规定"), ("每只收费l000元", "每只收费1000元"),
      ("（云财建〔2022〕3 6号）", "（云财建〔2022〕36号）"),
    ])
  func repaired(damaged: String, clean: String) {
    #expect(repairedText(damaged) == clean)
  }

  @Test(
    "what cannot be seen goes from Chinese text and its numbers, and stays in other scripts",
    arguments: [
      ("总投资12\u{200B}500万元", "总投资12500万元"), ("贷款2000\u{AD}万元，增长98.5\u{200E}%。", "贷款2000万元，增长98.5%。"),
      ("电话0471\u{AD}6944404", "电话0471\u{AD}6944404"), ("水利\u{200B}\u{2060}设施\u{AD}", "水利设施"), ("，\u{FEFF}并抄送", "，并抄送"),
      ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("👨\u{200D}👩", "👨\u{200D}👩"), ("co\u{AD}operate", "co\u{AD}operate"),
    ])
  func invisible(damaged: String, clean: String) { #expect(repairedText(damaged) == clean) }

  @Test("marks in their shapes for vertical writing are the usual ones, before lines are looked at")
  func verticalForms() {
    let source = "青政发︹2024︺27号\n各镇︑各部门︓\n现将︽青溪县河道管理办法︾印发给你们︐请认真执行︒\n︵此件公开发布︶"
    #expect(repairedText(source) == "青政发〔2024〕27号\n各镇、各部门：\n现将《青溪县河道管理办法》印发给你们，请认真执行。\n（此件公开发布）")
    #expect(Set(rules(in: source)) == [.verticalForm])
  }

  @Test(
    "letters for digits are found before counted things and for days",
    arguments: [
      ("共有1OO人，比例为l0%，面积l5亩。", "共有100人，比例为10%，面积15亩。"), ("自2024年5月1曰起施行。", "自2024年5月1日起施行。"), ("自5 月 1 曰起", "自5月1日起"),
      ("子曰学而时习之", "子曰学而时习之"), ("容量5l 人均使用", "容量5l人均使用"), ("地块I2亩数", "地块I2亩数"), ("其书名曰1曰2", "其书名曰1曰2"),
    ])
  func moreLetters(damaged: String, clean: String) { #expect(repairedText(damaged) == clean) }

  @Test(
    "right signs stay",
    arguments: [
      "总额1,000万元，比例4:6。", "时间为8:30—12:00。", "50—52#泊位", "采集-存储-运输-应用", "函数f(x)取值", "see https://a.cn/b?c=d,e", "A、B类",
      "N个节点", "超过*10亿元*的", "面积（长*宽*高）", "见[附表](https://a.cn/(b", "见[附表]（第3页）", "[注]（http）",
      "单价$5，总价$6", "金额×1%×（系数）", "research and development", "管理機構與會議記錄應當歸檔，並由專人負責", "乾隆年间", "————————",
      "日~6月30日",
      "C++ and Java", "召开O2O年会", "型号A2O1号机", "第II标段", "（甲）I号机组", "（一）I2号地块出让。", "（3）O1号机组停机检修。", "标段I2月底前完工。", "第I1号图",
      "CO2排放万吨", "表〔2022〕3 6", "X类业务",
      "收入1,200元，支出3,400.5元。", "乡民諮议会由二十人组成。", "首页 > 政务公开 > 规划",
    ])
  func kept(text: String) {
    #expect(repairedText(text) == text)
  }
}
