// The parts of a document that show best why it matches.

internal import API
internal import Analysis
internal import Archive
internal import Indexing

/// Finds and cuts passages for the hits of one query.
struct PassageFinder {
  /// What is looked for, with how much it says.
  private struct Needle {
    let bytes: [UInt8]
    let weight: Double
  }

  /// The longest passage, in code points: two lines of print.
  static let maximumLength = 120
  /// How much text may stand before the first match, in code points.
  static let lead = 30
  /// Occurrences looked for of each needle in one document; more cannot make a passage better. A guess.
  static let occurrenceLimit = 500

  private let runs: [(needle: Needle, parts: [Needle])]

  init(_ plan: QueryPlan) {
    runs = plan.runs.map { run in
      let whole = Needle(bytes: Array(run.whole.text.utf8), weight: Double(run.whole.characters.count))
      return (whole, run.isQuoted ? [] : PassageFinder.parts(of: run))
    }
  }

  /// What stands for a run where it does not stand as a whole, its bigrams where it has no parts.
  private static func parts(of run: PlannedRun) -> [Needle] {
    let bigrams = run.phrases.flatMap(\.bigrams).filter { $0.unicodeScalars.count > 1 }
    let parts = (run.parts.isEmpty ? bigrams : run.parts).filter { $0 != run.whole.text }
    return Set(parts).sorted().map { Needle(bytes: Array($0.utf8), weight: 0.5 * Double($0.unicodeScalars.count)) }
  }

  /// The best passages of a document, best first, none overlapping another.
  ///
  /// - Parameter folded: the document's text, folded.
  func passages(of document: StoredDocument, _ folded: FoldedText, spans: SpanMap, limit: Int) -> [Passage] {
    let (needles, occurrences) = search(folded)
    let text = PassageText(document.text)
    var windows = Windows(occurrences, weights: needles.map(\.weight), text: text)
    var passages: [Passage] = []
    while passages.count < limit, let window = windows.takeBest() {
      let range = text.passage(around: window)
      windows.drop(range)
      passages.append(passage(range, occurrences, text, spans))
    }
    if passages.isEmpty, limit > 0, let range = text.opening() {
      passages.append(passage(range, [], text, spans))
    }
    return passages
  }

  /// Looks for each run, and for its parts where the run itself is not there.
  private func search(_ folded: FoldedText) -> ([Needle], [Occurrence]) {
    let wholes = runs.map(\.needle)
    let found = Scanner.occurrences(of: wholes.map(\.bytes), in: folded, limit: PassageFinder.occurrenceLimit)
    let present = Set(found.map(\.needle))
    let parts = runs.indices.filter { !present.contains($0) }.flatMap { runs[$0].parts }
    guard !parts.isEmpty else { return (wholes, found) }
    let more = Scanner.occurrences(of: parts.map(\.bytes), in: folded, limit: PassageFinder.occurrenceLimit)
      .map { Occurrence(codePoints: $0.codePoints, needle: $0.needle + wholes.count) }
    return (wholes + parts, (found + more).sorted { $0.codePoints.lowerBound < $1.codePoints.lowerBound })
  }

  private func passage(
    _ range: Range<Int>, _ occurrences: [Occurrence], _ text: PassageText, _ spans: SpanMap
  ) -> Passage {
    var highlights: [[Int]] = []
    for occurrence in occurrences {
      let match = occurrence.codePoints
      guard match.lowerBound >= range.lowerBound, match.upperBound <= range.upperBound else { continue }
      let (start, end) = (match.lowerBound - range.lowerBound, match.upperBound - range.lowerBound)
      if let last = highlights.last, start < last[1] {
        highlights[highlights.count - 1][1] = max(last[1], end)
      } else {
        highlights.append([start, end])
      }
    }
    return Passage(
      text: text.string(range), line: spans.position(at: range.lowerBound)?.line ?? 1, highlights: highlights)
  }
}
