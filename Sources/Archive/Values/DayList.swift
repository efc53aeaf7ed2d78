// Days that share the month before them: 3月19至21日, 5月18、20日, 3月10日至12日.

/// The days of one month that a text lists, in ascending order, the last with its 日.
struct DayList {
  /// A day and where it stands, its 日 included.
  struct Day {
    let value: StatedValue
    let range: Range<Int>
  }

  /// Two or more.
  let days: [Day]

  /// Reads the days behind a 月; nil where no second one follows.
  ///
  /// - Parameters:
  ///   - start: the place behind 月.
  ///   - limit: nothing at or behind it is looked at.
  init?(year: Int?, month: Int, from start: Int, in scalars: [Unicode.Scalar], to limit: Int) {
    var found: [Day] = []
    var closed = 0
    var last = 0
    var index = start
    while let (day, isClosed, range) = DayList.day(scalars, index, limit), last < day,
      let value = DayList.value(year, month, day)
    {
      found.append(Day(value: value, range: range))
      last = day
      if isClosed { closed = found.count }
      guard let next = DayList.behindSign(scalars, range.upperBound, limit) else { break }
      index = next
    }
    guard closed > 1 else { return nil }
    days = Array(found[..<closed])
  }

  private static func value(_ year: Int?, _ month: Int, _ day: Int) -> StatedValue? {
    guard let year else { return MonthDay(month: month, day: day).map(StatedValue.monthDay) }
    return CalendarDate(year: year, month: month, day: day).map(StatedValue.date)
  }

  /// The day that begins at a place, white space before it aside, and whether its 日 stands with it.
  private static func day(
    _ scalars: [Unicode.Scalar], _ index: Int, _ limit: Int
  ) -> (day: Int, isClosed: Bool, range: Range<Int>)? {
    let start = index < limit && scalars[index] == " " ? index + 1 : index
    var end = start
    // 二十八 is the longest.
    while end < limit, end - start < 3,
      ChineseNumeral.digit(scalars[end]) != nil || ChineseNumeral.power(scalars[end]) == 1
    {
      end += 1
    }
    guard end > start, let day = ChineseNumeral.value(of: scalars[start..<end]) else { return nil }
    let sign = end < limit && scalars[end] == " " ? end + 1 : end
    let isClosed = sign < limit && scalars[sign] == "日"
    return (day, isClosed, start..<(isClosed ? sign + 1 : end))
  }

  /// The place behind what joins two days: any of the signs, but not white space alone.
  private static func behindSign(_ scalars: [Unicode.Scalar], _ start: Int, _ limit: Int) -> Int? {
    var end = start
    while end < limit, end - start < 3, ValueReader.dayListSigns.contains(scalars[end]) { end += 1 }
    return scalars[start..<end].contains { $0 != " " } ? end : nil
  }
}
