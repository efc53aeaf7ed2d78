// Conditions on fields to the engine's query trees.

internal import Analysis
internal import Archive
internal import Indexing
internal import Xapian

/// What filters leave.
struct FilterQuery {
  /// Documents that match all conditions; nil where there are none.
  let query: Query?
  /// For each field the terms any of which its documents have; nil where some condition asks for more than that.
  let terms: [[String]]?

  init(_ plan: FilterPlan, _ expansion: Expansion) throws(SearchError) {
    var conditions: [Query] = []
    var groups: [[String]]? = []
    for values in plan.alternatives {
      var either: [Query] = []
      var group: [String]? = []
      for value in values {
        let terms = try value.terms(expansion)
        either.append(try value.query(expansion, terms))
        group = terms.flatMap { terms in group.map { $0 + terms } }
      }
      conditions.append(.or(either))
      groups = group.flatMap { group in groups.map { $0 + [group] } }
    }
    query = conditions.isEmpty ? nil : .and(conditions)
    terms = groups
  }
}

extension FieldCondition {
  /// Documents that meet it, without weight where it is no text.
  ///
  /// - Throws: `invalidRequest` where it stands for too many figures.
  func query(_ expansion: Expansion) throws(SearchError) -> Query {
    try query(expansion, terms(expansion))
  }

  fileprivate func query(_ expansion: Expansion, _ terms: [String]?) throws(SearchError) -> Query {
    switch self {
    case .value, .dates, .figures: return .or((terms ?? []).map { .term($0) })
    case .texts(let texts, let field): return .and(texts.map { ExactQuery($0, in: field).match })
    case .valid(let day): return try FieldCondition.valid(DateKey.last(day), expansion)
    }
  }

  /// The terms any of which its documents have; nil where it asks for more than that.
  fileprivate func terms(_ expansion: Expansion) throws(SearchError) -> [String]? {
    switch self {
    case .value(_, let term, _): return [term]
    case .dates(let places, let field): return try FieldCondition.dates(places, field, expansion.dictionary)
    case .figures(let range): return try expansion.figures(range)
    case .texts, .valid: return nil
    }
  }

  private static func dates(
    _ places: ClosedRange<Int>, _ field: Field, _ dictionary: TermDictionary
  ) throws(SearchError) -> [String] {
    DateKey.terms(places, in: field, known: try dictionary.dates(in: field))
  }

  /// All documents but those that are not yet in force on a day, no longer, or repealed by then. Without a day from which
  /// it is in force a document's date counts; what is not known keeps none out.
  private static func valid(_ day: Int, _ expansion: Expansion) throws(SearchError) -> Query {
    func terms(_ places: ClosedRange<Int>, _ field: Field) throws(SearchError) -> Query {
      .or(try dates(places, field, expansion.dictionary).map { .term($0) })
    }
    let later = day + 1...Int.max
    let isLater = Query.or([
      try terms(later, .effective), .andNot(try terms(later, .date), try terms(0...Int.max, .effective)),
    ])
    let isOver = try terms(0...day - 1, .expires)
    let isRepealed = Query.or(try expansion.dictionary.repealed(by: day, expansion.end).map { .term($0) })
    return .andNot(.matchAll, .or([isLater, isOver, isRepealed]))
  }
}
