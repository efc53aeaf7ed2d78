// A run of a query to the engine's query trees.

internal import Analysis
internal import Archive
internal import Xapian

/// The trees of one run.
struct RunQuery {
  let isQuoted: Bool
  let isRequired: Bool
  let whole: ExactQuery
  /// What it weighs as a whole.
  let weight: Query
  /// What makes a document a loose match, with weights.
  let units: [ScorePart]
  /// Whether it can stand where none of its terms does: 第21 in 某第21号.
  let needsWhole: Bool
  /// What its units count more where it stands exactly; nil for a run of stop words.
  let bonus: ScorePart?
  /// Terms that only add rank.
  let extras: [ScorePart]

  init(_ run: PlannedRun) {
    isQuoted = run.isQuoted
    isRequired = run.isRequired
    let text = run.whole.phrase.text
    let words = run.words.map(RunQuery.word)
    let bigrams = run.phrases.flatMap(RunQuery.bigrams)
    whole = ExactQuery(run.whole)
    weight = PhraseQuery(run.whole.phrase, words: words.map(\.query)).weight
    let isLifted = !run.words.isEmpty && run.isRequired
    let values = run.valueTerms.map { ScorePart(.value, term: $0, scale: Ranking.value) }
    needsWhole = isLifted && !run.phrases.contains { $0.bigrams.contains { $0.unicodeScalars.count == 2 } }
    units = words + bigrams + values + (isLifted ? [ScorePart(.run, text, whole.match)] : [])
    bonus =
      isLifted ? ScorePart(.runBonus, text, .scaled(.filter(weight, by: whole.match), by: Ranking.runBonus)) : nil
    let characters = run.phrases.flatMap(\.hanCharacters).map {
      ScorePart(.character, $0, term: TermUnit.character.term($0, in: .text), scale: Ranking.character)
    }
    let title = run.phrases.flatMap(\.bigrams).map {
      ScorePart(.titleBigram, $0, term: TermUnit.bigram.term($0, in: .title), scale: Ranking.titleBigram)
    }
    extras = characters + title + (isQuoted ? words + bigrams : [])
  }

  /// A word of letters or digits has no bigrams, so it weighs what a Han word and its bigram weigh together. A word of
  /// two Han characters has the term of its bigram, which then counts more.
  private static func word(_ word: String) -> ScorePart {
    let term = TermUnit.term(word: word, in: .text)
    let isHan = word.unicodeScalars.contains { $0.properties.isIdeographic }
    let isPair = term == TermUnit.bigram.term(word, in: .text)
    let scale = isPair ? Ranking.pairWord : isHan ? Ranking.word : Ranking.word + Ranking.bigram
    return ScorePart(.word, word, term: term, scale: scale)
  }

  /// A phrase's bigrams, and the character itself where that is all: the only unit that finds it inside longer
  /// stretches.
  private static func bigrams(_ phrase: PlannedPhrase) -> [ScorePart] {
    if phrase.characters.count == 1, let lone = phrase.hanCharacters.first {
      return [ScorePart(.bigram, lone, term: TermUnit.character.term(lone, in: .text))]
    }
    return phrase.bigrams.map { ScorePart(.bigram, $0, term: TermUnit.bigram.term($0, in: .text)) }
  }
}
