// One document names another: an edge of the citation graph.

/// A document of the index, as far as it takes to tell it from others.
public struct DocumentReference: Hashable, Sendable, Codable {
  /// The document's id.
  public var id: String
  /// Its title.
  public var title: String?
  /// Its number (文号).
  public var number: String?
  /// When it was signed: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
  public var date: String?

  /// A reference.
  public init(id: String, title: String?, number: String?, date: String?) {
    self.id = id
    self.title = title
    self.number = number
    self.date = date
  }

  enum CodingKeys: String, CodingKey {
    case id, title, number, date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(title, forKey: .title)
    try container.encode(number, forKey: .number)
    try container.encode(date, forKey: .date)
  }
}

/// That a document names another one, and where.
public struct CitationEdge: Hashable, Sendable, Codable {
  /// The document that cites.
  public var citing: DocumentReference
  /// What it names, as its text has it, and on which line.
  public var citation: CitationAnswer
  /// The source of the citing document, `collection/path`, in which the line is counted.
  public var source: String
  /// The cited document where the index has it; empty where it has not; several where they fit equally, among which
  /// nothing in the text decides.
  public var cited: [DocumentReference]

  /// An edge.
  public init(citing: DocumentReference, citation: CitationAnswer, source: String, cited: [DocumentReference]) {
    self.citing = citing
    self.citation = citation
    self.source = source
    self.cited = cited
  }
}

/// Edges of the citation graph.
public struct CitationEdges: LimitedAnswer, Hashable, Sendable, Codable {
  /// The generation of the index that answered.
  public var generation: String
  /// The documents that are asked about: that with the id, or those that the number stands for. Empty where the index has
  /// none for it, though others may name it.
  public var documents: [DocumentReference]
  /// How many edges there are, those beyond the limit included.
  public var total: Int
  /// The edges.
  public var edges: [CitationEdge]

  /// An answer.
  public init(generation: String, documents: [DocumentReference], total: Int, edges: [CitationEdge]) {
    self.generation = generation
    self.documents = documents
    self.total = total
    self.edges = edges
  }
}
