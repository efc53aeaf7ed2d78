// What a hit shows of a document, read without its text.

public import Archive

/// Who a document is, and what is known of it at a glance.
public struct StoredHead: Sendable {
  /// The document's id.
  public let id: DocumentID
  /// The source it was cut from.
  public let source: SourceID
  /// The first of its lines in the source; nil for a document without text.
  public let line: Int?
  /// What is known of it, but for lines, citations and unknown fields.
  public let fields: Metadata

  /// Reads a head, alone or with a record behind it.
  ///
  /// - Parameter visit: takes what is none of the head's.
  init(_ bytes: [UInt8], _ visit: (_ tag: UInt8, _ value: ArraySlice<UInt8>) -> Void = { _, _ in })
    throws(CorruptBytes)
  {
    var reader = ByteReader(bytes)
    var (id, collection, path): (String?, String?, String?)
    var line: Int?
    var fields = Metadata()
    while !reader.isAtEnd {
      let tag = UInt8(exactly: try reader.readUnsigned())
      let value = try reader.readCounted()
      guard let tag else { continue }
      switch Field(tag: tag) {
      case .id: id = try value.string()
      case .collection: collection = try value.string()
      case .source: path = try value.string()
      case nil where tag == RecordTag.firstLine:
        var number = ByteReader(Array(value))
        line = Int(exactly: try number.readUnsigned())
      case nil where tag == RecordTag.inferred: fields.inferred = Set(value.compactMap(Field.init(tag:)))
      case let field:
        if try !fields.take(field, value) { visit(tag, value) }
      }
    }
    guard let id, let collection, let path, SourceID.isValidCollection(collection), !path.isEmpty,
      !path.hasPrefix("/")
    else { throw CorruptBytes() }
    self.id = DocumentID(id)
    source = SourceID(collection: collection, path: path)
    (self.line, self.fields) = (line, fields)
  }
}
