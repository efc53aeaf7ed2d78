// Documents like another one.

/// The documents of an index that are most like one of them.
public struct SimilarAnswer: Hashable, Sendable, Codable {
  /// The document they are like.
  public var id: String
  /// The generation of the index that answered.
  public var generation: String
  /// The documents, the most alike first; those with the same text before all others.
  public var documents: [SimilarDocument]

  /// An answer.
  public init(id: String, generation: String, documents: [SimilarDocument]) {
    self.id = id
    self.generation = generation
    self.documents = documents
  }
}

/// A document that is like another one.
@dynamicMemberLookup
public struct SimilarDocument: Hashable, Sendable {
  /// The document's id.
  public var id: String
  /// What the words they share weigh; only comparable within one answer.
  public var score: Double
  /// How much of the shorter text stands in the other, from 0 to 1: the share of its stretches of
  /// ``shingleLength`` characters, marks and white space aside.
  public var overlap: Double
  /// Whether it is the same text, printed twice.
  public var sameText: Bool
  /// What is known of it; in JSON its keys stand among the others.
  public var fields: DocumentFields
  /// The source it was cut from, `collection/path`.
  public var source: String

  /// How many characters the stretches have that are compared.
  public static let shingleLength = 5

  /// A document.
  public init(id: String, score: Double, overlap: Double, sameText: Bool, fields: DocumentFields, source: String) {
    self.id = id
    self.score = score
    self.overlap = overlap
    self.sameText = sameText
    self.fields = fields
    self.source = source
  }

  /// A field.
  public subscript<Value>(dynamicMember field: KeyPath<DocumentFields, Value>) -> Value { fields[keyPath: field] }
}

extension SimilarDocument: Codable {
  enum CodingKeys: String, CodingKey {
    case id, score, overlap
    case sameText = "same_text"
    case source
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    score = try container.decode(Double.self, forKey: .score)
    overlap = try container.decode(Double.self, forKey: .overlap)
    sameText = try container.decode(Bool.self, forKey: .sameText)
    fields = try DocumentFields(from: decoder)
    source = try container.decode(String.self, forKey: .source)
  }

  public func encode(to encoder: any Encoder) throws {
    try fields.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(score, forKey: .score)
    try container.encode(overlap, forKey: .overlap)
    try container.encode(sameText, forKey: .sameText)
    try container.encode(source, forKey: .source)
  }
}
