// Pairs of texts that hold the same characters in a row: one as a word, one where two words meet.

import API
import Analysis

/// A line of `Corpus/Queries/pairs.jsonl`.
struct AlignedPair: Decodable {
  let id: String
  /// What is searched for; it stands once in either text.
  let run: String
  /// A text in which the run begins and ends with words (国企).
  let aligned: String
  /// A text on something else in which an end of the run lies inside a word (外国企业).
  let straddling: String

  /// All pairs, in the order of the file.
  static func all() throws -> [AlignedPair] {
    try SampleCorpus.queryRecords("pairs.jsonl", as: AlignedPair.self)
  }
}

/// Where the two texts of a pair stand among the hits of their run.
struct PairOutcome {
  let pair: AlignedPair
  /// Ranks from 1; nil where the text is not found.
  let alignedRank: Int?
  let straddlingRank: Int?

  /// Whether the pair is ranked as it should be: both texts hold the run exactly, so both must be found.
  var isAlignedFirst: Bool {
    guard let alignedRank, let straddlingRank else { return false }
    return alignedRank < straddlingRank
  }

  /// One line of a report, fields separated by tabs.
  var line: String {
    let ranks = [alignedRank, straddlingRank].map { $0.map(String.init) ?? "-" }
    return ([pair.id, pair.run] + ranks).joined(separator: "\t")
  }

  /// Searches for the run of every pair in one index of all texts, where other pairs' words are part of the noise.
  ///
  /// The straddling texts are indexed first: equal weights stand in the order of the index, and count as wrong.
  static func all(of pairs: [AlignedPair]) throws -> [PairOutcome] {
    let index = try SampleIndex(
      pairs.map { ("\($0.id)-straddling", nil, $0.straddling) } + pairs.map { ("\($0.id)-aligned", nil, $0.aligned) })
    return try pairs.map { pair in
      let ids = try index.search(pair.run, limit: 1_000, passages: 0).hits.map(\.id)
      func rank(_ id: String) -> Int? { ids.firstIndex(of: id).map { $0 + 1 } }
      return PairOutcome(
        pair: pair, alignedRank: rank("\(pair.id)-aligned"), straddlingRank: rank("\(pair.id)-straddling"))
    }
  }
}

extension Analyzer {
  /// For each place at which a run stands in a text, in order: whether both its ends are ends of words.
  func alignments(of run: String, in text: String) throws -> [Bool] {
    let folded = fold(text)
    var starts: Set<Int> = []
    var ends: Set<Int> = []
    try forEachWord(of: folded) { _, codePoints, _ in
      starts.insert(codePoints.lowerBound)
      ends.insert(codePoints.upperBound)
    }
    let codePoints = Array(folded.string(0..<folded.bytes.count).unicodeScalars)
    let needle = Array(run.unicodeScalars)
    return codePoints.indices.filter { codePoints[$0...].starts(with: needle) }
      .map { starts.contains($0) && ends.contains($0 + needle.count) }
  }
}
