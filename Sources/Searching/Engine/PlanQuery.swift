// What a plan ranks and requires, before filters, to the engine's query trees.

internal import API
internal import Analysis
internal import Archive
internal import Xapian

/// The trees of a plan before filters.
struct PlanQuery {
  let strict: Query
  /// The terms any of which make a document one of ``strict``, where there is no more to it.
  let strictTerms: [String]?
  let notices: [Notice]
  /// Whether there is nothing to rank loosely.
  let isStrictOnly: Bool
  private(set) var loose: Query
  /// The terms any of which make a document one of ``loose``, where there is no more to it.
  private(set) var looseTerms: [String]?
  private(set) var ranked: Query
  private(set) var parts: [ScorePart]

  private let runs: [RunQuery]
  private let values: [(PlannedValue, ValueQuery)]
  /// What makes a document a loose match; of a long query what tells most.
  private let units: [ScorePart]
  /// Whether there are more units than are ranked: then nothing but the strict lift is added to them.
  private let isLong: Bool
  /// What loose matches have to match as well: quotations and conditions.
  private let filters: [Query]
  private let required: Query?

  /// - Parameter required: the plan's conditions; their weights count.
  init(_ plan: QueryPlan, required: Query?, _ dictionary: TermDictionary) throws(SearchError) {
    runs = plan.runs.map(RunQuery.init)
    var values: [(PlannedValue, ValueQuery)] = []
    for value in plan.values { values.append((value, try ValueQuery(value, dictionary))) }
    self.values = values
    self.required = required
    notices = values.filter { !$1.titles.isEmpty }.map(PlanQuery.notice)
    let conditions = required.map { [$0] } ?? []
    let needed =
      runs.filter(\.isRequired).map { ($0.isQuoted, $0.whole.match) }
      + values.filter(\.0.isAlone).map { ($0.isQuoted, $1.match) }
    strict = .and(needed.map(\.1) + conditions)
    strictTerms = PlanQuery.terms(runs, values, plan.conditions)
    filters = needed.filter(\.0).map(\.1) + conditions
    let all = runs.filter { !$0.isQuoted }.flatMap(\.units) + values.filter { !$0.0.isQuoted }.map(PlanQuery.unit)
    let telling = try PlanQuery.telling(all, runCount: runs.count, dictionary)
    units = telling.map { telling in all.filter { $0.term.map(telling.contains) ?? ($0.kind == .value) } } ?? all
    (isLong, isStrictOnly) = (telling != nil, all.isEmpty)
    (loose, looseTerms, ranked, parts) = (strict, nil, strict, [])
    if !all.isEmpty { (loose, looseTerms) = looseMatches() }
    // A title is compared without its marks, and of a long query what lifts may tell too little to rank: then the document
    // need not match.
    let matching = PlanQuery.lifts(plan, values).map {
      isLong ? $0.with(.filter($0.query, by: loose)) : $0.with(keeping($0.query))
    }
    let titled = try PlanQuery.titleLifts(plan, dictionary).map { $0.with(.filter($0.query, by: loose)) }
    let lifts = matching + titled
    if all.isEmpty { rankStrict(lifts) } else { rankLoose(lifts) }
  }

  /// All that matches stands there exactly: what would lift it lifts nothing.
  private mutating func rankStrict(_ lifts: [ScorePart]) {
    let whole = ScorePart(.strict, .scaled(strict, by: 1 + Ranking.strictBonus))
    ranked = PlanQuery.adding(extras, to: [whole.query] + lifts.map(\.query))
    parts = [whole] + lifts + extras
  }

  /// The terms any of which is all that is asked for. Where several things are, a match counts sooner than it takes to
  /// read their posting lists.
  private static func terms(
    _ runs: [RunQuery], _ values: [(PlannedValue, ValueQuery)], _ conditions: [PlannedCondition]
  ) -> [String]? {
    guard runs.count + values.count + conditions.count == 1 else { return nil }
    return conditions.first.map(ConditionQuery.terms) ?? (runs.first?.whole.term ?? values.first?.1.term).map { [$0] }
  }

  private mutating func rankLoose(_ lifts: [ScorePart]) {
    let counted = isLong ? units : units + [ScorePart(.strict, strict)]
    let any = keeping(.or(counted.map(\.query)))
    // What the conditions weigh counts, once.
    ranked = required.map { .and([any, $0]) } ?? any
    parts = counted + (required.map { [ScorePart(.condition, $0)] } ?? [])
    let bonuses = isLong ? [] : runs.filter { !$0.isQuoted }.compactMap(\.bonus).map { $0.with(keeping($0.query)) }
    let lifted = bonuses + lifts + (isLong ? [strictLift] : [strictBonus, strictLift])
    ranked = PlanQuery.adding(extras, to: [ranked] + lifted.map(\.query))
    parts += lifted + extras
  }

  /// Documents that hold all quotations and meet all conditions, among others.
  private func keeping(_ query: Query) -> Query { filters.isEmpty ? query : .filter(query, by: .and(filters)) }

