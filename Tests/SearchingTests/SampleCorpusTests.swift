// The sample gazettes against their labels: what line breaks tore apart is found whole, where it stands.

import API
import Foundation
import Searching
import Testing

@Suite("sample corpus")
struct SampleCorpusTests {
  /// Rows of a table in this document, wrapped inside a cell: the joiner leaves rows apart.
  private static let tornRows: Set<String> = ["临湖区城区养犬登记收费办法", "临湖区农村生活污水治理设施管护暂行办法"]
  private static let tableDocument = "linhu-09"

  @Test("every run of six characters or more of a labelled passage is found, highlighted and placed on its lines")
  func runsOfPassages() throws {
    let labels = try SampleCorpus.labels()
    let index = try SampleCorpus.index(of: labels)
    var count = 0
    var missing: [String] = []
    for label in labels {
      for passage in label.passages where isJoinable(passage) {
        for run in passage.clean.split(whereSeparator: { !isHan($0) }) where run.count >= 6 {
          count += 1
          let answer = try index.search("\"\(run)\"", passages: 20)
          let passages = answer.hits.filter { $0.source.hasSuffix(label.source) }.flatMap(\.passages)
          if passages.isEmpty {
            missing.append(String(run))
            continue
          }
          #expect(passages.flatMap(\.highlighted).allSatisfy { $0 == run })
          // A passage begins up to thirty characters before the match: two lines, with blank ones between.
          let isPlaced = passages.contains { passage.lines[0] - 6...passage.lines[1] ~= $0.line }
          #expect(isPlaced, "\(run) is not on lines \(passage.lines)")
        }
      }
    }
    #expect(count >= 900, "the labels gave only \(count) runs")
    // Paragraphs that repair leaves in two: LabelledSampleTests says which and why.
    #expect(missing.count <= 2, "not found: \(missing)")
  }

  @Test("a row of a table that is wrapped inside a cell is joined")
  func tornRows() throws {
    let label = try #require(try SampleCorpus.labels().first { $0.name == "linhu" })
    let index = try SampleCorpus.index(of: [label])
    withKnownIssue("the joiner takes a row with three cells for a line of its own") {
      for row in Self.tornRows {
        let hits = try index.search("\"\(row)\"").hits
        #expect(hits.count == 1, "\(row)")
      }
    }
  }

  private func isJoinable(_ passage: SampleLabel.Passage) -> Bool {
    !passage.docs.contains(Self.tableDocument)
  }

  private func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { 0x4E00...0x9FFF ~= $0.value }
  }
}
