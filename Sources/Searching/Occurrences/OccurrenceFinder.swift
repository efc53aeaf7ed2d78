// Every place in a document where a query's text stands.

internal import Analysis
internal import Archive

/// Finds what a query's strict reading looks for: its runs and quotations, prefixes, and values in any spelling.
///
/// What excludes is not looked for. Of NEAR both sides are, wherever they stand.
struct OccurrenceFinder {
  private let needles: [Needle]
  private let values: ValueFinder
  private let analyzer: Analyzer

  init(_ prepared: PreparedSearch, _ analyzer: Analyzer) {
    let plan = prepared.plan
    let exacts = plan.runs.filter(\.isRequired).map(\.whole) + plan.conditions.flatMap(\.exacts)
    let texts = exacts.flatMap { exact in exact.phrases.map { Needle($0, of: exact) } }
    needles = (texts + plan.conditions.flatMap(\.wordPrefixes).map { Needle(prefix: $0) }).uniqued()
    values = ValueFinder(plan, prepared.filters, analyzer)
    self.analyzer = analyzer
  }

  /// Whether nothing is asked for that could stand in a text.
  var isEmpty: Bool { needles.isEmpty && values.isEmpty }

  /// The places, in order, in bytes of the folded text; none overlaps another: of two the one that begins first, and
  /// then the longer one.
  func occurrences(in text: FoldedText) -> [Range<Int>] {
    var found = Scanner.occurrences(of: needles, in: text.bytes).map(\.bytes)
    if !values.isEmpty {
      let stated = values.occurrences(in: text)
      found += stated.values + stated.figures
    }
    found.sort { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
    var kept: [Range<Int>] = []
    for place in found where place.lowerBound >= kept.last?.upperBound ?? 0 { kept.append(place) }
    return kept
  }
}
