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

  private let runs: [(needle: Needle, parts: [Needle])]

  init(_ plan: QueryPlan) {
    let all = plan.runs.map { run in
      let whole = Needle(bytes: Array(run.whole.text.utf8), weight: Double(run.whole.characters.count))
      return (whole, run.isQuoted ? [] : PassageFinder.parts(of: run))
    }
    let isWithinLimit = all.count <= PassageFinder.needleLimit
    runs = isWithinLimit ? all : PassageFinder.heaviest(all)
  }

  private static func heaviest(_ runs: [(needle: Needle, parts: [Needle])]) -> [(needle: Needle, parts: [Needle])] {
    Array(runs.sorted { left, right in left.needle.weight > right.needle.weight }.prefix(needleLimit))
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
  func passages(
    of document: StoredDocument, folded: [UInt8], limit: Int
  ) throws(CorruptBytes) -> [Passage] {
    let (needles, occurrences) = search(folded)
    let cutter = PassageCutter(folded: folded, original: document.textBytes)
    var windows = Windows(occurrences, weights: needles.map(\.weight), text: cutter.folded)
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
          highlights: cutter.highlights(occurrences, in: range), repaired: try document.isRepaired(in: codePoints)))
    }
    return passages
  }

  /// Looks for each run, and for its parts where the run itself is not there.
  private func search(_ folded: [UInt8]) -> ([Needle], [Occurrence]) {
    let wholes = runs.map(\.needle)
    let found = Scanner.occurrences(of: wholes.map(\.bytes), in: folded, limit: PassageFinder.occurrenceLimit)
    let present = Set(found.map(\.needle))
    let parts = runs.indices.filter { !present.contains($0) }.flatMap { runs[$0].parts }
      .prefix(PassageFinder.needleLimit)
    guard !parts.isEmpty else { return (wholes, found) }
    let more = Scanner.occurrences(of: parts.map(\.bytes), in: folded, limit: PassageFinder.occurrenceLimit)
      .map { Occurrence(bytes: $0.bytes, needle: $0.needle + wholes.count) }
    return (wholes + parts, (found + more).sorted { $0.bytes.lowerBound < $1.bytes.lowerBound })
  }
}
