// Where the engine keeps the parts of a document: one for each kind of reader.

internal import Archive
internal import Xapian

/// A document as stored bytes: tags with counted values, in three places by who reads them.
///
/// Every hit reads the head, a hit with passages the text, and their lines in the source the record. Xapian compresses a
/// document's data but not its values, and unpacking took a third of a search; so only the record, which is large and
/// seldom read, is data. Xapian keeps the least and the greatest value of a slot whole: what is too large for that goes
/// into the record, in front.
struct StoredBytes: Hashable {
  /// The value slots of the parts that are not data.
  static let textSlot: UInt32 = 0
  static let headSlot: UInt32 = 9
  /// The longest text and the longest head that lie in their slots, in bytes.
  static let maximumTextSlotBytes = 1 << 20
  static let maximumHeadSlotBytes = 1 << 16

  /// ``StoredHead``; empty where the record holds it.
  var head: [UInt8]
  /// Spans, edits, and what only a whole document shows of its metadata.
  var record: [UInt8]
  /// The text as UTF-8; empty where the record holds it.
  var text: [UInt8]

  init(head: [UInt8], record: [UInt8], text: [UInt8]) {
    (self.head, self.record, self.text) = (head, record, text)
  }

  init(_ document: Document) {
    var head = ByteWriter()
    head.write(document.id.description, as: Field.id.tag)
    head.write(document.source.collection, as: Field.collection.tag)
    head.write(document.source.path, as: Field.source.tag)
    if let line = document.spans.position(at: 0)?.line {
      var number = ByteWriter()
      number.write(unsigned: UInt64(line))
      head.write(number.bytes, as: RecordTag.firstLine)
    }
    document.metadata.encodeHead(into: &head)
    let isLongHead = head.bytes.count > StoredBytes.maximumHeadSlotBytes
    let isLongText = document.text.utf8.count > StoredBytes.maximumTextSlotBytes
    var record = isLongHead ? head : ByteWriter()
    document.metadata.encodeRest(into: &record)
    if isLongText { record.write(document.text, as: Field.text.tag) }
    var spans = ByteWriter()
    document.spans.encode(into: &spans)
    record.write(spans.bytes, as: RecordTag.spans)
    if !document.edits.isEmpty {
      var edits = ByteWriter()
      Edit.encode(document.edits, into: &edits)
      record.write(edits.bytes, as: RecordTag.edits)
    }
    self.init(
      head: isLongHead ? [] : head.bytes, record: record.bytes, text: isLongText ? [] : Array(document.text.utf8))
  }

  /// Puts the parts where they belong.
  func fill(_ buffer: inout DocumentBuffer) {
    buffer.setData(record)
    if !head.isEmpty { buffer.setValue(StoredBytes.headSlot, head) }
    if !text.isEmpty { buffer.setValue(StoredBytes.textSlot, text) }
  }
}

extension Database {
  /// What is stored of a document.
  func storedBytes(of document: DocID) throws(XapianError) -> StoredBytes {
    StoredBytes(
      head: try value(of: document, slot: StoredBytes.headSlot), record: try data(of: document),
      text: try value(of: document, slot: StoredBytes.textSlot))
  }

  /// Where the head of a document is.
  func storedHead(of document: DocID) throws(XapianError) -> [UInt8] {
    let head = try value(of: document, slot: StoredBytes.headSlot)
    return head.isEmpty ? try data(of: document) : head
  }
}
