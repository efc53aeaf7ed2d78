// Whatever tree is built, it matches the documents that the operators say.

import TestSupport
import Testing
import Xapian

@Suite struct RandomQueryTests {
  private static let texts = ["普惠金融发展", "金融普惠", "普惠性托育", "发展金融", "人人有责", "金"]
  let database: Database
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    let shards = [scratch("one"), scratch("two")]
    // Opened together, the shards number their documents in turn: 1 and 2 are the first of each.
    for shard in 0..<2 { try write(stride(from: shard, to: 6, by: 2).map { Self.texts[$0] }, to: shards[shard]) }
    database = try Database(paths: shards)
  }

  /// A query and the documents it must match.
  private typealias Case = (query: Query, docids: Set<DocID>)

  private var all: Set<DocID> { Set(1...6) }

  private func having(_ condition: (String) -> Bool) -> Set<DocID> {
    all.filter { condition(Self.texts[Int($0) - 1]) }
  }

  private func leaf(_ generator: inout SeededGenerator) -> Case {
    let text = Self.texts.randomElement(using: &generator)!
    let start = text.indices.randomElement(using: &generator)!
    let part = String(text[start...].prefix(.random(in: 1...3, using: &generator)))
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: return (.matchAll, all)
    case 1: return (.matchNothing, [])
    case 2: return (.phrase(characters(String(part.reversed()))), having { $0.contains(String(part.reversed())) })
    case 3, 4: return (.phrase(characters(part)), having { $0.contains(part) })
    default: return (.term(String(part.first!)), having { $0.contains(part.first!) })
    }
  }

  private func tree(depth: Int, _ generator: inout SeededGenerator) -> Case {
    if depth == 0 { return leaf(&generator) }
    let parts = (0..<Int.random(in: 1...3, using: &generator)).map { _ in tree(depth: depth - 1, &generator) }
    let (first, last) = (parts.first!, parts.last!)
    let queries = parts.map(\.query)
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: return (.and(queries), parts.reduce(all) { $0.intersection($1.docids) })
    case 1: return (.or(queries), parts.reduce([]) { $0.union($1.docids) })
    case 2: return (.andNot(first.query, last.query), first.docids.subtracting(last.docids))
    case 3: return (.andMaybe(first.query, last.query), first.docids)
    case 4: return (.filter(first.query, by: last.query), first.docids.intersection(last.docids))
    case 5:
      let leaves = (0..<2).map { _ in leaf(&generator) }
      return (.synonym(leaves.map(\.query)), leaves[0].docids.union(leaves[1].docids))
    case 6: return (.scaled(first.query, by: 0), first.docids)
    case 7: return (.expiring(first.query, Expiry(at: nil)), first.docids)
    case 8: return (.filter(.constantWeight(1.5), by: first.query), first.docids)
    default: return (.scaled(first.query, by: 2.5), first.docids)
    }
  }

  @Test("a synonym of a constant weight is refused when it is matched")
  func synonymOfSource() throws {
    let enquire = try Enquire(database)
    try enquire.setQuery(.synonym([.constantWeight(1), .term("金")]))
    let refused = #expect(throws: XapianError.self) { try enquire.matches(limit: 1) }
    #expect(refused?.code == .invalidUse)
  }

  @Test("random trees find what a scan of the texts finds, on two shards")
  func trees() throws {
    var generator = SeededGenerator(seed: 20_240_501)
    for round in 0..<3_000 {
      let (query, expected) = tree(depth: round % 4, &generator)
      #expect(try Set(docids(query, in: database)) == expected, "\(query)")
    }
  }
}
