// What may have been meant by a run of a query that the index hardly knows.

public import API
public import Analysis
internal import ICU
public import Xapian

/// Suggests other spellings of a run, from the vocabulary of the index itself.
///
/// A suggestion is a stretch that stands in documents exactly, and in clearly more of them than what was typed. It is
/// found by sound (homophones in place of characters, two characters exchanged, one doubled), and where that finds
/// none and nobody has the run, by shared bigrams (one character wrong, missing or too many); words of letters by their
/// nearest words. Nothing scans the whole vocabulary, and each run has a limit of what it may ask the index. The
/// same index gives the same suggestions.
///
/// As any search, it is for one thread: it asks through the database and the analyser that it was given.
public struct Suggester {
  /// A spelling is suggested when so many times more documents hold it (a guess; enough to be no matter of chance).
  private static let clearlyMore = 50
  /// How many stretches of a run are looked at (a guess).
  private static let stretchLimit = 8
  /// How many candidates of a stretch at each cost are looked for as a whole (a guess).
  private static let candidateLimit = 10

  private let database: Database
  private let analyzer: Analyzer
  private let end: SearchEnd

  /// - Parameters:
  ///   - database: one generation of an index.
  ///   - analyzer: the one that its terms were made with.
  public init(database: Database, analyzer: Analyzer) { self.init(database: database, analyzer: analyzer, .never) }

  /// - Parameter end: when the question has to be answered; from then on nothing more is found.
  init(database: Database, analyzer: Analyzer, _ end: SearchEnd) {
    self.database = database
    self.analyzer = analyzer
    self.end = end
  }

  /// Reads what the first suggestion of a process would wait for, a third of a second long.
  public static func prepare() { _ = PinyinTable.shared }

  /// Suggests other spellings of the stretches of Han and of letters in a run.
  ///
  /// The first suggestion of a process waits for ``ICU/PinyinTable/shared``.
  ///
  /// - Parameters:
  ///   - run: a run of a query; folded here, so that it may be as typed. Of a run of both scripts, and of a long one,
  ///     the part that is likely wrong is named by ``API/Suggestion/run``.
  ///   - limit: how many are wanted at most.
  /// - Returns: none for what documents hold as it is, or for what nothing resembles; for each part the best first.
  /// - Throws: ``SearchError`` of code `index` when the index cannot be read, `bug` when ICU's data is missing.
  public func suggestions(for run: String, limit: Int = 3) throws(SearchError) -> [Suggestion] {
    try report(run, limit: limit).suggestions
  }

  /// Suggestions, and what they took: looked-up terms, walked terms and counted phrases.
  package func report(
    _ run: String, limit: Int = 3
  ) throws(SearchError) -> (suggestions: [Suggestion], lookups: Int, walked: Int, phrases: Int) {
    do {
      let vocabulary = try Vocabulary(database, analyzer, end)
      var found: [Suggestion] = []
      for stretch in stretches(of: run).prefix(Suggester.stretchLimit) where found.count < limit {
        found += stretch.isHan ? try suggest(stretch.text, vocabulary) : try suggest(word: stretch.text, vocabulary)
      }
      let asked = (vocabulary.lookupCount, vocabulary.walkCount, vocabulary.phraseCount)
      return (Array(found.prefix(max(0, limit))), asked.0, asked.1, asked.2)
    } catch let error as XapianError {
      throw SearchError(.index, "cannot look for other spellings: \(error.message)")
    } catch let error as ICUError {
      throw SearchError(.bug, "ICU: \(error.message)")
    } catch {
      throw SearchError(.bug, "\(error)")
    }
  }

