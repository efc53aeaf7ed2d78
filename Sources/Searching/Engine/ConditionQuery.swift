// Conditions of the strict reading to the engine's query trees.

internal import Analysis
internal import Archive
internal import Indexing
internal import Xapian

/// Builds the trees of conditions.
struct ConditionQuery {
  let expansion: Expansion

  /// Documents that meet all conditions, weighted by what of them stands in the text; nil where there are none.
  func required(_ plan: QueryPlan) throws(SearchError) -> Query? {
    try plan.conditions.isEmpty ? nil : query(.all(plan.conditions))
  }

  /// Documents that an exclusion takes out; nil where there are none.
  func excluded(_ plan: QueryPlan) throws(SearchError) -> Query? {
    try plan.exclusions.isEmpty ? nil : query(.any(plan.exclusions))
  }

  /// The terms any of which make a document meet a condition; nil where there is more to it.
  static func terms(_ condition: PlannedCondition) -> [String]? {
    switch condition {
    case .exact(let exact): return ExactQuery(exact).term.map { [$0] }
    case .any(let parts):
      let terms = parts.compactMap(terms)
      return terms.count == parts.count ? terms.flatMap(\.self) : nil
    default: return nil
    }
  }

  private func query(_ condition: PlannedCondition) throws(SearchError) -> Query {
    switch condition {
    case .exact(let exact): return ExactQuery(exact).match
    case .value(let value): return try ValueQuery(value, expansion.dictionary).match
    case .wordPrefix(let prefix): return .synonym(try expansion.words(prefix).map { .term($0) })
    case .near(let left, let right, let distance): return ConditionQuery.near(left, right, distance)
    case .field(let field): return .scaled(try field.query(expansion), by: 0)
    case .any(let parts): return .or(try queries(parts))
    case .none(let part): return .andNot(.matchAll, try query(part))
    case .all(let parts):
      // What excludes comes off the rest: all documents less some are slow to walk.
      var excluded: [Query] = []
      var required: [Query] = []
      for part in parts {
        if case .none(let inner) = part { excluded.append(try query(inner)) } else { required.append(try query(part)) }
      }
      let all = required.isEmpty ? Query.matchAll : .and(required)
      return excluded.isEmpty ? all : .andNot(all, .or(excluded))
    }
  }

  private func queries(_ parts: [PlannedCondition]) throws(SearchError) -> [Query] {
    var queries: [Query] = []
    for part in parts { queries.append(try query(part)) }
    return queries
  }

  /// - Parameter distance: how many code points may lie between.
  private static func near(_ left: PlannedExact, _ right: PlannedExact, _ distance: Int) -> Query {
    let pairs = left.phrases.flatMap { first in right.phrases.map { (first, $0) } }
    return .or(
      pairs.map { first, second in
        .filter(
          .and([PhraseQuery(first).exact, PhraseQuery(second).exact]),
          by: .apart(
            left.terms(of: first), right.terms(of: second), distance: distance,
            barrier: TermUnit.character.term("\n", in: .text)))
      })
  }
}

/// The trees of what has to stand as it was typed.
struct ExactQuery {
  /// Documents in which it stands.
  let match: Query
  /// The one term that ``match`` is, where it is no more than that.
  let term: String?

  init(_ exact: PlannedExact, in field: Field = .text) {
    let queries = exact.phrases.map { phrase in
      let edges = exact.edges(of: phrase)
      guard edges.before != nil || edges.after != nil else {
        let query = PhraseQuery(phrase, in: field)
        return (match: query.exact, term: query.term)
      }
      return (match: PhraseQuery.exact(phrase, row: .edges(exact.terms(of: phrase, in: field)), in: field), term: nil)
    }
    match = .or(queries.map(\.match))
    term = queries.count == 1 ? queries[0].term : nil
  }
}

extension PlannedExact {
  /// The terms of one of its phrases, and what must not stand around them.
  fileprivate func terms(of phrase: PlannedPhrase, in field: Field = .text) -> PhraseTerms {
    func terms(_ characters: [String]) -> [String] { characters.map { TermUnit.character.term($0, in: field) } }
    func edge(_ edge: RunEdge?) -> PhraseTerms.Edge {
      PhraseTerms.Edge(without: terms(edge?.characters ?? []), joints: terms(edge?.joints ?? []))
    }
    let (before, after) = edges(of: phrase)
    return PhraseTerms(terms(phrase.characters), before: edge(before), after: edge(after))
  }
}

/// The trees of a value, whatever way it is spelled.
struct ValueQuery {
  /// Documents that state it; of a document's number those, too, that have it.
  let match: Query
  /// Documents whose own number it is, or that other documents give it to; nil for other values.
  let own: Query?
  /// The titles (《…》) under which other documents speak of it, where no document has it as its own number.
  let titles: [String]
  /// The one term that ``match`` is, where it is no more than that.
  let term: String?

  init(_ value: PlannedValue, _ dictionary: TermDictionary) throws(SearchError) {
    titles = try value.titles(dictionary)
    let named = titles.compactMap { dictionary.titleQuery($0, of: value) }
    own = value.ownNumber.map { .or([.term($0)] + named) }
    let stated = value.term.map { Query.term($0) }
    let spelled = value.spelling.map { PhraseQuery($0).exact }
    let all = [own, stated, spelled].compactMap(\.self)
    match = all.count == 1 ? all[0] : .or(all)
    term = all.count == 1 ? value.term : nil
  }
}

extension PlannedValue {
  fileprivate func titles(_ dictionary: TermDictionary) throws(SearchError) -> [String] {
    guard case .documentNumber(let number) = value, let ownNumber else { return [] }
    return try dictionary.titles(of: number, own: ownNumber, stated: term)
  }
}

extension TermDictionary {
  /// Documents that have a title, alone or behind the names of their issuers, and the date of a number's year; nil for one
  /// without searchable text.
  fileprivate func titleQuery(_ title: String, of value: PlannedValue) -> Query? {
    let folded = analyzer.fold(title)
    guard !folded.runs.isEmpty, case .documentNumber(let number) = value.value else { return nil }
    let titled = TitleEndQuery.query(PlannedPhrase(folded, analyzer))
    let year = number.year.flatMap { fieldTerms.term(of: String($0), in: .date) }
    return year.map { .filter(titled, by: .term($0)) } ?? titled
  }
}

/// Titles that end with a text.
enum TitleEndQuery {
  static func query(_ phrase: PlannedPhrase) -> Query {
    .phrase((phrase.characters + [Analyzer.titleEnd]).map { TermUnit.character.term($0, in: .title) })
  }
}
