// One condition on a field of documents.

/// A field and the value it has to have, as `number=国办发〔2024〕7号` states it.
///
/// Filters on one field are alternatives; those on different fields all have to hold. Which names and values there are,
/// the index knows: what it does not know is refused when it is asked.
public struct Filter: Hashable, Sendable {
  /// The field's name, English or Chinese, as it was typed.
  public var field: String
  /// The value, as it was typed.
  public var value: String

  /// A condition.
  public init(field: String, value: String) {
    self.field = field
    self.value = value
  }

  /// Reads `field=value`; a value may hold more signs of equality. In `field>=value`, `field<value` and their like the
  /// sign belongs to the value, which is a range.
  ///
  /// - Returns: `nil` for a text without such a sign, or with nothing before it.
  public init?(_ text: String) {
    // By code points: a combining mark behind the sign belongs to the value.
    let scalars = text.unicodeScalars
    guard let sign = scalars.firstIndex(where: { "=<>".unicodeScalars.contains($0) }), sign != text.startIndex else {
      return nil
    }
    field = String(scalars[..<sign])
    value = String(scalars[(scalars[sign] == "=" ? scalars.index(after: sign) : sign)...])
  }

  /// What a text that is no filter is told.
  public static let form = "a filter is field=value, such as kind=意见"
}

extension Filter: CustomStringConvertible {
  public var description: String { value.hasPrefix("<") || value.hasPrefix(">") ? field + value : "\(field)=\(value)" }
}

extension Filter: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let filter = Filter(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: Filter.form)
    }
    self = filter
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
