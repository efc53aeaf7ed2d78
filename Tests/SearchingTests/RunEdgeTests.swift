// Numbers and words of letters at the ends of a run end there in the text, too.

import API
import Searching
import TestSupport
import Testing

@Suite("edges of runs")
struct RunEdgeTests {
  @Test(
    "a run is not found inside a longer number or word; a quotation is",
    arguments: [
      ("5日内", ["b"], ["a", "b", "c"]), ("2号楼", ["d"], ["d", "e"]), ("pm2.5浓度", ["f"], ["f"]),
      ("pm2", ["g"], ["f", "g"]),
      ("covid疫情", ["h"], ["h", "i"]), ("5日 2号楼", [], []), ("5日", ["b"], ["a", "b", "c"]),
      ("10日", ["j"], []), ("2024年预算", ["k"], ["k"]), ("100人以上", ["l"], ["l", "m"]), ("5日*", ["b"], []),
      ("10:3*", ["n"], []), ("covid*", ["h"], []), ("title:7日内", ["o"], []), ("title:\"7日内\"", ["o"], []),
      ("5日内 OR 2号楼", ["b", "d"], []), ("期限 -5日内", ["a", "c"], []),
      ("期限 AND NOT 5日内", ["a", "c"], []), ("期限 NEAR/3 5日内", ["b"], []),
    ])
  func rows(query: String, run: [String], quotation: [String]) throws {
    let index = try SampleIndex([
      ("a", nil, "期限是15日内。"), ("b", nil, "期限是5日内。"), ("c", nil, "期限是2.5日内。"), ("d", nil, "2号楼"), ("e", nil, "12号楼"),
      ("f", nil, "PM2.5浓度5微克"), ("g", nil, "型号PM2设备采购5台"), ("h", nil, "COVID疫情"), ("i", nil, "XCovid疫情"),
      ("j", nil, "每月10日"), ("k", nil, "3.2024年预算"), ("l", nil, "有100人以上"), ("m", nil, "有2,100人以上"),
      ("n", nil, "上午10:30"), ("o", "限7日内", "甲"), ("p", "限17日内", "甲"),
    ])
    func strict(_ query: String) throws -> Set<String> {
      let answer = try index.search(query)
      return Set(answer.hits.prefix(answer.total.strict).map(\.id))
    }
    #expect(try strict(query) == Set(run), "\(query)")
    if !quotation.isEmpty { #expect(try strict("\"\(query)\"") == Set(quotation), "\(query)") }
  }

  @Test("what goes on with a prefix is counted where the word begins")
  func prefixes() throws {
    let index = try SampleIndex([("a", nil, "COVID-19、XCovid、covids")])
    #expect(try ConcordanceRequest(query: "covid*").answer(by: index.searcher).lines.count == 2)
    #expect(try index.search("covid*").hits[0].passages.flatMap(\.highlights).count == 2)
  }

  @Test("a word that only stands inside others is one that nobody has: others are suggested")
  func suggestions() throws {
    let index = try SampleIndex((0..<20).map { ("d\($0)", nil, "government 第\($0)号") })
    #expect(try index.search("governmen").suggestions.map(\.text) == ["government"])
  }

  @Test("what matches, is counted and is marked is what a scan finds, for random runs", arguments: 0..<10)
  func law(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    func random(_ signs: [Character], _ count: ClosedRange<Int>) -> [Character] {
      (0..<Int.random(in: count, using: &generator)).map { _ in signs.randomElement(using: &generator)! }
    }
    let texts = (0..<30).map { _ in random(["1", "5", "a", "x", "甲", "乙", ".", "，"], 1...40) }
    let index = try SampleIndex(texts.enumerated().map { ("d\($0)", nil, "乙" + String($1)) })
    var foundCount = 0
    for _ in 0..<40 {
      let run = random(["1", "5", "a", "x", "甲", "."], 2...3)
      guard run.contains(where: { "ax甲".contains($0) }), RunEdgeTests.isOneRun(run) else { continue }
      let expected = texts.map { RunEdgeTests.places(run, in: ["乙"] + $0) }
      let query = "+" + String(run)
      let answer = try index.search(query, limit: 100, passages: 9)
      #expect(
        Set(answer.hits.map(\.id)) == Set(expected.indices.filter { expected[$0] > 0 }.map { "d\($0)" }), "\(query)")
      #expect(answer.hits.allSatisfy { !$0.passages.flatMap(\.highlights).isEmpty }, "\(query)")
      let lines = try ConcordanceRequest(query: query).answer(by: index.searcher).lines
      #expect(lines.count == expected.reduce(0, +), "\(query)")
      foundCount += lines.count
    }
    #expect(foundCount > 20)
  }

  /// Whether it is one run: each point stands between letters and digits.
  private static func isOneRun(_ run: [Character]) -> Bool {
    run.indices.allSatisfy { index in
      guard run[index] == "." else { return true }
      return index > 0 && index < run.count - 1 && [run[index - 1], run[index + 1]].allSatisfy { "15ax".contains($0) }
    }
  }

  /// How many places hold it that do not overlap, from the left.
  private static func places(_ run: [Character], in text: [Character]) -> Int {
    func goesOn(_ end: Character, _ beside: ArraySlice<Character>) -> Bool {
      let kin = "15".contains(end) ? "15" : "ax".contains(end) ? "ax" : ""
      if beside.first.map(kin.contains) == true { return true }
      return kin == "15" && beside.first == "." && beside.dropFirst().first.map(kin.contains) == true
    }
    var (count, start) = (0, 0)
    while start + run.count <= text.count {
      let end = start + run.count
      if text[start..<end] == run[...], !goesOn(run[0], ArraySlice(text[..<start].reversed())),
        !goesOn(run[run.count - 1], text[end...])
      {
        (count, start) = (count + 1, end)
      } else {
        start += 1
      }
    }
    return count
  }
}
