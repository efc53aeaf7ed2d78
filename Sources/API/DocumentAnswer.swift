// One whole document.

/// A document as `show` prints it.
@dynamicMemberLookup
public struct DocumentAnswer: Hashable, Sendable {
  /// The document's id.
  public var id: String
  /// What is known of it; in JSON its keys stand among the others.
  public var fields: DocumentFields
  /// The source it was cut from, `collection/path`.
  public var source: String
  /// Where the source's file was when it was read.
  public var path: String
  /// SHA-256 of the source's bytes, lower-case hexadecimal.
  public var sha256: String
  /// The lines of the source it was cut from: first and last of each stretch, in the order of reading.
  public var sourceLines: [[Int]]
  /// The documents it names, in the order of its text.
  public var cites: [CitationAnswer] = []
  /// The ids of documents that are attached to it, in the order of the index; of very many the first.
  public var attachments: [String] = []
  /// Fields that its record or sidecar has and that mean nothing here, by name.
  public var other: [String: JSONValue] = [:]
  /// The repaired text.
  public var text: String
  /// The source line of each paragraph of ``text``, in order, counted from 1.
  public var lines: [Int]
  /// What repair changed in ``text``, in order.
  public var edits: [EditAnswer]
  /// Where damage is left in ``text``, as far as it shows, in order.
  public var damage: [DamageAnswer] = []
  /// For each paragraph of ``text`` the lines of the source that it was made from, in the order in which it uses them,
  /// each line once; only where asked for and where the source's lines are known.
  public var original: [[OriginalLine]]?
  /// Whether the file still is what was read; only with ``original``.
  public var file: FileState?

  /// A document.
  public init(
    id: String, fields: DocumentFields, source: String, path: String, sha256: String, sourceLines: [[Int]],
    text: String, lines: [Int], edits: [EditAnswer]
  ) {
    self.id = id
    self.fields = fields
    self.source = source
    self.path = path
    self.sha256 = sha256
    self.sourceLines = sourceLines
    self.text = text
    self.lines = lines
    self.edits = edits
  }

  /// A field.
  public subscript<Value>(dynamicMember field: KeyPath<DocumentFields, Value>) -> Value { fields[keyPath: field] }
}

extension DocumentAnswer: Codable {
  enum CodingKeys: String, CodingKey {
    case id, source, path, sha256
    case sourceLines = "source_lines"
    case cites, attachments, other, text, lines, edits, damage, original, file
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    fields = try DocumentFields(from: decoder)
    source = try container.decode(String.self, forKey: .source)
    path = try container.decode(String.self, forKey: .path)
    sha256 = try container.decode(String.self, forKey: .sha256)
    sourceLines = try container.decode([[Int]].self, forKey: .sourceLines)
    cites = try container.decode([CitationAnswer].self, forKey: .cites)
    attachments = try container.decode([String].self, forKey: .attachments)
    other = try container.decode([String: JSONValue].self, forKey: .other)
    text = try container.decode(String.self, forKey: .text)
    lines = try container.decode([Int].self, forKey: .lines)
    edits = try container.decode([EditAnswer].self, forKey: .edits)
    damage = try container.decode([DamageAnswer].self, forKey: .damage)
    original = try container.decodeIfPresent([[OriginalLine]].self, forKey: .original)
    file = try container.decodeIfPresent(FileState.self, forKey: .file)
  }

  public func encode(to encoder: any Encoder) throws {
    try fields.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(source, forKey: .source)
    try container.encode(path, forKey: .path)
    try container.encode(sha256, forKey: .sha256)
    try container.encode(sourceLines, forKey: .sourceLines)
    try container.encode(cites, forKey: .cites)
    try container.encode(attachments, forKey: .attachments)
    try container.encode(other, forKey: .other)
    try container.encode(text, forKey: .text)
    try container.encode(lines, forKey: .lines)
    try container.encode(edits, forKey: .edits)
    try container.encode(damage, forKey: .damage)
    try container.encodeIfPresent(original, forKey: .original)
    try container.encodeIfPresent(file, forKey: .file)
  }
}
