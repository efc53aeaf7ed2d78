// The measures of ranking, on answers that can be worked out by hand.

import Testing

@Suite("measures of ranking")
struct RankedAnswerTests {
  private static let grades = ["a": 2, "b": 1, "c": 1]

  @Test(
    "an answer's figures are those of the definitions",
    arguments: [
      // The best order: 2 + 1/log2(3) + 1/2 = 3.130930.
      (["a", "b", "c"], 1.0, 1, 1.0), (["a", "c", "b", "x"], 1, 1, 1),
      // 1 + 2/log2(3) + 1/2 = 2.761860.
      (["b", "a", "c"], 0.882121, 2, 0.5),
      // 2/log2(4) = 1.
      (["x", "y", "a"], 0.319394, 3, 1.0 / 3), (["b", "c"], 0.520909, nil, 0), ([], 0, nil, 0),
      // The eleventh hit does not count.
      (Array(repeating: "x", count: 10) + ["a"], 0, 11, 0),
    ] as [([String], Double, Int?, Double)])
  func figures(hits: [String], ndcg: Double, rank: Int?, reciprocalRank: Double) {
    let answer = RankedAnswer(hits: hits, grades: Self.grades)
    #expect(abs(answer.ndcg - ndcg) < 1e-6)
    #expect(answer.rankOfBest == rank)
    #expect(answer.reciprocalRank == reciprocalRank)
    #expect(answer.success == (rank == 1 ? 1 : 0))
  }

  @Test("figures of several answers are means, and those of none are 0")
  func means() {
    let answers = [["a", "b", "c"], ["x", "a"]].map { RankedAnswer(hits: $0, grades: Self.grades) }
    let figures = RankingFigures(answers)
    #expect(figures.count == 2 && figures.reciprocalRank == 0.75 && figures.success == 0.5)
    #expect(RankingFigures([]).ndcg == 0)
    #expect(RankedAnswer(hits: ["a"], grades: [:]).ndcg == 0)
  }
}
