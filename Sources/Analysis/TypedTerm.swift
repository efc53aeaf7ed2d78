// The terms by which values are found whatever their spelling.

public import Archive

/// Terms of the typed unit.
///
/// | value | content | example |
/// |---|---|---|
/// | number | `=` and the plain decimal | `T=50000000`, `T=2.5` |
/// | share | `%:` and the figure's sort key | `T%:5015` (50%) |
/// | quantity | unit, `:` and the figure's sort key | `T元:5075` (5000万元) |
/// | date | `@` and ISO 8601, for the year, the month and the day | `T@2024`, `T@2024-03`, `T@2024-03-05` |
/// | day without its year | `@` and `--`, month and day | `T@--03-05` |
/// | document number | `#` and its canonical spelling, folded | `T#国办发〔2024〕7号` |
/// | bucket of a share or quantity | unit, `~`, power of ten, and none, one or two digits | `T元~507`, `T元~5075`, `T元~50750` |
///
/// Names of units begin with none of these signs, so that no two kinds meet. Within a unit the exact terms are in the
/// order of the figures, so that a range is a stretch of the dictionary; buckets hold what would be long stretches in one
/// posting list (``cover(_:lower:upper:in:)``).
public enum TypedTerm {
  /// The term by which a value is looked up: all that states it has it. A year is found in what states one of its days.
  ///
  /// - Returns: `nil` for what would be longer than a term may be; it has none in the index either.
  public static func term(for value: StatedValue, in field: Field) -> String? {
    let content =
      switch value {
      case .number(let figure): "=" + figure.description
      case .percent(let figure): exact(.percent, figure)
      case .quantity(let figure, let unit): exact(.unit(unit), figure)
      case .date(let date): "@" + date.description
      case .monthDay(let day): "@" + day.description
      case .documentNumber(let number): "#" + number.description
      }
    guard content.utf8.count <= maximumTypedBytes else { return nil }
    return TermUnit.typed.term(content, in: field)
  }

  /// What figures of a range have in common.
  public enum Measure: Hashable, Sendable {
    /// Shares in hundredths.
    case percent
    /// Quantities of a unit of ``StatedValue/unitNames``.
    case unit(String)

    var name: String {
      switch self {
      case .percent: "%"
      case .unit(let name): name
      }
    }
  }

  /// The exact term's content.
  static func exact(_ measure: Measure, _ figure: Figure) -> String { measure.name + ":" + figure.sortKey }

  /// The contents of the buckets that hold a value, the largest first; none for what cannot be asked for by range.
  static func buckets(of value: StatedValue) -> [String] {
    switch value {
    case .percent(let figure): FigureBucket.names(of: figure).map { "%~" + $0 }
    case .quantity(let figure, let unit): FigureBucket.names(of: figure).map { unit + "~" + $0 }
    case .number, .date, .monthDay, .documentNumber: []
    }
  }
}

/// The longest content of a typed term, in bytes; Xapian's terms end at 245, prefix and letter included.
private let maximumTypedBytes = 200
