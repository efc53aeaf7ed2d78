// A parsed query to what is looked for: ranked runs and values, and what has to match.

internal import API
internal import Analysis
internal import Archive
internal import Indexing

/// What a query looks for.
struct QueryPlan: Hashable, Sendable {
  /// The ranked words' runs and the quotations.
  private(set) var runs: [PlannedRun] = []
  /// The values among the ranked words, and quoted numbers of documents.
  private(set) var values: [PlannedValue] = []
  /// What has to match beside these.
  private(set) var conditions: [PlannedCondition] = []
  /// What must not match.
  private(set) var exclusions: [PlannedCondition] = []
  /// The key of documents whose title is the whole query; nil for a query of more than words.
  private(set) var title: String?
  /// The key of documents whose number is the whole query, where it has a form of its own; nil for a query of more than
  /// words.
  private(set) var number: String?
  /// What a title may end with, where the query is one run long enough to name a document.
  private(set) var titleEnd: PlannedPhrase?
  private(set) var notices: [Notice]

  /// Whether there is nothing to look for in texts.
  var isEmpty: Bool { runs.isEmpty && values.isEmpty && !conditions.contains { !$0.isFieldOnly } }

  /// Whether there is nothing to look for at all.
  var isVoid: Bool { isEmpty && conditions.isEmpty && exclusions.isEmpty }

  /// The texts that show why a document matches.
  var exacts: [PlannedExact] { (runs.map(\.whole) + conditions.flatMap(\.exacts)).uniqued() }

  /// The values that show why a document matches.
  var shownValues: [PlannedValue] { (values + conditions.flatMap(\.values)).uniqued() }

  init(_ parsed: ParsedQuery, _ analyzer: Analyzer) throws(SearchError) {
    notices = parsed.notices
    var ranked: [ClauseText] = []
    for clause in parsed.clauses { try add(clause, isStrict: parsed.isStrict, analyzer, &ranked) }
    try rank(ranked, analyzer)
    if parsed.clauses.count == 1, case .words(let text) = parsed.clauses[0] {
      title = FieldTerms(analyzer).titleTerm(of: text)
      if !values.contains(where: { $0.ownNumber != nil }) {
        number = FieldTerms(analyzer).term(of: text, in: .number)
      }
      if runs.count == 1, values.isEmpty, runs[0].whole.phrase.characters.count >= Ranking.shortestTitleEnd {
        titleEnd = runs[0].whole.phrase
      }
    }
    // What is typed twice asks for nothing more.
    runs = runs.uniqued()
    values = values.uniqued()
    conditions = conditions.uniqued()
    exclusions = exclusions.uniqued()
    notices = notices.uniqued()
  }

  /// Takes one clause in. Groups of clauses without operators are their clauses.
  private mutating func add(
    _ clause: QueryTree, isStrict: Bool, _ analyzer: Analyzer, _ ranked: inout [ClauseText]
  ) throws(SearchError) {
    switch clause {
    case .words(let text) where !isStrict: try add(text, isQuoted: false, analyzer, &ranked)
    case .phrase(let text) where !isStrict: try add(text, isQuoted: true, analyzer, &ranked)
    case .and(let parts): for part in parts { try add(part, isStrict: isStrict, analyzer, &ranked) }
    case .not(let part):
      if let condition = try condition(part, analyzer) { exclusions.append(condition) }
    case .required(let part): try add(part, isStrict: true, analyzer, &ranked)
    default:
      if let condition = try condition(clause, analyzer) { conditions.append(condition) }
    }
  }

  private mutating func add(
    _ text: String, isQuoted: Bool, _ analyzer: Analyzer, _ ranked: inout [ClauseText]
  ) throws(SearchError) {
    let clause = try ClauseText(text, isQuoted: isQuoted, analyzer)
    if clause.isEmpty { noteEmpty(text) } else { ranked.append(clause) }
  }

  private mutating func noteEmpty(_ text: String) {
    notices.append(
      Notice(code: "no-words", message: "“\(text)” holds no character that can be searched; it is left out"))
  }

  /// Stop words say nothing, unless they are quoted or nothing else is said.
  private mutating func rank(_ clauses: [ClauseText], _ analyzer: Analyzer) throws(SearchError) {
    let ranked = clauses.flatMap { $0.runs(droppingStopWords: true) }
    let isEnough = ranked.contains { !$0.words.isEmpty } || clauses.contains { $0.values.contains { $0.value.isAlone } }
    runs = isEnough ? ranked : clauses.flatMap { $0.runs(droppingStopWords: false) }
    for clause in clauses where !clause.isQuoted || clause.onlyNumber != nil {
      // Inside a run only a document's number is more than a unit that ranks.
      values += clause.values.map(\.value).filter { $0.isAlone || $0.ownNumber != nil }
    }
    for value in values where value.isAlone && !value.isQuoted {
      guard case .documentNumber(let number) = value.value else { continue }
      let parts = try ClauseText(number.description, isQuoted: false, analyzer).runs(
        droppingStopWords: true, keepingValues: true)
      runs += parts.map { part in
        var run = part
        run.isRequired = false
        return run
      }
    }
  }
}

