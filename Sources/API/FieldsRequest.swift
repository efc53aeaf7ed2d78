// The table of fields: what documents can be asked for by name.

/// Asks for the table of fields.
public struct FieldsRequest: ToolRequest {
  public typealias Answer = FieldsAnswer
  public static let name = "fields"

  /// A question, which has no parameters.
  public init() {}

  /// The parameters: none.
  public enum CodingKeys: CodingKey, CaseIterable {}
}

/// The table of fields.
public struct FieldsAnswer: Hashable, Sendable, Codable {
  /// The fields in the order of the table.
  public var fields: [FieldDescription]

  /// A table.
  public init(fields: [FieldDescription]) { self.fields = fields }
}

/// A field, for people and programs.
public struct FieldDescription: Hashable, Sendable, Codable {
  /// Its name in queries, filters and answers.
  public var name: String
  /// Its Chinese name, which queries and filters take as well.
  public var alias: String
  /// How its value is matched: `keyword`, `text`, `date`, `path`, `figure` or `day`.
  public var kind: String
  /// What it is.
  public var help: String
  /// A condition on it, as queries have it: `kind:意见`.
  public var example: String

  /// A field.
  public init(name: String, alias: String, kind: String, help: String, example: String) {
    self.name = name
    self.alias = alias
    self.kind = kind
    self.help = help
    self.example = example
  }
}
