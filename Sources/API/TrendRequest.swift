// A trend: how often queries' texts stand in documents of each year, month, office or region.

/// What a trend is asked for.
public struct TrendRequest: ToolRequest {
  public typealias Answer = TrendAnswer
  public static let name = "trend"
  public static let lists = [CodingKeys.queries, .filters]
  /// The most queries side by side. A guess.
  public static let maximumQueries = 8

  /// The queries, each in the strict reading.
  public var queries: [String]
  /// What the documents' fields have to be.
  public var filters: [Filter]?
  /// What documents are put together by; the year where nothing is said.
  public var by: TrendUnit?

  /// A request.
  public init(queries: [String], filters: [Filter] = [], by: TrendUnit = .year) {
    self.queries = queries
    self.filters = filters
    self.by = by
  }

  /// The parameters.
  public enum CodingKeys: String, CodingKey, CaseIterable {
    case queries = "q"
    case filters = "filter"
    case by
  }
}

/// What documents are put together by. A document with several issuers counts for each of them, one of a region for all
/// regions above it, too.
public enum TrendUnit: String, Choice {
  /// The year of their date.
  case year
  /// The month of their date; those whose month is not known stand under their year.
  case month
  /// Who issued them.
  case issuer
  /// Their region, and those above it.
  case region
  /// Their kind.
  case kind
  /// The publication that they were printed in.
  case publication
  /// The collection that they were indexed in.
  case collection

  /// Whether groups follow each other in time.
  public var isTime: Bool { self == .year || self == .month }
}

/// How often the queries' texts stand in each group of documents.
public struct TrendAnswer: Hashable, Sendable, Codable {
  /// The queries as they were asked.
  public var queries: [String]
  /// The generation that answered.
  public var generation: String
  /// What documents were put together by.
  public var by: TrendUnit
  /// A row for each group: times in order, all others by what of the queries stands in them, the most first.
  public var rows: [TrendRow]
  /// The same over all documents.
  public var total: TrendRow
  /// What was understood otherwise than it may have been meant.
  public var notices: [Notice]

  /// An answer.
  public init(
    queries: [String], generation: String, by: TrendUnit, rows: [TrendRow], total: TrendRow, notices: [Notice]
  ) {
    self.queries = queries
    self.generation = generation
    self.by = by
    self.rows = rows
    self.total = total
    self.notices = notices
  }
}

/// A group of documents.
public struct TrendRow: Hashable, Sendable, Codable {
  /// What its documents have in common; nil for those of which it is not known, and for all.
  public var value: String?
  /// How many documents it has, whatever stands in them.
  public var documents: Int
  /// How many code points their texts have.
  public var characters: Int
  /// For each query, in order, what stands there.
  public var counts: [TrendCount]

  /// A group.
  public init(value: String?, documents: Int, characters: Int, counts: [TrendCount]) {
    self.value = value
    self.documents = documents
    self.characters = characters
    self.counts = counts
  }
}

/// How often one query's text stands in a group of documents.
public struct TrendCount: Hashable, Sendable, Codable {
  /// How many documents match.
  public var documents: Int
  /// How often its text stands in them.
  public var occurrences: Int
  /// Occurrences for each million of the group's code points, to two places; 0 for a group without text.
  public var perMillion: Double

  /// A count.
  public init(documents: Int, occurrences: Int, perMillion: Double) {
    self.documents = documents
    self.occurrences = occurrences
    self.perMillion = perMillion
  }

  enum CodingKeys: String, CodingKey {
    case documents, occurrences
    case perMillion = "per_million"
  }
}
