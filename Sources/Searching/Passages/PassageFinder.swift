// The parts of a document that show best why it matches.

internal import API
internal import Analysis
internal import Archive
internal import Indexing

/// Finds and cuts passages for the hits of one query.
struct PassageFinder {
  /// What is looked for, with how much it says.
  private typealias Weighed = (needle: Needle, weight: Double)

  /// The longest passage, in code points: two lines of print. Only a match that is longer makes it longer.
  static let maximumLength = 120
  /// How much text may stand before the first match, in code points.
  static let lead = 30
  /// How far a window reaches, in bytes: what is left of a passage of Han behind its lead.
  static let windowBytes = 3 * (maximumLength - lead)
  /// Occurrences looked for of each needle in one document; more cannot make a passage better. A guess.
  static let occurrenceLimit = 500
  /// Runs, and parts of runs, that are looked for: of longer queries the heaviest. Each costs some microseconds a
  /// document, and no deadline ends it; 64 are more than two lines can hold. A guess.
  static let needleLimit = 64

  private typealias Wanted = (wholes: [Weighed], parts: [Weighed])

  private let wanted: [Wanted]
  /// All that is looked for as a whole, in the order of ``wanted``.
  private let wholes: [Needle]
  private let values: ValueFinder
  private let analyzer: Analyzer
  /// What the passages' offsets count.
  private let unit: OffsetUnit

  init(_ plan: QueryPlan, _ filters: FilterPlan, _ analyzer: Analyzer, _ unit: OffsetUnit) {
    (self.analyzer, self.unit) = (analyzer, unit)
    values = ValueFinder(plan, filters, analyzer)
    let runs = plan.runs.map { run in
      (PassageFinder.weighed(run.whole), run.isQuoted ? [] : PassageFinder.parts(of: run))
    }
    let others = plan.conditions.flatMap(\.exacts).map { (PassageFinder.weighed($0), [Weighed]()) }
    let prefixes = plan.conditions.flatMap(\.wordPrefixes).map {
      ([PassageFinder.weighed(Needle(prefix: $0), $0)], [Weighed]())
    }
    let all: [Wanted] = runs + others + prefixes
    let isWithinLimit = all.count <= PassageFinder.needleLimit
    wanted = isWithinLimit ? all : PassageFinder.heaviest(all)
    wholes = wanted.flatMap(\.wholes).map(\.needle)
  }

  private static func heaviest(_ all: [Wanted]) -> [Wanted] {
    Array(all.sorted { left, right in left.wholes[0].weight > right.wholes[0].weight }.prefix(needleLimit))
  }

  private static func weighed(_ needle: Needle, _ text: String) -> Weighed {
    (needle, weight: Double(text.unicodeScalars.count))
  }

  private static func weighed(_ exact: PlannedExact) -> [Weighed] {
    exact.phrases.map { weighed(Needle($0, of: exact), $0.text) }
  }

  /// What stands for a run where it does not stand as a whole, its bigrams where it has no parts.
  private static func parts(of run: PlannedRun) -> [Weighed] {
    let bigrams = run.phrases.flatMap(\.bigrams).filter { $0.unicodeScalars.count > 1 }
    let parts = (run.parts.isEmpty ? bigrams : run.parts).filter { $0 != run.whole.phrase.text }
    return Set(parts).sorted().map { part in
      var needle = Needle(part)
      (needle.before, needle.after) = (RunEdge(before: part), RunEdge(behind: part))
      return (needle, weight: 0.5 * Double(part.unicodeScalars.count))
    }
  }

  /// The best passages of a document, best first, none overlapping another.
  func passages(of document: StoredDocument, limit: Int) throws(CorruptBytes) -> [Passage] {
    // Values are read from classified code points; bytes alone take a fraction of the time.
    let text = values.isEmpty ? nil : analyzer.fold(document.text)
    let folded = text?.bytes ?? analyzer.fold(utf8: document.textBytes)
    var (weights, occurrences) = search(folded)
    if let text {
      let found = values.occurrences(in: text, limit: PassageFinder.occurrenceLimit)
      let count = weights.count
      occurrences += found.values.map { Occurrence(bytes: $0, needle: count) }
      occurrences += found.figures.map { Occurrence(bytes: $0, needle: count + 1) }
      occurrences.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
      weights += [PassageFinder.valueWeight, PassageFinder.figureWeight]
    }
    let cutter = PassageCutter(folded: folded, original: document.textBytes)
    var windows = Windows(occurrences, weights: weights, text: cutter.folded)
    var ranges: [Range<Int>] = []
    while ranges.count < limit, let window = windows.takeBest() {
      let range = cutter.range(around: window, avoiding: ranges)
      windows.drop(range)
      ranges.append(range)
    }
    if ranges.isEmpty, limit > 0, let opening = cutter.opening() { ranges = [opening] }
    var passages: [Passage] = []
    for range in ranges {
      let offset = cutter.folded.codePointCount(0..<range.lowerBound)
      let codePoints = offset..<offset + cutter.folded.codePointCount(range)
      passages.append(
        Passage(
          text: cutter.string(range, at: offset), line: try document.position(at: offset)?.line ?? 1,
          offset: cutter.offset(ofCodePoint: offset, in: unit), cutStart: cutter.isCut(before: range.lowerBound),
          cutEnd: cutter.isCut(behind: range.upperBound), highlights: cutter.highlights(occurrences, in: range),
          repaired: try document.isRepaired(in: codePoints)))
    }
    return passages
  }

  /// What is looked for, as it stands in a title: half-open ranges of code points.
  func highlights(inTitle title: String) -> [[Int]] {
    let bytes = Array(title.utf8)
    let folded = analyzer.fold(utf8: bytes)
    return PassageCutter(folded: folded, original: bytes).highlights(search(folded).1, in: 0..<folded.count)
  }

  /// How much a value says: about what a word of as many signs does.
  private static let valueWeight = 4.0
  /// How much a figure says that lies in a range: less than any word, since ranges are wide and texts full of figures.
  private static let figureWeight = 0.5

  /// Looks for each run, and for its parts where the run itself is not there.
  ///
  /// - Returns: how much each needle weighs, and where they stand.
  private func search(_ folded: [UInt8]) -> ([Double], [Occurrence]) {
    let found = Scanner.occurrences(of: wholes, in: folded, limit: PassageFinder.occurrenceLimit)
    let weights = wanted.flatMap(\.wholes).map(\.weight)
    let missing = parts(whereMissingIn: found)
    guard !missing.isEmpty else { return (weights, found) }
    let more = Scanner.occurrences(of: missing.map(\.needle), in: folded, limit: PassageFinder.occurrenceLimit)
      .map { Occurrence(bytes: $0.bytes, needle: $0.needle + wholes.count) }
    return (
      weights + missing.map(\.weight), (found + more).sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
    )
  }

  /// The parts of what was not found as a whole.
  private func parts(whereMissingIn found: [Occurrence]) -> ArraySlice<Weighed> {
    guard wanted.contains(where: { !$0.parts.isEmpty }) else { return [] }
    let present = Set(found.map(\.needle))
    var first = 0
    let missing = wanted.filter { one in
      defer { first += one.wholes.count }
      return !one.wholes.indices.contains { present.contains(first + $0) }
    }
    return missing.flatMap(\.parts).prefix(PassageFinder.needleLimit)
  }
}
