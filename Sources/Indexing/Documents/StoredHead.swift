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
      switch tag {
      case Field.id.tag: id = try value.string()
      case Field.collection.tag: collection = try value.string()
      case Field.source.tag: path = try value.string()
      case RecordTag.firstLine:
        var number = ByteReader(Array(value))
        line = Int(exactly: try number.readUnsigned())
      case let tag?:
        if try !fields.take(tag, value) { visit(tag, value) }
      case nil: break
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
