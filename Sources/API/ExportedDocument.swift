// A document that is taken away: a record that can be indexed again.

/// A document with its fields, as one line of JSON Lines.
///
/// Its keys are those of ``DocumentAnswer`` that do not need the source; `id`, `text` and the fields are what `suoyin
/// index` reads of a record.
@dynamicMemberLookup
public struct ExportedDocument: Hashable, Sendable {
  /// The document's id.
  public var id: String
  /// What is known of it; in JSON its keys stand among the others.
  public var fields: DocumentFields
  /// The source it was cut from, `collection/path`.
  public var source: String
  /// The first of its lines in the source, counted from 1; nil for a document without text.
  public var line: Int?
  /// The documents it names, in the order of its text; left out of lists.
  public var cites: [CitationAnswer]?
  /// Fields that its record or sidecar has and that mean nothing here, by name; left out of lists.
  public var other: [String: JSONValue]?
  /// The repaired text; left out of lists.
  public var text: String?

  /// A document as a list has it.
  public init(id: String, fields: DocumentFields, source: String, line: Int?) {
    (self.id, self.fields, self.source, self.line) = (id, fields, source, line)
  }

  /// A field.
  public subscript<Value>(dynamicMember field: KeyPath<DocumentFields, Value>) -> Value { fields[keyPath: field] }
}

extension ExportedDocument: Codable {
  enum CodingKeys: String, CodingKey {
    case id, source, line, cites, other, text
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    fields = try DocumentFields(from: decoder)
    source = try container.decode(String.self, forKey: .source)
    line = try container.decodeIfPresent(Int.self, forKey: .line)
    cites = try container.decodeIfPresent([CitationAnswer].self, forKey: .cites)
    other = try container.decodeIfPresent([String: JSONValue].self, forKey: .other)
    text = try container.decodeIfPresent(String.self, forKey: .text)
  }

  public func encode(to encoder: any Encoder) throws {
    try fields.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(source, forKey: .source)
    try container.encode(line, forKey: .line)
    try container.encodeIfPresent(cites, forKey: .cites)
    try container.encodeIfPresent(other, forKey: .other)
    try container.encodeIfPresent(text, forKey: .text)
  }
}
