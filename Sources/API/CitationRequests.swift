// Questions to the citation graph.

/// The parameters of a question about one document: its id, or else the number that it has.
public enum DocumentQuestionKeys: String, CodingKey, CaseIterable {
  /// The id of the document.
  case id
  /// The number of the document.
  case number
  /// The most rows of the answer.
  case limit
}

/// A question about one document, which is named by its id or by its number; exactly one of the two is given.
public protocol DocumentQuestion: ToolRequest where CodingKeys == DocumentQuestionKeys, Answer: LimitedAnswer {
  /// The id of the document.
  var id: String? { get }
  /// The number (文号) of the document, in any spelling.
  var number: String? { get }
  /// The most rows of the answer, up to ``SearchRequest/maximumLimit``; that where it is left out.
  var limit: Int? { get }

  /// A question.
  init(id: String?, number: String?, limit: Int?)
}

/// An answer that may not list everything.
public protocol LimitedAnswer {
  /// How many rows there are, those beyond the limit included.
  var total: Int { get }
}

extension DocumentQuestion {
  public static var integers: [DocumentQuestionKeys] { [.limit] }
}

/// What a document cites, in the order of its text.
public struct CitesRequest: DocumentQuestion {
  public typealias CodingKeys = DocumentQuestionKeys
  public typealias Answer = CitationEdges
  public static let name = "cites"

  /// The id of the document.
  public var id: String?
  /// The number of the document, in any spelling.
  public var number: String?
  /// The most citations of the answer.
  public var limit: Int?

  /// A question; one of id and number is given.
  public init(id: String? = nil, number: String? = nil, limit: Int? = nil) {
    self.id = id
    self.number = number
    self.limit = limit
  }
}

/// Which documents of the index cite a document, by its number or title, the latest last.
///
/// A notice and what it issues are one document here: who cites either cites both. What the document itself says is left
/// out.
public struct CitedByRequest: DocumentQuestion {
  public typealias CodingKeys = DocumentQuestionKeys
  public typealias Answer = CitationEdges
  public static let name = "cited-by"

  /// The id of the document.
  public var id: String?
  /// The number of the document, in any spelling.
  public var number: String?
  /// The most citations of the answer.
  public var limit: Int?

  /// A question; one of id and number is given.
  public init(id: String? = nil, number: String? = nil, limit: Int? = nil) {
    self.id = id
    self.number = number
    self.limit = limit
  }
}

/// What became of a document: what issued, changed and repealed it, and what it did to others.
public struct HistoryRequest: DocumentQuestion {
  public typealias CodingKeys = DocumentQuestionKeys
  public typealias Answer = HistoryAnswer
  public static let name = "history"

  /// The id of the document.
  public var id: String?
  /// The number of the document, in any spelling.
  public var number: String?
  /// The most events of the answer.
  public var limit: Int?

  /// A question; one of id and number is given.
  public init(id: String? = nil, number: String? = nil, limit: Int? = nil) {
    self.id = id
    self.number = number
    self.limit = limit
  }
}
