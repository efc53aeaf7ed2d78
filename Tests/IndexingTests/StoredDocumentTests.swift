// The stored record of a document: what goes in comes out, and no bytes can make it trap.

import Archive
import TestSupport
import Testing

@testable import Indexing

@Suite("stored document")
struct StoredDocumentTests {
  private let document: Document = {
    var spans = SpanMap()
    spans.append(textOffset: 0, line: 3, column: 5)
    spans.append(textOffset: 2, line: 7, column: 1)
    return Document(
      id: DocumentID("default/公报 一.txt#2"), source: SourceID(path: "公报 一.txt"), ordinal: 2, title: "标题",
      text: "标题\n正文", spans: spans)
  }()

  @Test("a document comes back as it went in")
  func roundTrip() throws {
    let stored = try StoredDocument(bytes: StoredDocument.encode(document))
    #expect(stored.id == document.id)
    #expect(stored.source == document.source)
    #expect(stored.title == document.title)
    #expect(stored.text == document.text)
    #expect(try stored.spans() == document.spans)
  }

  @Test("cut or changed bytes are damage or another document, never a trap", arguments: 0..<300)
  func damaged(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var bytes = StoredDocument.encode(document)
    if seed.isMultiple(of: 2) {
      bytes.removeLast(Int.random(in: 1...bytes.count, using: &generator))
    } else {
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
    }
    if let stored = try? StoredDocument(bytes: bytes) { _ = try? stored.spans() }
  }
}
