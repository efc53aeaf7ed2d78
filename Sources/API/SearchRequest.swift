// What a search asks for.

/// A search, as the command line, a batch line or a request over the socket states it.
public struct SearchRequest: Hashable, Sendable, Codable {
  /// How many hits are given when nothing is said.
  public static let defaultLimit = 10
  /// The most hits one answer may hold. A guess.
  public static let maximumLimit = 1_000
  /// The longest query, and the longest values of all filters together, in bytes of UTF-8. A guess.
  public static let maximumQueryBytes = 4_096
  /// The most filters one search may have. A guess.
  public static let maximumFilters = 64
  /// The most passages a hit may ask for. A guess.
  public static let maximumPassages = 100
  /// The longest a search may be allowed to take, in milliseconds. A guess.
  public static let maximumDeadlineMilliseconds = 60_000

  /// The query: words, and phrases in quotation marks. Without any, filters alone say which documents are meant.
  public var query: String
  /// What the documents' fields have to be.
  public var filters: [Filter]
  /// In which order hits come.
  public var sort: HitOrder
  /// The fields whose values are to be counted over the strict matches: `issuers`, `region`, `kind`, `year`,
  /// `collection`, `publication`.
  public var facets: [String]
  /// How many hits at most; 0 asks for the numbers alone, which are exact then.
  public var limit: Int
  /// Where an earlier answer to the same search said that the next page begins.
  public var cursor: String?
  /// The most passages given for a hit; 0 leaves the documents' text unread.
  public var passages: Int
  /// Whether other spellings are looked for where hardly anything matches.
  public var suggests: Bool
  /// After how many milliseconds the search ends with the best it has found; nil for no end of its own.
  public var deadlineMilliseconds: Int?
  /// What highlights count; code points where nothing is said.
  public var offsets: OffsetUnit?

  /// A search.
  public init(
    query: String, filters: [Filter] = [], sort: HitOrder = .relevance, facets: [String] = [],
    limit: Int = SearchRequest.defaultLimit, cursor: String? = nil, passages: Int = 1, suggests: Bool = true,
    deadlineMilliseconds: Int? = nil, offsets: OffsetUnit? = nil
  ) {
    self.query = query
    self.filters = filters
    self.sort = sort
    self.facets = facets
    self.limit = limit
    self.cursor = cursor
    self.passages = passages
    self.suggests = suggests
    self.deadlineMilliseconds = deadlineMilliseconds
    self.offsets = offsets
  }

  enum CodingKeys: String, CodingKey {
    case query = "q"
    case filters = "filter"
    case sort
    case facets = "facet"
    case limit, cursor, passages
    case suggests = "suggest"
    case deadlineMilliseconds = "deadline_ms"
    case offsets
  }
}

/// In which order hits come. All but the first have the strict matches alone: a list in the order of dates would have
/// everything that shares a word with the query between them.
public enum HitOrder: String, Choice {
  /// The best first.
  case relevance
  /// The latest date first; documents without one last.
  case newest
  /// The earliest date first; documents without one last.
  case oldest
  /// By the sign of their number, then its year, then its running number; documents without one last.
  case number
}
