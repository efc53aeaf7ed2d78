// The state of an index.

/// The state of an index.
public struct StatusAnswer: Hashable, Sendable, Codable {
  /// The index directory, absolute.
  public var index: String
  /// The current generation.
  public var generation: String
  /// When it was sealed, ISO 8601.
  public var sealedAt: String
  /// How many sources it holds.
  public var sources: Int
  /// How many documents it holds.
  public var documents: Int
  /// Documents by collection.
  public var collections: [FacetCount]
  /// The index schema's version.
  public var schema: Int
  /// What the terms were made with.
  public var analyzer: String
  /// Its size on disk, in bytes.
  public var bytes: Int

  /// A state.
  public init(
    index: String, generation: String, sealedAt: String, sources: Int, documents: Int, collections: [FacetCount],
    schema: Int, analyzer: String, bytes: Int
  ) {
    self.index = index
    self.generation = generation
    self.sealedAt = sealedAt
    self.sources = sources
    self.documents = documents
    self.collections = collections
    self.schema = schema
    self.analyzer = analyzer
    self.bytes = bytes
  }

  enum CodingKeys: String, CodingKey {
    case index, generation
    case sealedAt = "sealed_at"
    case sources, documents, collections, schema, analyzer, bytes
  }
}
