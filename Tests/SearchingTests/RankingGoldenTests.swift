// Ranking as a text: figures for each kind of query, and what every query finds first.

import Foundation
import TestSupport
import Testing

@Suite("ranking goldens")
struct RankingGoldenTests {
  /// A query with its answer.
  private typealias Row = (query: JudgedQuery, answer: RankedAnswer)

  private static let head = """
    Ranking of Corpus/Queries over Corpus/Samples, and of Corpus/Queries/pairs.jsonl. RankedAnswer.swift defines the
    figures. Written anew by SUOYIN_UPDATE_GOLDEN=1 swift test --filter RankingGoldenTests.
    """

  @Test("queries and judgements are those of the labels")
  func judgements() throws {
    let labels = try SampleCorpus.labels()
    var labelled: [String: SampleLabel.Query] = [:]
    for label in labels {
      for (number, query) in zip(1..., label.queries) {
        labelled["\(label.name)-q" + String(format: "%02d", number)] = query
      }
    }
    let queries = try JudgedQuery.all(labels)
    #expect(queries.count == labelled.count && Set(queries.map(\.id)) == Set(labelled.keys))
    for query in queries {
      #expect(query.text == labelled[query.id]?.q && query.grades == labelled[query.id]?.relevant, "\(query.id)")
    }
  }

  @Test("figures and first hits are those of the golden file")
  func ranking() throws {
    let labels = try SampleCorpus.labels()
    let index = try LabelledIndex(labels)
    let rows = try JudgedQuery.all(labels).map { Row($0, try index.answer(to: $0)) }
    let sections = [
      Self.head, documents(labels, index), figures(rows), pairs(try PairOutcome.all(of: try AlignedPair.all())),
      firstHits(rows, index),
    ]
    let differences = try GoldenFile("ranking.txt").differences(from: sections.joined(separator: "\n\n") + "\n")
    #expect(
      differences.isEmpty,
      "\(GoldenFile.updateVariable)=1 accepts this:\n\(differences.joined(separator: "\n"))")
  }

  /// How the labelled documents were found in the index: by the greatest number of shared source lines.
  private func documents(_ labels: [SampleLabel], _ index: LabelledIndex) -> String {
    let count = labels.reduce(0) { $0 + $1.documents.count }
    return "labelled documents: \(count), indexed: \(index.indexed.count), as documents of their own: "
      + "\(Set(index.indexed.values).count)"
  }

  /// A table of kinds, columns aligned: all its cells are ASCII.
  private func figures(_ rows: [Row]) -> String {
    func line(_ kind: String, _ answers: [RankedAnswer]) -> String {
      let figures = RankingFigures(answers)
      let means = [figures.ndcg, figures.reciprocalRank, figures.success].map { String(format: "%.4f", $0) }
      return row([kind, String(figures.count)] + means)
    }
    func row(_ cells: [String]) -> String {
      let name = cells[0] + String(repeating: " ", count: max(0, 12 - cells[0].count))
      return cells.dropFirst().reduce(name) { $0 + String(repeating: " ", count: max(1, 11 - $1.count)) + $1 }
    }
    let kinds = Set(rows.map(\.query.kind)).sorted()
    return
      ([row(["kind", "queries", "nDCG@10", "MRR@10", "success@1"])]
      + kinds.map { kind in line(kind, rows.filter { $0.query.kind == kind }.map(\.answer)) }
      + [line("all", rows.map(\.answer))]).joined(separator: "\n")
  }

  /// The share of pairs whose aligned text stands first, and the other pairs with both ranks.
  private func pairs(_ outcomes: [PairOutcome]) -> String {
    let wrong = outcomes.filter { !$0.isAlignedFirst }
    let right = outcomes.count - wrong.count
    let share = String(format: "%.4f", Double(right) / Double(outcomes.count))
    return
      (["pairs: aligned first in \(right) of \(outcomes.count), \(share); the others:", "id\trun\taligned\tstraddling"]
      + wrong.map(\.line)).joined(separator: "\n")
  }

  /// One line for each query: id, kind, text, rank of the first document of the best grade, the first three hits.
  private func firstHits(_ rows: [Row], _ index: LabelledIndex) -> String {
    let lines = rows.map { query, answer in
      let hits = answer.hits.prefix(3).map(index.labelledName).joined(separator: " ")
      return [query.id, query.kind, query.text, answer.rankOfBest.map(String.init) ?? "-", hits]
        .joined(separator: "\t")
    }
    return (["id\tkind\tquery\trank\tfirst hits"] + lines).joined(separator: "\n")
  }
}
