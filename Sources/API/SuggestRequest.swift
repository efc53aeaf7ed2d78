// Other spellings of a text, whether or not anything matches it.

/// Asks for other spellings of a text.
public struct SuggestRequest: ToolRequest {
  public typealias Answer = SuggestAnswer
  public static let name = "suggest"
  public static let integers = [CodingKeys.limit]

  /// How many spellings are given when nothing is said, as with a search.
  public static let defaultLimit = 3
  /// The most spellings that may be asked for. A guess: the index is asked for ten at each distance.
  public static let maximumLimit = 100

  /// The text, read as a query; its first three runs are looked at.
  public var query: String
  /// How many spellings at most.
  public var limit: Int?

  /// A question.
  public init(query: String, limit: Int? = nil) {
    self.query = query
    self.limit = limit
  }

  /// The parameters.
  public enum CodingKeys: String, CodingKey, CaseIterable {
    case query = "q"
    case limit
  }
}

/// Other spellings of a text.
public struct SuggestAnswer: Hashable, Sendable, Codable {
  /// The text as it was asked.
  public var query: String
  /// The generation that answered.
  public var generation: String
  /// For each part of the text the best first; none where documents enough hold it as it is.
  public var suggestions: [Suggestion]
  /// What was understood otherwise than it may have been meant.
  public var notices: [Notice]

  /// An answer.
  public init(query: String, generation: String, suggestions: [Suggestion], notices: [Notice]) {
    self.query = query
    self.generation = generation
    self.suggestions = suggestions
    self.notices = notices
  }
}
