// How a query was read and why the first hits stand where they do.

/// What `explain` shows of a search: the four stages of the query, the terms it looks up, and the pieces of scores.
public struct Explanation: Hashable, Sendable, Codable {
  /// Of how many hits the scores are explained at most: each takes a search for each of its parts.
  public static let maximumHits = 20

  /// The query as it was asked.
  public var query: String
  /// The pieces of the text, in order.
  public var tokens: [String]
  /// The clauses that stand side by side, each as a nested term.
  public var tree: [String]
  /// Whether an operator makes all of it required, so that there is one reading only.
  public var strictOnly: Bool
  /// What is looked for: ranked runs and values, conditions, exclusions, a line each.
  public var plan: [String]
  /// The strict reading as the engine has it.
  public var strict: String
  /// The loose reading with its ranking as the engine has it.
  public var ranked: String
  /// The terms that make a document a match or rank it.
  public var terms: [TermExplanation]
  /// How many documents match.
  public var total: Total
  /// The first hits.
  public var hits: [ScoreExplanation]
  /// What could not be understood.
  public var notices: [Notice]

  /// An explanation.
  public init(
    query: String, tokens: [String], tree: [String], strictOnly: Bool, plan: [String], strict: String, ranked: String,
    terms: [TermExplanation], total: Total, hits: [ScoreExplanation], notices: [Notice]
  ) {
    self.query = query
    self.tokens = tokens
    self.tree = tree
    self.strictOnly = strictOnly
    self.plan = plan
    self.strict = strict
    self.ranked = ranked
    self.terms = terms
    self.total = total
    self.hits = hits
    self.notices = notices
  }

  enum CodingKeys: String, CodingKey {
    case query, tokens, tree
    case strictOnly = "strict_only"
    case plan, strict, ranked, terms, total, hits, notices
  }
}

/// A term of the index that a query looks up.
public struct TermExplanation: Hashable, Sendable, Codable {
  /// The term as the index has it.
  public var term: String
  /// What it stands for in ranking: a word, a bigram, a character, …
  public var kind: String
  /// Documents that have it.
  public var documents: Int

  /// A term.
  public init(term: String, kind: String, documents: Int) {
    self.term = term
    self.kind = kind
    self.documents = documents
  }
}

/// Why a document scores as it does.
public struct ScoreExplanation: Hashable, Sendable, Codable {
  /// One summand of a score.
  public struct Part: Hashable, Sendable, Codable {
    /// What it is for.
    public var kind: String
    /// What of the query it stands for; empty for the whole.
    public var text: String
    /// What it adds.
    public var weight: Double

    /// A summand.
    public init(kind: String, text: String, weight: Double) {
      self.kind = kind
      self.text = text
      self.weight = weight
    }
  }

  /// The document's id.
  public var id: String
  /// Its title.
  public var title: String?
  /// Its score: the sum of the parts.
  public var score: Double
  /// What adds to it, the most first.
  public var parts: [Part]

  /// A score.
  public init(id: String, title: String?, score: Double, parts: [Part]) {
    self.id = id
    self.title = title
    self.score = score
    self.parts = parts
  }
}
