// A number of a document in the query: the document that has it stands before those that name it.

import API
import TestSupport
import Testing

@testable import Searching

@Suite("document numbers in queries")
struct NumberRankingTests {
  private let index: SampleIndex

  init() throws {
    let citing = (0..<20).map {
      #"{"id":"c\#($0)","title":"落实国办发〔2024〕7号情况","text":"根据国办发〔2024〕7号，国办发〔2024〕7号。普惠金融。"}"#
    }
    index = try SampleIndex(
      lines: citing + [
        #"{"id":"own","number":"国办发〔2024〕7号","text":"正文很长，没有写文号，只说金融工作的事情。"}"#,
        #"{"id":"order","number":"民政部令第69号","text":"管理办法。"}"#,
        #"{"id":"other","number":"岚办发〔2024〕7号","text":"另一个文件。"}"#,
      ])
  }

  @Test(
    "the document that has the number is first, in whatever spelling and among whatever words",
    arguments: [
      "国办发〔2024〕7号", "国办发[2024]7号", "国办发（2024）7号", "國辦發【２０２４】第７號", "国办发〔2024〕 7 号", "\"国办发〔2024〕7号\"",
      "国办发(2024)7号 普惠金融", "根据国办发〔2024〕7号", "普惠 国办发〔2024〕7号 国办发〔2024〕8号",
    ])
  func first(query: String) throws {
    let answer = try index.search(query, limit: 30)
    #expect(answer.hits.first?.id == "own")
    #expect(Set(answer.hits.prefix(21).map(\.id)).count == 21 && !answer.hits.prefix(21).contains { $0.id == "other" })
    #expect(answer.total.loose == Set(answer.hits.map(\.id)).count)
  }

  @Test("a number alone means exactly the documents that have it or name it")
  func totals() throws {
    #expect(try index.search("国办发[2024]7号").total.strict == 21)
    #expect(try index.search("\"国办发[2024]7号\"").total == Total(strict: 21, loose: 21, exact: true))
    #expect(try index.search("民政部令 第69号").hits.first?.id == "order")
    #expect(try index.search("据国办发[2024]7号").total.strict == 20)
    #expect(try index.search("\"据国办发[2024]7号\"").hits.contains { $0.id == "own" } == false)
    // With words that its text does not hold, it is first, and no exact match.
    #expect(try index.search("国办发[2024]7号 普惠金融").total.strict == 20)
    #expect(try index.search("国办发[2024]7号 \"普惠金融\"").hits.contains { $0.id == "own" } == false)
  }

  @Test("a law's short name puts its law first")
  func laws() throws {
    let naming = (0..<5).map { #"{"id":"n\#($0)","text":"根据渡船法、渡船法、渡船法。"}"# }
    let index = try SampleIndex(
      lines: naming + [#"{"id":"law","title":"中华人民共和国渡船法","text":"第一条 为了规范渡运活动，制定本法。"}"#])
    #expect(try index.search("渡船法").hits.first?.id == "law")
    #expect(try index.search("中华人民共和国渡船法").hits.first?.id == "law")
  }

  @Test("a number of a form of its own puts its document first")
  func ownForms() throws {
    let naming = (0..<5).map { #"{"id":"n\#($0)","text":"岚政令第12号、岚政令第12号、岚政令第12号。"}"# }
    let index = try SampleIndex(
      lines: naming + [#"{"id":"order","number":"岚政令第12号","text":"岚政令第12号\n规定了很多别的事情，也很长。"}"#])
    #expect(try index.search("岚政令第12号").hits.first?.id == "order")
  }

  @Test(
    "the lift of a number does not make a match exact",
    arguments: [
      (0.0, false), (50, false), (100_000, true), (100_050, true), (1_000_050, false), (1_100_050, true),
      (2_000_050, false),
    ])
  func lifts(weight: Double, isStrict: Bool) { #expect(Ranking.isStrict(weight) == isStrict) }
}