extension QueryPlan {
  /// A part of the tree as a condition; nil for one that holds nothing to look for.
  private mutating func condition(_ tree: QueryTree, _ analyzer: Analyzer) throws(SearchError) -> PlannedCondition? {
    switch tree {
    case .words(let text), .phrase(let text):
      let clause = try ClauseText(text, isQuoted: tree.isPhrase, analyzer)
      let parts = clause.conditions()
      if parts.isEmpty { noteEmpty(text) }
      return QueryPlan.all(parts)
    case .prefix(let text): return try prefix(text, analyzer)
    case .near(let left, let right, let distance):
      let (left, right) = (try exact(left, analyzer), try exact(right, analyzer))
      if let left, let right { return .near(left, right, distance: distance) }
      // Near nothing is no condition.
      return (left ?? right).map { .exact($0) }
    case .field(let field, let value): return try condition(field, value, analyzer)
    case .and(let parts): return QueryPlan.all(try conditions(parts, analyzer))
    case .or(let parts):
      let any = try conditions(parts, analyzer)
      return any.isEmpty ? nil : any.count == 1 ? any[0] : .any(any)
    case .not(let part): return try condition(part, analyzer).map(PlannedCondition.none)
    case .required(let part): return try condition(part, analyzer)
    }
  }

  /// A value that its field cannot have is taken as words.
  private mutating func condition(
    _ field: Field, _ value: String, _ analyzer: Analyzer
  ) throws(SearchError) -> PlannedCondition? {
    if let condition = FieldCondition(value, in: field, analyzer) { return .field(condition) }
    notices.append(
      Notice(
        code: "invalid-field-value",
        message:
          "\(field.name) is “\(value.prefix(80))”, which is not \(FilterPlan.expected(field)); it is taken as words"))
    return try condition(.words(value), analyzer)
  }

  private mutating func conditions(
    _ trees: [QueryTree], _ analyzer: Analyzer
  ) throws(SearchError) -> [PlannedCondition] {
    var conditions: [PlannedCondition] = []
    for tree in trees { if let condition = try condition(tree, analyzer) { conditions.append(condition) } }
    return conditions
  }

  private static func all(_ parts: [PlannedCondition]) -> PlannedCondition? {
    parts.isEmpty ? nil : parts.count == 1 ? parts[0] : .all(parts)
  }

  /// A word of letters and digits may go on; Han goes on anyway, since whatever stands there is found inside longer text.
  private mutating func prefix(_ text: String, _ analyzer: Analyzer) throws(SearchError) -> PlannedCondition? {
    let clause = try ClauseText(text, isQuoted: false, analyzer)
    guard let only = clause.folded.runs.first, clause.folded.runs.count == 1 else {
      if clause.isEmpty { noteEmpty(text) }
      // With its marks it is no word, but text that goes on as it likes.
      return clause.isEmpty ? nil : .exact(PlannedExact(phrase: clause.quotation.phrase, beginsWord: true))
    }
    let phrase = PlannedPhrase(only.codePoints, of: clause.folded, analyzer)
    return phrase.hanCharacters.isEmpty
      ? .wordPrefix(phrase.text) : .exact(PlannedExact(phrase: phrase, beginsWord: true))
  }

  /// One side of a NEAR: its text as it stands.
  private mutating func exact(_ tree: QueryTree, _ analyzer: Analyzer) throws(SearchError) -> PlannedExact? {
    switch tree {
    case .words(let text), .phrase(let text):
      let clause = try ClauseText(text, isQuoted: tree.isPhrase, analyzer)
      let isEmpty = tree.isPhrase ? clause.isEmpty : clause.folded.runs.isEmpty
      if isEmpty { noteEmpty(text) }
      return isEmpty ? nil : clause.quotation
    default: return nil
    }
  }
}

extension QueryTree {
  fileprivate var isPhrase: Bool { if case .phrase = self { true } else { false } }
}

extension PlannedCondition {
  /// Whether only fields are asked for, which nothing in a text shows.
  fileprivate var isFieldOnly: Bool {
    switch self {
    case .field, .none: true
    case .all(let parts), .any(let parts): parts.allSatisfy(\.isFieldOnly)
    case .exact, .value, .wordPrefix, .near: false
    }
  }
}
