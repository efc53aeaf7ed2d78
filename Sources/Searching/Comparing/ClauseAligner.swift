// Which clause of one document is which of another one.

/// Aligns the clauses of two documents.
///
/// Candidates are clauses that read the same, those that stand under the same title, and those that share a pair of
/// characters which is rare in both documents.
/// The chain of candidates that keeps the order of both and adds up most similarity is what stands in its place (a longest
/// common subsequence with weights: Jacobson and Vo 1992); of the rest, what is alike enough has moved. Work grows with
/// the number of clauses, not with the number of couples of them.
struct ClauseAligner {
  /// Two clauses that are one.
  struct Couple: Hashable {
    let a: Int
    let b: Int
    /// In thousandths.
    let similarity: Int
    var isMoved = false
  }

  /// Less alike than this, two clauses in the same place are two. A guess, from the policies of several regions on one
  /// matter: what says the same in other words has 0.3 to 0.5, what only shares its phrases below 0.2.
  static let leastSimilarity = 300
  /// The same of short clauses, which share a word by chance: 工作目标 and 工作措施. A guess.
  private static let leastShortSimilarity = 500
  /// Elsewhere two clauses are one only from here on. A guess.
  private static let leastMoved = 600
  /// Shorter ones than so many pairs are not followed elsewhere: （略） is everywhere. A guess.
  private static let shortPairs = 8
  /// What an equal number in front counts. A guess: it decides between candidates that are about equally alike.
  private static let numberBonus = 50
  /// What an equal title counts at least: that clauses say something about the same goes before a likeness by chance. A
  /// guess.
  private static let titleWeight = 300
  /// A pair is rare that stands in no more clauses of either document. A guess; bounds the candidates.
  private static let rareCount = 8

  private let a: [Clause]
  private let b: [Clause]
  private let end: SearchEnd

  /// - Parameter end: when the question has to be answered.
  init(_ a: [Clause], _ b: [Clause], _ end: SearchEnd) { (self.a, self.b, self.end) = (a, b, end) }

  /// The couples, in the order of the first document.
  ///
  /// - Throws: `late` when the time is over.
  func couples() throws(SearchError) -> [Couple] {
    try end.refuseIfOver()
    let candidates = try candidates()
    let chain = chain(candidates)
    var (takenA, takenB) = (Set(chain.map(\.a)), Set(chain.map(\.b)))
    var moved: [Couple] = []
    // Of equal ones which come first must not depend on which document is the first.
    let rest = candidates.filter {
      $0.similarity >= ClauseAligner.leastMoved && !isShort($0)
    }.sorted { ($1.similarity, $0.a + $0.b, $0.a) < ($0.similarity, $1.a + $1.b, $1.a) }
    for couple in rest where !takenA.contains(couple.a) && !takenB.contains(couple.b) {
      takenA.insert(couple.a)
      takenB.insert(couple.b)
      moved.append(Couple(a: couple.a, b: couple.b, similarity: couple.similarity, isMoved: true))
    }
    return (chain + moved).sorted { $0.a < $1.a }
  }

  /// Couples that are alike enough, by the first document, those with one clause of it by the second one backwards.
  private func candidates() throws(SearchError) -> [Couple] {
    var found = equal(\.folded)
    let titled = equal { $0.title.unicodeScalars.count > 1 && !$0.isHeading ? $0.title : nil }
    found.formUnion(titled)
    found.formUnion(rareCouples())
    let couples = try found.map { (packed) throws(SearchError) in
      try end.refuseIfOver()
      let (left, right) = (Int(packed >> 32), Int(packed & 0xFFFF_FFFF))
      return Couple(a: left, b: right, similarity: a[left].similarity(to: b[right]))
    }
    // What is found elsewhere is not what only shares its title.
    let better = couples.filter { $0.similarity >= ClauseAligner.leastMoved && !isShort($0) }
    let (betterA, betterB) = (Set(better.map(\.a)), Set(better.map(\.b)))
    return couples.filter {
      $0.similarity >= (isShort($0) ? ClauseAligner.leastShortSimilarity : ClauseAligner.leastSimilarity)
        || titled.contains(ClauseAligner.packed($0.a, $0.b)) && !betterA.contains($0.a) && !betterB.contains($0.b)
    }.filter {
      // A heading is not the text that another document puts behind it.
      a[$0.a].isHeading == b[$0.b].isHeading || a[$0.a].title != b[$0.b].title
    }.sorted { ($0.a, $1.b) < ($1.a, $0.b) }
  }

