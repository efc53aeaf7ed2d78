// Explanations: the parts of a score are all of it, and the stages say what the query is.

import API
import Searching
import Testing

@Suite("explanations")
struct ExplainTests {
  private let index: SampleIndex

  init() throws {
    index = try SampleIndex(lines: [
      #"{"id":"a","title":"普惠金融实施意见","kind":"意见","number":"甲发〔2024〕1号","text":"为推进普惠金融高质量发展，安排五千万元。"}"#,
      #"{"id":"b","title":"农业保险通知","kind":"通知","text":"农业保险和普惠金融，金融机构，见甲发〔2024〕1号。"}"#,
      #"{"id":"c","text":"普遍惠及，金融与保险，5000万元。"}"#,
    ])
  }

  @Test(
    "the parts add up to the score",
    arguments: [
      "普惠金融", "普惠 金融 保险", "\"农业保险\" 金融", "五千万元 金融", "甲发[2024]1号", "普惠金融实施意见", "普惠 AND 金融", "金融 -保险", "+保险 金融",
      "kind:意见 金融", "农业保险通知", "金融 OR 保险", "和", "农业 NEAR/3 保险",
    ])
  func sums(_ query: String) throws {
    let explanation = try index.searcher.explain(SearchRequest(query: query))
    #expect(!explanation.hits.isEmpty)
    for hit in explanation.hits {
      let sum = hit.parts.reduce(0) { $0 + $1.weight }
      #expect(abs(sum - hit.score) < 1e-6 * max(1, hit.score), "\(query): \(hit)")
    }
    let answer = try index.search(query)
    #expect(answer.hits.map(\.id) == explanation.hits.map(\.id) && answer.total == explanation.total)
  }

  @Test("each stage is shown")
  func stages() throws {
    let explanation = try index.searcher.explain(SearchRequest(query: "普惠金融 kind:意见 -保险 foo:1"))
    #expect(explanation.tokens.count == 5 && explanation.tokens[1] == "field kind “意见”")
    #expect(explanation.tree == [#"words("普惠金融")"#, #"kind("意见")"#, #"not(words("保险"))"#, #"words("foo:1")"#])
    #expect(
      explanation.plan.contains { $0.hasPrefix("excluded") } && explanation.plan.contains { $0.hasPrefix("required") })
    #expect(explanation.terms.contains { $0.term == "B普惠" && $0.documents == 2 && $0.kind == "bigram" })
    #expect(explanation.notices.map(\.code) == ["unknown-field"])
    #expect(explanation.strict.contains("AND_NOT") && explanation.ranked.contains("AND_MAYBE"))
  }

  @Test("similar documents: the same text printed twice is recognised, the document itself is left out")
  func similar() throws {
    let text = "为推进普惠金融高质量发展，各金融机构应当扩大首贷、信用贷，完善风险补偿，支持小微企业和乡村振兴，定期公布进展。"
    let index = try SampleIndex([
      ("a", "关于普惠金融的通知", text), ("b", "关于普惠金融的通知", text + "（此件公开发布）"), ("c", nil, "支持小微企业和乡村振兴，完善农业保险。"),
      ("d", nil, "道路交通安全。"),
    ])
    let answer = try #require(try index.searcher.similar(to: "a"))
    #expect(answer.documents.map(\.id) == ["b", "c"])
    #expect(answer.documents.map(\.sameText) == [true, false])
    #expect(answer.documents[0].overlap > 0.9 && answer.documents[1].overlap < 0.6)
    #expect(try index.searcher.similar(to: "x") == nil)
    #expect(try index.searcher.similar(to: "d")?.documents == [])
  }

  @Test("the notice that two sample gazettes print is recognised as one text")
  func sampleGazettes() throws {
    let labelled = try LabelledIndex(SampleCorpus.labels())
    let pairs = labelled.indexed.keys.sorted().compactMap { id -> (String, [String])? in
      guard let answer = try? labelled.index.searcher.similar(to: labelled.indexed[id]!) else { return nil }
      let same = answer.documents.filter(\.sameText).compactMap { hit in
        labelled.indexed.first { $0.value == hit.id }?.key
      }
      return same.isEmpty ? nil : (id, same)
    }
    #expect(pairs.map(\.0) == ["linhu-02", "songling-08"], "\(pairs)")
  }

  @Test("a suggestion is shown and never applied")
  func suggestions() throws {
    let index = try SampleIndex((0..<120).map { ("d\($0)", nil, "推进普惠金融高质量发展，第\($0)次。") })
    let answer = try index.search("普慧金融")
    #expect(answer.suggestions.first?.text == "普惠金融" && answer.suggestions.first?.count == 120)
    #expect(answer.total.strict == 0)
    #expect(try index.search("普惠金融").suggestions == [])
    #expect(try index.searcher.search(SearchRequest(query: "普慧金融", suggests: false)).suggestions == [])
  }
}
