// What is known of a document beside its text.

/// The metadata of one document. What neither the text nor its owner states is absent, never guessed.
public struct Metadata: Hashable, Sendable {
  /// Its title.
  public var title: String?
  /// Its number (文号), canonical where it could be read.
  public var number: String?
  /// Who issued it (发文机关), in the order of signing.
  public var issuers: [String]
  /// Where it applies, from the largest division to the smallest: `["山东省", "威海市", "文登区"]`.
  public var region: [String]
  /// When it was signed (成文日期), or published where nothing else is stated.
  public var date: CalendarDate?
  /// From when it is in force (施行日期).
  public var effective: CalendarDate?
  /// Until when it is in force (有效期至), that day included.
  public var expires: CalendarDate?
  /// What kind of document it is (文种).
  public var kind: String?
  /// The document that issued it, where it is an attachment.
  public var parent: DocumentID?
  /// The publication its source is a copy of (公报).
  public var publication: String?
  /// Which issue of it (期).
  public var issue: String?
  /// The lines of the source that it was cut from, in the order of reading; counted from 1.
  public var lines: [ClosedRange<Int>]
  /// The documents that it names, in the order of its text.
  public var citations: [Citation]
  /// The fields whose values the document itself does not print: read off other documents, reckoned from
  /// other fields, or completed from the whole of its source.
  public var inferred: Set<Field>
  /// Fields that a record or sidecar has and this version does not know: name and JSON text of the value, by name.
  public var unknown: [UnknownField]

  /// Metadata; nothing is known unless said.
  public init(
    title: String? = nil, number: String? = nil, issuers: [String] = [], region: [String] = [],
    date: CalendarDate? = nil, effective: CalendarDate? = nil, expires: CalendarDate? = nil, kind: String? = nil,
    parent: DocumentID? = nil, publication: String? = nil, issue: String? = nil, lines: [ClosedRange<Int>] = [],
    citations: [Citation] = [], inferred: Set<Field> = [], unknown: [UnknownField] = []
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
    self.lines = lines
    self.citations = citations
    self.inferred = inferred
    self.unknown = unknown
  }
}

/// A field of a record or sidecar that has no meaning here; it is kept and shown.
public struct UnknownField: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// Its value as JSON.
  public let json: String

  /// A field.
  public init(name: String, json: String) {
    self.name = name
    self.json = json
  }
}