  private func isShort(_ couple: Couple) -> Bool {
    min(a[couple.a].pairs.count, b[couple.b].pairs.count) < ClauseAligner.shortPairs
  }

  /// The first clause of a key with the first that has the same, the second with the second, and so on; without a key none.
  private func equal<Key: Hashable>(_ key: (Clause) -> Key?) -> Set<UInt64> {
    let places = Dictionary(grouping: b.indices) { key(b[$0]) }
    var passed: [Key: Int] = [:]
    var found: Set<UInt64> = []
    for left in a.indices {
      guard let own = key(a[left]), let equal = places[own] else { continue }
      let rank = passed[own, default: 0]
      passed[own] = rank + 1
      if rank < equal.count { found.insert(ClauseAligner.packed(left, equal[rank])) }
    }
    return found
  }

  private func rareCouples() -> Set<UInt64> {
    let (left, right) = (ClauseAligner.postings(a), ClauseAligner.postings(b))
    var found: Set<UInt64> = []
    var (l, r) = (0, 0)
    while l < left.count, r < right.count {
      let pair = min(left[l] >> ClauseAligner.placeBits, right[r] >> ClauseAligner.placeBits)
      let inA = ClauseAligner.takeGroup(of: pair, in: left, from: &l)
      let inB = ClauseAligner.takeGroup(of: pair, in: right, from: &r)
      guard inA.count <= ClauseAligner.rareCount, inB.count <= ClauseAligner.rareCount else { continue }
      for place in inA { for other in inB { found.insert(ClauseAligner.packed(place, other)) } }
    }
    return found
  }

  /// The bits below a pair: enough for the clauses of the longest text that is compared.
  private static let placeBits = UInt64(64 - Clause.pairBits)

  /// Every pair with the clause it stands in, packed, ascending.
  private static func postings(_ clauses: [Clause]) -> [UInt64] {
    precondition(clauses.count < 1 << placeBits, "a place takes no more bits than are left")
    var postings: [UInt64] = []
    for (place, clause) in clauses.enumerated() {
      postings += clause.pairs.map { $0 << placeBits | UInt64(place) }
    }
    return postings.sorted()
  }

  /// The clauses of a pair, which the index passes over.
  private static func takeGroup(of pair: UInt64, in postings: [UInt64], from index: inout Int) -> [Int] {
    var places: [Int] = []
    while index < postings.count, postings[index] >> placeBits == pair {
      places.append(Int(postings[index] & (1 << placeBits - 1)))
      index += 1
    }
    return places
  }

  private static func packed(_ a: Int, _ b: Int) -> UInt64 { UInt64(a) << 32 | UInt64(b) }

  /// The candidates that keep the order of both documents and weigh most together.
  private func chain(_ candidates: [Couple]) -> [Couple] {
    var best = PrefixMaximum(count: b.count)
    var before: [Int?] = []
    for (index, couple) in candidates.enumerated() {
      let last = best.maximum(below: couple.b)
      before.append(last?.index)
      best.raise(couple.b, to: (last?.weight ?? 0) + weight(couple), by: index)
    }
    var chain: [Couple] = []
    var next = best.maximum(below: b.count)?.index
    while let index = next {
      chain.append(candidates[index])
      next = before[index]
    }
    return chain.reversed()
  }

  private func weight(_ couple: Couple) -> Int {
    let (left, right) = (a[couple.a], b[couple.b])
    let isNumbered = left.level != nil && left.level == right.level && left.number == right.number
    let isTitled = !left.title.isEmpty && left.title == right.title
    return max(couple.similarity, isTitled ? ClauseAligner.titleWeight : 0)
      + (isNumbered ? ClauseAligner.numberBonus : 0)
  }
}

/// The greatest weight at any place before another one, in a binary indexed tree (Fenwick 1994).
private struct PrefixMaximum {
  typealias Entry = (weight: Int, index: Int)

  private var tree: [Entry?]

  init(count: Int) { tree = Array(repeating: nil, count: count + 1) }

  func maximum(below place: Int) -> Entry? {
    var (node, best) = (place, Entry?.none)
    while node > 0 {
      if let entry = tree[node], entry.weight > best?.weight ?? 0 { best = entry }
      node &= node - 1
    }
    return best
  }

  mutating func raise(_ place: Int, to weight: Int, by index: Int) {
    var node = place + 1
    while node < tree.count {
      if weight > tree[node]?.weight ?? 0 { tree[node] = (weight, index) }
      node += node & -node
    }
  }
}
