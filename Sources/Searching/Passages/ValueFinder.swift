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

  /// The places of the values that were typed, and those of figures of the ranges, in bytes of the folded text.
  func occurrences(
    in text: FoldedText, limit: Int = .max
  ) -> (values: [Range<Int>], figures: [Range<Int>]) {
    let bytes = UTF8Text(bytes: text.bytes)
    var (typed, ranged): ([Range<Int>], [Range<Int>]) = ([], [])
    for found in analyzer.statedValues(in: text) where typed.count + ranged.count < limit {
      let isTyped = found.values.contains(where: isTyped)
      guard isTyped || found.values.contains(where: { value in figures.contains { $0.contains(value) } }) else {
        continue
      }
      let start = bytes.byteOffset(ofCodePoint: found.range.lowerBound)
      let place = start..<bytes.step(found.range.count, from: start, limit: text.bytes.count)
      if isTyped { typed.append(place) } else { ranged.append(place) }
    }
    return (typed, ranged)
  }

  /// Whether a stated value is looked for, or a date lies in a month or year, or is a day of some year, that is.
  private func isTyped(_ value: StatedValue) -> Bool {
    guard case .date(let date) = value, date.month != nil else { return values.contains(value) }
    let month = date.month.flatMap { CalendarDate(year: date.year, month: $0) }
    let containing = [date, month, CalendarDate(year: date.year)].compactMap(\.self).map(StatedValue.date)
    return (containing + (MonthDay(date).map { [.monthDay($0)] } ?? [])).contains(where: values.contains)
  }
}
