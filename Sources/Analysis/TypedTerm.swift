// Terms of what a text states in figures, dates and numbers, in one normal form for all spellings.

public import Archive

/// Makes the terms of stated values.
///
/// | value | term, behind the field's prefix and T |
/// |---|---|
/// | number | `=5000` |
/// | percent | `%=` and the figure's sort key |
/// | quantity | its unit, `=` and the figure's sort key: `元=1255` |
/// | the same by size | `%~` or `元~` and the first two, three and four characters of the sort key |
/// | date | `@2024-03-05`, and `@2024-03`, `@2024` |
/// | document's number | `#国办发〔2024〕7号` |
public enum TypedTerm {
  /// The term of texts that state a value; nil for one that is too long, or a figure too large or exact, to have one.
  public static func term(for value: StatedValue, in field: Field) -> String? {
    let content: String? =
      switch value {
      case .number(let figure): figure.sortKey == nil ? nil : "=\(figure)"
      case .percent(let figure): figure.sortKey.map { exact(.percent) + $0 }
      case .quantity(let figure, let unit): figure.sortKey.map { exact(.quantity(unit: unit)) + $0 }
      case .date(let date): "@\(date)"
      case .documentNumber(let number): "#\(number)"
      }
    guard let content, content.utf8.count <= maximumWordBytes else { return nil }
    return TermUnit.typed.term(content, in: field)
  }

  /// All terms of a value: that of ``term(for:in:)``, and those that count for nothing but are found by ranges and less
  /// exact dates.
  static func terms(for value: StatedValue, in field: Field) -> (counted: [String], sizes: [String]) {
    guard let term = term(for: value, in: field) else { return ([], []) }
    func sizes(_ figure: Figure, _ scale: FigureScale) -> [String] {
      FigureRange.sizes(of: figure).map { TermUnit.typed.term(bySize(scale) + $0, in: field) }
    }
    switch value {
    case .percent(let figure): return ([term], sizes(figure, .percent))
    case .quantity(let figure, let unit): return ([term], sizes(figure, .quantity(unit: unit)))
    case .date(let date):
      let month = date.day == nil ? nil : date.month.flatMap { CalendarDate(year: date.year, month: $0) }
      let year = date.month == nil ? nil : CalendarDate(year: date.year)
      return ([term] + [month, year].compactMap(\.self).map { TermUnit.typed.term("@\($0)", in: field) }, [])
    case .number, .documentNumber: return ([term], [])
    }
  }

  /// What texts are looked up by that state a figure of a scale within a range.
  ///
  /// - Returns: terms of which each says by itself that a figure lies in the range, and stretches of the term dictionary of
  ///   which every term does, both ends included.
  public static func cover(
    _ scale: FigureScale, _ range: FigureRange, in field: Field = .text
  ) -> (sizes: [String], scans: [(prefix: String, from: String, through: String)]) {
    let prefix = TermUnit.typed.term(exact(scale), in: field)
    let (sizes, scans) = range.cover
    return (
      sizes.map { TermUnit.typed.term(bySize(scale) + $0, in: field) },
      scans.map { (prefix, prefix + $0.from, prefix + $0.through) }
    )
  }

  private static func exact(_ scale: FigureScale) -> String { scale.name + "=" }
  private static func bySize(_ scale: FigureScale) -> String { scale.name + "~" }
}

/// What figures are compared within.
public enum FigureScale: Hashable, Sendable {
  case percent
  case quantity(unit: String)

  var name: String {
    switch self {
    case .percent: "%"
    case .quantity(let unit): unit
    }
  }
}
