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

  init(_ plan: QueryPlan) {
    let runs = plan.runs.map(RunQuery.init)
    strict = .and(runs.map(\.whole.exact))
    strictTerm = runs.count == 1 ? runs[0].whole.term : nil
    let quoted = runs.filter(\.isQuoted).map(\.whole.exact)
    let plain = runs.filter { !$0.isQuoted }
    /// Documents that hold all quotations, among others.
    func requiringQuoted(_ query: Query) -> Query { quoted.isEmpty ? query : .filter(query, by: .and(quoted)) }
    loose = plain.isEmpty ? strict : requiringQuoted(.or(plain.flatMap(\.units) + [strict]))
    let lift = Query.filter(.constantWeight(Ranking.strictLift), by: strict)
    let together = Query.scaled(.filter(.and(runs.map(\.whole.weight)), by: strict), by: Ranking.strictBonus)
    let bonuses = plain.compactMap(\.bonus).map(requiringQuoted) + [together, lift]
    // Xapian 1.4.22 gives wrong weights, and documents twice, where the right side of AND_MAYBE holds filters or
    // phrases: only plain terms may stand there, and whatever stands in the OR must be a match by itself.
    ranked = .andMaybe(.or([loose] + bonuses), .or(runs.flatMap(\.extras)))
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
  /// The one term that ``exact`` is, where it is no more than that.
  let term: String?
  /// What it weighs where it does: its bigrams, and Han characters that stand alone in it; its words where it has no
  /// Han.
  let weight: Query

  init(_ phrase: PlannedPhrase, words: [Query]) {
    let units = phrase.bigrams.map { bigram in
      (bigram.unicodeScalars.count == 1 ? TermUnit.character : .bigram).term(bigram, in: .text)
    }
    term = PhraseQuery.term(phrase)
    exact = term.map { .term($0) } ?? PhraseQuery.row(phrase)
    weight = units.isEmpty ? .or(words) : .and(units.map { .term($0) })
  }

  /// A single character, or a pair of Han.
  private static func term(_ phrase: PlannedPhrase) -> String? {
    switch phrase.characters.count {
    case 1: TermUnit.character.term(phrase.text, in: .text)
    case 2 where phrase.hanCharacters.count == 2: TermUnit.bigram.term(phrase.text, in: .text)
    default: nil
    }
  }

  /// The characters in a row; the bigrams among them come first, as a cheap filter.
  private static func row(_ phrase: PlannedPhrase) -> Query {
    let row = Query.phrase(phrase.characters.map { TermUnit.character.term($0, in: .text) })
    let pairs = phrase.bigrams.filter { $0.unicodeScalars.count == 2 }
    if pairs.isEmpty { return row }
    return .filter(.and(pairs.map { .term(TermUnit.bigram.term($0, in: .text)) }), by: row)
  }
}
