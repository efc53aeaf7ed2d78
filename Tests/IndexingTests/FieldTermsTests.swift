// The values of fields and the terms that stand for them.

import Analysis
import Archive
import Testing

@testable import Indexing

@Suite("field terms")
struct FieldTermsTests {
  private let terms: FieldTerms

  init() throws { terms = FieldTerms(try Analyzer()) }

  @Test(
    "spellings of one value are one term",
    arguments: [
      (Field.number, ["国办发〔2024〕7号", "国办发[2024]7号", "國辦發（２０２４）第 7 號", "国办发 【2024】 7号", "国办发2024年7号"], "N国办发〔2024〕7号"),
      (.number, ["民政部令第69号", " 民政部令 第69号", "中华人民共和国民政部令第69号"], "N民政部令第69号"),
      (.number, ["ABC-1", "ａｂｃ－1"], "Nabc-1"),
      (.issuers, ["国务院办公厅", "國務院 辦公廳"], "A国务院办公厅"),
      (.kind, ["意见", "意見 "], "K意见"),
      (.issue, ["2024年第3期", "２０２４年 第3期"], "I2024年第3期"),
      (.date, ["2024", "2024年", "二〇二四年", "２０２４"], "D2024"),
      (.date, ["2024-03", "2024年3月", "二〇二四年三月"], "D2024-03"),
      (.effective, ["2024-03-05", "2024年3月5日", "2024 年 03 月 05 日"], "E2024-03-05"),
      (.region, ["山东省/威海市", "山東省／威海市", "山东省 / 威海市/"], "G山东省/威海市"),
      (.parent, ["default/甲 a.txt#1"], "Pdefault/甲 a.txt#1"),
      (.source, ["default/Ａ.txt"], "Udefault/Ａ.txt"),
    ])
  func spellings(field: Field, values: [String], term: String) {
    for value in values { #expect(terms.term(of: value, in: field) == term, "\(value)") }
  }

  @Test(
    "what a field cannot have has no term",
    arguments: [
      (Field.date, ["", "abc", "2024-13", "2024-3-32", "2024-02-30", "20240305", "1024", "2024年13月", "第5日"]),
      (.expires, ["长期", "2024-"]), (.region, ["", "/", " / "]), (.kind, ["", " \n"]), (.id, [""]),
      (.text, ["金融"]), (.title, ["金融"]), (.amount, ["5元"]), (.percent, ["5%"]), (.valid, ["2024-01-01"]),
    ])
  func refused(field: Field, values: [String]) {
    for value in values { #expect(terms.term(of: value, in: field) == nil, "\(value)") }
  }

  @Test("a document has the terms of every value, of every part of a date, and of every division alone and as a path")
  func document() {
    let metadata = Metadata(
      title: "关于《甲》的 通知", number: "国办发[2024]7号", issuers: ["甲局", "乙局"], region: ["山东省", "威海市", "文登区"],
      date: CalendarDate("2024-03-05"), effective: CalendarDate("2024-04"), expires: CalendarDate("2029"), kind: "通知",
      parent: DocumentID("x#1"), publication: "公报", issue: "3",
      citations: [
        Citation(number: "乙发〔2020〕1号", title: "乙", relation: .repeal, line: 1),
        Citation(number: nil, title: "丙 办法", relation: .lapse, line: 2),
        Citation(number: "丁发〔2020〕1号", title: nil, relation: .basis, line: 3),
      ])
    #expect(
      terms.terms(of: metadata).sorted() == [
        "A乙局", "A甲局", "D2024", "D2024-03", "D2024-03-05", "E2024", "E2024-04", "E2024-04-00", "F2029", "F2029-99",
        "G威海市", "G山东省",
        "G山东省/威海市", "G山东省/威海市/文登区", "G文登区", "I3", "J公报", "K通知", "N国办发〔2024〕7号", "Px#1", "VN乙发〔2020〕1号", "VY丙办法",
        "Y关于甲的通知",
      ])
    #expect(terms.terms(of: Metadata()).isEmpty)
  }

  @Test("what repeals a document names its term, however long the title is", arguments: [66, 67, 300])
  func repealedTitles(length: Int) throws {
    let title = String(repeating: "规", count: length)
    let named = try #require(terms.titleTerm(of: title))
    let repealing = Metadata(citations: [Citation(number: nil, title: title, relation: .repeal, line: 1)])
    #expect(terms.terms(of: repealing) == ["V" + named])
  }

  @Test("a law is found by its title with and without the state's name, which alone is a title, too")
  func laws() {
    #expect(terms.titleTerm(of: "中华人民共和国渡船法") == "Y渡船法" && terms.titleTerm(of: "渡船法") == "Y渡船法")
    #expect(terms.titleTerm(of: "中華人民共和國") == "Y中华人民共和国")
  }

  @Test("what a city's document calls the order of 市政府 is that of its city")
  func localOrders() {
    let repeal = Citation(number: "市政府令第11号", title: nil, relation: .repeal, line: 1)
    let metadata = Metadata(region: ["青岚省", "云泽市"], citations: [repeal])
    #expect(terms.terms(of: metadata).contains("VN云泽市人民政府令第11号"))
    #expect(terms.terms(of: Metadata(citations: [repeal])) == ["VN市政府令第11号"])
  }

  @Test("a value too long for a term is its digest, and the same for index and filter")
  func longValues() throws {
    let office = String(repeating: "局", count: 300)
    let term = try #require(terms.term(of: office, in: .issuers))
    #expect(term.utf8.count < 100)
    #expect(terms.terms(of: Metadata(issuers: [office])) == [term])
  }
}
