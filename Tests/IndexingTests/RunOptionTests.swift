// What a run may be told: patterns, stated fields, pruning, rebuilding, and only to say what it would do.

import Archive
import Foundation
import Indexing
import Ingestion
import TestSupport
import Testing

@Suite("options of a run")
struct RunOptionTests {
  @Test("without --prune a file that is gone stays and is named; with it, the source leaves with all that was its")
  func prune() throws {
    let place = try Workplace(["a.txt": "甲方案。", "b/乙.txt": "乙方案。"])
    try place.run()
    try place.remove("b/乙.txt")
    let kept = try place.run()
    #expect(kept.gone.map(\.description) == ["default/b/乙.txt"] && kept.removed.isEmpty)
    #expect(try place.text("default/b/乙.txt#1") == "乙方案。")
    let pruned = try place.run { $0.prunesGone = true }
    #expect(pruned.removed.map(\.description) == ["default/b/乙.txt"] && pruned.gone.isEmpty)
    #expect(try place.text("default/b/乙.txt#1") == nil)
    #expect(try place.reader().source(SourceID(path: "b/乙.txt")) == nil)
    #expect(try place.reader().original(SourceID(path: "b/乙.txt")) == nil)
    #expect(try place.reader().manifest.collections == [.init(name: "default", sources: 1, documents: 1)])
    #expect(try place.check().faults.isEmpty)
  }

  @Test("pruning takes nothing of other roots, nothing that is excluded, and nothing of a root that is not there")
  func pruneIsCareful() throws {
    let place = try Workplace(["a.txt": "甲方案。", "b.txt": "乙方案。"])
    let other = try place.directory.write("丙方案。", to: "other/c.txt")
    try place.run([place.corpus, other])
    try FileManager.default.removeItem(atPath: other)
    let first = try place.run {
      $0.prunesGone = true
      $0.patterns.excluded = ["b.*"]
    }
    #expect(first.removed.isEmpty && first.gone.isEmpty && first.excludedCount == 1)
    try FileManager.default.moveItem(atPath: place.corpus, toPath: place.directory.path + "/unmounted")
    let second = try place.run { $0.prunesGone = true }
    #expect(second.removed.isEmpty && second.problems.map(\.diagnostic.code) == [.unreadable])
    #expect(try place.reader().manifest.collections.first?.sources == 3)
  }

  @Test("a root that is empty, and a link that leads nowhere, are taken for disks that are not mounted")
  func notMounted() throws {
    let place = try Workplace(["a.txt": "甲方案。", "b.txt": "乙方案。"])
    let disk = place.directory.path + "/disk"
    try place.directory.write("丙方案。", to: "disk/c.txt")
    try place.directory.link("语料 库/linked", to: disk)
    #expect(try place.run().added.count == 3)
    try FileManager.default.moveItem(atPath: disk, toPath: disk + "2")
    let dangling = try place.run { $0.prunesGone = true }
    #expect(dangling.removed.isEmpty && dangling.problems.count == 1)
    for name in ["a.txt", "b.txt", "linked"] { try place.remove(name) }
    let emptied = try place.run { $0.prunesGone = true }
    #expect(emptied.removed.isEmpty && emptied.problems.map(\.path) == [place.corpus])
    #expect(try place.reader().manifest.collections.first?.sources == 3)
  }

