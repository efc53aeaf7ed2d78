// A source goes in, documents and a report come out, whatever the bytes are.

import Archive
import TestSupport
import Testing

@testable import Ingestion

@Suite("ingestor")
struct IngestorTests {
  private let id = SourceID(path: "公报.txt")

  private func ingest(_ bytes: [UInt8], _ format: SourceFormat = .text) -> IngestedSource {
    Ingestor().ingest(bytes, of: id, format: format)
  }

  @Test("a text is one document without an invented title")
  func text() {
    let source = ingest(Array("\u{FEFF}一、总则\r\n\r\n二、附则\r\n".utf8))
    #expect(source.documents.count == 1 && source.diagnostics.isEmpty)
    #expect(source.documents[0].id == DocumentID(source: id, ordinal: 1))
    #expect(source.documents[0].metadata.title == nil && source.documents[0].text == "一、总则\n二、附则")
    #expect(source.documents[0].spans.position(at: 0) == SourcePosition(line: 1, column: 1))
    #expect(source.documents[0].spans.position(at: 5) == SourcePosition(line: 3, column: 1))
  }

  @Test(
    "bytes that are no text are refused with offset, line and remedy",
    arguments: [
      ([0x61, 0x0A, 0xFF, 0x61], 2, 2), ([0xFF, 0xFE, 0x0A, 0x00, 0x00, 0xD8], 4, 2), ([0x61, 0x0D, 0x0A, 0x00], 3, 2),
    ] as [([UInt8], Int, Int)])
  func undecodable(bytes: [UInt8], offset: Int, line: Int) {
    let source = ingest(bytes)
    #expect(source.isRefused)
    #expect(source.diagnostics.map(\.code) == [.undecodable])
    #expect(source.diagnostics[0].byteOffset == offset && source.diagnostics[0].line == line)
    #expect(source.diagnostics[0].hint != nil)
  }

  @Test("a source without text is refused", arguments: ["", "\u{FEFF}", "\n\n", " \u{3000}\n"])
  func empty(text: String) {
    #expect(ingest(Array(text.utf8)).isRefused)
    #expect(ingest(Array(text.utf8)).diagnostics.map(\.code) == [.empty])
  }

  @Test("control characters stay what they are")
  func controlCharacters() { #expect(ingest([7, 0x61]).documents.map(\.text) == ["\u{7}a"]) }

  @Test(
    "random bytes give documents or diagnostics, never nothing and never a trap", arguments: 0..<200 as Range<UInt64>)
  func random(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = [UInt8].random(count: Int.random(in: 0..<400, using: &generator), using: &generator)
    let text = Array(String.random(codePointCount: 400, using: &generator).utf8)
    for format in SourceFormat.allCases {
      for input in [bytes, text] {
        let source = ingest(input, format)
        #expect(!source.documents.isEmpty || source.isRefused)
      }
    }
  }

  @Test(
    "the extension tells the format, whatever its case",
    arguments: [
      ("a.txt", .text), ("b/c.MD", .text), ("公报.JSONL", .jsonLines), ("a.tar.txt", .text), ("a.json", nil),
      ("a.HTM", .html), ("a.html", .html), ("a.PDF", .pdf), ("txt", nil),
      (".txt", nil), ("a.", nil), ("", nil), ("a.txt/b", nil),
    ] as [(String, SourceFormat?)])
  func format(path: String, expected: SourceFormat?) { #expect(SourceFormat(path: path) == expected) }
}
