// valid:, amount: and percent: against the facts that the labels of the sample gazettes state.

import API
import Foundation
import Searching
import Testing

/// The part of a label that says what documents state and when they are in force.
private struct FactLabel: Decodable {
  struct Document: Decodable {
    struct Facts: Decodable {
      struct Amount: Decodable { let yuan: Double }
      struct Percent: Decodable { let percent: Double }
      struct Cited: Decodable {
        let number: String?
        let title: String?
        let relation: String?
      }
      let effective: String?
      let expires: String?
      let amounts: [Amount]
      let percents: [Percent]
      let cites: [Cited]
    }
    let id: String
    let title: String?
    let number: String?
    let date: String?
    let parent: String?
    let facts: Facts
  }
  let documents: [Document]
}

@Suite("facts of the sample gazettes")
struct FactTests {
  private let labelled: LabelledIndex
  private let documents: [FactLabel.Document]

  init() throws {
    labelled = try LabelledIndex(SampleCorpus.labels())
    documents = try FileManager.default.contentsOfDirectory(
      at: SampleCorpus.folder.appending(path: "Labels"), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "json" }.flatMap {
      try JSONDecoder().decode(FactLabel.self, from: Data(contentsOf: $0)).documents
    }
  }

  /// The labelled documents that a filter leaves.
  private func found(_ filter: String) throws -> Set<String> {
    let ids = Set(try labelled.index.filtered(by: [filter]).hits.map(\.id))
    return Set(labelled.indexed.filter { ids.contains($0.value) }.keys)
  }

  private func expected(_ holds: (FactLabel.Document) -> Bool) -> Set<String> { Set(documents.filter(holds).map(\.id)) }

  @Test(
    "amounts: exactly the documents that state a sum within the bounds",
    arguments: [
      (">=500万元", 5_000_000...Double.infinity), ("<5000元", 0...4_999.99), ("5000元", 5_000...5_000),
      ("1000万元..1亿元", 10_000_000...100_000_000), (">1亿元", 100_000_000.01...Double.infinity),
      ("五千元..6万元", 5_000...60_000), ("..100", 0...100),
    ])
  func amounts(_ value: String, _ bounds: ClosedRange<Double>) throws {
    let expected = expected { $0.facts.amounts.contains { bounds.contains($0.yuan) } }
    #expect(try found("amount=" + value) == expected, "\(value)")
    #expect(!expected.isEmpty)
  }

  @Test(
    "percentages: exactly the documents that state one within the bounds",
    arguments: [
      ("30..50", 30...50.0), (">95%", 95.01...1_000), ("百分之五十", 50...50), ("<1", 0...0.99), ("100", 100...100),
    ])
  func percents(_ value: String, _ bounds: ClosedRange<Double>) throws {
    #expect(
      try found("percent=" + value) == expected { $0.facts.percents.contains { bounds.contains($0.percent) } },
      "\(value)")
  }

  /// What is in force on a day as the labels have it: begun, not over, and not repealed, nor what issued it.
  private func isValid(_ document: FactLabel.Document, _ day: String) -> Bool {
    if let begin = document.facts.effective ?? document.date, begin > day { return false }
    if let end = document.facts.expires, end < day { return false }
    let repealing = documents.filter { other in
      other.id != document.id && (other.facts.effective ?? other.date).map { $0 <= day } ?? false
    }
    let own = [document.number, documents.first { $0.id == document.parent }?.number].compactMap(\.self)
    return !repealing.flatMap(\.facts.cites).contains { cited in
      guard cited.relation == "废止" || cited.relation == "失效" else { return false }
      return cited.number.map(own.contains) ?? (cited.title != nil && cited.title == document.title)
    }
  }

  @Test(
    "valid: exactly the documents in force on the day",
    arguments: [
      "2020-01-01", "2020-12-01", "2021-12-31", "2022-10-01", "2023-06-30", "2024-01-15", "2024-03-31", "2024-05-01",
      "2026-12-31", "2027-01-01", "2030-01-01",
    ])
  func valid(_ day: String) throws { #expect(try found("valid=" + day) == expected { isValid($0, day) }, "\(day)") }

  @Test("what takes the place of a repealed document under its title stays")
  func successor() throws {
    let index = try SampleIndex(lines: [
      #"{"id":"old","title":"甲区养犬管理办法","date":"2015-01-01","text":"第一条。"}"#,
      #"{"id":"notice","title":"关于印发甲区养犬管理办法的通知","date":"2022-03-01","text":"现印发给你们，原《甲区养犬管理办法》同时废止。"}"#,
      #"{"id":"new","parent":"notice","title":"甲区养犬管理办法","date":"2022-03-01","text":"第一条。"}"#,
      #"{"id":"later","title":"甲区养犬管理办法","date":"2023-05-01","text":"第一条。"}"#,
    ])
    #expect(try index.filtered(by: ["valid=2021-01-01"]).hits.map(\.id) == ["old"])
    #expect(try index.filtered(by: ["valid=2024-01-01"]).hits.map(\.id) == ["notice", "new", "later"])
  }

  @Test("a document that another one repeals leaves on the day from which that one is in force, with its attachments")
  func repealed() throws {
    let index = try SampleIndex(lines: [
      #"{"id":"old","number":"甲发〔2020〕1号","date":"2020-01-01","title":"关于印发办法的通知","text":"现印发办法。"}"#,
      #"{"id":"part","parent":"old","date":"2020-01-01","title":"办法","text":"第一条。"}"#,
      #"{"id":"named","date":"2019-05-01","title":"乙市“放管服” 规定","text":"第一条。"}"#,
      #"{"id":"new","number":"甲发〔2024〕9号","date":"2024-03-01","effective":"2024-05-01","text":"本办法自2024年5月1日起施行。《关于印发办法的通知》（甲发〔2020〕1号）、《乙市“放管服”规定》同时废止。"}"#,
    ])
    #expect(try index.filtered(by: ["valid=2024-04-30"]).hits.map(\.id) == ["old", "part", "named"])
    #expect(try index.filtered(by: ["valid=2024-05-01"]).hits.map(\.id) == ["new"])
    #expect(try index.filtered(by: ["valid=2019-12-31"]).hits.map(\.id) == ["named"])
  }
}
