// A document as the index keeps it: fields by number, spans, and the text beside them.

public import Archive
internal import Xapian

/// What the index stores of a document.
///
/// The record: tags with counted values. ``Field/tag`` is a field's value, once for each issuer and division of the
/// region; tag 0 is the span map, ``RecordTag`` has the rest. Unknown tags are skipped, so that fields can be added.
/// The text lies in a value slot of its own, because Xapian compresses a document's data but not its values: unpacking
/// ten texts took a third of a search. Only a text too large for that is in the record: Xapian keeps the least and the
/// greatest value of a slot whole.
public struct StoredDocument: Sendable {
  /// The value slot that holds the text as UTF-8.
  static let textSlot: UInt32 = 0
  /// The longest text that lies in its slot, in bytes.
  static let maximumTextSlotBytes = 1 << 20

  /// The document's id.
  public let id: DocumentID
  /// The source it was cut from.
  public let source: SourceID
  /// What is known of it, but for lines, citations and unknown fields: what a hit shows, so that no hit decodes more.
  public let head: Metadata
  /// The repaired text as UTF-8.
  public let textBytes: [UInt8]
  private let spanBytes: ArraySlice<UInt8>
  private let editBytes: ArraySlice<UInt8>
  private let rest: MetadataRest

  /// The repaired text.
  public var text: String { String(decoding: textBytes, as: UTF8.self) }

  /// Everything that is known of it.
  ///
  /// - Throws: ``CorruptBytes`` when the index is damaged.
  public func metadata() throws(CorruptBytes) -> Metadata { try rest.added(to: head) }

  /// The place in the source of each code point of ``text``.
  ///
  /// - Throws: ``CorruptBytes`` when the index is damaged.
  public func spans() throws(CorruptBytes) -> SpanMap {
    var reader = ByteReader(Array(spanBytes))
    return try SpanMap(from: &reader)
  }

  /// The place in the source of one code point of ``text``, without decoding all others.
  ///
  /// - Throws: ``CorruptBytes`` when the index is damaged.
  public func position(at codePointOffset: Int) throws(CorruptBytes) -> SourcePosition? {
    var reader = ByteReader(Array(spanBytes))
    return try SpanMap.position(at: codePointOffset, from: &reader)
  }

  /// What repair changed in ``text``, in order.
  ///
  /// - Throws: ``CorruptBytes`` when the index is damaged.
  public func edits() throws(CorruptBytes) -> [Edit] {
    var edits: [Edit] = []
    try forEachEdit { edit in
      edits.append(edit)
      return true
    }
    return edits
  }

  /// Whether repair changed more than white space in a stretch of ``text``.
  ///
  /// - Throws: ``CorruptBytes`` when the index is damaged.
  public func isRepaired(in codePoints: Range<Int>) throws(CorruptBytes) -> Bool {
    var isRepaired = false
    try forEachEdit { edit in
      guard edit.textOffset < codePoints.upperBound else { return false }
      let end = edit.textOffset + max(edit.after.unicodeScalars.count, 1)
      isRepaired = end > codePoints.lowerBound && edit.changesCharacters
      return !isRepaired
    }
    return isRepaired
  }

  private func forEachEdit(_ visit: (Edit) -> Bool) throws(CorruptBytes) {
    guard !editBytes.isEmpty else { return }
    var reader = ByteReader(Array(editBytes))
    try Edit.forEach(from: &reader, visit)
  }

  /// Reads what ``encode(_:)`` wrote.
  ///
  /// - Parameter text: what lay in the text's slot.
  init(record: [UInt8], text: [UInt8]) throws(CorruptBytes) {
    var reader = ByteReader(record)
    var (id, collection, path): (String?, String?, String?)
    var head = Metadata()
    var rest = MetadataRest()
    var spanBytes: ArraySlice<UInt8> = []
    var editBytes: ArraySlice<UInt8> = []
    var textBytes = text
    while !reader.isAtEnd {
      let tag = UInt8(exactly: try reader.readUnsigned())
      let value = try reader.readCounted()
      switch tag {
      case RecordTag.spans: spanBytes = value
      case RecordTag.edits: editBytes = value
      case Field.id.tag: id = try value.string()
      case Field.collection.tag: collection = try value.string()
      case Field.source.tag: path = try value.string()
      case Field.text.tag: textBytes = Array(value)
      case let tag?:
        if !rest.take(tag, value) { try head.take(tag, value) }
      case nil: break
      }
    }
    guard let id, let collection, let path, SourceID.isValidCollection(collection), !path.isEmpty,
      !path.hasPrefix("/")
    else { throw CorruptBytes() }
    self.id = DocumentID(id)
    source = SourceID(collection: collection, path: path)
    self.head = head
    self.rest = rest
    self.textBytes = textBytes
    self.spanBytes = spanBytes
    self.editBytes = editBytes
  }

  /// Reads what ``encode(_:)`` wrote, or says which document is damaged.
  static func read(
    record: [UInt8], text: [UInt8], _ id: UInt32, in path: String
  ) throws(IndexingError) -> StoredDocument {
    do throws(CorruptBytes) {
      return try StoredDocument(record: record, text: text)
    } catch {
      throw IndexingError(
        .damaged, "document \(id) of \(path) is damaged",
        hint: "remove the index directory and index the sources again")
    }
  }

  /// A document's record, and what goes into the text's slot: empty where the record holds the text.
  static func encode(_ document: Document) -> (record: [UInt8], text: [UInt8]) {
    var writer = ByteWriter()
    writer.write(document.id.description, as: Field.id.tag)
    writer.write(document.source.collection, as: Field.collection.tag)
    writer.write(document.source.path, as: Field.source.tag)
    document.metadata.encode(into: &writer)
    let isLarge = document.text.utf8.count > maximumTextSlotBytes
    if isLarge { writer.write(document.text, as: Field.text.tag) }
    var spans = ByteWriter()
    document.spans.encode(into: &spans)
    writer.write(spans.bytes, as: RecordTag.spans)
    if !document.edits.isEmpty {
      var edits = ByteWriter()
      Edit.encode(document.edits, into: &edits)
      writer.write(edits.bytes, as: RecordTag.edits)
    }
    return (writer.bytes, isLarge ? [] : Array(document.text.utf8))
  }
}

extension Database {
  /// What is stored of a document, as ``StoredDocument/encode(_:)`` made it.
  func storedBytes(of document: DocID) throws(XapianError) -> (record: [UInt8], text: [UInt8]) {
    (try data(of: document), try value(of: document, slot: StoredDocument.textSlot))
  }
}
