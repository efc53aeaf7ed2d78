// What texts state in numbers, in the one form by which it is compared.

/// A value that a text states, whatever its spelling: 百分之五十, 50% and ５０％ are one.
public enum StatedValue: Hashable, Sendable {
  /// A number: 3,500 or 三千五百.
  case number(Figure)
  /// A share in hundredths: 50 for 50% and 百分之五十, 0.3 for 3‰, 0.05 for 万分之五.
  case percent(Figure)
  /// A quantity; the unit is spelled as ``unitNames`` has it. Units are never converted.
  case quantity(Figure, unit: String)
  /// A date, as exact as the text is.
  case date(CalendarDate)
  /// A day of a year that is not stated: 3月12日.
  case monthDay(MonthDay)
  /// A document's number (文号), folded as the text is.
  case documentNumber(DocumentNumber)

  /// The units that quantities can have, each in the spelling by which it is compared.
  public static let unitNames = MeasuringUnit.table.map(\.name)

  /// The name of the unit that somebody spells: 公里 for `km` or `千米`.
  ///
  /// - Parameter text: folded.
  /// - Returns: `nil` for what is no unit of ``unitNames``.
  public static func unitName(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard let (unit, end) = MeasuringUnit.read(scalars, at: 0, to: scalars.count), end == scalars.count else {
      return nil
    }
    return unit.name
  }

  /// A place in a text that states something.
  public struct Occurrence: Hashable, Sendable {
    /// Code points of the text.
    public let range: Range<Int>
    /// What it states, each value once. First comes what the whole place states; 5000万元 states a quantity, and also the
    /// numbers 50000000 and 5000, so that whoever looks for these finds it.
    public let values: [StatedValue]

    /// What the whole place states.
    public var primary: StatedValue { values[0] }
  }
}

extension StatedValue: CustomStringConvertible {
  /// The normal form: `50000000元`, `50%`, `2024-03-05`.
  public var description: String {
    switch self {
    case .number(let figure): "\(figure)"
    case .percent(let figure): "\(figure)%"
    case .quantity(let figure, let unit): "\(figure)\(unit)"
    case .date(let date): "\(date)"
    case .monthDay(let day): "\(day)"
    case .documentNumber(let number): "\(number)"
    }
  }
}
