// One of two documents that are compared.

/// Who a document is, with its source.
@dynamicMemberLookup
public struct ComparedDocument: Hashable, Sendable {
  /// The document's id.
  public var id: String
  /// What is known of it; in JSON its keys stand among the others.
  public var fields: DocumentFields
  /// The source it was cut from, `collection/path`.
  public var source: String

  /// A document.
  public init(id: String, fields: DocumentFields, source: String) {
    (self.id, self.fields, self.source) = (id, fields, source)
  }

  /// A field.
  public subscript<Value>(dynamicMember field: KeyPath<DocumentFields, Value>) -> Value { fields[keyPath: field] }
}

extension ComparedDocument: Codable {
  enum CodingKeys: String, CodingKey {
    case id, source
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    fields = try DocumentFields(from: decoder)
    source = try container.decode(String.self, forKey: .source)
  }

  public func encode(to encoder: any Encoder) throws {
    try fields.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(source, forKey: .source)
  }
}
