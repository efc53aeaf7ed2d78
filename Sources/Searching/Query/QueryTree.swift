// What a query says, as a tree.

internal import API
internal import Archive

/// A query, or a part of one. Whether its words are ranked or required is the plan's to say.
indirect enum QueryTree: Hashable, Sendable {
  /// Words as they were typed.
  case words(String)
  /// A quotation, without its marks.
  case phrase(String)
  /// Words that begin so.
  case prefix(String)
  /// Two parts, each ``words(_:)`` or ``phrase(_:)``, at most so many code points apart.
  case near(QueryTree, QueryTree, distance: Int)
  /// A field and the value it has to have.
  case field(Field, String)
  /// Parts that all have to match.
  case and([QueryTree])
  /// Parts of which one has to match.
  case or([QueryTree])
  /// A part that must not match.
  case not(QueryTree)
  /// A part that has to match, whatever else is only ranked.
  case required(QueryTree)
}

/// A query taken apart, with what could not be understood.
struct ParsedQuery: Hashable, Sendable {
  /// The parts that stand side by side.
  var clauses: [QueryTree] = []
  /// Whether operators stand between any of them: then all that is asked for is required, and nothing only ranked.
  var isStrict = false
  var tokens: [QueryToken] = []
  var notices: [Notice] = []
}

extension QueryTree: CustomStringConvertible {
  /// The tree as nested terms: `and(words("普惠"), not(phrase("保险")))`.
  public var description: String {
    switch self {
    case .words(let text): "words(\"\(text)\")"
    case .phrase(let text): "phrase(\"\(text)\")"
    case .prefix(let text): "prefix(\"\(text)\")"
    case .near(let left, let right, let distance): "near/\(distance)(\(left), \(right))"
    case .field(let field, let value): "\(field.name)(\"\(value)\")"
    case .and(let parts): "and(\(parts.map(\.description).joined(separator: ", ")))"
    case .or(let parts): "or(\(parts.map(\.description).joined(separator: ", ")))"
    case .not(let part): "not(\(part))"
    case .required(let part): "required(\(part))"
    }
  }
}
