// Signs, markup and slips within a line.

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
      ("比例为$68.4 \\%$左右", "比例为68.4%左右"), ("系数$\\times 0.5$", "系数×0.5"), ("PM_{2.5}浓度", "PM2.5浓度"),
      ("面积$120 \\mathrm{~m}^{2}$", "面积120m²"),
      ("占比$\\geqslant 35\\%$的", "占比≥35%的"), ("企业 and 群众", "企业和群众"), ("本局管理辦法由办公室解释", "本局管理办法由办公室解释"), ("可以使⤵用", "可以使用"),
    ])
  func repaired(damaged: String, clean: String) {
    #expect(repairedText(damaged) == clean)
  }

  @Test(
    "right signs stay",
    arguments: [
      "总额1,000万元，比例4:6。", "时间为8:30—12:00。", "50—52#泊位", "采集-存储-运输-应用", "函数f(x)取值", "see https://a.cn/b?c=d,e", "A、B类",
      "N个节点",
      "单价$5，总价$6", "金额×1%×（系数）", "research and development", "管理機構與會議記錄應當歸檔，並由專人負責", "乾隆年间", "————————",
      "日~6月30日",
      "C++ and Java", "X类业务",
    ])
  func kept(text: String) {
    #expect(repairedText(text) == text)
  }
}
