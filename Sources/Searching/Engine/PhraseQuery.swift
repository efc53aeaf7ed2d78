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
    let pairs = pairs(phrase, field)
    return pairs.isEmpty ? row : .filter(.and(pairs), by: row)
  }

  /// Documents in which a phrase stands as a filter of positions says.
  ///
  /// - Parameter row: the filter; it sees that the characters stand in a row, too.
  static func exact(_ phrase: PlannedPhrase, row: Query, in field: Field) -> Query {
    let characters = phrase.characters.uniqued().map { Query.term(TermUnit.character.term($0, in: field)) }
    let pairs = pairs(phrase, field)
    if pairs.isEmpty { return .filter(.and(characters), by: row) }
    return .filter(.and(pairs), by: .filter(.and(characters), by: row))
  }

  private static func pairs(_ phrase: PlannedPhrase, _ field: Field) -> [Query] {
    phrase.bigrams.filter { $0.unicodeScalars.count == 2 }.map { .term(TermUnit.bigram.term($0, in: field)) }
  }
}
