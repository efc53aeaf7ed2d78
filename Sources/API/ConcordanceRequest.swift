// A concordance: every place where a query's text stands, with what stands around it.

/// What a concordance is asked for.
public struct ConcordanceRequest: ToolRequest {
  public typealias Answer = ConcordanceAnswer
  public static let name = "concordance"
  public static let integers = [CodingKeys.width, .limit]
  public static let lists = [CodingKeys.filters]

  /// How many code points of context each side has when nothing is said.
  public static let defaultWidth = 30
  /// The most code points of context each side may have. A guess.
  public static let maximumWidth = 1_000
  /// How many lines a page has when nothing is said.
  public static let defaultLimit = 1_000
  /// The most lines a page may have. A guess.
  public static let maximumLimit = 10_000

  /// The query, in the strict reading.
  public var query: String
  /// What the documents' fields have to be.
  public var filters: [Filter]?
  /// In which order lines come; by document where nothing is said.
  public var sort: ConcordanceOrder?
  /// How many code points of context each side has.
  public var width: Int?
  /// How many lines at most; a page may have fewer though more follow, where their texts are long.
  public var limit: Int?
  /// Where an earlier answer to the same request said that the next page begins.
  public var cursor: String?
  /// What offsets count; code points where nothing is said.
  public var offsets: OffsetUnit?

  /// A request.
  public init(
    query: String, filters: [Filter] = [], sort: ConcordanceOrder = .document, width: Int? = nil, limit: Int? = nil,
    cursor: String? = nil, offsets: OffsetUnit? = nil
  ) {
    self.query = query
    self.filters = filters
    self.sort = sort
    self.width = width
    self.limit = limit
    self.cursor = cursor
    self.offsets = offsets
  }

  /// The parameters.
  public enum CodingKeys: String, CodingKey, CaseIterable {
    case query = "q"
    case filters = "filter"
    case sort, width, limit, cursor, offsets
  }
}

/// In which order the lines of a concordance come.
public enum ConcordanceOrder: String, Choice {
  /// As documents lie in the index, and in the order of their text. Only this order streams; for all others every line
  /// has to be found first.
  case document
  /// By what stands before the match, its last character first.
  case left
  /// By the match and what stands behind it.
  case right
  /// The earliest document first; those without a date last.
  case date
  /// By the names of sources.
  case source
}

/// A page of a concordance.
public struct ConcordanceAnswer: Hashable, Sendable, Codable {
  /// The query as it was asked.
  public var query: String
  /// The generation that answered.
  public var generation: String
  /// How many documents match.
  public var documents: Int
  /// How many lines there are in all; nil where more than this page was not looked at.
  public var occurrences: Int?
  /// The lines of this page.
  public var lines: [ConcordanceLine]
  /// What was understood otherwise than it may have been meant.
  public var notices: [Notice]
  /// The cursor of the next page; nil for the last.
  public var next: String?

  /// A page.
  public init(
    query: String, generation: String, documents: Int, occurrences: Int?, lines: [ConcordanceLine], notices: [Notice],
    next: String?
  ) {
    self.query = query
    self.generation = generation
    self.documents = documents
    self.occurrences = occurrences
    self.lines = lines
    self.notices = notices
    self.next = next
  }
}

/// One place where the query's text stands.
public struct ConcordanceLine: Hashable, Sendable, Codable {
  /// The document's id.
  public var id: String
  /// Its title.
  public var title: String?
  /// Its number (文号).
  public var number: String?
  /// When it was signed: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
  public var date: String?
  /// The source it was cut from, `collection/path`.
  public var source: String
  /// The source line on which the match begins, counted from 1.
  public var line: Int
  /// Where the match begins in the document's text, in the unit that was asked for.
  public var offset: Int
  /// What stands before the match, line ends included.
  public var left: String
  /// The match.
  public var match: String
  /// What stands behind it.
  public var right: String

  /// A line.
  public init(
    id: String, title: String?, number: String?, date: String?, source: String, line: Int, offset: Int, left: String,
    match: String, right: String
  ) {
    self.id = id
    self.title = title
    self.number = number
    self.date = date
    self.source = source
    self.line = line
    self.offset = offset
    self.left = left
    self.match = match
    self.right = right
  }
}
