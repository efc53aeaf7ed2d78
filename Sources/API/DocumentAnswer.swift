// One whole document, and the state of an index.

/// A document as `show` prints it.
public struct DocumentAnswer: Hashable, Sendable, Codable {
  /// The document's id.
  public var id: String
  /// Its title, if it has one.
  public var title: String?
  /// The source it was cut from, `collection/path`.
  public var source: String
  /// Where the source's file was when it was read.
  public var path: String
  /// SHA-256 of the source's bytes, lower-case hexadecimal.
  public var sha256: String
  /// The repaired text.
  public var text: String
  /// The source line of each paragraph of ``text``, in order, counted from 1.
  public var lines: [Int]
  /// What repair changed in ``text``, in order.
  public var edits: [EditAnswer]
  /// For each paragraph of ``text`` the lines of the source that it was made from, in the order in which it uses them,
  /// each line once; only where asked for and where the source's lines are known.
  public var original: [[OriginalLine]]?
  /// Whether the file still is what was read; only with ``original``.
  public var file: FileState?

  /// A document.
  public init(
    id: String, title: String?, source: String, path: String, sha256: String, text: String, lines: [Int],
    edits: [EditAnswer], original: [[OriginalLine]]? = nil, file: FileState? = nil
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.path = path
    self.sha256 = sha256
    self.text = text
    self.lines = lines
    self.edits = edits
    self.original = original
    self.file = file
  }

  enum CodingKeys: String, CodingKey {
    case id, title, source, path, sha256, text, lines, edits, original, file
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(title, forKey: .title)
    try container.encode(source, forKey: .source)
    try container.encode(path, forKey: .path)
    try container.encode(sha256, forKey: .sha256)
    try container.encode(text, forKey: .text)
    try container.encode(lines, forKey: .lines)
    try container.encode(edits, forKey: .edits)
    try container.encodeIfPresent(original, forKey: .original)
    try container.encodeIfPresent(file, forKey: .file)
  }
}

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
