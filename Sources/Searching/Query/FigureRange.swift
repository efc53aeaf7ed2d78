// Ranges of shares and of sums of money.

internal import Analysis
internal import Archive

/// The figures of one measure between two bounds.
struct FigureRange: Hashable, Sendable {
  let measure: TypedTerm.Measure
  let lower: TypedTerm.Bound?
  let upper: TypedTerm.Bound?

  /// Reads what was typed as a field's value; nil for what is no range of its figures, or ends before it begins.
  ///
  /// - Parameter text: folded.
  init?(_ text: String, in field: Field, _ analyzer: Analyzer) {
    guard let typed = TypedRange(text) else { return nil }
    var measures: Set<TypedTerm.Measure> = []
    var bounds: [TypedTerm.Bound?] = []
    for bound in [typed.lower, typed.upper] {
      guard let bound else {
        bounds.append(nil)
        continue
      }
      guard let (figure, measure) = FigureRange.figure(bound.text, field, analyzer) else { return nil }
      if let measure { measures.insert(measure) }
      bounds.append(TypedTerm.Bound(figure, isInclusive: bound.isIncluded))
    }
    guard measures.count <= 1 else { return nil }
    if let lower = bounds[0], let upper = bounds[1], upper.figure < lower.figure { return nil }
    measure = measures.first ?? (field == .percent ? .percent : .unit("元"))
    (lower, upper) = (bounds[0], bounds[1])
  }

  /// Whether a text that states a value states a figure of the range.
  func contains(_ value: StatedValue) -> Bool {
    switch (value, measure) {
    case (.percent(let figure), .percent): contains(figure)
    case (.quantity(let figure, let unit), .unit(let wanted)) where unit == wanted: contains(figure)
    default: false
    }
  }

  private func contains(_ figure: Figure) -> Bool {
    if let lower, figure < lower.figure || figure == lower.figure && !lower.isInclusive { return false }
    if let upper, upper.figure < figure || figure == upper.figure && !upper.isInclusive { return false }
    return true
  }

  /// A bound's figure, and what it counts where that is said: as texts state it, or a plain number.
  private static func figure(
    _ text: String, _ field: Field, _ analyzer: Analyzer
  ) -> (Figure, TypedTerm.Measure?)? {
    let found = analyzer.statedValues(in: analyzer.fold(text), isTyped: true)
    guard found.count == 1, found[0].range.count == text.unicodeScalars.count else { return nil }
    switch (found[0].primary, field) {
    case (.number(let figure), _): return (figure, nil)
    case (.percent(let figure), .percent): return (figure, .percent)
    case (.quantity(let figure, let unit), .amount) where currencies.contains(unit): return (figure, .unit(unit))
    default: return nil
    }
  }

  /// What sums of money are stated in; without a word of it, 元 is meant.
  private static let currencies: Set<String> = ["元", "美元", "欧元", "港元", "新台币", "日元"]
}

extension FigureRange: CustomStringConvertible {
  /// The range for people.
  var description: String {
    "\(measure) from \(lower.map { "\($0.figure)" } ?? "0")" + (upper.map { " to \($0.figure)" } ?? "")
  }
}
