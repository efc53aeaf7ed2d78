// What may be meant, before the index has been asked for the whole of it.

/// What the bigrams of a stretch say about how many documents hold it.
struct Evidence: Hashable {
  /// How many documents have the rarest one: no more can hold the stretch.
  private(set) var bound = Int.max
  private var total = 0
  private var bigramCount = 0

  /// How many documents have one on average: what tells stretches apart whose rarest bigram is the same.
  var mean: Int { total / max(1, bigramCount) }

  mutating func add(_ count: Int) {
    bound = min(bound, count)
    total += count
    bigramCount += 1
  }
}

/// A text that may be meant.
struct Candidate: Hashable {
  let text: String
  /// How far it is from what was typed.
  let cost: Int
  /// How many documents hold it, at most or exactly.
  var count: Int
  /// What decides between equals.
  var support = 0

  /// How many documents one step of cost is worth (a guess).
  private static let costFactor = 100
  private static let maximumCost = 3

  /// Orders candidates: many documents and little cost first.
  static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    if left.worth != right.worth { return left.worth > right.worth }
    return left.support != right.support ? left.support > right.support : left.text < right.text
  }

  private var worth: Int {
    var worth = count
    for _ in min(cost, Candidate.maximumCost)..<Candidate.maximumCost { worth *= Candidate.costFactor }
    return worth
  }
}

extension [Candidate] {
  /// The best ones of each cost, each text once: the count is a bound as yet, and a cheap candidate that nothing holds
  /// must not keep a dear one from being looked at.
  func best(ofEachCost limit: Int) -> [Candidate] {
    var seen: Set<String> = []
    var taken: [Int: Int] = [:]
    return sorted(by: Candidate.precedes).filter { candidate in
      guard taken[candidate.cost, default: 0] < limit, seen.insert(candidate.text).inserted else { return false }
      taken[candidate.cost, default: 0] += 1
      return true
    }
  }
}
