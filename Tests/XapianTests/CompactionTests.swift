// Several databases as one: opened together, or compacted.

import Foundation
import Testing
import Xapian

@Suite struct CompactionTests {
  let scratch: Scratch
  let shards: [String]

  init() throws {
    let scratch = try Scratch()
    self.scratch = scratch
    shards = (1...3).map { scratch("shard\($0)") }
    try write(["一甲", "一乙"], to: shards[0])
    try write(["二甲", "二乙", "二丙"], to: shards[1])
    try write(["三甲"], to: shards[2])
  }

  /// The data of all documents by docid.
  private func contents(_ database: Database) throws -> [String] {
    try database.documents(having: "").map { "\($0) \(text(try database.data(of: $0)))" }
  }

  @Test("compaction keeps documents, order, terms and positions")
  func compaction() throws {
    try Database.compact(shards, into: scratch("whole"))
    let whole = try Database(path: scratch("whole"))
    #expect(try contents(whole) == ["1 一甲", "2 一乙", "3 二甲", "4 二乙", "5 二丙", "6 三甲"])
    #expect(try docids(.phrase(characters("二乙")), in: whole) == [4])
    #expect(try whole.termFrequency("甲") == 3)
    #expect(try Database.check(scratch("whole")).errorCount == 0)
  }

  @Test("compaction closes leading gaps and leaves inner ones")
  func gaps() throws {
    let writer = try reopen(shards[1])
    try writer.delete(1)
    try writer.add(document("二丁"))
    try writer.delete(3)
    try writer.close()
    try Database.compact(shards, into: scratch("whole"))
    let whole = try Database(path: scratch("whole"))
    #expect(try contents(whole) == ["1 一甲", "2 一乙", "3 二乙", "5 二丁", "6 三甲"])
  }

  @Test("closing gaps gives the last documents the free docids, with all they hold")
  func closingGaps() throws {
    let path = scratch("gaps")
    let writer = try WritableDatabase(path: path, mode: .create)
    for text in ["一甲乙", "二甲", "三甲", "四甲甲", "五乙甲", "六甲"] { try writer.add(document(text, values: [0: text])) }
    for docid in [1, 3, 6] as [DocID] { try writer.delete(docid) }
    try writer.closeGaps()
    try writer.close()
    let database = try Database(path: path)
    #expect(try contents(database) == ["1 四甲甲", "2 二甲", "3 五乙甲"])
    #expect(try database.terms(of: 1).map(\.positions) == [[0], [1, 2]])
    #expect(try text(database.value(of: 3, slot: 0)) == "五乙甲")
    #expect(try docids(.phrase(characters("乙甲")), in: database) == [3])
    #expect(try database.termFrequency("甲") == 3)
    #expect(try Database.check(path).errorCount == 0)
  }

  @Test("a term of all documents is found without weights across gaps and compaction once they are closed")
  func termOfAll() throws {
    let path = scratch("gaps")
    let writer = try WritableDatabase(path: path, mode: .create)
    for text in ["一甲", "二甲", "三甲"] { try writer.add(document(text)) }
    try writer.delete(2)
    try writer.closeGaps()
    try writer.close()
    try write(["四甲", "五甲"], to: scratch("more"))
    try Database.compact([path, scratch("more")], into: scratch("whole"))
    let enquire = try Enquire(Database(path: scratch("whole")))
    try enquire.setBooleanWeight()
    try enquire.setQuery(.term("甲"))
    #expect(try enquire.matches(limit: 10, checkAtLeast: 10).hits.count == 4)
  }

  @Test("shards opened together interleave their docids")
  func together() throws {
    let database = try Database(paths: shards)
    #expect(
      try contents(database).sorted() == ["1 一甲", "2 二甲", "3 三甲", "4 一乙", "5 二乙", "8 二丙"])
    #expect(try database.documentCount == 6)
    #expect(try docids(.term("甲"), in: database).sorted() == [1, 2, 3])
    var walked = 0
    try database.forEachTerm(prefix: "甲") { _, count in
      walked += count
      return true
    }
    #expect(walked == 3)
  }

  @Test("a compacted database can be written again")
  func writingAgain() throws {
    try Database.compact(shards, into: scratch("whole"))
    let writer = try reopen(scratch("whole"))
    #expect(try writer.add(document("四")) == 7)
    try writer.delete(term: "甲")
    try writer.commit()
    #expect(try writer.documentCount == 4)
  }

  @Test("a check tells a sound database from a damaged one")
  func checking() throws {
    let sound = try Database.check(shards[0])
    #expect(sound.errorCount == 0)
    #expect(sound.report.contains("postlist"))
    let url = URL(filePath: shards[0] + "/termlist.glass")
    var bytes = try Data(contentsOf: url)
    bytes.replaceSubrange(bytes.count - 40..<bytes.count, with: Data(repeating: 0x5a, count: 40))
    try bytes.write(to: url)
    do {
      #expect(try Database.check(shards[0]).errorCount > 0)
    } catch {
      // Some damage ends the check itself.
      #expect([.corrupt, .failed].contains(error.code))
    }
    #expect(throws: XapianError.self) { try Database.check(scratch("nowhere")) }
  }
}
