// Indexes that another version of the program made.

import Archive
import Foundation
import Indexing
import TestSupport
import Testing

@Suite("indexes of other versions")
struct ReanalysisTests {
  /// Changes what a sealed manifest says.
  private func forge(_ place: Workplace, _ key: String, _ value: Any) throws {
    let path = place.index + "/generations/\(try place.reader().manifest.generation)/manifest.json"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    var manifest = try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    manifest[key] = value
    try JSONSerialization.data(withJSONObject: manifest).write(to: URL(fileURLWithPath: path))
  }

  private func code(_ body: () throws -> Void) -> IndexingError.Code? {
    do { try body() } catch { return (error as? IndexingError)?.code }
    return nil
  }

  @Test("terms of another analyser are made anew from stored texts, of all collections, whether files are there or not")
  func analyser() throws {
    let place = try Workplace(["a.txt": "甲方案。", "b.txt": "乙方案。", "c.txt": "丙方案。"])
    try place.run()
    try place.run(collection: "其他")
    let digest = try place.digest()
    try forge(place, "analyzer", "analysis 0")
    #expect(code { _ = try place.reader() } == .incompatible)
    try place.remove("b.txt")
    #expect(try place.preview().formerAnalyzer == "analysis 0")
    let report = try place.run()
    #expect(report.formerAnalyzer == "analysis 0" && report.readCount == 0 && report.generation == "000003")
    #expect(try place.digest() == digest)
    #expect(try place.check().faults.isEmpty)
    #expect(try place.run().formerAnalyzer == nil)
  }

  @Test("beside new terms, a run does what it has to do otherwise")
  func analyserAndChanges() throws {
    let place = try Workplace(["a.txt": "甲方案。", "b.txt": "乙方案。"])
    try place.run()
    try forge(place, "analyzer", "analysis 0")
    try place.write("a.txt", "甲方案修订。")
    try place.remove("b.txt")
    try place.write("c.txt", "丙方案。")
    let report = try place.run { $0.prunesGone = true }
    #expect((report.added.count, report.changed.count, report.removed.count) == (1, 1, 1))
    #expect(try place.text("default/a.txt#1") == "甲方案修订。")
    let fresh = try Workplace()
    _ = try Indexer(directory: fresh.index).run(roots: [place.corpus])
    #expect(try place.digest() == fresh.digest())
  }

  @Test("an index of another schema is rebuilt on demand where nothing else is in it, and refused otherwise")
  func schema() throws {
    let place = try Workplace(["a.txt": "甲方案。"])
    try place.run()
    let digest = try place.digest()
    try forge(place, "schema", 1)
    #expect(code { try place.run() } == .incompatible)
    let report = try place.run { $0.rebuilds = true }
    #expect(report.generation == "000002" && report.added.count == 1)
    #expect(try place.digest() == digest)
    try place.run(collection: "其他")
    try forge(place, "schema", 1)
    #expect(code { try place.run { $0.rebuilds = true } } == .incompatible)
    #expect(try String(contentsOfFile: place.index + "/current", encoding: .utf8) == "000003\n")
  }
}