  @Test("a record that moves to another file in a run that prunes keeps its id")
  func movedRecords() throws {
    let place = try Workplace(["a.jsonl": #"{"id":"x","text":"甲"}"#, "z.txt": "乙"])
    try place.run()
    try FileManager.default.moveItem(atPath: place.corpus + "/a.jsonl", toPath: place.corpus + "/b.jsonl")
    let report = try place.run { $0.prunesGone = true }
    #expect(report.problems.isEmpty && report.removed.map(\.path) == ["a.jsonl"])
    #expect(try place.text("x") == "甲")
  }

  @Test("the last source of a collection takes the collection along, but not the last collection")
  func emptyCollection() throws {
    let place = try Workplace(["a.txt": "甲方案。"])
    try place.run()
    try place.run(collection: "其他")
    let remover = SourceRemover(directory: place.index)
    #expect(try remover.run(paths: [place.corpus], collection: "其他").removed.count == 1)
    #expect(try place.reader().manifest.collections == [.init(name: "default", sources: 1, documents: 1)])
    try place.run(collection: "其他")
    #expect(try remover.run(paths: [place.corpus], collection: nil).removed.count == 2)
    #expect(try place.reader().manifest.collections == [.init(name: "default", sources: 0, documents: 0)])
    #expect(try place.check().faults.isEmpty)
  }

  @Test("patterns are compared with names, or with paths where they have a slash; excluding goes first")
  func patterns() throws {
    let place = try Workplace([
      "2023/甲.txt": "甲", "2024/乙.txt": "乙", "2024/附件/丙.txt": "丙", "丁.md": "丁", "戊〔1〕.txt": "戊",
    ])
    func found(_ included: [String], _ excluded: [String] = []) throws -> [String] {
      try place.preview { $0.patterns = SourcePatterns(included: included, excluded: excluded) }.added.map(\.path)
    }
    #expect(try found(["*.md"]) == ["丁.md"])
    #expect(try found(["?.txt"]) == ["2023/甲.txt", "2024/乙.txt", "2024/附件/丙.txt"])
    #expect(try found(["2024/*"]) == ["2024/乙.txt", "2024/附件/丙.txt"])
    #expect(try found([], ["2024", "*.md"]) == ["2023/甲.txt", "戊〔1〕.txt"])
    #expect(try found(["*.txt"], ["附件/", "戊〔?〕*"]) == ["2023/甲.txt", "2024/乙.txt"])
    #expect(try found(["*甲*", "*乙*t"]) == ["2023/甲.txt", "2024/乙.txt"])
  }

  @Test("stated fields go before the text and behind records and sidecars, and are taken back when they are not said")
  func statedFields() throws {
    let place = try Workplace([
      "a.txt": "临湖区人民政府关于做好防汛工作的通知\n\n各街道：\n请做好防汛工作。\n\n临湖区人民政府\n2024年3月5日\n",
      "b.txt": "乙方案。", "b.txt.meta.json": #"{"kind":"方案"}"#,
      "c.jsonl": #"{"id":"x","text":"丙","kind":"意见"}"#,
    ])
    func documents() throws -> [Metadata] {
      let reader = try place.reader()
      return try ["default/a.txt#1", "default/b.txt#1", "x"].map { id in
        let document = try reader.document(DocumentID(id))
        let found = try #require(document)
        return try found.metadata()
      }
    }
    try place.run()
    let before = try documents()
    let report = try place.run {
      $0.reading.fields = try StatedFields(["publication=公报", "文种=函", "issuers=甲", "issuers=乙"])
    }
    #expect(report.causes == [.options: 3])
    #expect(try documents().map(\.publication) == ["公报", "公报", "公报"])
    #expect(try documents().map(\.kind) == ["函", "方案", "意见"])
    #expect(try documents().map(\.issuers) == Array(repeating: ["甲", "乙"], count: 3))
    try place.run()
    #expect(try documents() == before)
  }

  @Test(
    "a field that cannot be stated is refused with the reason",
    arguments: ["publication", "=x", "title=x", "number=x", "date=never", "kind="])
  func invalidField(assignment: String) {
    #expect(throws: StatedFields.Invalid.self) { try StatedFields([assignment]) }
  }

  @Test("a preview says what a run then does, and writes nothing")
  func preview() throws {
    let place = try Workplace(["a.txt": "甲方案。", "b.txt": "乙方案。", "c.txt": "丙方案。"])
    #expect(try place.preview().added.count == 3)
    #expect(!FileManager.default.fileExists(atPath: place.index))
    try place.run()
    let before = try FileManager.default.subpathsOfDirectory(atPath: place.index)
    try place.write("a.txt", "甲方案修订。")
    try place.write("d.txt", "丁方案。")
    try place.remove("b.txt")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)], ofItemAtPath: place.corpus + "/c.txt")
    let preview = try place.preview { $0.prunesGone = true }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: place.index) == before)
    let run = try place.run { $0.prunesGone = true }
    #expect(preview.added == run.added && run.added.map(\.path) == ["d.txt"])
    #expect(preview.changed == run.changed && run.changed.map(\.path) == ["a.txt"])
    #expect(preview.removed == run.removed && run.removed.map(\.path) == ["b.txt"])
    #expect(preview.causes == run.causes && preview.readCount == run.readCount)
    #expect(preview.unchangedCount == 1 && run.unchangedCount == 1)
  }

  @Test("a rebuild reads everything again and comes to the same")
  func rebuild() throws {
    let place = try Workplace(["a.txt": "甲方案。", "b.txt": "乙方案。"])
    try place.run()
    let digest = try place.digest()
    let report = try place.run { $0.rebuilds = true }
    #expect(report.changed.count == 2 && report.causes == [.rebuild: 2] && report.generation == "000002")
    #expect(try place.digest() == digest)
  }
}
