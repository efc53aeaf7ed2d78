// A run that is a word stands above the same characters where two words meet.

import Analysis
import Testing

@Suite("word-aligned ranking")
struct AlignedPairTests {
  /// The least share of pairs ranked as they should be. A guess: ICU knows some words only in the one sentence.
  private static let leastShare = 0.95

  @Test("every pair is one: its run stands once in either text, between the ends of words in one of them alone")
  func truth() throws {
    let analyzer = try Analyzer()
    let pairs = try AlignedPair.all()
    #expect(pairs.count >= 60)
    #expect(Set(pairs.map(\.id)).count == pairs.count && Set(pairs.map(\.run)).count == pairs.count)
    for pair in pairs {
      #expect(try analyzer.alignments(of: pair.run, in: pair.aligned) == [true], "\(pair.id) \(pair.run)")
      #expect(try analyzer.alignments(of: pair.run, in: pair.straddling) == [false], "\(pair.id) \(pair.run)")
      for text in [pair.aligned, pair.straddling] {
        #expect(60...160 ~= text.unicodeScalars.count, "\(pair.id) has \(text.unicodeScalars.count) characters")
      }
    }
  }

  @Test("documents that have the run as a word stand before those in which it straddles one")
  func alignedFirst() throws {
    let outcomes = try PairOutcome.all(of: try AlignedPair.all())
    let wrong = outcomes.filter { !$0.isAlignedFirst }
    let share = 1 - Double(wrong.count) / Double(outcomes.count)
    #expect(
      share >= Self.leastShare,
      "\(outcomes.count - wrong.count) of \(outcomes.count); wrong:\n\(wrong.map(\.line).joined(separator: "\n"))")
    #expect(wrong.allSatisfy { $0.alignedRank != nil && $0.straddlingRank != nil }, "an exact match is not found")
  }
}
