// A stretch of the query's text, folded and cut into words, runs and values.

internal import Analysis
internal import Archive
internal import ICU
internal import Indexing

/// Words or a quotation, analysed.
struct ClauseText {
  let folded: FoldedText
  let isQuoted: Bool
  /// Its runs, those together that a mark joins.
  private let runs: [Run]
  /// The values in it, and where they stand.
  let values: [(value: PlannedValue, codePoints: Range<Int>)]
  private let words: [(text: String, codePoints: Range<Int>)]
  private let analyzer: Analyzer

  init(_ text: String, isQuoted: Bool, _ analyzer: Analyzer) throws(SearchError) {
    self.isQuoted = isQuoted
    self.analyzer = analyzer
    folded = analyzer.fold(text)
    runs = folded.joinedRuns
    words = try ClauseText.words(of: folded, analyzer)
    values = ClauseText.values(of: folded, runs, isQuoted, analyzer)
  }

  /// Whether nothing in it can be looked for. In a quotation marks can.
  var isEmpty: Bool {
    isQuoted ? folded.bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A } : runs.isEmpty && values.isEmpty
  }

  /// The document's number that the whole of it is, white space around it aside.
  var onlyNumber: PlannedValue? {
    guard values.count == 1, values[0].value.isAlone, case .documentNumber = values[0].value.value else { return nil }
    let outside = runs.contains { !values[0].codePoints.contains($0.codePoints.lowerBound) }
    return outside ? nil : values[0].value
  }

  /// What it asks for where everything is required.
  func conditions() -> [PlannedCondition] {
    if isQuoted {
      if let onlyNumber { return [.value(onlyNumber)] }
      return isEmpty ? [] : [.exact(quotation)]
    }
    let alone = values.filter(\.value.isAlone)
    let runs = runs.map(\.codePoints).filter { run in !alone.contains { $0.codePoints.overlaps(run) } }
    return runs.map { .exact(PlannedExact(run: PlannedPhrase($0, of: folded, analyzer))) }
      + alone.map { .value($0.value) }
  }

  /// Its text as it stands, and closed up.
  var quotation: PlannedExact {
    let text = folded.string(0..<folded.bytes.count)
    let closed = String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
    return PlannedExact(
      phrase: PlannedPhrase(folded, analyzer),
      closedUp: closed == text || closed.isEmpty ? nil : PlannedPhrase(analyzer.fold(closed), analyzer),
      beginsWord: !isQuoted, endsWord: !isQuoted)
  }

  private static func words(
    of folded: FoldedText, _ analyzer: Analyzer
  ) throws(SearchError) -> [(text: String, codePoints: Range<Int>)] {
    var words: [(text: String, codePoints: Range<Int>)] = []
    do {
      try analyzer.forEachWord(of: folded) { bytes, codePoints, _ in words.append((folded.string(bytes), codePoints)) }
    } catch {
      throw SearchError(.bug, "ICU: \(error.message)")
    }
    return words
  }

  private static func values(
    of folded: FoldedText, _ runs: [Run], _ isQuoted: Bool, _ analyzer: Analyzer
  ) -> [(value: PlannedValue, codePoints: Range<Int>)] {
    analyzer.statedValues(in: folded, isTyped: true).map { found in
      let isAlone = runs.map(\.codePoints).allSatisfy { run in
        !run.overlaps(found.range) || run.clamped(to: found.range) == run
      }
      let isAmbiguous = isDays(found, of: folded, analyzer)
      return (PlannedValue(found.primary, isQuoted: isQuoted, isAlone: isAlone && !isAmbiguous, analyzer), found.range)
    }
  }

  /// 10日 may as well be the day of a month: it is looked for as it stands, and as a value only ranks.
  private static func isDays(_ found: StatedValue.Occurrence, of folded: FoldedText, _ analyzer: Analyzer) -> Bool {
    guard case .quantity = found.primary else { return false }
    return analyzer.characters(of: folded, in: found.range).last?.text == "日"
  }
}

extension PlannedValue {
  init(_ value: StatedValue, isQuoted: Bool, isAlone: Bool, _ analyzer: Analyzer) {
    self.isQuoted = isQuoted
    self.value = value
    term = TypedTerm.term(for: value, in: .text)
    if case .documentNumber(let number) = value {
      ownNumber = FieldTerms(analyzer).term(of: number.description, in: .number)
      spelling = PlannedPhrase(analyzer.fold(number.description), analyzer)
    } else {
      (ownNumber, spelling) = (nil, nil)
    }
    self.isAlone = isAlone && (term != nil || spelling != nil)
  }
}

extension ClauseText {
  /// The runs to rank by; those that are values by themselves are left to ``values``.
  ///
  /// - Parameter keepingValues: takes runs that are values for words.
  func runs(droppingStopWords: Bool, keepingValues: Bool = false) -> [PlannedRun] {
    if isQuoted { return isEmpty || onlyNumber != nil ? [] : [quotedRun] }
    let alone = keepingValues ? [] : values.filter(\.value.isAlone).map(\.codePoints)
    return runs.filter { run in !alone.contains { $0.overlaps(run.codePoints) } }.map { run in
      let inside = words.filter { run.codePoints.overlaps($0.codePoints) }
      let kept = droppingStopWords ? inside.filter { !StopWords.contains($0.text) } : inside
      let phrases =
        droppingStopWords ? stretches(of: run.codePoints, keeping: kept.map(\.codePoints)) : [run.codePoints]
      return PlannedRun(
        isQuoted: false,
        whole: PlannedExact(run: PlannedPhrase(run.codePoints, of: folded, analyzer)),
        words: kept.map(\.text), phrases: phrases.map { PlannedPhrase($0, of: folded, analyzer) },
        parts: parts(of: kept),
        valueTerms: keepingValues ? [] : valueTerms(in: run.codePoints))
    }
  }

  private var quotedRun: PlannedRun {
    PlannedRun(
      isQuoted: true, whole: quotation, words: words.map(\.text),
      phrases: runs.map { PlannedPhrase($0.codePoints, of: folded, analyzer) }, parts: [], valueTerms: [])
  }

  /// Plain numbers are words already, as far as they are written in digits.
  private func valueTerms(in run: Range<Int>) -> [String] {
    values.filter { $0.codePoints.overlaps(run) }.compactMap { found in
      if case .number = found.value.value, isAllDigits(found.codePoints) { return nil }
      return found.value.ownNumber == nil ? found.value.term : nil
    }
  }

  private func isAllDigits(_ codePoints: Range<Int>) -> Bool {
    analyzer.characters(of: folded, in: codePoints).allSatisfy { $0.class == .digit }
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
