// Damage that shows in a text: what is found, where, and what is not taken for damage.

import Archive
import TestSupport
import Testing

@Suite("damage that shows")
struct TextDamageTests {
  /// What is found in a text, as text.
  private func found(_ text: String, _ damage: TextDamage) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return TextDamage.stretches(in: text).filter { $0.damage == damage }.map {
      String(String.UnicodeScalarView(scalars[$0.codePoints]))
    }
  }

  @Test(
    "what cannot be read",
    arguments: [
      ("拨付\u{FFFD}\u{FFFD}万元。", ["\u{FFFD}\u{FFFD}"]), ("高程103\u{E105}米", ["\u{E105}"]), ("张〓文和李〓", ["〓", "〓"]),
      ("锟斤拷锟斤拷通知", ["锟斤拷锟斤拷"]), ("锟斤", []), ("蔡锟主任", []),
      ("甲\u{1}乙\u{7F}\u{85}\u{9F}", ["\u{1}", "\u{7F}\u{85}\u{9F}"]),
      ("见\u{F0000}\u{10FFFD}\u{FFFE}处", ["\u{F0000}\u{10FFFD}\u{FFFE}"]), ("å¢½ç", ["å¢½ç"]), ("关于äº§ä¸š的", ["äº§ä¸"]),
      ("naïve café", []), ("××××年××月", []), ("制表\t符\n行", []), ("空格\u{A0}\u{A0}\u{A0}\u{A0}处", []), ("25℃、±5", []),
    ])
  func unreadable(text: String, expected: [String]) {
    #expect(found(text, .unreadable) == expected)
    #expect(found(text, .unrepaired).isEmpty)
  }

  @Test(
    "what repair left",
    arguments: [
      ("办〔圆园圆源〕号", ["圆园圆源"]), ("第2园5号", ["园"]), ("第圆园号", []), ("人员远足圆满，公园愿景", []), ("资源源远流长，能源源源不断，人员远远超过", []),
      ("2园区3", []),
      ("统 一 形 象", ["统 一 形 象"]),
      ("第一章 总　　则\n附 则", []), ("张　三　李　四", ["张　三　李　四"]), ("张三 李四 王五 赵六", []), ("甲 乙 丙", []), ("甲    乙    丙    丁", []),
      ("张 王 李 员工", []), ("职员 王 李 赵", []), ("张 王 李 赵 员工", ["张 王 李 赵"]),
    ])
  func unrepaired(text: String, expected: [String]) {
    #expect(found(text, .unrepaired) == expected)
    #expect(found(text, .unreadable).isEmpty)
  }

  @Test("names, Chinese and English, and no others")
  func names() {
    #expect(TextDamage(named: "unreadable") == .unreadable && TextDamage(named: "未修复") == .unrepaired)
    #expect(TextDamage(named: "lost") == nil)
  }

  @Test("in random texts stretches lie in order, apart, and hold what their kind is of")
  func order() {
    var generator = SeededGenerator(seed: 5)
    let alphabet = Array("园员圆中华 \u{3000}12\u{FFFD}\u{E000}äÃ¤锟斤拷。\n".unicodeScalars)
    for _ in 0..<2_000 {
      let text = String(
        String.UnicodeScalarView((0..<40).map { _ in alphabet.randomElement(using: &generator)! }))
      let stretches = TextDamage.stretches(in: text)
      for (left, right) in zip(stretches, stretches.dropFirst()) {
        #expect(left.codePoints.upperBound <= right.codePoints.lowerBound)
      }
      let scalars = Array(text.unicodeScalars)
      for stretch in stretches where stretch.damage == .unrepaired {
        #expect(scalars[stretch.codePoints].allSatisfy { "园员圆中华 \u{3000}锟斤拷".unicodeScalars.contains($0) })
      }
      // Each lost character lies in exactly one stretch that cannot be read.
      for (offset, scalar) in text.unicodeScalars.enumerated() where scalar == "\u{FFFD}" || scalar == "\u{E000}" {
        #expect(stretches.filter { $0.codePoints.contains(offset) }.map(\.damage) == [.unreadable])
      }
    }
  }
}
