// A parsed query to what is looked for: runs, each with its units.

internal import API
internal import Analysis
internal import ICU

/// A run of the query with the units it is looked up by. All texts are folded.
struct PlannedRun: Hashable, Sendable {
  /// The run itself.
  let text: String
  /// Whether it stood in quotation marks, and so is required exactly.
  let isQuoted: Bool
  /// Its ICU words, stop words left out.
  let words: [String]
  /// Its bigrams; a single Han character where one stands alone.
  let bigrams: [String]
  /// Its code points.
  let characters: [String]
  /// Those of ``characters`` that are Han.
  let hanCharacters: [String]
}

/// What a query looks for.
struct QueryPlan: Hashable, Sendable {
  var runs: [PlannedRun] = []
  var notices: [Notice] = []

  /// Whether there is nothing to look for.
  var isEmpty: Bool { runs.isEmpty }

  init(_ parsed: ParsedQuery, _ analyzer: Analyzer) throws(SearchError) {
    notices = parsed.notices
    for clause in parsed.clauses {
      let text = analyzer.fold(clause.text)
      let found = text.runs
      if found.isEmpty {
        notices.append(
          Notice(code: "no-words", message: "“\(clause.text)” holds no character that can be searched; it is left out"))
      }
      let words = try QueryPlan.words(of: text, analyzer)
      for run in found { runs.append(PlannedRun(run, text, clause, words, analyzer)) }
    }
    dropStopWords()
  }

  private static func words(
    of text: FoldedText, _ analyzer: Analyzer
  ) throws(SearchError) -> [(text: String, codePoints: Range<Int>)] {
    var words: [(String, Range<Int>)] = []
    do {
      try analyzer.forEachWord(of: text) { bytes, codePoints, _ in words.append((text.string(bytes), codePoints)) }
    } catch {
      throw SearchError(.bug, "ICU: \(error.message)")
    }
    return words
  }

  /// Leaves stop words out of the words to rank by, unless nothing else would be left or they were quoted.
  private mutating func dropStopWords() {
    let kept = runs.map { run in
      run.isQuoted ? run : run.replacingWords(run.words.filter { !StopWords.contains($0) })
    }
    if kept.contains(where: { !$0.words.isEmpty }) { runs = kept }
  }
}

extension PlannedRun {
  fileprivate init(
    _ run: Run, _ text: FoldedText, _ clause: QueryClause, _ words: [(text: String, codePoints: Range<Int>)],
    _ analyzer: Analyzer
  ) {
    self.text = text.string(run.bytes)
    isQuoted = clause.kind == .phrase
    self.words = words.filter { run.codePoints.overlaps($0.codePoints) }.map(\.text)
    bigrams = analyzer.bigrams(of: text, in: run.codePoints)
    let all = analyzer.characters(of: text, in: run.codePoints)
    characters = all.map(\.text)
    hanCharacters = all.filter { $0.class == .han }.map(\.text)
  }

  fileprivate func replacingWords(_ words: [String]) -> PlannedRun {
    PlannedRun(
      text: text, isQuoted: isQuoted, words: words, bigrams: bigrams, characters: characters,
      hanCharacters: hanCharacters)
  }
}
