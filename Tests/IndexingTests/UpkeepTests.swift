// Removing sources, backing an index up, checking it.

import Archive
import Foundation
import TestSupport
import Testing
import Xapian

@testable import Indexing

@Suite("upkeep of an index")
struct UpkeepTests {
  private let place: Workplace

  init() throws {
    place = try Workplace(["2023/甲.txt": "甲方案。", "2024/乙.txt": "乙方案。", "2024/丙.txt": "丙方案。", "2024年/丁.txt": "丁方案。"])
    try place.run()
    try place.run([place.corpus + "/2024"], collection: "其他")
  }

  private func code(_ body: () throws -> Void) -> IndexingError.Code? {
    do { try body() } catch { return (error as? IndexingError)?.code }
    return nil
  }

  private func remove(_ paths: [String], _ collection: String? = nil, isPreview: Bool = false) throws -> RemovalReport {
    try SourceRemover(directory: place.index).run(paths: paths, collection: collection, isPreview: isPreview)
  }

  @Test("sources are removed by directory, file or id, from all collections or one; neighbours of like name stay")
  func removal() throws {
    let preview = try remove([place.corpus + "/2024"], isPreview: true)
    #expect(preview.removed.map(\.description) == ["default/2024/丙.txt", "default/2024/乙.txt", "其他/丙.txt", "其他/乙.txt"])
    #expect(try place.reader().manifest.generation == "000002")
    #expect(try remove(["default/2024/乙.txt", "nothing"]).unmatched == ["nothing"])
    #expect(try remove([place.corpus + "/2024/"], "default").removed.map(\.path) == ["2024/丙.txt"])
    #expect(try place.text("default/2024年/丁.txt#1") == "丁方案。")
    #expect(try place.text("其他/乙.txt#1") == "乙方案。")
    try place.remove("2024/丙.txt")
    #expect(try remove([place.corpus + "/2024/丙.txt"]).removed.map(\.description) == ["其他/丙.txt"])
    #expect(try remove([], "其他").removed.count == 1)
    #expect(try place.reader().manifest.collections == [.init(name: "default", sources: 2, documents: 2)])
    #expect(try place.check().faults.isEmpty)
    #expect(try place.run().added.map(\.path) == ["2024/乙.txt"])
  }

  @Test("removing from no index, or from a collection that is not there, is an error and makes nothing")
  func removalRefused() throws {
    let nowhere = place.directory.path + "/nowhere"
    #expect(code { _ = try SourceRemover(directory: nowhere).run(paths: ["x"], collection: nil) } == .missing)
    #expect(!FileManager.default.fileExists(atPath: nowhere))
    #expect(code { _ = try remove([], "nothing") } == .invalidArgument)
    #expect(try remove(["nothing"]).removed.isEmpty)
    #expect(try place.reader().manifest.generation == "000002")
  }

  @Test("a backup is an index of its own, is brought up to date by the next, and refuses strange directories")
  func backup() throws {
    let backup = IndexBackup(directory: place.index)
    let target = place.directory.path + "/备 份"
    #expect(try backup.copy(to: target) == ("000002", false))
    #expect(try backup.copy(to: target) == ("000002", true))
    let digest = try place.digest()
    try place.write("2023/甲.txt", "甲方案修订。")
    try place.run()
    #expect(try IndexReader(directory: target).digest() == digest)
    #expect(try backup.copy(to: target) == ("000003", false))
    #expect(try IndexReader(directory: target).digest() == place.digest())
    #expect(try IndexChecker(directory: target, sampleCount: 10).run().faults.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: target + "/generations") == ["000003"])
    try FileManager.default.removeItem(atPath: place.index)
    #expect(try IndexReader(directory: target).document(DocumentID("default/2023/甲.txt#1"))?.text == "甲方案修订。")
    #expect(code { _ = try backup.copy(to: target) } == .missing)
    #expect(code { _ = try IndexBackup(directory: target).copy(to: place.corpus) } == .invalidArgument)
    #expect(code { _ = try IndexBackup(directory: target).copy(to: target + "/.") } == .invalidArgument)
    let other = try Workplace(["a.txt": "甲方案。"])
    try other.run()
    #expect(code { _ = try IndexBackup(directory: target).copy(to: other.index) } == .invalidArgument)
    #expect(try other.text("default/a.txt#1") == "甲方案。")
    #expect(code { _ = try IndexBackup(directory: target).copy(to: target + "/generations/7") } == .invalidArgument)
    _ = try Indexer(directory: target).run(roots: [other.corpus])
    #expect(code { _ = try IndexBackup(directory: other.index).copy(to: target) } == .invalidArgument)
  }

  @Test("a sound index has no faults, and each document and source was looked at")
  func sound() throws {
    let report = try place.check()
    #expect(report.faults.isEmpty)
    #expect((report.collectionCount, report.sourceCount, report.documentCount, report.sampledCount) == (2, 6, 6, 6))
  }

  @Test("a term that the text does not have, a lost one and a lost document are found")
  func faultyDocuments() throws {
    let path = try place.file("documents")
    let database = try WritableDatabase(path: path, mode: .open)
    var buffer = DocumentBuffer()
    for term in try database.terms(of: 1) {
      buffer.append(term.term, wdf: UInt32(term.wdf), positions: term.positions)
    }
    buffer.append("B偽造", wdf: 1)
    buffer.setData(try database.data(of: 1))
    for slot in [StoredBytes.textSlot, StoredBytes.headSlot] {
      buffer.setValue(slot, try database.value(of: 1, slot: slot))
    }
    try database.delete(1)
    try database.delete(2)
    try database.add(buffer)
    try database.commit()
    try database.close()
    let faults = try place.check().faults
    #expect(faults.contains { $0.contains("default/2023/甲.txt#1: its terms are not those of its text") })
    #expect(faults.contains { $0.contains("3 documents; the manifest says 4") })
    #expect(faults.count == 2)
  }

  @Test("an original that is not what was read, and one that is missing, are found")
  func faultyOriginals() throws {
    let database = try WritableDatabase(path: try place.file("sources"), mode: .open)
    var buffer = DocumentBuffer()
    buffer.append("Odefault/2023/甲.txt", wdf: 0)
    buffer.setData("乙方案。")
    try database.delete(term: "Odefault/2023/甲.txt")
    try database.add(buffer)
    try database.delete(term: "Odefault/2024/乙.txt")
    try database.commit()
    try database.close()
    let faults = try place.check().faults
    #expect(faults.contains { $0.hasPrefix("default/2023/甲.txt: the original is not what was read") })
    #expect(faults.contains { $0 == "default/2024/乙.txt: the original is missing" })
  }

  @Test("damaged tables are faults, not crashes", arguments: ["postlist", "docdata", "position", "termlist"])
  func damagedTables(table: String) throws {
    let path = try place.file("documents/\(table).glass")
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    for index in bytes.indices.dropFirst(16) where index % 3 == 0 { bytes[index] ^= 0x5A }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    #expect(try !place.check().faults.isEmpty)
  }
}
