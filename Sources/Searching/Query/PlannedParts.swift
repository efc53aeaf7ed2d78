// What is looked for, piece by piece. All texts are folded.

internal import Analysis
internal import Archive

/// A stretch of text that can stand in a document as it is.
struct PlannedPhrase: Hashable, Sendable {
  /// The stretch itself.
  let text: String
  /// Its code points.
  let characters: [String]
  /// Those of ``characters`` that are Han.
  let hanCharacters: [String]
  /// Its bigrams; a single Han character where one stands alone.
  let bigrams: [String]

  init(_ codePoints: Range<Int>, of text: FoldedText, _ analyzer: Analyzer) {
    let characters = analyzer.characters(of: text, in: codePoints)
    self.text = characters.map(\.text).joined()
    self.characters = characters.map(\.text)
    hanCharacters = characters.filter { $0.class == .han }.map(\.text)
    bigrams = analyzer.bigrams(of: text, in: codePoints)
  }

  /// A whole text.
  init(_ text: FoldedText, _ analyzer: Analyzer) { self.init(0..<text.count, of: text, analyzer) }
}

/// What has to stand in a document as it was typed: a run, or a quotation with all its marks.
struct PlannedExact: Hashable, Sendable {
  let phrase: PlannedPhrase
  /// The quotation without its white space: repair takes the spaces of typesetting out of texts, and who copies from a
  /// page copies them. Nil where there is none.
  var closedUp: PlannedPhrase?
  /// Whether a number or word of letters that it begins with must begin there in the text, too: what nobody quoted does
  /// not mean a part of one.
  var beginsWord = false
  /// The same of its end.
  var endsWord = false

  /// A run that was typed without quotation marks.
  init(run phrase: PlannedPhrase) { self.init(phrase: phrase, beginsWord: true, endsWord: true) }

  init(phrase: PlannedPhrase, closedUp: PlannedPhrase? = nil, beginsWord: Bool = false, endsWord: Bool = false) {
    (self.phrase, self.closedUp, self.beginsWord, self.endsWord) = (phrase, closedUp, beginsWord, endsWord)
  }

  var phrases: [PlannedPhrase] { [phrase] + (closedUp.map { [$0] } ?? []) }

  /// What must not go on before and behind a phrase of it.
  func edges(of phrase: PlannedPhrase) -> (before: RunEdge?, after: RunEdge?) {
    (beginsWord ? RunEdge(before: phrase.text) : nil, endsWord ? RunEdge(behind: phrase.text) : nil)
  }
}

/// A run of the query's ranked words, or a quotation, with the units it is looked up by.
struct PlannedRun: Hashable, Sendable {
  /// Whether it stood in quotation marks, and so is required exactly.
  let isQuoted: Bool
  /// Whether a strict match holds it; what a document's number is made of only ranks.
  var isRequired = true
  /// The run as it was typed.
  let whole: PlannedExact
  /// The ICU words to rank by.
  let words: [String]
  /// What stop words leave of the run: the phrases to rank by.
  let phrases: [PlannedPhrase]
  /// What is shown as a match where the run itself does not stand: its words, neighbouring words of one character
  /// taken together, because such are mostly a name or a word that the dictionary lacks (普惠).
  let parts: [String]
  /// The terms of dates, quantities and the like that stand in the run beside other text: they only rank.
  let valueTerms: [String]
}

/// A number, date, quantity or document's number in the query, whatever way it was spelled.
struct PlannedValue: Hashable, Sendable {
  let isQuoted: Bool
  /// What it is, in its normal form.
  let value: StatedValue
  /// The term of texts that state it; nil for one too long to be a term.
  let term: String?
  /// The term of documents that have it as their own number.
  let ownNumber: String?
  /// Its normal spelling, for documents' numbers: a text in which the number runs on from another word holds it still.
  let spelling: PlannedPhrase?
  /// Whether it stands by itself: then it is required. Between other words of a run these say what is required.
  let isAlone: Bool
}
