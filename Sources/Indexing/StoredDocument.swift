// A document as the index keeps it: fields by number, spans, and the text beside them.

public import Archive

/// What the index stores of a document.
///
/// The record: for each field its tag and counted value; then tag 0, the counted span map, and tag 255, the counted
/// edits. Unknown tags are skipped, so that fields can be added. The text lies in a value slot of its own, because Xapian compresses a document's data but
/// not its values: unpacking ten texts took a third of a search. Only a text too large for that is in the record: Xapian
/// keeps the least and the greatest value of a slot whole.
public struct StoredDocument: Sendable {
  /// The value slot that holds the text as UTF-8.
  static let textSlot: UInt32 = 0
  /// The longest text that lies in its slot, in bytes.
  static let maximumTextSlotBytes = 1 << 20

  /// The document's id.
  public let id: DocumentID
  /// The source it was cut from.
  public let source: SourceID
  /// Its title, if it has one.
  public let title: String?
  /// The repaired text as UTF-8.
  public let textBytes: [UInt8]
  private let spanBytes: ArraySlice<UInt8>
  private let editBytes: ArraySlice<UInt8>
  private static let editTag: UInt8 = 255

  /// The repaired text.
  public var text: String { String(decoding: textBytes, as: UTF8.self) }

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
    var (id, collection, path, title): (String?, String?, String?, String?)
    var spanBytes: ArraySlice<UInt8> = []
    var editBytes: ArraySlice<UInt8> = []
    var textBytes = text
    while !reader.isAtEnd {
      let tag = try reader.readUnsigned()
      switch UInt8(truncatingIfNeeded: tag) {
      case _ where tag > 255: _ = try reader.readCounted()
      case 0: spanBytes = try reader.readCounted()
      case StoredDocument.editTag: editBytes = try reader.readCounted()
      case Field.id.tag: id = try reader.readString()
      case Field.collection.tag: collection = try reader.readString()
      case Field.source.tag: path = try reader.readString()
      case Field.title.tag: title = try reader.readString()
      case Field.text.tag: textBytes = Array(try reader.readCounted())
      default: _ = try reader.readCounted()
      }
    }
    guard let id, let collection, let path, SourceID.isValidCollection(collection), !path.isEmpty,
      !path.hasPrefix("/")
    else { throw CorruptBytes() }
    self.id = DocumentID(id)
    source = SourceID(collection: collection, path: path)
    self.title = title
    self.textBytes = textBytes
    self.spanBytes = spanBytes
    self.editBytes = editBytes
  }

  /// A document's record, and what goes into the text's slot: empty where the record holds the text.
  static func encode(_ document: Document) -> (record: [UInt8], text: [UInt8]) {
    var writer = ByteWriter()
    func write(_ field: Field, _ value: String) {
      writer.write(unsigned: UInt64(field.tag))
      writer.write(counted: value.utf8)
    }
    write(.id, document.id.description)
    write(.collection, document.source.collection)
    write(.source, document.source.path)
    if let title = document.metadata.title { write(.title, title) }
    let isLarge = document.text.utf8.count > maximumTextSlotBytes
    if isLarge { write(.text, document.text) }
    var spans = ByteWriter()
    document.spans.encode(into: &spans)
    writer.write(unsigned: 0)
    writer.write(counted: spans.bytes)
    if !document.edits.isEmpty {
      var edits = ByteWriter()
      Edit.encode(document.edits, into: &edits)
      writer.write(unsigned: UInt64(editTag))
      writer.write(counted: edits.bytes)
    }
    return (writer.bytes, isLarge ? [] : Array(document.text.utf8))
  }
}
