// What is written can be read: data, values, terms.

import Foundation
import Testing
import Xapian

@Suite struct DatabaseTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("a document comes back as it was handed over")
  func roundTrip() throws {
    let writer = try WritableDatabase(path: scratch("db"), mode: .create)
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
    #expect(text(try database.value(of: 1, slot: 3)) == "20240601")
    #expect(try database.value(of: 1, slot: 7) == [0, 9])
    #expect(try database.value(of: 1, slot: 8) == [])
    let terms = try database.terms(of: 1)
    #expect(terms.map { text($0.term) } == ["a", "b", "c", "d"])
    #expect(terms.map(\.wdf) == [5, 0, 2, 1])
    #expect(terms.map(\.positions) == [[], [4, 9, 1_000_000], [0, 1], [2, 8]])
  }

  @Test("an empty document and an empty database")
  func empty() throws {
    let writer = try WritableDatabase(path: scratch("db"), mode: .create)
    #expect(try writer.documentCount == 0)
    #expect(try writer.lastDocID == 0)
    #expect(try docids(.matchAll, in: writer) == [])
    try writer.add(DocumentBuffer())
    #expect(try writer.data(of: 1) == [])
    #expect(try writer.terms(of: 1) == [])
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
    #expect(try database.documents(having: "b") == [1, 2, 3])
    #expect(try database.documents(having: "") == [1, 2, 3])
    #expect(try database.firstDocument(having: "d") == 2)
    #expect(try database.firstDocument(having: "x") == nil)
  }

  @Test("deleting by term")
  func deleting() throws {
    let writer = try WritableDatabase(path: scratch("db"), mode: .create)
    for text in ["甲一", "甲二", "乙"] { try writer.add(document(text)) }
    try writer.delete(term: "甲")
    try writer.delete(term: "没有")
    #expect(try writer.documents(having: "") == [3])
    #expect(try writer.add(document("丙")) == 4)
  }

  @Test("a reader stays at the revision that it opened")
  func revisions() throws {
    let writer = try WritableDatabase(path: scratch("db"), mode: .create)
    try writer.commit()
    let reader = try Database(path: scratch("db"))
    try writer.add(document("新"))
    #expect(try Database(path: scratch("db")).documentCount == 0)
    try writer.commit()
    #expect(try reader.documentCount == 0)
    #expect(try Database(path: scratch("db")).documentCount == 1)
  }

  @Test("a writer that goes commits")
  func goingAway() throws {
    do {
      let writer = try WritableDatabase(path: scratch("db"), mode: .create)
      try writer.add(document("留"))
    }
    #expect(try Database(path: scratch("db")).documentCount == 1)
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
