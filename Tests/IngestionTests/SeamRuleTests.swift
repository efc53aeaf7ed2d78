// What was printed twice where a page ended.

import Testing

@testable import Ingestion

@Suite("repetitions")
struct SeamRuleTests {
  private static let opening = "各级各部门要高度重视这项工作，主动对接企业需求，切实帮助解决生产经营中的突出困难，"

  @Test(
    "a character printed again at a page's beginning goes",
    arguments: [
      ("全面支持中小微企", "企业委托专业机构开展服务。", "企业委托"), ("不断提升服务企业", "业。支持各类主体参与。", "企业。支持"),
      ("依法申请司法", "法确认的，免收费用。", "司法确认"), ("严格落实要求，不", "不得设置障碍。", "，不得"),
    ])
  func repeated(end: String, start: String, clean: String) {
    let text = repairedText(SeamRuleTests.opening + end + "\n\n" + start)
    #expect(text.contains(clean))
    #expect(!text.contains(end + start))
  }

  @Test(
    "two words that meet in the same character stay",
    arguments: [("深入推进各片农垦小区", "区域集团化改革。"), ("坚持发展为了人", "人有责的理念。"), ("研究第一", "一对应的办法。")])
  func right(end: String, start: String) {
    let source = "农垦小区要带头。\n\n" + SeamRuleTests.opening + end + "\n\n" + start
    #expect(repairedText(source).hasSuffix(end + start))
  }

  @Test("a phrase printed twice in a row is printed once")
  func phrase() {
    #expect(repairedText("要结合健康教育的各项工作的各项工作开展宣传。") == "要结合健康教育的各项工作开展宣传。")
    #expect(repairedText("人人有责，人人参与，人人享有。") == "人人有责，人人参与，人人享有。")
  }

  @Test("a repetition within the line of a title goes with the space before it, one in a sentence stays")
  func withinLine() {
    #expect(repairedText("关于印发行动方案贯彻 彻落实措施的通知") == "关于印发行动方案贯彻落实措施的通知")
    let sentence = "联系人：市委组织部 部务委员王小二，电话另行通知。"
    #expect(repairedText(sentence) == sentence)
  }
}
