// Questions beside search: the researcher's tools.

/// What a tool is asked: a flat value whose members are the parameters of a request, by the names of its coding keys.
///
/// Members that may be left out are optional; what they mean then, the tool says.
public protocol ToolRequest: Hashable, Sendable, Codable {
  /// What is answered.
  associatedtype Answer: Hashable, Sendable, Codable
  /// The names of the parameters.
  associatedtype CodingKeys: CodingKey & CaseIterable

  /// Which parameters are integers; all others are texts.
  static var integers: [CodingKeys] { get }
  /// Which parameters are lists of texts.
  static var lists: [CodingKeys] { get }

  /// The last part of the path at which a daemon answers, `/v1/NAME`.
  static var name: String { get }
}

extension ToolRequest {
  public static var integers: [CodingKeys] { [] }
  public static var lists: [CodingKeys] { [] }

  /// The path at which a daemon answers.
  public static var path: String { "/v1/" + name }
}
