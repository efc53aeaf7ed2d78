// The clauses of two documents as answers list them.

internal import API

/// Which clauses are one, and what differs in them.
struct ClausePairing {
  private struct Pair {
    let a: Int
    let b: Int
    let similarity: Int
    let isMoved: Bool
    let edits: [TextDiff.Edit]
  }

  private let pairs: [Pair]

  /// - Throws: `late` when the time is over.
  init(_ a: [Clause], _ b: [Clause], _ end: SearchEnd) throws(SearchError) {
    pairs = try ClauseAligner(a, b, end).couples().map { (couple) throws(SearchError) in
      try end.refuseIfOver()
      return Pair(
        a: couple.a, b: couple.b, similarity: couple.similarity, isMoved: couple.isMoved,
        edits: ClausePairing.edits(a[couple.a], b[couple.b], couple.similarity))
    }
  }

  /// What differs; of clauses that have no more in common than their title all between the ends that are the same, for what
  /// they share by chance is no part that stayed.
  private static func edits(_ a: Clause, _ b: Clause, _ similarity: Int) -> [TextDiff.Edit] {
    guard similarity < ClauseAligner.leastSimilarity else { return TextDiff(a.folded, b.folded).edits }
    let start = zip(a.folded, b.folded).prefix { $0 == $1 }.count
    let most = min(a.folded.count, b.folded.count) - start
    let end = zip(a.folded.reversed(), b.folded.reversed()).prefix(most).prefix { $0 == $1 }.count
    return [TextDiff.Edit(a: start..<a.folded.count - end, b: start..<b.folded.count - end)]
  }

  private init(_ pairs: [Pair]) { self.pairs = pairs }

  /// The same with the sides exchanged.
  var turned: ClausePairing {
    ClausePairing(
      pairs.map { pair in
        Pair(
          a: pair.b, b: pair.a, similarity: pair.similarity, isMoved: pair.isMoved,
          edits: pair.edits.map { TextDiff.Edit(a: $0.b, b: $0.a) })
      })
  }

  /// All clauses in the order of the second document; what stands in the first alone comes right behind what it followed
  /// there.
  func clauses(_ a: [Clause], _ b: [Clause]) -> [ComparedClause] {
    let coupled = Dictionary(uniqueKeysWithValues: pairs.map { ($0.b, $0) })
    let placed = Dictionary(uniqueKeysWithValues: pairs.map { ($0.a, $0) })
    var listed: [ComparedClause] = []
    func listAlone(from start: Int) {
      for place in start..<a.count {
        guard let pair = placed[place] else {
          listed.append(ComparedClause(kind: .onlyA, a: ClauseSide(a[place])))
          continue
        }
        if !pair.isMoved { return }
      }
    }
    listAlone(from: 0)
    for place in b.indices {
      guard let pair = coupled[place] else {
        listed.append(ComparedClause(kind: .onlyB, b: ClauseSide(b[place])))
        continue
      }
      listed.append(ClausePairing.compared(pair, a[pair.a], b[place]))
      if !pair.isMoved { listAlone(from: pair.a + 1) }
    }
    return listed
  }

  private static func compared(_ pair: Pair, _ a: Clause, _ b: Clause) -> ComparedClause {
    ComparedClause(
      kind: pair.isMoved ? .moved : pair.edits.isEmpty ? .same : .changed, a: ClauseSide(a), b: ClauseSide(b),
      similarity: Double(pair.similarity) / 1_000,
      edits: pair.edits.map {
        ClauseEdit(a: [$0.a.lowerBound, $0.a.upperBound], b: [$0.b.lowerBound, $0.b.upperBound])
      })
  }
}

extension ClauseSide {
  fileprivate init(_ clause: Clause) {
    self.init(heading: clause.heading, number: clause.number, text: clause.text, line: clause.line)
  }
}
