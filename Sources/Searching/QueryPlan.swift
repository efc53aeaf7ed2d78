// A parsed query to what is looked for: runs, each with its units.

internal import API
internal import Analysis
internal import Archive
internal import ICU
internal import Indexing

/// A stretch of text that can stand in a document as it is. All texts are folded.
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
}

/// A run of the query with the units it is looked up by.
struct PlannedRun: Hashable, Sendable {
  /// Whether it stood in quotation marks, and so is required exactly.
  let isQuoted: Bool
  /// The run as it was typed.
  let whole: PlannedPhrase
  /// The ICU words to rank by.
  let words: [String]
  /// What stop words leave of the run: the phrases to rank by.
  let phrases: [PlannedPhrase]
  /// What is shown as a match where the run itself does not stand: its words, neighbouring words of one character
  /// taken together, because such are mostly a name or a word that the dictionary lacks (普惠).
  let parts: [String]
}

/// A document's number in the query: whoever has it as his own number is meant before all others.
struct PlannedNumber: Hashable, Sendable {
  let isQuoted: Bool
  /// The term of documents that have the number.
  let term: String
  /// What it is made of, for documents that name it: indices of the plan's runs. None where it was typed without a
  /// break between it and other words: whoever has the number need not hold those.
  let runs: [Int]
}

/// What a query looks for.
struct QueryPlan: Hashable, Sendable {
  let runs: [PlannedRun]
  /// Which of ``runs`` are no part of a number that stands by itself.
  let loneRuns: [Int]
  let numbers: [PlannedNumber]
  let notices: [Notice]

  /// Whether there is nothing to look for.
  var isEmpty: Bool { runs.isEmpty }

  init(_ parsed: ParsedQuery, _ analyzer: Analyzer) throws(SearchError) {
    var notices = parsed.notices
    var texts: [SegmentedText] = []
    for clause in parsed.clauses {
      let text = try SegmentedText(clause, analyzer)
      if text.folded.runs.isEmpty {
        notices.append(
          Notice(code: "no-words", message: "“\(clause.text)” holds no character that can be searched; it is left out"))
      }
      texts.append(text)
    }
    // Stop words say nothing, unless they are quoted or nothing else is said.
    let ranked = texts.map { $0.runs(analyzer, droppingStopWords: true) }
    let isEnough = ranked.joined().contains { !$0.run.words.isEmpty }
    let all = isEnough ? ranked : texts.map { $0.runs(analyzer, droppingStopWords: false) }
    let runs = all.joined().map(\.run).uniqued()
    self.runs = runs
    (loneRuns, numbers) = QueryPlan.numbers(texts, all, runs, FieldTerms(analyzer))
    self.notices = notices
  }

  /// The numbers in the texts, and which runs are left beside them.
  private static func numbers(
    _ texts: [SegmentedText], _ all: [[SegmentedText.Run]], _ runs: [PlannedRun], _ terms: FieldTerms
  ) -> (loneRuns: [Int], numbers: [PlannedNumber]) {
    let indices = Dictionary(uniqueKeysWithValues: zip(runs, runs.indices))
    var lone: [Int] = []
    var numbers: [PlannedNumber] = []
    for (text, located) in zip(texts, all) {
      var rest = located
      for occurrence in text.numbers {
        guard let term = terms.term(of: occurrence.number.description, in: .number) else { continue }
        let parts = located.filter { occurrence.range.overlaps($0.codePoints) }
        let isAlone = parts.allSatisfy { $0.codePoints.clamped(to: occurrence.range) == $0.codePoints }
        if isAlone { rest.removeAll { occurrence.range.overlaps($0.codePoints) } }
        numbers.append(
          PlannedNumber(isQuoted: text.isQuoted, term: term, runs: isAlone ? parts.compactMap { indices[$0.run] } : []))
      }
      lone += rest.compactMap { indices[$0.run] }
    }
    return (lone.uniqued(), numbers.uniqued())
  }
}

extension Sequence where Element: Hashable {
  /// Each element where it comes first: what is typed twice asks for nothing more.
  fileprivate func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

/// A clause of the query, folded and cut into words.
private struct SegmentedText {
  /// A run and where it stands.
  typealias Run = (run: PlannedRun, codePoints: Range<Int>)

  let folded: FoldedText
  let isQuoted: Bool
  /// The numbers of documents in it.
  let numbers: [DocumentNumber.Occurrence]
  var words: [(text: String, codePoints: Range<Int>)] = []

  init(_ clause: QueryClause, _ analyzer: Analyzer) throws(SearchError) {
    folded = analyzer.fold(clause.text)
    isQuoted = clause.kind == .phrase
    numbers = DocumentNumber.occurrences(
      in: Array(folded.string(0..<folded.bytes.count).unicodeScalars), isTyped: true)
    do {
      try analyzer.forEachWord(of: folded) { bytes, codePoints, _ in
        words.append((folded.string(bytes), codePoints))
      }
    } catch {
      throw SearchError(.bug, "ICU: \(error.message)")
    }
  }

  func runs(_ analyzer: Analyzer, droppingStopWords: Bool) -> [Run] {
    folded.runs.map { run in
      let inside = words.filter { run.codePoints.overlaps($0.codePoints) }
      let drops = droppingStopWords && !isQuoted
      let kept = drops ? inside.filter { !StopWords.contains($0.text) } : inside
      let phrases = drops ? stretches(of: run.codePoints, keeping: kept.map(\.codePoints)) : [run.codePoints]
      let planned = PlannedRun(
        isQuoted: isQuoted, whole: PlannedPhrase(run.codePoints, of: folded, analyzer), words: kept.map(\.text),
        phrases: phrases.map { PlannedPhrase($0, of: folded, analyzer) }, parts: parts(of: kept))
      return (planned, run.codePoints)
    }
  }

  private func parts(of words: [(text: String, codePoints: Range<Int>)]) -> [String] {
    var parts: [(text: String, codePoints: Range<Int>, isLone: Bool)] = []
    for word in words {
      let isLone = word.codePoints.count == 1
      if isLone, let last = parts.last, last.isLone, last.codePoints.upperBound == word.codePoints.lowerBound {
        parts[parts.count - 1] = (
          last.text + word.text, last.codePoints.lowerBound..<word.codePoints.upperBound, true
        )
      } else {
        parts.append((word.text, word.codePoints, isLone))
      }
    }
    return parts.map(\.text).filter { $0.unicodeScalars.count > 1 }
  }

  /// What is left of a run without its stop words: neighbouring words joined.
  private func stretches(of run: Range<Int>, keeping words: [Range<Int>]) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    for word in words.map({ $0.clamped(to: run) }) {
      if let last = stretches.last, last.upperBound == word.lowerBound {
        stretches[stretches.count - 1] = last.lowerBound..<word.upperBound
      } else {
        stretches.append(word)
      }
    }
    return stretches
  }
}
