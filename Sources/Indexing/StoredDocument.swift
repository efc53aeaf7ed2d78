// A document as the index keeps it: fields by number, text, spans.

public import Archive

/// What the index stores of a document.
///
/// Bytes: for each field its tag and counted value; then tag 0, the counted span map. Unknown tags are skipped, so
/// that fields can be added.
public struct StoredDocument: Sendable {
  /// The document's id.
  public let id: DocumentID
  /// The source it was cut from.
  public let source: SourceID
  /// Its title, if it has one.
  public let title: String?
  /// The repaired text, as UTF-8.
  public let text: String
  private let spanBytes: [UInt8]

  /// The place in the source of each code point of ``text``; decoded when asked for.
  ///
  /// - Throws: ``CorruptBytes`` when the index is damaged.
  public func spans() throws(CorruptBytes) -> SpanMap {
    var reader = ByteReader(spanBytes)
    return try SpanMap(from: &reader)
  }

  /// Reads what ``encode(_:)`` wrote.
  init(bytes: [UInt8]) throws(CorruptBytes) {
    var reader = ByteReader(bytes)
    var values: [Field: String] = [:]
    var spanBytes: [UInt8] = []
    while !reader.isAtEnd {
      let tag = try reader.readUnsigned()
      if tag == 0 {
        spanBytes = Array(try reader.readCounted())
      } else if let field = StoredDocument.fields[tag] {
        values[field] = try reader.readString()
      } else {
        _ = try reader.readCounted()
      }
    }
    guard let id = values[.id], let collection = values[.collection], let path = values[.source],
      SourceID.isValidCollection(collection), !path.isEmpty, !path.hasPrefix("/"), let text = values[.text]
    else { throw CorruptBytes() }
    self.id = DocumentID(id)
    source = SourceID(collection: collection, path: path)
    title = values[.title]
    self.text = text
    self.spanBytes = spanBytes
  }

  private static let fields = Dictionary(uniqueKeysWithValues: Field.allCases.map { (UInt64($0.tag), $0) })

  /// A document's bytes.
  static func encode(_ document: Document) -> [UInt8] {
    var writer = ByteWriter()
    func write(_ field: Field, _ value: String) {
      writer.write(unsigned: UInt64(field.tag))
      writer.write(counted: value.utf8)
    }
    write(.id, document.id.description)
    write(.collection, document.source.collection)
    write(.source, document.source.path)
    if let title = document.title { write(.title, title) }
    write(.text, document.text)
    var spans = ByteWriter()
    document.spans.encode(into: &spans)
    writer.write(unsigned: 0)
    writer.write(counted: spans.bytes)
    return writer.bytes
  }
}
