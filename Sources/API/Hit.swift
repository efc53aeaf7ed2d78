// One document among the answers, and the passages shown for it.

/// A document that matches.
@dynamicMemberLookup
public struct Hit: Hashable, Sendable {
  /// The document's id.
  public var id: String
  /// Its weight; only comparable within one answer. 0 where only filters were asked for.
  public var score: Double
  /// Whether it matches exactly: everything stands in it as it was typed. Others share a word or bigram with the query.
  public var strict: Bool
  /// What is known of it; in JSON its keys stand among the others.
  public var fields: DocumentFields
  /// Half-open ranges `[start, end)` of the title that the query's words stand in, as those of a ``Passage``.
  public var titleHighlights: [[Int]]
  /// The source it was cut from, `collection/path`.
  public var source: String
  /// The source line on which the best passage begins, counted from 1; the document's first line without passages.
  public var line: Int
  /// The best passages, best first.
  public var passages: [Passage]

  /// A hit.
  public init(
    id: String, score: Double, strict: Bool, fields: DocumentFields = DocumentFields(), titleHighlights: [[Int]] = [],
    source: String, line: Int, passages: [Passage] = []
  ) {
    self.id = id
    self.score = score
    self.strict = strict
    self.fields = fields
    self.titleHighlights = titleHighlights
    self.source = source
    self.line = line
    self.passages = passages
  }

  /// A field.
  public subscript<Value>(dynamicMember field: KeyPath<DocumentFields, Value>) -> Value { fields[keyPath: field] }
}

extension Hit: Codable {
  enum CodingKeys: String, CodingKey {
    case id, score, strict
    case titleHighlights = "title_highlights"
    case source, line, passages
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    score = try container.decode(Double.self, forKey: .score)
    strict = try container.decode(Bool.self, forKey: .strict)
    fields = try DocumentFields(from: decoder)
    titleHighlights = try container.decode([[Int]].self, forKey: .titleHighlights)
    source = try container.decode(String.self, forKey: .source)
    line = try container.decode(Int.self, forKey: .line)
    passages = try container.decode([Passage].self, forKey: .passages)
  }

  public func encode(to encoder: any Encoder) throws {
    try fields.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(score, forKey: .score)
    try container.encode(strict, forKey: .strict)
    try container.encode(titleHighlights, forKey: .titleHighlights)
    try container.encode(source, forKey: .source)
    try container.encode(line, forKey: .line)
    try container.encode(passages, forKey: .passages)
  }
}

/// A stretch of a document's repaired text that shows why it matches.
public struct Passage: Hashable, Sendable, Codable {
  /// The repaired text.
  public var text: String
  /// The source line on which it begins, counted from 1.
  public var line: Int
  /// Where it begins in the document's text, in the unit that was asked for.
  public var offset: Int
  /// Whether its sentence begins before it.
  public var cutStart: Bool
  /// Whether its sentence goes on behind it.
  public var cutEnd: Bool
  /// Half-open ranges `[start, end)` of ``text`` that match, in the unit that was asked for, increasing, not overlapping.
  public var highlights: [[Int]]
  /// Whether repair changed characters in it; joined lines and closed spaces do not count.
  public var repaired: Bool

  /// A passage.
  public init(
    text: String, line: Int, offset: Int, cutStart: Bool = false, cutEnd: Bool = false, highlights: [[Int]],
    repaired: Bool = false
  ) {
    self.text = text
    self.line = line
    self.offset = offset
    self.cutStart = cutStart
    self.cutEnd = cutEnd
    self.highlights = highlights
    self.repaired = repaired
  }

  enum CodingKeys: String, CodingKey {
    case text, line, offset
    case cutStart = "cut_start"
    case cutEnd = "cut_end"
    case highlights, repaired
  }
}
