// Collocations: the words that stand near a query's text more often than elsewhere.

/// What collocations are asked for.
public struct CollocationsRequest: ToolRequest {
  public typealias Answer = CollocationsAnswer
  public static let name = "collocations"
  public static let integers = [CodingKeys.window, .minimum, .limit]
  public static let lists = [CodingKeys.filters]

  /// How near a word has to stand when nothing is said, in code points: a clause.
  public static let defaultWindow = 10
  /// The farthest a word may stand. A guess.
  public static let maximumWindow = 200
  /// How often a word has to stand near when nothing is said.
  public static let defaultMinimum = 2
  /// How many words are given when nothing is said. A guess.
  public static let defaultLimit = 30
  /// The most words that may be asked for. A guess.
  public static let maximumLimit = 1_000
  /// How many documents are read at most: of more matches so many, evenly over the index. A guess: two seconds.
  public static let maximumDocuments = 500

  /// The query, in the strict reading.
  public var query: String
  /// What the documents' fields have to be.
  public var filters: [Filter]?
  /// Words within so many code points of a match, in its paragraph, are near.
  public var window: Int?
  /// Words that stand near less often are left out.
  public var minimum: Int?
  /// How words are ranked; by log-likelihood where nothing is said.
  public var sort: CollocationOrder?
  /// How many words at most.
  public var limit: Int?
  /// What the offsets of examples count; code points where nothing is said.
  public var offsets: OffsetUnit?

  /// A request.
  public init(
    query: String, filters: [Filter] = [], window: Int? = nil, minimum: Int? = nil,
    sort: CollocationOrder = .likelihood, limit: Int? = nil, offsets: OffsetUnit? = nil
  ) {
    self.query = query
    self.filters = filters
    self.window = window
    self.minimum = minimum
    self.sort = sort
    self.limit = limit
    self.offsets = offsets
  }

  /// The parameters.
  public enum CodingKeys: String, CodingKey, CaseIterable {
    case query = "q"
    case filters = "filter"
    case window, minimum, sort, limit, offsets
  }
}

/// How collocations are ranked.
public enum CollocationOrder: String, Choice {
  /// By how surprising it is that they stand near so often.
  case likelihood
  /// By how often they stand near.
  case frequency
}

/// The words near a query's text.
public struct CollocationsAnswer: Hashable, Sendable, Codable {
  /// The query as it was asked.
  public var query: String
  /// The generation that answered.
  public var generation: String
  /// How many documents match.
  public var documents: Int
  /// How many of them were read.
  public var documentsRead: Int
  /// How often the query's text stands in those.
  public var occurrences: Int
  /// How many words stand near it.
  public var wordsNear: Int
  /// How many words there are in all of the documents that were read, matches aside.
  public var words: Int
  /// The words, the best first.
  public var collocations: [Collocation]
  /// What was understood otherwise than it may have been meant.
  public var notices: [Notice]

  /// An answer.
  public init(
    query: String, generation: String, documents: Int, documentsRead: Int, occurrences: Int, wordsNear: Int,
    words: Int, collocations: [Collocation], notices: [Notice]
  ) {
    self.query = query
    self.generation = generation
    self.documents = documents
    self.documentsRead = documentsRead
    self.occurrences = occurrences
    self.wordsNear = wordsNear
    self.words = words
    self.collocations = collocations
    self.notices = notices
  }

  enum CodingKeys: String, CodingKey {
    case query, generation, documents, occurrences, words, collocations, notices
    case documentsRead = "documents_read"
    case wordsNear = "words_near"
  }
}

/// A word that stands near.
public struct Collocation: Hashable, Sendable, Codable {
  /// The word, folded.
  public var word: String
  /// How often it stands near.
  public var near: Int
  /// How often it stands in all of the documents that were read, matches aside.
  public var total: Int
  /// Dunning's G² (1993), to two places: 3.84 would come by chance once in 20 words, 10.83 once in 1,000.
  public var likelihood: Double
  /// One place where it stands near.
  public var example: ConcordanceLine

  /// A word.
  public init(word: String, near: Int, total: Int, likelihood: Double, example: ConcordanceLine) {
    self.word = word
    self.near = near
    self.total = total
    self.likelihood = likelihood
    self.example = example
  }
}
