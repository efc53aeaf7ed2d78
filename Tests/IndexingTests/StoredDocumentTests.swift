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
      metadata: StoredDocumentTests.metadata,
      text: "标题\n正文", spans: spans)
  }()

  private static let metadata = Metadata(
    title: "标题", number: "国办发〔2024〕7号", issuers: ["国务院办公厅", "财政部"], region: ["山东省", "威海市"],
    date: CalendarDate("2024-03-05"), effective: CalendarDate("2024-05"), expires: CalendarDate("2029"), kind: "意见",
    parent: DocumentID("default/公报 一.txt#1"), publication: "临湖公报", issue: "2024年第3期",
    lines: [40...52, 3...9, 7...7],
    citations: [
      Citation(number: "岚政发〔2022〕18号", title: nil, relation: .basis, line: 41),
      Citation(number: nil, title: "办法", relation: nil, line: 7),
    ],
    inferred: [.issuers, .parent],
    unknown: [UnknownField(name: "备注", json: #"{"a":[1,"二"]}"#), UnknownField(name: "", json: "null")])

  @Test("metadata comes back as it went in, and a hit gets all of it but lines, citations and unknown fields")
  func metadata() throws {
    let bytes = StoredBytes(document)
    let stored = try StoredDocument(bytes)
    #expect(try stored.metadata() == StoredDocumentTests.metadata)
    var fields = StoredDocumentTests.metadata
    (fields.lines, fields.citations, fields.unknown) = ([], [], [])
    #expect(stored.head.fields == fields)
    let head = try StoredHead(bytes.head)
    #expect(head.fields == fields)
    #expect(head.line == 3)
  }

  @Test("an unknown tag, however large, is passed over")
  func unknownTags() throws {
    var writer = ByteWriter()
    for tag: UInt64 in [100, 249, 256, .max] {
      writer.write(unsigned: tag)
      writer.write(counted: [1, 2, 3])
    }
    var bytes = StoredBytes(document)
    bytes.head = writer.bytes + bytes.head
    bytes.record += writer.bytes
    #expect(try StoredDocument(bytes).metadata() == StoredDocumentTests.metadata)
  }

  @Test(
    "ranges of lines that count beyond all numbers are damage",
    arguments: [(.max, 1), (1, .max), (.min, 0), (0, 1 << 63)] as [(Int64, UInt64)])
  func overflow(first: Int64, more: UInt64) throws {
    var lines = ByteWriter()
    for _ in 0..<2 {
      lines.write(signed: first)
      lines.write(unsigned: more)
    }
    var bytes = StoredBytes(document)
    var tail = ByteWriter()
    tail.write(lines.bytes, as: RecordTag.lines)
    bytes.record += tail.bytes
    #expect(throws: CorruptBytes.self) { try StoredDocument(bytes).metadata() }
  }

  @Test(
    "a document comes back as it went in, whether its text and its head lie in their slots or in the record",
    arguments: [(2, 2), (1_100_000, 2), (2, 70_000), (1_100_000, 70_000)])
  func roundTrip(repetitions: Int, titleLength: Int) throws {
    let text = String(repeating: "文", count: repetitions)
    var metadata = document.metadata
    metadata.title = String(repeating: "题", count: titleLength)
    let large = Document(
      id: document.id, source: document.source, ordinal: 2, metadata: metadata, text: text,
      spans: document.spans)
    let bytes = StoredBytes(large)
    #expect(bytes.text.isEmpty == (repetitions > 2))
    #expect(bytes.head.isEmpty == (titleLength > 2))
    let stored = try StoredDocument(bytes)
    #expect(stored.id == document.id)
    #expect(stored.source == document.source)
    #expect(stored.head.fields.title == metadata.title)
    #expect(stored.text == text)
    #expect(try stored.spans() == document.spans)
    #expect(try stored.position(at: 4) == document.spans.position(at: 4))
  }

  @Test("cut or changed bytes are damage or another document, never a trap", arguments: 0..<3_000)
  func damaged(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var bytes = StoredBytes(document)
    let part: WritableKeyPath<StoredBytes, [UInt8]> = seed % 4 < 2 ? \.head : \.record
    if seed.isMultiple(of: 2) {
      bytes[keyPath: part].removeLast(Int.random(in: 1...bytes[keyPath: part].count, using: &generator))
    } else {
      let place = Int.random(in: 0..<bytes[keyPath: part].count, using: &generator)
      bytes[keyPath: part][place] = UInt8.random(in: 0...255, using: &generator)
      bytes.text.removeLast(Int.random(in: 0...bytes.text.count, using: &generator))
    }
    guard let stored = try? StoredDocument(bytes) else { return }
    _ = try? stored.spans()
    _ = try? stored.position(at: 3)
    _ = try? stored.metadata()
    _ = stored.text
  }
}
