// A few words to look for in running text, and what each of them tells.

/// Words with a value each; where two begin at the same place, the one listed first wins.
struct WordTable<Value: Sendable>: Sendable {
  /// A word found.
  struct Match {
    let range: Range<Int>
    let value: Value
  }

  private var words: [Unicode.Scalar: [(word: [Unicode.Scalar], value: Value)]] = [:]
  private let firsts: ScalarSet

  init(_ groups: [(Value, [String])]) {
    for (value, names) in groups {
      for name in names {
        let word = Array(name.unicodeScalars)
        words[word[0], default: []].append((word, value))
      }
    }
    firsts = ScalarSet(words.keys)
  }

  /// The first of the words in a stretch of text.
  func first(in scalars: [Unicode.Scalar], _ range: Range<Int>) -> Match? {
    for index in range {
      if let match = match(in: scalars, at: index, before: range.upperBound) { return match }
    }
    return nil
  }

  /// All words in a stretch of text, in order; none inside another.
  func all(in scalars: [Unicode.Scalar], _ range: Range<Int>) -> [Match] {
    var matches: [Match] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let match = match(in: scalars, at: index, before: range.upperBound)
      if let match { matches.append(match) }
      index = match?.range.upperBound ?? index + 1
    }
    return matches
  }

  /// The word that begins at a place.
  func match(in scalars: [Unicode.Scalar], at index: Int, before end: Int) -> Match? {
    guard index < end, firsts.contains(scalars[index]), let candidates = words[scalars[index]] else { return nil }
    for (word, value) in candidates where index + word.count <= end {
      if scalars[index..<index + word.count].elementsEqual(word) {
        return Match(range: index..<index + word.count, value: value)
      }
    }
    return nil
  }
}
