// Values and figures that a query asks for, in texts that spell them as they like.

internal import Analysis
internal import Archive

/// Finds the places of a text that state what a query or filter asks for.
struct ValueFinder {
  /// Values that are shown however they are spelled.
  private let values: Set<StatedValue>
  /// Ranges whose figures are shown.
  private let figures: [FigureRange]
  private let analyzer: Analyzer

  init(_ plan: QueryPlan, _ filters: FilterPlan, _ analyzer: Analyzer) {
    self.analyzer = analyzer
    values = Set(plan.shownValues.map(\.value))
    figures = (plan.conditions.flatMap(\.fields) + filters.alternatives.flatMap(\.self)).compactMap {
      if case .figures(let range) = $0 { range } else { nil }
    }
  }

  /// Whether there is nothing to find, and texts need not be read for it.
  var isEmpty: Bool { values.isEmpty && figures.isEmpty }

  /// The places, in bytes of the folded text.
  func occurrences(in text: FoldedText, limit: Int = .max) -> [Range<Int>] {
    let bytes = UTF8Text(bytes: text.bytes)
    return analyzer.statedValues(in: text).filter { $0.values.contains(where: isShown) }.prefix(limit).map { found in
      let start = bytes.byteOffset(ofCodePoint: found.range.lowerBound)
      return start..<bytes.step(found.range.count, from: start, limit: text.bytes.count)
    }
  }

  /// Whether a stated value is looked for, a figure lies in a range, or a date lies in a month or year that is.
  private func isShown(_ value: StatedValue) -> Bool {
    if figures.contains(where: { $0.contains(value) }) { return true }
    guard case .date(let date) = value, date.month != nil else { return values.contains(value) }
    let month = date.month.flatMap { CalendarDate(year: date.year, month: $0) }
    let containing = [date, month, CalendarDate(year: date.year)].compactMap(\.self).map(StatedValue.date)
    return containing.contains(where: values.contains)
  }
}