  /// Xapian 1.4.22 gives wrong weights, and documents twice, where the right side of AND_MAYBE holds filters or
  /// phrases: only plain terms may stand there, and whatever stands in the OR must be a match by itself.
  private static func adding(_ extras: [ScorePart], to parts: [Query]) -> Query {
    extras.isEmpty ? .or(parts) : .andMaybe(.or(parts), .or(extras.map(\.query)))
  }

  /// The loose matches without weights, each term once: what is only counted.
  private func looseMatches() -> (Query, terms: [String]?) {
    let terms = units.compactMap(\.term).uniqued()
    let wholes = isLong ? [] : runs.filter { !$0.isQuoted && $0.needsWhole }.map(\.whole.match)
    let others = wholes + units.filter { $0.kind == .value && $0.term == nil }.map(\.query)
    let areAll = others.isEmpty && filters.isEmpty
    return (keeping(.or(terms.map { .term($0) } + others)), areAll ? terms : nil)
  }

  private static func notice(_ value: PlannedValue, _ query: ValueQuery) -> Notice {
    let titles = query.titles.map { "《\($0)》" }.joined(separator: "、")
    return Notice(
      code: "number-by-citation",
      message: "no document has \(value.value) as its number; others give it to \(titles), which is looked for by title"
    )
  }

  /// A value by itself weighs what a word does; what runs on from another word is in that word's units.
  private static func unit(_ value: PlannedValue, _ query: ValueQuery) -> ScorePart {
    let text = "\(value.value)"
    guard value.isAlone else { return ScorePart(.value, text, query.own ?? .matchNothing) }
    var part = ScorePart(.value, text, .scaled(query.match, by: Ranking.word + Ranking.bigram))
    part.term = query.term
    return part
  }

  private var strictBonus: ScorePart {
    let together = Query.filter(.and(runs.map(\.weight)), by: strict)
    return ScorePart(.strictBonus, .scaled(together, by: Ranking.strictBonus))
  }

  private var strictLift: ScorePart {
    ScorePart(.strictLift, .filter(.constantWeight(Ranking.strictLift), by: strict))
  }

  private var extras: [ScorePart] {
    let all = isLong ? [] : runs.flatMap(\.extras)
    return all.count > Ranking.maximumExtras ? [] : all
  }

  /// Of a query that has more terms than are ranked, the rarest of each stretch: all of its text has a say, and none that
  /// is everywhere; of one that has too many runs for each to be looked for, all terms. Nil for any other query.
  private static func telling(
    _ units: [ScorePart], runCount: Int, _ dictionary: TermDictionary
  ) throws(SearchError) -> Set<String>? {
    let terms = units.compactMap(\.term).uniqued()
    guard terms.count > Ranking.maximumUnits else { return runCount > Ranking.maximumRuns ? Set(terms) : nil }
    var telling: Set<String> = []
    let length = (terms.count + Ranking.maximumUnits - 1) / Ranking.maximumUnits
    for start in stride(from: 0, to: terms.count, by: length) {
      var rarest: (term: String, frequency: Int)?
      for term in terms[start..<min(start + length, terms.count)] {
        let frequency = try dictionary.frequency(term)
        if frequency > 0, frequency < rarest?.frequency ?? .max { rarest = (term, frequency) }
      }
      if let rarest { telling.insert(rarest.term) }
    }
    return telling
  }

  /// What puts the document that has a number first, and those whose title ends with the query before others that hold it.
  private static func lifts(_ plan: QueryPlan, _ values: [(PlannedValue, ValueQuery)]) -> [ScorePart] {
    let numbers = values.compactMap { value, query in
      query.own.map { ScorePart(.numberLift, "\(value.value)", .filter(.constantWeight(Ranking.numberLift), by: $0)) }
    }
    guard let phrase = plan.titleEnd else { return numbers }
    let held = Query.scaled(.valueWeight(Ranking.fullnessSlot), by: Ranking.heldFullness)
    return numbers + [
      ScorePart(.titleEndLift, .filter(.constantWeight(Ranking.titleEndLift), by: TitleEndQuery.query(phrase))),
      ScorePart(.fullness, phrase.text, .filter(held, by: PhraseQuery(phrase, in: .title).exact)),
    ]
  }

  /// What puts documents with this very title, or number of a form of its own, before all others; among those of one title
  /// that with the fullest text, since a notice and what it issues may share it.
  private static func titleLifts(
    _ plan: QueryPlan, _ dictionary: TermDictionary
  ) throws(SearchError) -> [ScorePart] {
    // Whatever could be lifted keeps the engine from passing over anything else, so that it has to exist.
    if let number = plan.number, try dictionary.contains(number) {
      return [ScorePart(.numberLift, .filter(.constantWeight(Ranking.numberLift), by: .term(number)))]
    }
    guard let title = plan.title, try dictionary.contains(title) else { return [] }
    let fullness = Query.scaled(.valueWeight(Ranking.fullnessSlot), by: Ranking.fullness)
    return [
      ScorePart(.titleLift, .filter(.constantWeight(Ranking.titleLift), by: .term(title))),
      ScorePart(.fullness, .filter(fullness, by: .term(title))),
    ]
  }
}
