// A match can be ended by a deadline or a flag, and what it found until then is kept.

import Foundation
import Testing
import Xapian

@Suite struct ExpiryTests {
  static let perShard = 100_000
  let scratch: Scratch
  let database: Database

  init() throws {
    let scratch = try Scratch()
    self.scratch = scratch
    let shards = [scratch("one"), scratch("two")]
    var buffer = DocumentBuffer()
    for path in shards {
      let writer = try WritableDatabase(path: path, mode: .create, unsynced: true)
      for number in 0..<Self.perShard {
        buffer.reset()
        buffer.append("a", wdf: UInt32(number % 7 + 1), positions: [0, 5])
        buffer.append("b", wdf: 1, positions: [UInt32(number % 2 + 1)])
        try writer.add(buffer)
      }
      try writer.close()
    }
    database = try Database(paths: shards)
  }

  private static let queries: [@Sendable () -> Query] = [
    { .matchAll }, { .term("a") }, { .or([.term("a"), .term("b")]) }, { .phrase(["a", "b"]) },
    { .filter(.or([.term("a"), .term("b")]), by: .phrase(["a", "b"])) },
    { .andMaybe(.term("b"), .phrase(["a", "b"])) },
  ]

  @Test("the clock, the flag and the silence of an expiry, on two shards")
  func expiring() throws {
    for make in Self.queries {
      try aPastDeadline(make())
      try aRaisedFlag(make())
      try nothing(make())
    }
    try aSharedExpiry()
    try aFlagRaisedMeanwhile()
  }

  /// A deadline that is over keeps what was examined before the clock was read for the first time.
  private func aPastDeadline(_ query: Query) throws {
    let expiry = Expiry(at: .now - .seconds(1))
    let found = try matches(.expiring(query, expiry), in: database)
    #expect(expiry.didFire, "\(query)")
    #expect((1...64).contains(found.hits.count), "\(query): \(found.hits.count)")
  }

  /// A flag that is up lets nothing through.
  private func aRaisedFlag(_ query: Query) throws {
    let flag = CancellationFlag()
    let expiry = Expiry(at: nil, flag: flag)
    let expiring = Query.expiring(query, expiry)
    #expect(!expiry.didFire)
    flag.cancel()
    #expect(try matches(expiring, in: database).hits.isEmpty, "\(query)")
    #expect(expiry.didFire && flag.isCancelled)
  }

  /// An expiry that does not fire changes neither hits nor weights nor totals.
  private func nothing(_ query: Query) throws {
    let expiry = Expiry(at: .now + .seconds(3_600), flag: CancellationFlag())
    let found = try matches(.expiring(query, expiry), in: database)
    let plain = try matches(query, in: database)
    #expect(!expiry.didFire)
    #expect(found == plain, "\(query)")
    #expect(found.hits.count >= Self.perShard)
  }

  /// Once fired, an expiry ends every other query that has it.
  private func aSharedExpiry() throws {
    let expiry = Expiry(at: .now - .seconds(1))
    #expect(try !matches(.expiring(.term("a"), expiry), in: database).hits.isEmpty)
    #expect(try matches(.expiring(.term("b"), expiry), in: database).hits.isEmpty)
  }

  /// Another thread ends the match; whenever it comes, the match returns.
  private func aFlagRaisedMeanwhile() throws {
    let flag = CancellationFlag()
    let expiry = Expiry(at: nil, flag: flag)
    let query = Query.expiring(.phrase(["a", "b"]), expiry)
    Thread.detachNewThread { flag.cancel() }
    while !expiry.didFire { _ = try matches(query, in: database) }
    #expect(flag.isCancelled)
  }

  @Test("an instant far away overflows no clock")
  func farAway() throws {
    #expect(!Expiry(at: .now + .seconds(Int64.max / 4)).didFire)
    let past = Expiry(at: .now - .seconds(Int64.max / 4))
    #expect(try matches(.expiring(.matchAll, past), in: database).hits.count < 64 && past.didFire)
  }

  @Test("a query that expires cannot be serialised")
  func serialising() throws {
    let query = Query.expiring(.matchAll, Expiry(at: nil))
    let refused = #expect(throws: XapianError.self) { try query.serialised() }
    #expect(refused?.code == .invalidUse)
  }
}
