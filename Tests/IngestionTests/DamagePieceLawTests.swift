// The laws of repair on texts full of damage.

import TestSupport
import Testing

@testable import Ingestion

@Suite("laws of repair on pieces of damage in any order")
struct DamagePieceLawTests {
  /// Pieces that the rules look for, right and wrong ones.
  private static let pieces = [
    "圆园圆源年", "第 远 号冤袁", "员援", "苑愿援园豫", "芋级", "人员", "资源", "于", "淤", "统 一 形 象", "山 东 省", "2024 年", "张  帅",
    "第一条 为了", "1.5 分级", "(一)", "\"甲\"", ",", "II级", "———", "**", "# ", "- ", "<https://a.cn>", "\\_", "***", "$60 \\%$",
    "PM_{2.5}", "$\\times", " and ", "辦法", "会议", "⤵", "的各项工作的各项工作", "，", "。", " ", "\n", "\n\n", "企", "业", "；", "《",
    "》",
    "关于", "通知", "A", "—", "\t", "\u{3000}",
  ]

  private func source(seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<Int.random(in: 1..<400, using: &generator) {
      text += DamagePieceLawTests.pieces.randomElement(using: &generator)!
      if Int.random(in: 0..<3, using: &generator) == 0 {
        text += String.random(codePointCount: 4, kinds: [.punctuation, .digit, .latin], using: &generator)
      }
    }
    return text
  }

  @Test("source and edits give the text", arguments: 0..<300 as Range<UInt64>)
  func replay(seed: UInt64) {
    let source = source(seed: seed)
    expectReplay(of: source, Repairer().repair(SourceText(wholeSource: Array(source.unicodeScalars))))
  }

  @Test("no paragraph is empty or has white space at its ends", arguments: 0..<200 as Range<UInt64>)
  func ends(seed: UInt64) {
    let repaired = Repairer().repair(SourceText(wholeSource: Array(source(seed: seed).unicodeScalars)))
    let scalars = Array(repaired.text.unicodeScalars)
    for paragraph in repaired.paragraphs {
      #expect(!paragraph.range.isEmpty)
      #expect(!scalars[paragraph.range.lowerBound].isSpace && !scalars[paragraph.range.upperBound - 1].isSpace)
    }
  }

  @Test(
    "what was repaired is left alone",
    arguments: [
      "圆园圆源年远月苑日，全市新增就业员愿圆园人。", "统 一 形 象，打造特色品牌。", "山 东 省 人 民 政 府", "2024 年 5 月 6 日", "(一)加强\"放管服\"改革。",
      "**一、总则**", "# 关于做好工作的通知", "增长 $60 \\%$以上。", "企业 and 群众", "管理辦法由本局负责解释。", "任命林 宇为局长。",
    ])
  func idempotent(source: String) {
    let once = repairedText(source)
    #expect(repairedText(once) == once)
    #expect(rules(in: once).isEmpty)
  }
}
