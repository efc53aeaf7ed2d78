// One thing asked for in many spellings gives one set of documents.

import API
import Searching
import TestSupport
import Testing

@Suite("variants")
struct VariantTests {
  private let index: SampleIndex

  init() throws {
    index = try SampleIndex([
      ("a", nil, "安排五千万元，占百分之五十，二〇二四年三月五日印发。"), ("b", nil, "安排５０００万元，占50%，自２０２４年３月５日起施行。"),
      ("c", nil, "安排5千万元和500万元，占５０％，2024年3月实施。"), ("d", nil, "共325户，见国办发〔2024〕7号。"),
      ("e", nil, "共三百二十五户，见國辦發（2024） 7 號。"), ("f", nil, "第5000号，15000万元，2024年。"), ("g", nil, "農業保險與AI，covid"),
      ("h", nil, "农业保险与ａｉ，Covid"), ("i", nil, "据国办发[2024]7号文。"), ("j", nil, "没有。"),
    ])
  }

  @Test(
    "numerals: an unquoted value means the same documents however it is spelled",
    arguments: [
      (["5000万元", "5千万元", "五千万元", "５０００万元", "50,000,000元", "0.5亿元"], ["a", "b", "c"]),
      (["50%", "５０％", "百分之五十", "百分之50"], ["a", "b", "c"]),
      (["2024年3月5日", "二〇二四年三月五日", "2024-03-05", "２０２４年３月５日", "2024.3.5"], ["a", "b"]),
      (["2024年3月", "二〇二四年三月", "二零二四年3月"], ["a", "b", "c"]),
      (["2024年", "二〇二四年", "２０２４年"], ["a", "b", "c", "f"]), (["325户", "三百二十五户", "３２５户"], ["d", "e"]),
      (["325", "三百二十五", "３２５"], ["d", "e"]), (["5000", "五千", "5,000"], ["b", "f"]),
      (["50000000", "5000万", "五千万"], ["a", "b", "c"]),
      (["国办发〔2024〕7号", "国办发[2024]7号", "国办发（2024）7号", "國辦發【2024】第7號", "国办发〔2024〕 7 号", "国办发2024年7号"], ["d", "e", "i"]),
    ])
  func values(_ spellings: [String], _ expected: [String]) throws {
    for spelling in spellings {
      let answer = try index.search(spelling, limit: 100, passages: 0)
      let strict = Set(answer.hits.prefix(answer.total.strict).map(\.id))
      #expect(strict == Set(expected), "\(spelling)")
      let first = try index.search(spellings[0], limit: 100, passages: 0)
      #expect(Set(answer.hits.map(\.id)) == Set(first.hits.map(\.id)), "\(spelling)")
      #expect(answer.total == first.total, "\(spelling)")
    }
  }

  @Test(
    "width, case, traditional and simplified characters make no difference",
    arguments: [
      ["农业保险", "農業保險", "農业保险"], ["AI", "ai", "ＡＩ", "ａｉ"], ["covid", "COVID", "Ｃovid"], ["\"與AI\"", "\"与ａｉ\""],
      ["標題:农业 OR 正文:農業", "标题:农业 OR 正文:农业", "text:农业"], ["农业 OR covid", "農業 OR COVID"],
      ["title:农业 OR text:\"covid\"", "標題：農業 OR 正文:\"ＣOVID\""],
    ])
  func forms(_ spellings: [String]) throws {
    let sets = try spellings.map { try index.ids($0) }
    #expect(Set(sets).count == 1 && sets[0].count == 2, "\(sets)")
  }

  @Test("a value is shown where it stands, however it is spelled")
  func highlights() throws {
    for hit in try index.search("五千万元", limit: 10).hits {
      let marked = hit.passages.flatMap(\.highlighted)
      #expect(marked.count == 1 && ["五千万元", "５０００万元", "5千万元"].contains(marked[0]), "\(hit.id) \(marked)")
    }
  }

  @Test("an embedded value ranks documents that state it in another spelling")
  func embedded() throws {
    #expect(try index.ids("安排五千万元").prefix(1) == ["a"])
    #expect(Set(try index.ids("安排五千万元").prefix(3)) == ["a", "b", "c"])
  }

  @Test("a quoted value is looked for as it stands")
  func quoted() throws {
    #expect(try index.ids("\"五千万元\"") == ["a"])
    #expect(Set(try index.ids("\"5000\"")) == ["b", "f"])
    #expect(Set(try index.ids("\"国办发〔2024〕7号\"")) == ["d", "e", "i"])
  }

  @Test("where no document has a number as its own, one that others give it to by its title is first")
  func byCitation() throws {
    let index = try SampleIndex(lines: [
      #"{"id":"plan","date":"2023-06-01","title":"某省人民政府关于发展林下经济的意见","text":"各市：现提出意见。"}"#,
      #"{"id":"cites","title":"实施细则","text":"根据《关于发展林下经济的意见》（某政发〔2023〕5号），制定本细则。"}"#,
      #"{"id":"later","date":"2024-06-01","title":"某省人民政府关于发展林下经济的意见","text":"各市。"}"#,
      #"{"id":"other","title":"关于发展林下经济的意见解读","text":"某政发〔2023〕6号。"}"#,
    ])
    let answer = try index.search("某政发[2023]5号")
    #expect(answer.hits.map(\.id).prefix(2) == ["plan", "cites"])
    #expect(answer.notices.map(\.code) == ["number-by-citation"] && answer.total.strict == 2)
  }
}