  /// The stretches of one script, folded.
  private func stretches(of run: String) -> [(text: String, isHan: Bool)] {
    let folded = analyzer.fold(run)
    var stretches: [(text: String, isHan: Bool)] = []
    var previous = CodePointClass.other
    for character in analyzer.characters(of: folded, in: 0..<folded.count) {
      defer { previous = character.class }
      guard character.class.isRun else { continue }
      let isHan = character.class == .han
      if previous.isRun, let last = stretches.last, last.isHan == isHan {
        stretches[stretches.count - 1].text += character.text
      } else {
        stretches.append((character.text, isHan))
      }
    }
    return stretches
  }
}

// MARK: - Han

extension Suggester {
  private func suggest(_ stretch: String, _ vocabulary: Vocabulary) throws -> [Suggestion] {
    let text = Array(stretch.unicodeScalars)
    guard text.count > 1 else { return [] }
    let whole = text.count <= HanCorrector.maximumLength ? try correct(text, vocabulary) : []
    if !whole.isEmpty { return whole }
    var found: [Suggestion] = []
    for part in try DoubtfulParts(vocabulary: vocabulary).parts(of: text, words: words(of: stretch)) {
      for range in part where range != text.indices {
        guard let best = try correct(Array(text[range]), vocabulary).first else { continue }
        if !found.contains(best) { found.append(best) }
        break
      }
    }
    return found
  }

  private func correct(_ text: [Unicode.Scalar], _ vocabulary: Vocabulary) throws -> [Suggestion] {
    let typed = String(text)
    guard let rare = try rareCount(typed, vocabulary.evidence(for: text)?.bound ?? 0, vocabulary) else { return [] }
    let corrector = HanCorrector(vocabulary: vocabulary, pinyin: try PinyinTable.shared.get())
    let sounds = try verified(corrector.soundAlikes(of: text), typed, rare, vocabulary)
    if !sounds.isEmpty || rare > 0 { return sounds }
    return try verified(corrector.neighbours(of: text), typed, rare, vocabulary)
  }

  /// The words of a stretch in code points.
  private func words(of stretch: String) throws(ICUError) -> [Range<Int>] {
    var words: [Range<Int>] = []
    try analyzer.forEachWord(of: analyzer.fold(stretch)) { _, codePoints, _ in words.append(codePoints) }
    return words
  }
}

// MARK: - Letters, and what both have in common

extension Suggester {
  private func suggest(word: String, _ vocabulary: Vocabulary) throws -> [Suggestion] {
    let candidates = try WordCorrector(vocabulary: vocabulary).candidates(for: word)
    guard !candidates.isEmpty, let rare = try rareCount(word, .max, vocabulary) else { return [] }
    return try verified(candidates, word, rare, vocabulary)
  }

  /// How many documents hold what was typed; nil where they are so many that nothing can have clearly more, and where
  /// that can no longer be told.
  ///
  /// - Parameter bound: how many documents can hold it at most.
  private func rareCount(_ typed: String, _ bound: Int, _ vocabulary: Vocabulary) throws(XapianError) -> Int? {
    guard !vocabulary.isSpent else { return nil }
    guard bound > 0 else { return 0 }
    let most = vocabulary.documentCount / Suggester.clearlyMore
    guard let count = try vocabulary.documents(holding: typed, limit: most + 1) else { return nil }
    return count <= most ? count : nil
  }

  /// The candidates that documents hold as a whole, in clearly more of them than what was typed.
  private func verified(
    _ candidates: [Candidate], _ typed: String, _ rare: Int, _ vocabulary: Vocabulary
  ) throws(XapianError) -> [Suggestion] {
    var found: [Candidate] = []
    for candidate in candidates.filter({ $0.text != typed }).best(ofEachCost: Suggester.candidateLimit) {
      guard let count = try vocabulary.documents(holding: candidate.text, limit: Searcher.exactTotalLimit) else {
        break
      }
      if count > 0, count >= rare * Suggester.clearlyMore {
        var candidate = candidate
        candidate.count = count
        found.append(candidate)
      }
    }
    return found.sorted(by: Candidate.precedes).map { Suggestion(run: typed, text: $0.text, count: $0.count) }
  }
}
