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
    strict = .and(runs.map(\.whole.exact))
    let quoted = runs.filter(\.isQuoted).map(\.whole.exact)
    let plain = runs.filter { !$0.isQuoted }
    let anyUnit = Query.or(plain.flatMap(\.units) + [strict])
    loose = quoted.isEmpty ? anyUnit : plain.isEmpty ? strict : .filter(anyUnit, by: .and(quoted))
    let lift = Query.filter(.constantWeight(Ranking.strictLift), by: strict)
    let together = Query.scaled(.filter(.and(runs.map(\.whole.weight)), by: strict), by: Ranking.strictBonus)
    ranked = .andMaybe(loose, .or(runs.flatMap(\.rankOnly) + [together, lift]))
  }
}

/// The trees of one run.
private struct RunQuery {
  let isQuoted: Bool
  let whole: PhraseQuery
  /// What makes a document a loose match, with weights.
  let units: [Query]
  /// What only adds rank.
  let rankOnly: [Query]

  init(_ run: PlannedRun) {
    isQuoted = run.isQuoted
    whole = PhraseQuery(run.whole)
    let words = run.words.map(RunQuery.word)
    units = words + run.phrases.flatMap(RunQuery.bigrams)
    let characters = run.phrases.flatMap(\.hanCharacters).map {
      Query.scaled(.term(TermUnit.character.term($0, in: .text)), by: Ranking.character)
    }
    let title = run.phrases.flatMap(\.bigrams).map {
      Query.scaled(.term(TermUnit.bigram.term($0, in: .title)), by: Ranking.titleBigram)
    }
    let bonus = Query.scaled(.filter(whole.weight, by: whole.exact), by: Ranking.runBonus)
    rankOnly = characters + title + [bonus] + (isQuoted ? units : [])
  }

  /// A word of letters or digits has no bigrams, so it weighs what a Han word and its bigram weigh together.
  private static func word(_ word: String) -> Query {
    let isHan = word.unicodeScalars.contains { $0.properties.isIdeographic }
    return .scaled(
      .term(TermUnit.word.term(word, in: .text)), by: isHan ? Ranking.word : Ranking.word + Ranking.bigram)
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

/// The trees of a stretch that can stand in a document as it is.
private struct PhraseQuery {
  /// Documents in which it stands exactly.
  let exact: Query
  /// What it weighs where it does: its bigrams, and Han characters that stand alone in it.
  let weight: Query

  init(_ phrase: PlannedPhrase) {
    let units = phrase.bigrams.map { bigram in
      (bigram.unicodeScalars.count == 1 ? TermUnit.character : .bigram).term(bigram, in: .text)
    }
    exact = PhraseQuery.exact(phrase)
    weight = units.isEmpty ? .term(TermUnit.word.term(phrase.text, in: .text)) : .and(units.map { .term($0) })
  }

  /// The characters in a row; the bigrams among them come first, as a cheap filter.
  private static func exact(_ phrase: PlannedPhrase) -> Query {
    let characters = phrase.characters.map { TermUnit.character.term($0, in: .text) }
    if characters.count == 1 { return .term(characters[0]) }
    let pairs = phrase.bigrams.filter { $0.unicodeScalars.count == 2 }
    if characters.count == 2, pairs.count == 1 { return .term(TermUnit.bigram.term(pairs[0], in: .text)) }
    let row = Query.phrase(characters)
    if pairs.isEmpty { return row }
    return .filter(.and(pairs.map { .term(TermUnit.bigram.term($0, in: .text)) }), by: row)
  }
}
