// The one write path: identity, what is re-read, what is replaced, what is refused.

import Archive
import Foundation
import Indexing
import Ingestion
import TestSupport
import Testing

@Suite("indexer")
struct IndexerTests {
  @Test("the same root relative, absolute and with a slash gives the same ids, and the second run reads nothing")
  func identity() throws {
    let place = try Workplace(["a.txt": "甲方案。", "年 报/乙.txt": "乙方案。"])
    let first = try place.run()
    #expect(first.added.map(\.description) == ["default/a.txt", "default/年 报/乙.txt"])
    #expect(first.readCount == 2)
    for root in [place.corpus + "/", place.directory.path + "/./语料 库", place.corpus + "/../语料 库"] {
      let again = try place.run([root])
      #expect(again.readCount == 0, "\(root)")
      #expect(again.unchangedCount == 2)
      #expect(again.generation == first.generation)
    }
    #expect(try place.text("default/年 报/乙.txt#1") == "乙方案。")
  }

  @Test("a changed source is done again and nothing else; a touched one keeps its documents")
  func increment() throws {
    let place = try Workplace(["a.txt": "甲方案。", "b.txt": "乙方案。", "c.txt": "丙方案。"])
    try place.run()
    try place.write("b.txt", "乙方案修订。")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)], ofItemAtPath: place.corpus + "/c.txt")
    let second = try place.run()
    #expect(second.changed.map(\.description) == ["default/b.txt"])
    #expect((second.added.count, second.unchangedCount, second.readCount, second.documentCount) == (0, 2, 2, 1))
    #expect(try place.reader().manifest.collections == [.init(name: "default", sources: 3, documents: 3)])
    #expect(try place.text("default/b.txt#1") == "乙方案修订。")
    #expect(try place.text("default/c.txt#1") == "丙方案。")
    #expect(try place.run().readCount == 0)
  }

  @Test("originals are kept to the byte, with their hash")
  func originals() throws {
    let text = "第一行\r\n\r\n 第二行 \n"
    let place = try Workplace(["a.txt": text])
    try place.run()
    let reader = try place.reader()
    let id = SourceID(path: "a.txt")
    #expect(try reader.original(id) == Array(text.utf8))
    #expect(try reader.source(id)?.signature.sha256 == SourceReader.sha256(Array(text.utf8)))
    #expect(try reader.source(id)?.absolutePath == place.corpus + "/a.txt")
    #expect(try reader.source(SourceID(path: "b.txt")) == nil)
    #expect(try reader.source(SourceID(collection: "other", path: "a.txt")) == nil)
  }

  @Test("collections live side by side; a run on one leaves the files of the other as they are")
  func collections() throws {
    let place = try Workplace(["a.txt": "甲方案。"])
    try place.run()
    let other = try place.directory.write("乙方案。", to: "other/a.txt")
    try place.run([other], collection: "济南-2024")
    #expect(try place.text("default/a.txt#1") == "甲方案。")
    #expect(try place.text("济南-2024/a.txt#1") == "乙方案。")
    let names = ["000001", "000002"].map {
      place.index + "/generations/\($0)/collections/default/documents/postlist.glass"
    }
    let numbers = try names.map { try FileManager.default.attributesOfItem(atPath: $0)[.systemFileNumber] as? Int }
    #expect(numbers[0] == numbers[1])
  }

  @Test("one bad source is reported and never stops the rest")
  func badSource() throws {
    let place = try Workplace(["a.txt": "甲方案。", "c.txt": "丙方案。"])
    try Data([0xC4, 0xE3, 0xBA, 0xC3, 0xFF, 0xFE]).write(to: URL(fileURLWithPath: place.corpus + "/b.txt"))
    let report = try place.run()
    #expect(report.added.map(\.path) == ["a.txt", "c.txt"])
    #expect(report.problems.map(\.diagnostic.code) == [.undecodable])
    #expect(report.problems.first?.path == place.corpus + "/b.txt")
  }

  @Test("a source is read again when the options of reading change, and only then")
  func readingOptions() throws {
    let place = try Workplace(["a.txt": "甲方案。"])
    try Data([0xCD, 0xA8, 0xD6, 0xAA]).write(to: URL(fileURLWithPath: place.corpus + "/b.txt"))
    try place.run()
    #expect(try place.reader().source(SourceID(path: "b.txt"))?.encoding == "UTF-8")
    var options = IndexingOptions()
    options.reading.encoding = "gbk"
    let forced = try Indexer(directory: place.index, options: options).run(roots: [place.corpus])
    #expect(forced.changed.map(\.path) == ["b.txt"] && forced.problems.map(\.diagnostic.code) == [.undecodable])
    #expect(try place.text("default/b.txt#1") == "通知" && place.text("default/a.txt#1") == "甲方案。")
    #expect(try place.reader().source(SourceID(path: "b.txt"))?.encoding == "GB18030")
    options.reading.encoding = "GB2312"
    let again = try Indexer(directory: place.index, options: options).run(roots: [place.corpus])
    #expect(again.unchangedCount == 1 && again.problems.count == 1)
    #expect(try place.run().changed.map(\.path) == ["b.txt"])
    options.reading.encoding = "no such"
    let error = #expect(throws: IndexingError.self) {
      try Indexer(directory: place.index, options: options).run(roots: [place.corpus])
    }
    #expect(error?.code == .invalidArgument)
  }

  @Test("a source that turns bad keeps its last good version")
  func turnsBad() throws {
    let place = try Workplace(["a.txt": "甲方案。"])
    try place.run()
    try Data([0xFF, 0xFE, 0x00, 0xD8]).write(to: URL(fileURLWithPath: place.corpus + "/a.txt"))
    let report = try place.run()
    #expect(report.problems.map(\.diagnostic.code) == [.undecodable])
    #expect(try place.text("default/a.txt#1") == "甲方案。")
  }

  @Test("two roots with a source of the same name are refused by name, and neither is lost")
  func collision() throws {
    let place = try Workplace(["a.txt": "甲方案。"])
    try place.run()
    let other = try place.directory.write("乙方案。", to: "other/a.txt")
    let report = try place.run([(other as NSString).deletingLastPathComponent])
    #expect(report.problems.map(\.diagnostic.code) == [.collision])
    #expect(report.problems.first?.diagnostic.message.contains(place.corpus + "/a.txt") == true)
    #expect(try place.text("default/a.txt#1") == "甲方案。")
  }

  @Test("a corpus that moved is the same corpus")
  func moved() throws {
    let place = try Workplace(["a.txt": "甲方案。"])
    try place.run()
    let new = place.directory.path + "/new"
    try FileManager.default.moveItem(atPath: place.corpus, toPath: new)
    let report = try place.run([new])
    #expect(report.problems.isEmpty && report.changed.isEmpty && report.added.isEmpty)
    #expect(try place.reader().source(SourceID(path: "a.txt"))?.root == new)
    #expect(try place.text("default/a.txt#1") == "甲方案。")
  }

  @Test("a record's id is taken once in an index: the first stays, the later is reported", arguments: [1, 4])
  func duplicateIDs(jobs: Int) throws {
    let place = try Workplace([
      "a.jsonl": #"{"id":"x","text":"甲"}"# + "\n" + #"{"id":"y","text":"乙"}"#,
      "b.jsonl": #"{"id":"z","text":"丙"}"# + "\n" + #"{"id":"x","text":"丁"}"#,
    ])
    let report = try place.run(jobs: jobs)
    #expect(report.problems.map(\.diagnostic.code) == [.takenID])
    #expect(report.problems.first?.diagnostic.line == 2)
    #expect(report.documentCount == 3)
    #expect(try place.text("x") == "甲")
    try place.write("c.jsonl", #"{"id":"y","text":"戊"}"#)
    #expect(try place.run(jobs: jobs).problems.map(\.diagnostic.code) == [.takenID, .takenID])
    #expect(try place.text("y") == "乙")
    try place.write("a.jsonl", #"{"id":"x","text":"甲二"}"#)
    #expect(try place.run(jobs: jobs).problems.map(\.diagnostic.code) == [.takenID])
    #expect(try place.text("x") == "甲二")
    #expect(try place.text("y") == "戊")
  }

  @Test("a record whose id was taken comes in as soon as the id is free")
  func freedID() throws {
    let place = try Workplace(["a.jsonl": #"{"id":"x","text":"甲"}"#, "b.jsonl": #"{"id":"x","text":"乙"}"#])
    #expect(try place.run().problems.map(\.diagnostic.code) == [.takenID])
    #expect(try place.run().problems.map(\.diagnostic.code) == [.takenID])
    try place.write("a.jsonl", #"{"id":"y","text":"甲"}"#)
    #expect(try place.run().problems.isEmpty)
    #expect(try place.text("x") == "乙")
    #expect(try place.run().readCount == 0)
  }

  @Test("names that differ in bytes are different sources, even if they look alike")
  func canonicallyEquivalent() throws {
    let place = try Workplace(["caf\u{E9}.txt": "甲方案。"])
    try place.write("cafe\u{301}.txt", "乙方案。")
    #expect(try place.run().added.count == 2)
    #expect(try place.text("default/caf\u{E9}.txt#1") == "甲方案。")
    #expect(try place.text("default/cafe\u{301}.txt#1") == "乙方案。")
  }

  @Test("a file that is gone stays in the index and is counted")
  func gone() throws {
    let place = try Workplace(["a.txt": "甲方案。", "b.txt": "乙方案。"])
    try place.run()
    try FileManager.default.removeItem(atPath: place.corpus + "/b.txt")
    #expect(try place.run().gone.count == 1)
    #expect(try place.text("default/b.txt#1") == "乙方案。")
  }

  @Test("a source that cannot be read does not make a new generation, run after run")
  func noEmptyGenerations() throws {
    let place = try Workplace(["a.txt": "甲方案。"])
    try Data([0xFF]).write(to: URL(fileURLWithPath: place.corpus + "/b.txt"))
    let first = try place.run()
    let second = try place.run()
    #expect(second.problems.count == 1)
    #expect(second.generation == first.generation)
  }

  @Test("problems alone make no index")
  func onlyProblems() throws {
    let place = try Workplace()
    let report = try place.run([place.corpus + "/nothing"])
    #expect(report.generation == nil && !report.problems.isEmpty)
    #expect(throws: IndexingError.self) { try place.reader() }
  }

  @Test("the order of documents does not depend on the number of workers")
  func deterministic() throws {
    var files: [String: String] = [:]
    for number in 0..<1_200 { files["\(number).txt"] = "方案\(number)号" }
    let place = try Workplace(files)
    try place.run(jobs: 1)
    let other = place.directory.path + "/index2"
    var options = IndexingOptions()
    options.jobCount = 4
    _ = try Indexer(directory: other, options: options).run(roots: [place.corpus])
    let (left, right) = (try place.reader(), try IndexReader(directory: other))
    #expect(left.manifest.collections == right.manifest.collections)
    for document in 1...UInt32(1_200) {
      #expect(try left.stored(document).id == right.stored(document).id)
    }
  }

  @Test("an empty corpus makes an empty index that can be read")
  func empty() throws {
    let place = try Workplace()
    let report = try place.run()
    #expect(report.generation == "000001")
    #expect(try place.reader().manifest.collections == [.init(name: "default", sources: 0, documents: 0)])
  }

  @Test("ids and paths longer than a term still lead to their documents")
  func longNames() throws {
    let folders = (0..<8).map { _ in String(repeating: "综合文件", count: 18) }.joined(separator: "/")
    let place = try Workplace([
      "\(folders)/通知.txt": "甲方案。", "a.jsonl": #"{"id":"\#(String(repeating: "长", count: 300))","text":"乙"}"#,
    ])
    try place.run()
    #expect(try place.text("default/\(folders)/通知.txt#1") == "甲方案。")
    #expect(try place.text(String(repeating: "长", count: 300)) == "乙")
    #expect(try place.run().readCount == 0)
  }
}
