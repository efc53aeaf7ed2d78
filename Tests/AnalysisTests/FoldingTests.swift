// Folding: what is the same to search, and that offsets stay those of the text.

import Analysis
import TestSupport
import Testing

@Suite("folding")
struct FoldingTests {
  @Test(
    "width, case and traditional characters make no difference",
    arguments: [
      ("數字普惠金融", "数字普惠金融"),
      ("國務院辦公廳", "国务院办公厅"),
      ("ＡＩ技术２０２４", "ai技术2024"),
      ("《意見》（試行）", "《意见》(试行)"),
      ("⽂件⼈员", "文件人员"),
      ("PM２．５", "pm2.5"),
      ("约翰•史密斯", "约翰·史密斯"), ("约翰・史密斯", "约翰·史密斯"), ("约翰･史密斯", "约翰·史密斯"),
      ("Ⅱ级", "ⅱ级"), ("张　三\t李\u{2003}四", "张 三 李 四"), ("甲\n乙\r丙\u{2028}", "甲\n乙\r丙\u{2028}"),
    ])
  func equalForms(_ form: String, _ expected: String) throws {
    let folded = try Analyzer().fold(form)
    #expect(folded.string(0..<folded.bytes.count) == expected)
  }

  @Test(
    "characters that differ in more than form stay apart",
    arguments: [("己", "已"), ("末", "未"), ("①", "1"), ("〇", "零"), ("二", "2")])
  func differentCharacters(_ left: String, _ right: String) throws {
    let analyzer = try Analyzer()
    #expect(analyzer.fold(left).bytes != analyzer.fold(right).bytes)
  }

  @Test("folding keeps the number of code points, and folding twice changes nothing more", arguments: 0..<200)
  func laws(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = String.random(codePointCount: 300, using: &generator)
    let analyzer = try Analyzer()
    let once = analyzer.fold(text)
    #expect(once.count == text.unicodeScalars.count)
    let again = analyzer.fold(once.string(0..<once.bytes.count))
    #expect(again.bytes == once.bytes)
    #expect(analyzer.fold(utf8: Array(text.utf8)) == once.bytes)
  }

  @Test("every code point folds to one that folds to itself")
  func closure() throws {
    let analyzer = try Analyzer()
    var broken: [UInt32] = []
    for value in UInt32(1)..<0x32400 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = analyzer.fold(String(scalar))
      if analyzer.fold(once.string(0..<once.bytes.count)).bytes != once.bytes { broken.append(value) }
    }
    #expect(broken.isEmpty, "folding twice differs for \(broken.map { String($0, radix: 16) })")
  }
}
