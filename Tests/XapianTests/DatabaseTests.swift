// What is written can be read: data, values, terms, metadata, transactions.

import Foundation
import Testing
import Xapian

@Suite struct DatabaseTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("a document comes back as it was handed over")
  func roundTrip() throws {
    let writer = try WritableDatabase(path: scratch("db"), mode: .create, blockSize: 16_384)
    var buffer = DocumentBuffer()
    buffer.setData([0, 1, 255] as [UInt8])
    buffer.setValue(3, "20240501")
    buffer.setValue(3, "20240601")
    buffer.setValue(7, [0, 9] as [UInt8])
    buffer.append("b", wdf: 0, positions: [4, 9, 1_000_000])
    buffer.append("a", wdf: 5)
    buffer.append("c", wdf: 2, positions: [0, 1])
    [UInt32](arrayLiteral: 2, 8).withUnsafeBufferPointer { buffer.append("d", wdf: 1, positions: $0) }
    let docid = try writer.add(buffer)
    try writer.close()

    let database = try Database(path: scratch("db"))
    #expect(docid == 1)
    #expect(try database.data(of: 1) == [0, 1, 255])
    #expect(try database.withData(of: 1) { $0.count } == 3)
    #expect(text(try database.value(of: 1, slot: 3)) == "20240601")
    #expect(try database.value(of: 1, slot: 7) == [0, 9])
    #expect(try database.value(of: 1, slot: 8) == [])
    let terms = try database.terms(of: 1)
    #expect(terms.map { text($0.term) } == ["a", "b", "c", "d"])
    #expect(terms.map(\.wdf) == [5, 0, 2, 1])
    #expect(terms.map(\.positions) == [[], [4, 9, 1_000_000], [0, 1], [2, 8]])
    #expect(try database.averageLength == 8)
    #expect(try database.hasPositions)
    #expect(try database.uuid.count == 36)
  }

  @Test("an empty document and an empty database")
  func empty() throws {
    let writer = try WritableDatabase(path: scratch("db"), mode: .createOrOpen)
    #expect(try writer.documentCount == 0)
    #expect(try writer.lastDocID == 0)
    #expect(try docids(.matchAll, in: writer) == [])
    try writer.add(DocumentBuffer())
    #expect(try writer.data(of: 1) == [])
    #expect(try writer.terms(of: 1) == [])
    #expect(try writer.hasPositions == false)
  }

  @Test("the dictionary is walked in byte order, within a prefix, as far as wanted")
  func dictionary() throws {
    try write(["abc", "bcd", "b"], to: scratch("db"))
    let database = try Database(path: scratch("db"))
    func walk(_ prefix: String, most: Int = .max) throws -> [String] {
      var found: [String] = []
      try database.forEachTerm(prefix: prefix) { term, count in
        found.append("\(String(decoding: term, as: UTF8.self)) \(count)")
        return found.count < most
      }
      return found
    }
    #expect(try walk("") == ["a 1", "b 3", "c 2", "d 1"])
    #expect(try walk("", most: 2) == ["a 1", "b 3"])
    #expect(try walk("c") == ["c 2"])
    #expect(try walk("x") == [])
    #expect(try database.termFrequency("b") == 3)
    #expect(try database.collectionFrequency("b") == 3)
    #expect(try database.documents(having: "b") == [1, 2, 3])
    #expect(try database.documents(having: "") == [1, 2, 3])
    #expect(try database.firstDocument(having: "d") == 2)
    #expect(try database.firstDocument(having: "x") == nil)
  }

  @Test("replacing and deleting by term")
  func replacing() throws {
    let writer = try WritableDatabase(path: scratch("db"), mode: .create)
    for text in ["甲一", "甲二", "乙"] { try writer.add(document(text)) }
    #expect(try writer.replace(term: "甲", with: document("甲三")) == 1)
    #expect(try writer.documents(having: "") == [1, 3])
    #expect(text(try writer.data(of: 1)) == "甲三")
    #expect(try writer.replace(term: "丙", with: document("丙")) == 4)
    try writer.delete(term: "乙")
    try writer.delete(term: "没有")
    #expect(try writer.documents(having: "") == [1, 4])
  }

  @Test("metadata is kept, replaced and removed")
  func metadata() throws {
    let writer = try WritableDatabase(path: scratch("db"), mode: .create)
    try writer.setMetadata("schema", "1")
    try writer.setMetadata("schema", "2")
    try writer.setMetadata("gone", "x")
    try writer.setMetadata("gone", "")
    try writer.close()
    let database = try Database(path: scratch("db"))
    #expect(text(try database.metadata("schema")) == "2")
    #expect(try database.metadata("gone") == [])
  }

  @Test("a cancelled transaction leaves nothing, a committed one everything")
  func transactions() throws {
    let writer = try WritableDatabase(path: scratch("db"), mode: .create)
    try writer.add(document("前"))
    try writer.beginTransaction()
    try writer.add(document("废"))
    try writer.setMetadata("key", "废")
    try writer.delete(1)
    try writer.cancelTransaction()
    #expect(try writer.documents(having: "") == [1])
    #expect(try writer.metadata("key") == [])
    #expect(try writer.termFrequency("废") == 0)
    try writer.beginTransaction(flushed: false)
    try writer.add(document("后"))
    try writer.commitTransaction()
    try writer.commit()
    #expect(try Database(path: scratch("db")).documentCount == 2)
  }

  @Test("a cancelled transaction that began unflushed takes uncommitted changes from before it along")
  func unflushedCancel() throws {
    let writer = try WritableDatabase(path: scratch("db"), mode: .create)
    try writer.add(document("存"))
    try writer.commit()
    try writer.add(document("前"))
    try writer.beginTransaction(flushed: false)
    try writer.add(document("废"))
    try writer.cancelTransaction()
    #expect(try writer.documents(having: "") == [1])
  }

  @Test("a reader sees a commit when it reopens")
  func reopening() throws {
    let writer = try WritableDatabase(path: scratch("db"), mode: .create)
    try writer.commit()
    let reader = try Database(path: scratch("db"))
    try writer.add(document("新"))
    try reader.reopen()
    #expect(try reader.documentCount == 0)
    try writer.commit()
    #expect(try reader.documentCount == 0)
    #expect(try reader.reopen())
    #expect(try reader.documentCount == 1)
  }

  @Test("a writer that goes commits; within a transaction it cancels")
  func goingAway() throws {
    do {
      let writer = try WritableDatabase(path: scratch("db"), mode: .create)
      try writer.add(document("留"))
    }
    do {
      let writer = try WritableDatabase(path: scratch("db"), mode: .open)
      try writer.beginTransaction()
      try writer.add(document("废"))
    }
    #expect(try Database(path: scratch("db")).documentCount == 1)
    _ = try WritableDatabase(path: scratch("db"), mode: .overwrite)
    #expect(try Database(path: scratch("db")).documentCount == 0)
  }

  @Test("two threads work on two databases at once")
  func threads() throws {
    let paths = [scratch("one"), scratch("two")]
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      do {
        let writer = try WritableDatabase(path: paths[index], mode: .create, unsynced: true)
        for number in 0..<1_000 { try writer.add(document("普惠金融\(number)")) }
        try writer.commit()
        let database = try Database(path: paths[index])
        for _ in 0..<50 {
          #expect(try docids(.filter(.phrase(characters("金融")), by: .matchAll), in: database).count == 1_000)
        }
      } catch {
        Issue.record(error)
      }
    }
  }

  @Test("documents that have a term of each group are counted, over all shards, as far as the postings go")
  func documentCount() throws {
    try write(["ab", "bc", "ad"], to: scratch("left"))
    try write(["abc", "d", "cd"], to: scratch("right"))
    let database = try Database(paths: [scratch("left"), scratch("right")])
    func count(_ groups: [[String]], limit: Int = 100) throws -> Int? {
      try database.documentCount(having: groups, postingLimit: limit)
    }
    #expect(try count([["a"]]) == 3)
    #expect(try count([["a", "b", "a"]]) == 4)
    #expect(try count([["a"], ["b", "c"]]) == 2)
    #expect(try count([["b", "c"], ["a", "d"], ["c"]]) == 2)
    #expect(try count([["a"], ["x"]]) == 0)
    #expect(try count([["x", "b"], ["y", "c"]]) == 2)
    #expect(try count([["a"], []]) == 0)
    #expect(try count([["a", "b"]], limit: 6) == 4)
    #expect(try count([["a", "b"]], limit: 5) == nil)
  }
}
