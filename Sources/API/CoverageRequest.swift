// Coverage: how much of what a search looks through can be trusted to be found.

/// What coverage is asked for: the documents that some filters leave.
public struct CoverageRequest: ToolRequest {
  public typealias Answer = CoverageAnswer
  public static let name = "coverage"
  public static let lists = [CodingKeys.filters]

  /// What the documents' fields have to be; all documents where nothing is said.
  public var filters: [Filter]?

  /// A request.
  public init(filters: [Filter] = []) { self.filters = filters }

  /// The parameters.
  public enum CodingKeys: String, CodingKey, CaseIterable {
    case filters = "filter"
  }
}

/// How many documents have damage that shows. What a query asks for may stand there without being found; documents
/// in which nothing shows may be damaged all the same.
public struct CoverageAnswer: Hashable, Sendable, Codable {
  /// The generation that answered.
  public var generation: String
  /// How many documents the filters leave.
  public var documents: Int
  /// How many of them have stretches that cannot be read.
  public var unreadable: Int
  /// How many of them have stretches that repair left as they were.
  public var unrepaired: Int
  /// How many have either.
  public var damaged: Int

  /// An answer.
  public init(generation: String, documents: Int, unreadable: Int, unrepaired: Int, damaged: Int) {
    self.generation = generation
    self.documents = documents
    self.unreadable = unreadable
    self.unrepaired = unrepaired
    self.damaged = damaged
  }
}
