// Documents to take away, page by page.

/// Asks for a page of all documents that a query and filters mean.
public struct ExportRequest: ToolRequest {
  public typealias Answer = ExportAnswer

  public static let name = "export"
  public static var integers: [CodingKeys] { [.limit, .text] }
  public static var lists: [CodingKeys] { [.filters] }

  /// How many documents a page has when nothing is said. A guess: some megabytes of text.
  public static let defaultLimit = 100

  /// What the documents hold, read strictly; nil for all that the filters leave.
  public var query: String?
  /// What their fields have to be.
  public var filters: [Filter]?
  /// Where an earlier answer to the same question said that the next page begins.
  public var cursor: String?
  /// How many documents at most, up to ``SearchRequest/maximumLimit``; nil for ``defaultLimit``. Long texts make a page
  /// shorter.
  public var limit: Int?
  /// 0 leaves out the text and what is read of it, which a list of documents needs not.
  public var text: Int?

  /// A question.
  public init(
    query: String? = nil, filters: [Filter]? = nil, cursor: String? = nil, limit: Int? = nil, text: Int? = nil
  ) {
    (self.query, self.filters, self.cursor, self.limit, self.text) = (query, filters, cursor, limit, text)
  }

  /// The parameters.
  public enum CodingKeys: String, CodingKey, CaseIterable {
    case query = "q"
    case filters = "filter"
    case cursor, limit, text
  }
}

/// A page of documents.
public struct ExportAnswer: Hashable, Sendable, Codable {
  /// The generation of the index that answered; all pages have the same.
  public var generation: String
  /// The documents in the order of the index, the same from page to page.
  public var documents: [ExportedDocument]
  /// What the asker should know of how the query was read.
  public var notices: [Notice]
  /// The cursor of the next page; null behind the last one.
  public var next: String?

  /// A page.
  public init(generation: String, documents: [ExportedDocument], notices: [Notice] = [], next: String? = nil) {
    (self.generation, self.documents, self.notices, self.next) = (generation, documents, notices, next)
  }

  enum CodingKeys: String, CodingKey {
    case generation, documents, notices, next
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(generation, forKey: .generation)
    try container.encode(documents, forKey: .documents)
    try container.encode(notices, forKey: .notices)
    try container.encode(next, forKey: .next)
  }
}
