// Sidecars and the write path: what is read again when one comes, changes or goes.

import Archive
import Foundation
import Indexing
import Ingestion
import TestSupport
import Testing

@Suite("indexing with sidecars")
struct SidecarIndexingTests {
  private let directory: TemporaryDirectory
  private var index: String { directory.path + "/index" }

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write("甲方案。", to: "corpus/甲.txt")
    try directory.write("乙方案。", to: "corpus/乙.txt")
  }

  private func run() throws -> IndexReport { try Indexer(directory: index).run(roots: [directory.path + "/corpus"]) }

  private func metadata() throws -> Metadata {
    try #require(try IndexReader(directory: index).document(DocumentID("default/甲.txt#1"))).metadata()
  }

  @Test("a sidecar that comes, changes or goes makes its source be read again, and no other")
  func changes() throws {
    #expect(try run().added.count == 2)
    let states = [#"{"kind":"方案","备注":1}"#, #"{"kind":"意见"}"#, nil]
    for state in states {
      let path = directory.path + "/corpus/甲.txt.meta.json"
      if let state {
        try directory.write(state, to: "corpus/甲.txt.meta.json")
      } else {
        try FileManager.default.removeItem(atPath: path)
      }
      let report = try run()
      #expect(report.changed.map(\.path) == ["甲.txt"] && report.readCount == 1, "\(state ?? "gone")")
      #expect(report.problems.isEmpty && report.ignoredCount == 0)
      #expect(try metadata().kind == (state.map { $0.contains("方案") ? "方案" : "意见" }))
      let again = try run()
      #expect(again.readCount == 0 && again.unchangedCount == 2)
    }
    #expect(try metadata() == Metadata(lines: try metadata().lines))
  }

  @Test("a sidecar that was only touched leaves the documents as they are")
  func touched() throws {
    let path = try directory.write(#"{"kind":"方案"}"#, to: "corpus/甲.txt.meta.json")
    _ = try run()
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)], ofItemAtPath: path)
    let report = try run()
    #expect(report.readCount == 1 && report.changed.isEmpty)
    #expect(try metadata().kind == "方案")
    #expect(try run().readCount == 0)
  }

  @Test("a broken sidecar is told once, with its place, and its source is indexed without it")
  func broken() throws {
    try directory.write("{\n \"kind\": 方案}", to: "corpus/甲.txt.meta.json")
    let report = try run()
    #expect(report.added.count == 2)
    let finding = try #require(report.problems.first?.diagnostic)
    #expect(report.problems.count == 1 && finding.code == .invalidSidecar && finding.hint != nil)
    #expect(finding.message.hasPrefix("甲.txt.meta.json, line 2, column 10: "))
    #expect(try metadata().kind == nil)
    #expect(try run().problems.isEmpty)
  }

  @Test("a sidecar that cannot be read is told every time, until it can")
  func unreadable() throws {
    try directory.link("corpus/甲.txt.meta.json", to: "nowhere")
    for _ in 0..<2 {
      let report = try run()
      #expect(report.problems.map(\.diagnostic.code) == [.invalidSidecar])
    }
    try directory.write(#"{"kind":"方案"}"#, to: "corpus/nowhere")
    #expect(try run().problems.isEmpty)
    #expect(try metadata().kind == "方案")
  }

  @Test("a sidecar that breaks later leaves its source what it said last, and nothing is sealed again for it")
  func brokenLater() throws {
    try directory.write(#"{"kind":"方案"}"#, to: "corpus/甲.txt.meta.json")
    _ = try run()
    try directory.write(#"{"kind":"意"#, to: "corpus/甲.txt.meta.json")
    let report = try run()
    #expect(report.problems.map(\.diagnostic.code) == [.invalidSidecar] && report.changed.isEmpty)
    #expect(report.problems[0].diagnostic.message.hasSuffix("the index keeps what it has of the source"))
    #expect(try metadata().kind == "方案")
    let again = try run()
    #expect(again.generation == report.generation && again.problems.isEmpty)
    try directory.write(#"{"kind":"意见"}"#, to: "corpus/甲.txt.meta.json")
    #expect(try run().problems.isEmpty)
    #expect(try metadata().kind == "意见")
  }

  @Test("a sidecar that becomes unreadable is told every time, leaves its source as it was, and seals nothing")
  func unreadableLater() throws {
    let path = try directory.write(#"{"kind":"方案"}"#, to: "corpus/甲.txt.meta.json")
    let first = try run()
    try FileManager.default.removeItem(atPath: path)
    try directory.link("corpus/甲.txt.meta.json", to: "nowhere")
    for _ in 0..<2 {
      let report = try run()
      #expect(report.problems.map(\.diagnostic.code) == [.invalidSidecar])
      #expect(report.generation == first.generation)
      #expect(try metadata().kind == "方案")
    }
  }

  @Test("a stated parent leads to its attachments")
  func attachments() throws {
    try directory.write(#"{"parent":"default/乙.txt#1"}"#, to: "corpus/甲.meta.json")
    _ = try run()
    let reader = try IndexReader(directory: index)
    #expect(try reader.attachments(of: DocumentID("default/乙.txt#1")).map(\.description) == ["default/甲.txt#1"])
    #expect(try reader.attachments(of: DocumentID("default/甲.txt#1")).isEmpty)
  }
}
