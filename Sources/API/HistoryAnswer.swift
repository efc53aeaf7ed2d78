// What became of a document.

/// The events of a document's life that the index knows.
public struct HistoryAnswer: LimitedAnswer, Hashable, Sendable, Codable {
  /// The generation of the index that answered.
  public var generation: String
  /// The documents that are asked about: that with the id, or those that the number stands for. Empty where the index has
  /// none for it, though others may name it.
  public var documents: [DocumentReference]
  /// How many events there are, those beyond the limit included.
  public var total: Int
  /// The events in order of their dates; those without a date come last.
  public var events: [HistoryEvent]

  /// An answer.
  public init(generation: String, documents: [DocumentReference], total: Int, events: [HistoryEvent]) {
    self.generation = generation
    self.documents = documents
    self.total = total
    self.events = events
  }
}

/// One event: a document was made, or one did something to another.
public struct HistoryEvent: Hashable, Sendable, Codable {
  /// What an event was, seen from the document that is asked about.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The document itself was made.
    case made
    /// The document that it is attached to.
    case parent
    /// A document that is attached to it.
    case attachment
    /// A document that issued it (印发).
    case issuedBy = "issued-by"
    /// A document that forwarded it (转发).
    case forwardedBy = "forwarded-by"
    /// A document that changed it (修改).
    case amendedBy = "amended-by"
    /// A document that repealed it, or says that it has lapsed (废止, 失效).
    case repealedBy = "repealed-by"
    /// A document that it issued.
    case issues
    /// A document that it forwarded.
    case forwards
    /// A document that it changed.
    case amends
    /// A document that it repealed, or says has lapsed.
    case repeals
  }

  /// The date of the document that acts: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null where it is not known.
  public var date: String?
  /// What it was.
  public var kind: Kind
  /// The other document, or for ``Kind/made`` the document itself: as the index has it, where it has it once.
  public var document: DocumentReference?
  /// What the text says, where the event is a citation; its line otherwise is the document's first.
  public var citation: CitationAnswer
  /// The source in which the line is counted, `collection/path`.
  public var source: String

  /// An event.
  public init(date: String?, kind: Kind, document: DocumentReference?, citation: CitationAnswer, source: String) {
    self.date = date
    self.kind = kind
    self.document = document
    self.citation = citation
    self.source = source
  }

  enum CodingKeys: String, CodingKey {
    case date, kind, document, citation, source
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(date, forKey: .date)
    try container.encode(kind, forKey: .kind)
    try container.encode(document, forKey: .document)
    try container.encode(citation, forKey: .citation)
    try container.encode(source, forKey: .source)
  }
}
