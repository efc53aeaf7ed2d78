// What an index holds, asked for within limits.

internal import Analysis
internal import Archive
internal import Xapian

/// How many documents have characters, bigrams, words and phrases, and which of them begin alike.
///
/// One per query: it remembers answers and counts what it asks the index. Beyond its limits nothing is found any more;
/// as the order of the questions depends on the query and the index alone, so do the answers, unless time ends them.
final class Vocabulary {
  /// Looked-up terms, walked terms and counted phrases of one query. Guesses: the worst query tried
  /// took 1,569, 3,743 and 40 of them and 77 ms, most misspelt terms under 1,000 and 2 to 25 ms (debug build, 579
  /// statutes).
  static let lookupLimit = 2_000
  static let walkLimit = 6_000
  static let phraseLimit = 40

  private(set) var lookupCount = 0
  private(set) var walkCount = 0
  private(set) var phraseCount = 0
  let documentCount: Int
  private let database: Database
  private let analyzer: Analyzer
  private let end: SearchEnd
  private var known: [String: Int] = [:]

  /// - Parameter end: when the query has to be answered.
  init(_ database: Database, _ analyzer: Analyzer, _ end: SearchEnd) throws(XapianError) {
    self.database = database
    self.analyzer = analyzer
    self.end = end
    documentCount = try database.documentCount
  }

  /// Whether no more terms are looked up: what is said to be unknown may be common then.
  var isSpent: Bool { lookupCount >= Vocabulary.lookupLimit || end.isOver }

  /// How many documents have the character.
  func documents(having character: Unicode.Scalar) throws(XapianError) -> Int {
    try documents(TermUnit.character.term(String(character), in: .text))
  }

  /// How many documents have the two Han characters next to each other.
  func documents(having first: Unicode.Scalar, before second: Unicode.Scalar) throws(XapianError) -> Int {
    try documents(TermUnit.bigram.term(String([first, second]), in: .text))
  }

  /// What is known of a stretch of Han before it is looked for as a whole; nil where it has a bigram that no document
  /// has.
  func evidence(for characters: [Unicode.Scalar]) throws(XapianError) -> Evidence? {
    var evidence = Evidence()
    for (first, second) in zip(characters, characters.dropFirst()) {
      evidence.add(try documents(having: first, before: second))
      if evidence.bound == 0 { return nil }
    }
    return characters.count > 1 ? evidence : nil
  }

  private func documents(_ term: String) throws(XapianError) -> Int {
    if let count = known[term] { return count }
    guard !isSpent else { return 0 }
    lookupCount += 1
    let count = try database.termFrequency(term)
    known[term] = count
    return count
  }

  /// The Han characters that stand behind a Han character anywhere, those of most documents first.
  func followers(of character: Unicode.Scalar) throws(XapianError) -> [Unicode.Scalar] {
    let prefix = TermUnit.bigram.term(String(character), in: .text)
    var followers: [(character: Unicode.Scalar, count: Int)] = []
    try forEachTerm(prefix: prefix) { rest, count in
      guard let follower = rest.unicodeScalars.first else { return }
      followers.append((follower, count))
      known[prefix + rest] = count
    }
    followers.sort { $0.count != $1.count ? $0.count > $1.count : $0.character < $1.character }
    return followers.map(\.character)
  }

  /// Hands over the words that begin with a prefix, in byte order, with how many documents have them.
  func forEachWord(prefix: String, _ body: (_ word: String, _ count: Int) -> Void) throws(XapianError) {
    try forEachTerm(prefix: TermUnit.word.term(prefix, in: .text)) { rest, count in body(prefix + rest, count) }
  }

  private func forEachTerm(prefix: String, _ body: (_ rest: String, _ count: Int) -> Void) throws(XapianError) {
    let length = prefix.utf8.count
    guard walkCount < Vocabulary.walkLimit, !end.isOver else { return }
    try database.forEachTerm(prefix: prefix) { term, count in
      walkCount += 1
      body(String(decoding: term[length...], as: UTF8.self), count)
      return walkCount < Vocabulary.walkLimit && !end.isOver
    }
  }

  /// How many documents hold a stretch of text as a run of a query; nil when the limit of such questions is reached, or the time
  /// is over.
  ///
  /// - Parameter limit: up to how many documents the number is exact.
  func documents(holding text: String, limit: Int) throws(XapianError) -> Int? {
    guard phraseCount < Vocabulary.phraseLimit, !end.isOver else { return nil }
    phraseCount += 1
    let folded = analyzer.fold(text)
    let phrase = ExactQuery(PlannedExact(run: PlannedPhrase(folded, analyzer)))
    if let term = phrase.term { return try database.termFrequency(term) }
    let enquire = try Enquire(database)
    try enquire.setBooleanWeight()
    try enquire.setQuery(end.bound(phrase.match))
    let count = try enquire.matches(limit: 0, checkAtLeast: max(1, min(limit, documentCount))).estimate
    return end.didCutShort ? nil : count
  }
}

extension String {
  /// A text of code points.
  init(_ characters: some Sequence<Unicode.Scalar>) {
    self.init(UnicodeScalarView(characters))
  }
}
