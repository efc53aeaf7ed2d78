// What may be meant by a word of letters that the index does not hold.

internal import Xapian

/// Finds words of the index that differ in one or two letters.
struct WordCorrector {
  /// Of shorter words every other one is as near as the one that was meant; longer ones are no words (guesses).
  private static let lengths = 4...40
  /// From this length on two letters may differ (a guess).
  private static let longLength = 7

  let vocabulary: Vocabulary

  /// Words that begin with the same letter, differ in no digit and in few letters.
  func candidates(for word: String) throws(XapianError) -> [Candidate] {
    let letters = Array(word.unicodeScalars)
    guard WordCorrector.lengths.contains(letters.count), !letters.allSatisfy(isDigit) else { return [] }
    let maximumDistance = letters.count < WordCorrector.longLength ? 1 : 2
    var found: [Candidate] = []
    // The longer prefix first: should the limit of the walk be reached, the likeliest words were seen.
    for length in [2, 1] {
      try vocabulary.forEachWord(prefix: String(letters.prefix(length))) { other, count in
        let others = Array(other.unicodeScalars)
        guard abs(others.count - letters.count) <= maximumDistance, others != letters,
          others.filter(isDigit) == letters.filter(isDigit),
          others.allSatisfy({ isDigit($0) || $0.properties.isAlphabetic })
        else { return }
        let distance = editDistance(letters, others)
        if distance <= maximumDistance { found.append(Candidate(text: other, cost: distance, count: count)) }
      }
    }
    return found
  }
}

private func isDigit(_ character: Unicode.Scalar) -> Bool { character.properties.generalCategory == .decimalNumber }
