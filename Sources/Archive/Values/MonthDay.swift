// Days without their year.

/// A month and a day of it, as 3月12日 states them.
public struct MonthDay: Hashable, Sendable, CustomStringConvertible {
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month.
  public let day: Int

  /// - Returns: `nil` for what no year has.
  public init?(month: Int, day: Int) {
    // A leap year.
    guard CalendarDate(year: 2000, month: month, day: day) != nil else { return nil }
    (self.month, self.day) = (month, day)
  }

  /// The day of a date; `nil` where it is not stated.
  public init?(_ date: CalendarDate) {
    guard let month = date.month, let day = date.day else { return nil }
    (self.month, self.day) = (month, day)
  }

  /// `--03-12`, as ISO 8601 wrote it before 2004.
  public var description: String { "--\(month.padded(to: 2))-\(day.padded(to: 2))" }
}
