// A plan to the engine's query trees.

internal import Analysis
internal import Archive
internal import Xapian

/// The trees of a plan, in both readings.
struct EngineQuery {
  /// Documents in which every run stands exactly.
  let strict: Query
  /// Documents that share a word or bigram with the query, strict matches included, and hold every quoted phrase.
  let loose: Query
  /// ``loose`` with everything that only adds rank.
  let ranked: Query

  init(_ plan: QueryPlan) {
    let runs = plan.runs.map(RunQuery.init)
    strict = .and(runs.map(\.exact))
    let quoted = runs.filter(\.isQuoted).map(\.exact)
    let plain = runs.filter { !$0.isQuoted }
    let anyUnit = Query.or(plain.flatMap(\.units) + [strict])
    let required = quoted.isEmpty ? anyUnit : plain.isEmpty ? strict : Query.filter(anyUnit, by: .and(quoted))
    loose = required
    let lift = Query.filter(.constantWeight(Ranking.strictLift), by: strict)
    let whole = runs.count > 1 ? [Query.scaled(.filter(.and(runs.map(\.weights)), by: strict), by: Ranking.phraseBonus)] : []
    ranked = .andMaybe(required, .or(runs.flatMap(\.rankOnly) + whole + [lift]))
  }
}

/// The trees of one run.
private struct RunQuery {
  let isQuoted: Bool
  /// Documents in which the run stands exactly, weightless.
  let exact: Query
  /// What makes a document a loose match, with weights.
  let units: [Query]
  /// All weighted units of the run together: what the phrase bonus multiplies.
  let weights: Query
  /// What only adds rank.
  let rankOnly: [Query]

  init(_ run: PlannedRun) {
    isQuoted = run.isQuoted
    exact = RunQuery.exact(run)
    let words = run.words.map { Query.scaled(.term(TermUnit.word.term($0, in: .text)), by: Ranking.word) }
    let bigrams = RunQuery.bigrams(run)
    units = words + bigrams
    weights = RunQuery.weights(run, words)
    let characters = run.hanCharacters.map {
      Query.scaled(.term(TermUnit.character.term($0, in: .text)), by: Ranking.character)
    }
    let title = run.bigrams.map {
      Query.scaled(.term(TermUnit.bigram.term($0, in: .title)), by: Ranking.titleBigram)
    }
    let bonus = run.characters.count > 1
      ? [Query.scaled(.filter(weights, by: exact), by: Ranking.phraseBonus)] : []
    rankOnly = characters + title + bonus + (isQuoted ? words + bigrams : [])
  }

  /// The run's bigrams, and the character itself where the run is a single Han character: the only unit that finds it
  /// inside longer stretches.
  private static func bigrams(_ run: PlannedRun) -> [Query] {
    if run.characters.count == 1, let lone = run.hanCharacters.first {
      return [.term(TermUnit.character.term(lone, in: .text))]
    }
    return run.bigrams.map { .term(TermUnit.bigram.term($0, in: .text)) }
  }

  /// What the run weighs where it stands exactly: its pairs, and Han characters that stand alone in it; the words of a
  /// run without Han.
  private static func weights(_ run: PlannedRun, _ words: [Query]) -> Query {
    let units = run.bigrams.map { bigram in
      bigram.unicodeScalars.count == 1 ? TermUnit.character.term(bigram, in: .text) : TermUnit.bigram.term(bigram, in: .text)
    }
    return units.isEmpty ? .or(words) : .and(units.map { .term($0) })
  }

  /// The characters in a row; the bigrams among them come first, as a cheap filter.
  private static func exact(_ run: PlannedRun) -> Query {
    let characters = run.characters.map { TermUnit.character.term($0, in: .text) }
    if characters.count == 1 { return .term(characters[0]) }
    let pairs = run.bigrams.filter { $0.unicodeScalars.count == 2 }
    if characters.count == 2, pairs.count == 1 { return .term(TermUnit.bigram.term(pairs[0], in: .text)) }
    let phrase = Query.phrase(characters)
    if pairs.isEmpty { return phrase }
    return .filter(.and(pairs.map { .term(TermUnit.bigram.term($0, in: .text)) }), by: phrase)
  }
}
