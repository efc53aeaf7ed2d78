// Every error code can be provoked, and no exception gets out.

import Foundation
import Testing
import Xapian

@Suite struct ErrorTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try write(["普惠金融", "金融"], to: scratch("db"))
  }

  /// The error that the body throws.
  private func error(_ body: () throws(XapianError) -> Void) throws -> XapianError {
    try #require(throws: XapianError.self) { try body() }
  }

  @Test("there is no database, or something else, at the path")
  func opening() throws {
    let missing = try error { () throws(XapianError) in _ = try Database(path: scratch("nowhere")) }
    #expect(missing.code == .databaseNotFound)
    #expect(missing.context.contains("opening") && missing.context.contains("nowhere"))
    #expect(!missing.message.isEmpty)
    #expect(try error { () throws(XapianError) in _ = try Database(path: scratch.path) }.code == .databaseNotFound)
    let one = try error { () throws(XapianError) in _ = try Database(paths: [scratch("db"), scratch("nowhere")]) }
    #expect(one.code == .databaseNotFound)
    let existing = try error { () throws(XapianError) in
      _ = try WritableDatabase(path: scratch("db"), mode: .create)
    }
    #expect(existing.code == .cannotOpen)
  }

  @Test("a database of another format version cannot be opened")
  func otherVersion() throws {
    try edit("db/iamglass") { bytes in
      // The magic is 14 bytes long, then come two bytes of format version.
      bytes[14] ^= 0x7f
    }
    #expect(try error { () throws(XapianError) in _ = try Database(path: scratch("db")) }.code == .cannotOpen)
  }

  @Test("a second writer is locked out until the first closes")
  func locked() throws {
    let first = try WritableDatabase(path: scratch("db"), mode: .open)
    let second = try error { () throws(XapianError) in _ = try WritableDatabase(path: scratch("db"), mode: .open) }
    #expect(second.code == .locked)
    try first.close()
    // A process that another test is about to start holds a copy of the lock until it becomes its program.
    for _ in 0..<1_000 where (try? WritableDatabase(path: scratch("db"), mode: .open)) == nil { usleep(10_000) }
    _ = try WritableDatabase(path: scratch("db"), mode: .open)
  }

  @Test("a reader under which a database is changed twice has to be opened anew")
  func modified() throws {
    let writer = try WritableDatabase(path: scratch("busy"), mode: .create)
    for number in 0..<2_000 { try writer.add(document("普惠金融\(number)")) }
    try writer.commit()
    let reader = try Database(path: scratch("busy"))
    for _ in 0..<3 {
      for number in 0..<2_000 { try writer.add(document("发展\(number)")) }
      try writer.commit()
    }
    let stale = try error { () throws(XapianError) in
      for docid in 1...2_000 { _ = try reader.terms(of: DocID(docid)) }
    }
    #expect(stale.code == .modified)
    #expect(try Database(path: scratch("busy")).documentCount == 8_000)
  }

  @Test("damaged files are an error, wherever the damage is", arguments: ["iamglass", "postlist.glass"])
  func corrupt(file: String) throws {
    try edit("db/\(file)") { bytes in
      for index in bytes.indices.dropFirst(file == "iamglass" ? 30 : 0) { bytes[index] = 0x5a }
    }
    let damaged = try error { () throws(XapianError) in
      _ = try Database(path: scratch("db")).documents(having: "金")
    }
    #expect(damaged.code == .corrupt)
  }

  @Test("a table cut short is an error", arguments: ["postlist.glass", "termlist.glass", "docdata.glass"])
  func truncated(file: String) throws {
    try edit("db/\(file)") { $0 = $0.prefix(100) }
    let damaged = try error { () throws(XapianError) in
      let database = try Database(path: scratch("db"))
      _ = try database.documents(having: "金")
      _ = try database.terms(of: 1)
      _ = try database.data(of: 1)
    }
    #expect(damaged.code == .corrupt || damaged.code == .failed)
  }

  @Test("a table that cannot be read is a failure of the environment")
  func unreadable() throws {
    try FileManager.default.removeItem(atPath: scratch("db/position.glass"))
    try FileManager.default.createDirectory(atPath: scratch("db/position.glass"), withIntermediateDirectories: false)
    let failure = try error { () throws(XapianError) in
      _ = try Database(path: scratch("db")).terms(of: 1)
    }
    #expect(failure.code == .failed)
  }

  @Test("documents that are not there")
  func documents() throws {
    let writer = try WritableDatabase(path: scratch("db"), mode: .open)
    try writer.delete(1)
    #expect(try error { () throws(XapianError) in _ = try writer.data(of: 1) }.code == .documentNotFound)
    #expect(try error { () throws(XapianError) in _ = try writer.data(of: 99) }.code == .documentNotFound)
    #expect(try error { () throws(XapianError) in _ = try writer.terms(of: 99) }.code == .documentNotFound)
    #expect(try error { () throws(XapianError) in try writer.delete(99) }.code == .documentNotFound)
    #expect(try error { () throws(XapianError) in _ = try writer.data(of: 0) }.code == .invalidUse)
    #expect(try writer.value(of: 99, slot: 1).isEmpty)
    #expect(try error { () throws(XapianError) in try writer.delete(0) }.code == .invalidUse)
    try writer.commit()
    #expect(try writer.documentCount == 1)
  }

  @Test("a term that cannot be stored names the limit and loses nothing")
  func longTerm() throws {
    let writer = try WritableDatabase(path: scratch("long"), mode: .create)
    try writer.add(document("普惠"))
    var buffer = DocumentBuffer()
    buffer.append(String(repeating: "a", count: 246), wdf: 1)
    let tooLong = try error { () throws(XapianError) in try writer.add(buffer) }
    #expect(tooLong.code == .invalidUse)
    #expect(tooLong.message.contains("246") && tooLong.message.contains("245"))
    buffer.reset()
    buffer.append([UInt8](repeating: 0, count: 123), wdf: 1)
    #expect(try error { () throws(XapianError) in try writer.add(buffer) }.code == .invalidUse)
    buffer.reset()
    buffer.append("", wdf: 1)
    #expect(try error { () throws(XapianError) in try writer.add(buffer) }.code == .invalidUse)
    buffer.reset()
    buffer.append("a", wdf: 1, positions: [.max])
    #expect(try error { () throws(XapianError) in try writer.add(buffer) }.code == .invalidUse)
    buffer.reset()
    buffer.append(String(repeating: "a", count: 245), wdf: 1, positions: [0])
    buffer.append([UInt8](repeating: 0, count: 122), wdf: 1, positions: [0])
    try writer.add(buffer)
    try writer.commit()
    #expect(try writer.documentCount == 2)
    #expect(try writer.termFrequency(String(repeating: "a", count: 300)) == 0)
  }

  @Test("a closed database is refused")
  func misuse() throws {
    let writer = try WritableDatabase(path: scratch("db"), mode: .open)
    try writer.close()
    #expect(try error { () throws(XapianError) in try writer.add(document("普")) }.code == .invalidUse)
    #expect(try error { () throws(XapianError) in _ = try writer.documents(having: "金") }.code == .invalidUse)
  }

  /// Changes the bytes of a file.
  private func edit(_ name: String, _ change: (inout Data) -> Void) throws {
    let url = URL(filePath: scratch(name))
    var bytes = try Data(contentsOf: url)
    change(&bytes)
    try bytes.write(to: url)
  }
}
