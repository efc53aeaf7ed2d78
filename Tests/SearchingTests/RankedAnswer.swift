// How good the order of an answer is.

import Foundation

/// The ids of an answer's hits, best first, and what was judged of them.
struct RankedAnswer {
  /// How many hits the measures look at.
  static let depth = 10

  let hits: [String]
  /// Grades above 0 by id; what was not judged has grade 0.
  let grades: [String: Int]

  /// Normalised discounted cumulative gain as trec_eval's `ndcg_cut` has it: a gain is the grade, discounted by
  /// log2(rank + 1), relative to the best order of all judged documents. 0 where nothing was judged.
  var ndcg: Double {
    let ideal = Self.discountedGain(grades.values.sorted(by: >))
    return ideal == 0 ? 0 : Self.discountedGain(hits.map { grades[$0] ?? 0 }) / ideal
  }

  /// The rank, from 1, of the first hit that has the best grade of the query; nil where there is none.
  var rankOfBest: Int? {
    guard let best = grades.values.max() else { return nil }
    return hits.firstIndex { grades[$0] == best }.map { $0 + 1 }
  }

  /// 1 / ``rankOfBest`` where that is within the depth, else 0.
  var reciprocalRank: Double {
    guard let rank = rankOfBest, rank <= Self.depth else { return 0 }
    return 1 / Double(rank)
  }

  /// 1 where the first hit has the best grade of the query, else 0.
  var success: Double { rankOfBest == 1 ? 1 : 0 }

  private static func discountedGain(_ grades: [Int]) -> Double {
    zip(grades.prefix(depth), 2...).reduce(0) { $0 + Double($1.0) / log2(Double($1.1)) }
  }
}

/// The means of a set of answers.
struct RankingFigures {
  let count: Int
  let ndcg: Double
  let reciprocalRank: Double
  let success: Double

  init(_ answers: [RankedAnswer]) {
    count = answers.count
    func mean(_ measure: KeyPath<RankedAnswer, Double>) -> Double {
      answers.isEmpty ? 0 : answers.reduce(0) { $0 + $1[keyPath: measure] } / Double(answers.count)
    }
    ndcg = mean(\.ndcg)
    reciprocalRank = mean(\.reciprocalRank)
    success = mean(\.success)
  }
}
