// What a document names another one by.

/// A document that another one names by number, title or both.
public struct CitationAnswer: Hashable, Sendable, Codable {
  /// Its number in the canonical spelling.
  public var number: String?
  /// Its title without 《》.
  public var title: String?
  /// What the text says of it, in the words of such texts (根据, 废止 …); null where it only names it.
  public var relation: String?
  /// The source line on which it is named, counted from 1.
  public var line: Int

  /// A citation.
  public init(number: String?, title: String?, relation: String?, line: Int) {
    self.number = number
    self.title = title
    self.relation = relation
    self.line = line
  }

  enum CodingKeys: String, CodingKey {
    case number, title, relation, line
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(number, forKey: .number)
    try container.encode(title, forKey: .title)
    try container.encode(relation, forKey: .relation)
    try container.encode(line, forKey: .line)
  }
}
