// A stretch of a query as the engine looks for it.

internal import Analysis
internal import Archive
internal import Xapian

/// The trees of a stretch that can stand in a document as it is.
struct PhraseQuery {
  /// Documents in which it stands exactly.
  let exact: Query
  /// The one term that ``exact`` is, where it is no more than that.
  let term: String?
  /// What it weighs where it does: its bigrams, and Han characters that stand alone in it; its words where it has no
  /// Han, itself where it has no words either.
  let weight: Query

  init(_ phrase: PlannedPhrase, words: [Query] = [], in field: Field = .text) {
    let units = phrase.bigrams.map { bigram in
      (bigram.unicodeScalars.count == 1 ? TermUnit.character : .bigram).term(bigram, in: field)
    }
    term = PhraseQuery.term(phrase, field)
    exact = term.map { .term($0) } ?? PhraseQuery.row(phrase, field)
    weight = !units.isEmpty ? .and(units.map { .term($0) }) : words.isEmpty ? exact : .or(words)
  }

  /// A single character, or a pair of Han.
  private static func term(_ phrase: PlannedPhrase, _ field: Field) -> String? {
    switch phrase.characters.count {
    case 1: TermUnit.character.term(phrase.text, in: field)
    case 2 where phrase.hanCharacters.count == 2: TermUnit.bigram.term(phrase.text, in: field)
    default: nil
    }
  }

  /// The characters in a row; the bigrams among them come first, as a cheap filter.
  private static func row(_ phrase: PlannedPhrase, _ field: Field) -> Query {
    let row = Query.phrase(phrase.characters.map { TermUnit.character.term($0, in: field) })
    let pairs = phrase.bigrams.filter { $0.unicodeScalars.count == 2 }
    if pairs.isEmpty { return row }
    return .filter(.and(pairs.map { .term(TermUnit.bigram.term($0, in: field)) }), by: row)
  }
}
