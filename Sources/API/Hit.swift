// One document among the answers, and the passages shown for it.

/// A document that matches. What the text does not show is null, never guessed.
public struct Hit: Hashable, Sendable, Codable {
  /// The document's id.
  public var id: String
  /// Its weight; only comparable within one answer.
  public var score: Double
  /// Its title.
  public var title: String?
  /// Its number (文号).
  public var number: String?
  /// Who issued it (发文机关).
  public var issuers: [String]
  /// Its date (成文日期), `YYYY-MM-DD` or `YYYY-MM`.
  public var date: String?
  /// Its kind (文种).
  public var kind: String?
  /// Its region, as a path.
  public var region: String?
  /// The source it was cut from, `collection/path`.
  public var source: String
  /// The source line on which the best passage begins, counted from 1; the document's first line without passages.
  public var line: Int
  /// The best passages, best first.
  public var passages: [Passage]

  /// A hit.
  public init(
    id: String, score: Double, title: String? = nil, number: String? = nil, issuers: [String] = [],
    date: String? = nil, kind: String? = nil, region: String? = nil, source: String, line: Int,
    passages: [Passage] = []
  ) {
    self.id = id
    self.score = score
    self.title = title
    self.number = number
    self.issuers = issuers
    self.date = date
    self.kind = kind
    self.region = region
    self.source = source
    self.line = line
    self.passages = passages
  }

  enum CodingKeys: String, CodingKey {
    case id, score, title, number, issuers, date, kind, region, source, line, passages
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(score, forKey: .score)
    try container.encode(title, forKey: .title)
    try container.encode(number, forKey: .number)
    try container.encode(issuers, forKey: .issuers)
    try container.encode(date, forKey: .date)
    try container.encode(kind, forKey: .kind)
    try container.encode(region, forKey: .region)
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
  /// Half-open ranges `[start, end)` of ``text`` that match, in code points, increasing, not overlapping.
  public var highlights: [[Int]]
  /// Whether repair changed characters in it; joined lines and closed spaces do not count.
  public var repaired: Bool

  /// A passage.
  public init(text: String, line: Int, highlights: [[Int]], repaired: Bool = false) {
    self.text = text
    self.line = line
    self.highlights = highlights
    self.repaired = repaired
  }
}
