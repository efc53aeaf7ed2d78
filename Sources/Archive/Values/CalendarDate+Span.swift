// Dates some days or months away from another.

extension CalendarDate {
  /// The date some days later; `nil` where the day is not known or the year exceeds ``years``.
  ///
  /// - Parameter days: 0 or more; more than ten years' are refused, no document counts them in days.
  public func adding(days: Int) -> CalendarDate? {
    guard var month, let day, (0...3_660).contains(days) else { return nil }
    var year = year
    var later = day + days
    while later > CalendarDate.dayCount(of: month, in: year) {
      later -= CalendarDate.dayCount(of: month, in: year)
      (year, month) = month < 12 ? (year, month + 1) : (year + 1, 1)
    }
    return CalendarDate(year: year, month: month, day: later)
  }

  /// The last day of a term of whole months that begins on this date; its last month where the day is not known.
  ///
  /// - Parameter months: 1 to 1,200.
  public func lastDay(ofMonths months: Int) -> CalendarDate? {
    guard let month, (1...1_200).contains(months) else { return nil }
    let index = month - 1 + (day == nil ? months - 1 : months)
    let later = CalendarDate(year: year + index / 12, month: index % 12 + 1)
    guard let later, let day, let laterMonth = later.month else { return later }
    if day > 1 {
      let last = CalendarDate.dayCount(of: laterMonth, in: later.year)
      return CalendarDate(year: later.year, month: laterMonth, day: min(day - 1, last))
    }
    let (lastYear, lastMonth) = laterMonth > 1 ? (later.year, laterMonth - 1) : (later.year - 1, 12)
    return CalendarDate(
      year: lastYear, month: lastMonth, day: CalendarDate.dayCount(of: lastMonth, in: lastYear))
  }
}
