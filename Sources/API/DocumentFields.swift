// The fields that every answer about a document has.

/// What is known of a document beside its text. What is not known is null or empty, never guessed.
public struct DocumentFields: Hashable, Sendable, Codable {
  /// Its title.
  public var title: String?
  /// Its number (文号).
  public var number: String?
  /// Who issued it (发文机关), in the order of signing.
  public var issuers: [String]
  /// Its region as a path, 山东省/威海市.
  public var region: String?
  /// When it was signed (成文日期): `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
  public var date: String?
  /// From when it is in force, in the same form.
  public var effective: String?
  /// Until when it is in force, that day included.
  public var expires: String?
  /// Its kind (文种).
  public var kind: String?
  /// The id of the document whose attachment it is.
  public var parent: String?
  /// The publication its source is a copy of (公报).
  public var publication: String?
  /// Which issue of it (期).
  public var issue: String?
  /// The names of the fields that the document itself does not print.
  public var inferred: [String]

  /// Fields; nothing is known unless said.
  public init(
    title: String? = nil, number: String? = nil, issuers: [String] = [], region: String? = nil, date: String? = nil,
    effective: String? = nil, expires: String? = nil, kind: String? = nil, parent: String? = nil,
    publication: String? = nil, issue: String? = nil, inferred: [String] = []
  ) {
    self.title = title
    self.number = number
    self.issuers = issuers
    self.region = region
    self.date = date
    self.effective = effective
    self.expires = expires
    self.kind = kind
    self.parent = parent
    self.publication = publication
    self.issue = issue
    self.inferred = inferred
  }

  enum CodingKeys: String, CodingKey {
    case title, number, issuers, region, date, effective, expires, kind, parent, publication, issue, inferred
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(title, forKey: .title)
    try container.encode(number, forKey: .number)
    try container.encode(issuers, forKey: .issuers)
    try container.encode(region, forKey: .region)
    try container.encode(date, forKey: .date)
    try container.encode(effective, forKey: .effective)
    try container.encode(expires, forKey: .expires)
    try container.encode(kind, forKey: .kind)
    try container.encode(parent, forKey: .parent)
    try container.encode(publication, forKey: .publication)
    try container.encode(issue, forKey: .issue)
    try container.encode(inferred, forKey: .inferred)
  }
}
