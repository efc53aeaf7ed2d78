// Parameters that are one of some names.

/// One of some names; what is none of them is refused with all there are.
public protocol Choice: RawRepresentable<String>, CaseIterable, Hashable, Sendable, Codable {}

extension Choice {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let name = try container.decode(String.self)
    guard let choice = Self(rawValue: name) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(name.prefix(80))” is none of \(Self.names)")
    }
    self = choice
  }

  /// All there are, for people.
  public static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
