// A plan to the engine's query trees.

internal import Analysis
internal import Archive
internal import Xapian

/// The trees of a plan, in both readings.
struct EngineQuery {
  /// Documents in which every run stands exactly.
  let strict: Query
  /// The one term that ``strict`` is, where it is no more than that.
  let strictTerm: String?
  /// Documents that share a word or bigram with the query, strict matches included, and hold every quoted phrase.
  let loose: Query
  /// ``loose`` with everything that only adds rank.
  let ranked: Query
  /// Whether there is nothing to rank by, so that both readings are what the filters leave.
  let isUnranked: Bool
  /// Whether only words and bigrams are ranked, because the time does not last for more.
  let isHurried: Bool

  /// - Parameters:
  ///   - filter: what all documents have to match beside the query; a plan without runs is answered by it alone.
  ///   - isHurried: leaves out what lifts exact matches; see ``SearchEnd/isTooNear(for:)``.
  init(_ plan: QueryPlan, filter: Query? = nil, isHurried: Bool = false) {
    self.isHurried = isHurried
    let parts = plan.isEmpty ? nil : PlanQuery(plan, isHurried: isHurried)
    /// Around the whole, so that filters take documents away and leave weights as they are.
    func filtered(_ query: Query?) -> Query {
      guard let query else { return filter ?? .matchNothing }
      return filter.map { .filter(query, by: $0) } ?? query
    }
    strict = filtered(parts?.strict)
    strictTerm = filter == nil ? parts?.strictTerm : nil
    loose = filtered(parts?.loose)
    isUnranked = parts == nil
    ranked = parts == nil ? .scaled(filtered(nil), by: 0) : filtered(parts?.ranked)
  }
}

/// The trees of a plan before filters.
private struct PlanQuery {
  let strict: Query
  let strictTerm: String?
  let loose: Query
  let ranked: Query

  init(_ plan: QueryPlan, isHurried: Bool) {
    let runs = plan.runs.map(RunQuery.init)
    let numbers = plan.numbers.map { NumberQuery($0, runs) }
    let requirements =
      plan.loneRuns.map { (runs[$0].isQuoted, runs[$0].whole.exact) }
      + numbers.compactMap { number in number.exact.map { (number.isQuoted, $0) } }
    strict = .and(requirements.map(\.1))
    strictTerm = runs.count == 1 && numbers.isEmpty ? runs[0].whole.term : nil
    let quoted = requirements.filter(\.0).map(\.1)
    let plain = runs.filter { !$0.isQuoted }
    /// Documents that hold all quotations, among others.
    func requiringQuoted(_ query: Query) -> Query { quoted.isEmpty ? query : .filter(query, by: .and(quoted)) }
    let units = plain.flatMap(\.units) + numbers.filter { !$0.isQuoted }.map(\.own)
    loose = plain.isEmpty ? strict : requiringQuoted(.or(isHurried ? units : units + [strict]))
    if isHurried {
      ranked = loose
      return
    }
    let lift = Query.filter(.constantWeight(Ranking.strictLift), by: strict)
    let together = Query.scaled(.filter(.and(runs.map(\.whole.weight)), by: strict), by: Ranking.strictBonus)
    let bonuses = (plain.compactMap(\.bonus) + numbers.map(\.lift)).map(requiringQuoted) + [together, lift]
    // Xapian 1.4.22 gives wrong weights, and documents twice, where the right side of AND_MAYBE holds filters or
    // phrases: only plain terms may stand there, and whatever stands in the OR must be a match by itself.
    ranked = .andMaybe(.or([loose] + bonuses), .or(runs.flatMap(\.extras)))
  }
}

/// The trees of a document's number.
private struct NumberQuery {
  let isQuoted: Bool
  /// Documents that have it.
  let own: Query
  /// Documents that have it or name it as it was typed; nil where other runs require that.
  let exact: Query?
  /// What puts those that have it before all others.
  let lift: Query

  init(_ number: PlannedNumber, _ runs: [RunQuery]) {
    isQuoted = number.isQuoted
    own = .term(number.term)
    exact = number.runs.isEmpty ? nil : .or([own, .and(number.runs.map { runs[$0].whole.exact })])
    lift = .filter(.constantWeight(Ranking.numberLift), by: own)
  }
}

/// The trees of one run.
private struct RunQuery {
  let isQuoted: Bool
  let whole: PhraseQuery
  /// What makes a document a loose match, with weights.
  let units: [Query]
  /// What its units count more where it stands exactly; nil for a run of stop words.
  let bonus: Query?
  /// Terms that only add rank.
  let extras: [Query]

  init(_ run: PlannedRun) {
    isQuoted = run.isQuoted
    let words = run.words.map(RunQuery.word)
    whole = PhraseQuery(run.whole, words: words)
    let isRanked = !run.words.isEmpty
    // The run itself is a match, too: 5000 stands in 15000, which shares no word with it.
    units = words + run.phrases.flatMap(RunQuery.bigrams) + (isRanked ? [whole.exact] : [])
    let characters = run.phrases.flatMap(\.hanCharacters).map {
      Query.scaled(.term(TermUnit.character.term($0, in: .text)), by: Ranking.character)
    }
    let title = run.phrases.flatMap(\.bigrams).map {
      Query.scaled(.term(TermUnit.bigram.term($0, in: .title)), by: Ranking.titleBigram)
    }
    bonus = isRanked ? .scaled(.filter(whole.weight, by: whole.exact), by: Ranking.runBonus) : nil
    extras = characters + title + (isQuoted ? words + run.phrases.flatMap(RunQuery.bigrams) : [])
  }

  /// A word of letters or digits has no bigrams, so it weighs what a Han word and its bigram weigh together. A word of
  /// two Han characters has the term of its bigram, which then counts more.
  private static func word(_ word: String) -> Query {
    let term = TermUnit.term(word: word, in: .text)
    if term == TermUnit.bigram.term(word, in: .text) { return .scaled(.term(term), by: Ranking.pairWord) }
    let isHan = word.unicodeScalars.contains { $0.properties.isIdeographic }
    return .scaled(.term(term), by: isHan ? Ranking.word : Ranking.word + Ranking.bigram)
  }

  /// A phrase's bigrams, and the character itself where that is all: the only unit that finds it inside longer
  /// stretches.
  private static func bigrams(_ phrase: PlannedPhrase) -> [Query] {
    if phrase.characters.count == 1, let lone = phrase.hanCharacters.first {
      return [.term(TermUnit.character.term(lone, in: .text))]
    }
    return phrase.bigrams.map { .term(TermUnit.bigram.term($0, in: .text)) }
  }
}
