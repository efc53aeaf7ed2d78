// Where in a stretch of Han to look for what is wrong.

internal import Xapian

/// Ranges of a stretch that may be looked at instead of each other, the best first.
typealias Alternatives = [Range<Int>]

/// Finds the parts of a stretch around bigrams that the index does not have.
///
/// A query often joins what no document joins (普慧金融实施方案), so that a part must be put right by itself. A part is
/// made of whole words, for it is shown: those around such bigrams, with a neighbour where they are short, and then without
/// the first or the last, for words are cut wrongly where something is misspelt.
struct DoubtfulParts {
  /// How far into a stretch is looked, in characters, how many parts are found, and how many characters in a row may
  /// make missing bigrams (guesses: beyond, somebody types what this index is not about).
  private static let lookedAt = 400
  private static let partLimit = 3
  private static let longestDoubt = 6
  /// Shorter parts are looked at with the word before or behind them first (a guess: 时校 may be 时效 or 时消, 诉讼时校
  /// only one of them).
  private static let tellingLength = 4
  /// Of two characters alone nearly every other pair is as near (a guess).
  private static let shortestPart = 3

  let vocabulary: Vocabulary

  /// - Parameter words: the words of the stretch, in order.
  func parts(of text: [Unicode.Scalar], words: [Range<Int>]) throws(XapianError) -> [Alternatives] {
    var doubts: [Range<Int>] = []
    for start in text.indices.dropLast().prefix(DoubtfulParts.lookedAt)
    where try vocabulary.documents(having: text[start], before: text[start + 1]) == 0 {
      if let last = doubts.last, last.upperBound == start + 1 {
        doubts[doubts.count - 1] = last.lowerBound..<start + 2
      } else {
        doubts.append(start..<start + 2)
      }
    }
    return doubts.filter { $0.count <= DoubtfulParts.longestDoubt }.prefix(DoubtfulParts.partLimit).map { doubt in
      alternatives(words, around: doubt)
    }
  }

  private func alternatives(_ words: [Range<Int>], around doubt: Range<Int>) -> Alternatives {
    guard let first = words.firstIndex(where: { $0.overlaps(doubt) }),
      let last = words.lastIndex(where: { $0.overlaps(doubt) })
    else { return [] }
    var tried = [first...last]
    if words[last].upperBound - words[first].lowerBound < DoubtfulParts.tellingLength {
      if last + 1 < words.count { tried.insert(first...last + 1, at: 0) }
      if first > 0 { tried.insert(first - 1...last, at: 0) }
    }
    if first < last { tried += [first + 1...last, first...last - 1] }
    if first + 1 < last { tried.append(first + 1...last - 1) }
    return tried.map { words[$0.lowerBound].lowerBound..<words[$0.upperBound].upperBound }
      .filter { $0.count >= DoubtfulParts.shortestPart && $0.count <= HanCorrector.maximumLength }
      .filter { $0.clamped(to: doubt).count > 1 }
  }
}
