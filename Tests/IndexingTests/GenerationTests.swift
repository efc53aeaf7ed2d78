// Sealed generations: what a reader may rely on, and what is refused.

import Archive
import Foundation
import Indexing
import TestSupport
import Testing

@Suite("generations")
struct GenerationTests {
  private let directory: TemporaryDirectory
  private var index: String { directory.path + "/index" }

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write("甲方案。", to: "corpus/a.txt")
    _ = try run()
  }

  @discardableResult
  private func run(collection: String = "default") throws -> IndexReport {
    var options = IndexingOptions()
    options.collection = collection
    return try Indexer(directory: index, options: options).run(roots: [directory.path + "/corpus"])
  }

  private func code(_ body: () throws -> Void) -> IndexingError.Code? {
    do { try body() } catch { return (error as? IndexingError)?.code }
    return nil
  }

  @Test("a reader goes on reading its generation while new ones are sealed")
  func oldReader() throws {
    let reader = try IndexReader(directory: index)
    try directory.write("甲方案修订。", to: "corpus/a.txt")
    try run()
    #expect(try reader.document(DocumentID("default/a.txt#1"))?.text == "甲方案。")
    #expect(try reader.original(SourceID(path: "a.txt")) == Array("甲方案。".utf8))
    #expect(try IndexReader(directory: index).document(DocumentID("default/a.txt#1"))?.text == "甲方案修订。")
  }

  @Test("a generation is removed once its successor is older than readers may be, and the current one never")
  func expiry() throws {
    for number in 0..<3 {
      try directory.write("甲方案\(number)。", to: "corpus/a.txt")
      try run()
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: index + "/generations").count == 4)
    // A removal that was killed in the middle had renamed one, and left some of it.
    try directory.write("", to: "index/generations/000001.gone/manifest.json")
    try directory.write("", to: "index/generations/000000.gone/manifest.json")
    for name in ["000002", "000003"] {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -3_600)],
        ofItemAtPath: index + "/generations/\(name)/manifest.json")
    }
    try run()
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: index + "/generations").sorted() == ["000003", "000004"])
  }

  @Test(
    "an index of another schema or analyser is refused by readers, that of another schema by writers too",
    arguments: ["schema", "analyzer"])
  func incompatible(key: String) throws {
    let path = index + "/generations/000001/manifest.json"
    var manifest = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path))) as? [String: Any])
    manifest[key] = key == "schema" ? 0 : "other"
    try JSONSerialization.data(withJSONObject: manifest).write(to: URL(fileURLWithPath: path))
    #expect(code { _ = try IndexReader(directory: index) } == .incompatible)
    #expect(code { try run() } == (key == "schema" ? .incompatible : nil))
  }

  @Test("no index, a damaged pointer and damaged files are told apart")
  func damage() throws {
    #expect(code { _ = try IndexReader(directory: directory.path + "/nothing") } == .missing)
    let postlist = index + "/generations/000001/collections/default/documents/iamglass"
    try Data("nonsense".utf8).write(to: URL(fileURLWithPath: postlist))
    #expect(code { _ = try IndexReader(directory: index) } == .damaged)
    try Data("no number\n".utf8).write(to: URL(fileURLWithPath: index + "/current"))
    #expect(code { _ = try IndexReader(directory: index) } == .damaged)
  }

  @Test("a generation that was sealed and never became current is removed by the next run, and the current one stays")
  func orphan() throws {
    let (old, orphan) = (index + "/generations/000001", index + "/generations/000002")
    try FileManager.default.copyItem(atPath: old, toPath: orphan)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -3_600)], ofItemAtPath: orphan + "/manifest.json")
    let reader = try IndexReader(directory: index)
    try directory.write("乙方案。", to: "corpus/b.txt")
    #expect(try run().generation == "000002")
    #expect(FileManager.default.fileExists(atPath: old))
    #expect(try reader.document(DocumentID("default/a.txt#1"))?.text == "甲方案。")
  }

  @Test("a manifest of a later schema is refused as such, whatever else it holds")
  func laterSchema() throws {
    let path = index + "/generations/000001/manifest.json"
    try Data(#"{"schema":1000,"shards":[]}"#.utf8).write(to: URL(fileURLWithPath: path))
    #expect(code { _ = try IndexReader(directory: index) } == .incompatible)
  }

  @Test("leftovers of a killed run are cleared and change nothing")
  func leftovers() throws {
    try directory.write("半成品", to: "index/building/segments/0-documents-0/postlist.glass")
    try directory.write("乙方案。", to: "corpus/b.txt")
    #expect(try run().added.map(\.path) == ["b.txt"])
    #expect(!FileManager.default.fileExists(atPath: index + "/building"))
    #expect(try IndexReader(directory: index).manifest.collections.first?.documents == 2)
  }

  @Test("a name that cannot be a collection is refused", arguments: ["", "a/b", "a b", ".hidden", "#"])
  func collectionName(name: String) {
    #expect(code { try run(collection: name) } == .invalidArgument)
  }

  @Test("an index directory that cannot be written is a clear error")
  func unwritable() throws {
    let blocked = try directory.write("", to: "file")
    #expect(
      code { _ = try Indexer(directory: blocked + "/index").run(roots: [directory.path + "/corpus"]) } == .unwritable)
  }
}
