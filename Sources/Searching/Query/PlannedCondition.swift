// What has to match, beside what is ranked.

/// A condition on documents, in the strict reading.
indirect enum PlannedCondition: Hashable, Sendable {
  /// Text that stands there as it was typed.
  case exact(PlannedExact)
  /// A value, however it is spelled.
  case value(PlannedValue)
  /// A word of letters or digits that begins so; Han is looked for as it stands.
  case wordPrefix(String)
  /// Two texts, each in any of some forms, at most so many code points apart in one paragraph.
  case near(PlannedExact, PlannedExact, distance: Int)
  case field(FieldCondition)
  case all([PlannedCondition])
  case any([PlannedCondition])
  case none(PlannedCondition)

  /// What is looked for in texts, in order: what excludes is not.
  var exacts: [PlannedExact] {
    switch self {
    case .exact(let exact): [exact]
    case .near(let left, let right, _): [left, right]
    case .all(let parts), .any(let parts): parts.flatMap(\.exacts)
    case .value, .wordPrefix, .field, .none: []
    }
  }

  /// The values that are looked for in texts.
  var values: [PlannedValue] {
    switch self {
    case .value(let value): [value]
    case .all(let parts), .any(let parts): parts.flatMap(\.values)
    case .exact, .wordPrefix, .near, .field, .none: []
    }
  }

  /// What is asked of fields.
  var fields: [FieldCondition] {
    switch self {
    case .field(let field): [field]
    case .all(let parts), .any(let parts): parts.flatMap(\.fields)
    case .exact, .value, .wordPrefix, .near, .none: []
    }
  }

  /// The beginnings of words that are looked for in texts.
  var wordPrefixes: [String] {
    switch self {
    case .wordPrefix(let prefix): [prefix]
    case .all(let parts), .any(let parts): parts.flatMap(\.wordPrefixes)
    case .exact, .value, .near, .field, .none: []
    }
  }
}

extension PlannedCondition: CustomStringConvertible {
  /// The condition as nested terms, as the tree prints.
  var description: String {
    switch self {
    case .exact(let exact): "“\(exact.phrase.text)”"
    case .value(let value): "\(value.value)"
    case .wordPrefix(let prefix): "\(prefix)*"
    case .near(let left, let right, let distance): "near/\(distance)(“\(left.phrase.text)”, “\(right.phrase.text)”)"
    case .field(let field): "\(field)"
    case .all(let parts): "all(\(parts.map(\.description).joined(separator: ", ")))"
    case .any(let parts): "any(\(parts.map(\.description).joined(separator: ", ")))"
    case .none(let part): "none(\(part))"
    }
  }
}
