// Records and files that mean no good, or were restored badly.

import Archive
import Foundation
import TestSupport
import Testing

@testable import Ingestion

@Suite("hostile records")
struct HostileRecordTests {
  private func ingest(_ lines: String) -> IngestedSource {
    Ingestor().ingest(Array(lines.utf8), of: SourceID(path: "a.jsonl"), format: .jsonLines)
  }

  @Test("a file that is no JSON Lines at all has a hundred findings and a count, not one for every line")
  func manyFindings() {
    let source = ingest(String(repeating: "x\n", count: 5_000))
    #expect(source.isRefused)
    #expect(source.diagnostics.count == 101)
    #expect(source.diagnostics.last?.message.hasPrefix("4900 more") == true)
  }

  @Test("a field that stands twice counts as it stands last, whatever it is")
  func duplicateKeys() {
    #expect(ingest(#"{"id":"x","text":"国务院","text":null}"#).isRefused)
    #expect(ingest(#"{"id":"x","text":null,"text":"国务院"}"#).documents.map(\.text) == ["国务院"])
  }

  @Test("an id with control characters or of a thousand bytes and more is refused")
  func oddIDs() {
    for id in [#"\u001b[31mX"#, #"x\ny"#, String(repeating: "长", count: 400)] {
      #expect(ingest(#"{"id":"\#(id)","text":"国务院"}"#).diagnostics.map(\.code) == [.invalidRecord])
    }
  }

  @Test("a modification time beyond what nanoseconds can count is a time like any other")
  func farFuture() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("国务院", to: "a.txt")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 13_569_465_600)], ofItemAtPath: path)
    #expect(Discovery(roots: [directory.path], collection: "default").find().files.count == 1)
  }
}
