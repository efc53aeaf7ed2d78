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
      id: DocumentID("default/公报 一.txt#2"), source: SourceID(path: "公报 一.txt"), ordinal: 2,
      metadata: Metadata(title: "标题"),
      text: "标题\n正文", spans: spans)
  }()

  @Test(
    "a document comes back as it went in, whether its text lies in the slot or in the record",
    arguments: [2, 1_100_000])
  func roundTrip(repetitions: Int) throws {
    let text = String(repeating: "文", count: repetitions)
    let large = Document(
      id: document.id, source: document.source, ordinal: 2, metadata: document.metadata, text: text,
      spans: document.spans)
    let (record, slot) = StoredDocument.encode(large)
    #expect(slot.isEmpty == (repetitions > 2))
    let stored = try StoredDocument(record: record, text: slot)
    #expect(stored.id == document.id)
    #expect(stored.source == document.source)
    #expect(stored.head.title == document.metadata.title)
    #expect(stored.text == text)
    #expect(try stored.spans() == document.spans)
    #expect(try stored.position(at: 4) == document.spans.position(at: 4))
  }

  @Test("cut or changed bytes are damage or another document, never a trap", arguments: 0..<300)
  func damaged(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var (record, text) = StoredDocument.encode(document)
    if seed.isMultiple(of: 2) {
      record.removeLast(Int.random(in: 1...record.count, using: &generator))
    } else {
      record[Int.random(in: 0..<record.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      text.removeLast(Int.random(in: 0...text.count, using: &generator))
    }
    guard let stored = try? StoredDocument(record: record, text: text) else { return }
    _ = try? stored.spans()
    _ = try? stored.position(at: 3)
    _ = stored.text
  }
}
