// What a search answers.

/// The answer to a search; the same object whether it came through the daemon or straight from the index.
public struct SearchAnswer: Hashable, Sendable, Codable {
  /// The query as it was asked.
  public var query: String
  /// The generation of the index that answered.
  public var generation: String
  /// How many documents match.
  public var total: Total
  /// Time taken, in microseconds.
  public var tookMicroseconds: Int
  /// Whether the deadline ended the search before everything was examined.
  public var timedOut: Bool
  /// The best documents, best first.
  public var hits: [Hit]
  /// Counts of strict matches by field value, the most frequent first, for the fields that were asked for.
  public var facets: [String: [FacetCount]]
  /// Other spellings of what hardly any document holds; none is applied.
  public var suggestions: [Suggestion]
  /// What could not be understood, or was understood in a way worth saying.
  public var notices: [Notice]
  /// Where the next page begins, if there is one: the ``SearchRequest/cursor`` of the same search.
  public var next: String?

  /// An answer.
  public init(
    query: String, generation: String, total: Total, tookMicroseconds: Int, timedOut: Bool = false, hits: [Hit],
    facets: [String: [FacetCount]] = [:], suggestions: [Suggestion] = [], notices: [Notice] = [], next: String? = nil
  ) {
    self.query = query
    self.generation = generation
    self.total = total
    self.tookMicroseconds = tookMicroseconds
    self.timedOut = timedOut
    self.hits = hits
    self.facets = facets
    self.suggestions = suggestions
    self.notices = notices
    self.next = next
  }

  enum CodingKeys: String, CodingKey {
    case query, generation, total
    case tookMicroseconds = "took_us"
    case timedOut = "timed_out"
    case hits, facets, suggestions, notices, next
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(query, forKey: .query)
    try container.encode(generation, forKey: .generation)
    try container.encode(total, forKey: .total)
    try container.encode(tookMicroseconds, forKey: .tookMicroseconds)
    try container.encode(timedOut, forKey: .timedOut)
    try container.encode(hits, forKey: .hits)
    try container.encode(facets, forKey: .facets)
    try container.encode(suggestions, forKey: .suggestions)
    try container.encode(notices, forKey: .notices)
    try container.encode(next, forKey: .next)
  }
}

/// How many documents match under each reading of the query.
public struct Total: Hashable, Sendable, Codable {
  /// Documents in which every run of the query stands as an exact phrase.
  public var strict: Int
  /// Documents that share a word or bigram with the query; never fewer than ``strict``.
  public var loose: Int
  /// Whether both numbers are exact; otherwise ``loose`` is an estimate.
  public var exact: Bool

  /// Both totals.
  public init(strict: Int, loose: Int, exact: Bool) {
    self.strict = strict
    self.loose = loose
    self.exact = exact
  }
}

/// How often one value of a field occurs among the matches.
public struct FacetCount: Hashable, Sendable, Codable {
  /// The field's value.
  public var value: String
  /// Documents that have it.
  public var count: Int

  /// A count.
  public init(value: String, count: Int) {
    self.value = value
    self.count = count
  }
}

/// Something the asker should know about how the query was read.
public struct Notice: Hashable, Sendable, Codable {
  /// What kind of notice, stable across versions.
  public var code: String
  /// One sentence for people.
  public var message: String

  /// A notice.
  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}
