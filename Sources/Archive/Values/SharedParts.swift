// Dates and quantities that leave out what others beside them say: 3月19至21日, 2023—2025年, 3—5万元, 10、20、50万元.

/// One of several dates or quantities that share a year, a month or a unit, which is printed with the first or the last.
struct SharedPart {
  /// What it states, with what is left out.
  let value: StatedValue
  /// Where it stands, its own unit included.
  let range: Range<Int>
  /// The number that a quantity states besides.
  var number: Figure?
}

/// Reads dates that share a year or a month.
struct SharedDates {
  let scalars: [Unicode.Scalar]
  /// Nothing at or behind it is looked at.
  let limit: Int

  /// Numbers before one unit, in ascending order, the last with the unit: the days behind 3月 in 3月19至21日.
  ///
  /// - Parameters:
  ///   - start: where the first of them begins.
  ///   - unit: 年, 月 or 日.
  ///   - value: what a number states; nil ends the list before it.
  /// - Returns: two or more; none where no second one follows.
  func parts(from start: Int, before unit: Unicode.Scalar, _ value: (Int) -> StatedValue?) -> [SharedPart] {
    var found: [SharedPart] = []
    var closed = 0
    var last = 0
    var index = start
    while let (number, isClosed, range) = number(at: index, before: unit), last < number, let stated = value(number) {
      // 5月 in 3月至5月31日 is of a day.
      if unit == "月", isClosed, isDay(range.upperBound) { break }
      found.append(SharedPart(value: stated, range: range))
      last = number
      if isClosed { closed = found.count }
      guard let next = behindSign(range.upperBound) else { break }
      index = next
    }
    return closed > 1 ? Array(found[..<closed]) : []
  }

  /// What goes on behind a date without saying its year again: days of its month or of later ones, else months.
  ///
  /// - Parameters:
  ///   - sign: where its 年 stands.
  ///   - end: the place behind it.
  func parts(behind date: CalendarDate, year sign: Int, _ end: Int) -> [SharedPart] {
    if let month = date.month, let behind = (sign..<end).last(where: { scalars[$0] == "月" }) {
      let days = days(of: month, in: date.year, from: behind + 1)
      if !days.isEmpty || date.day != nil { return days }
    }
    return parts(from: sign + 1, before: "月") { CalendarDate(year: date.year, month: $0).map(StatedValue.date) }
  }

  /// The days of a month from a place on, then those of later months of the same year: 3月1日至5月31日.
  ///
  /// - Parameter start: the place behind the month.
  func days(of month: Int, in year: Int?, from start: Int) -> [SharedPart] {
    var found = parts(from: start, before: "日") { SharedDates.day(year, month, $0) }
    let first = number(at: start, before: "日")
    var end = found.last?.range.upperBound ?? (first?.isClosed == true ? first!.range.upperBound : start)
    var month = month
    while year != nil, found.count < SharedDates.longestList, let next = behindSign(end),
      let (later, behind) = CalendarDate.readMonth(scalars, from: next, to: limit), later >= month
    {
      month = later
      let days = parts(from: behind, before: "日") { SharedDates.day(year, later, $0) }
      let single = CalendarDate.readMonthDay(scalars, from: next, to: limit)
      let only = single.flatMap { read in SharedDates.day(year, later, read.day.day).map { ($0, read.end) } }
      guard let (value, partEnd) = days.first.map({ ($0.value, $0.range.upperBound) }) ?? only else { break }
      found.append(SharedPart(value: value, range: next..<partEnd))
      found += days.dropFirst()
      end = found[found.count - 1].range.upperBound
    }
    return found
  }

  private static func day(_ year: Int?, _ month: Int, _ day: Int) -> StatedValue? {
    guard let year else { return MonthDay(month: month, day: day).map(StatedValue.monthDay) }
    return CalendarDate(year: year, month: month, day: day).map(StatedValue.date)
  }

  /// The number that begins at a place, white space before it aside, and whether its unit stands with it.
  private func number(
    at index: Int, before unit: Unicode.Scalar
  ) -> (number: Int, isClosed: Bool, range: Range<Int>)? {
    let start = index < limit && scalars[index] == " " ? index + 1 : index
    // 二十八 is the longest but for years.
    let longest = unit == "年" ? 4 : 3
    var end = start
    while end < limit, end - start < longest,
      ChineseNumeral.digit(scalars[end]) != nil || unit != "年" && ChineseNumeral.power(scalars[end]) == 1
    {
      end += 1
    }
    guard end > start, let number = ChineseNumeral.value(of: scalars[start..<end]) else { return nil }
    let sign = end < limit && scalars[end] == " " ? end + 1 : end
    let isClosed = sign < limit && scalars[sign] == unit
    return (number, isClosed, start..<(isClosed ? sign + 1 : end))
  }

  /// Longer lists of days are tables: a guess, which keeps time linear.
  private static let longestList = 40

  private func isDay(_ start: Int) -> Bool { number(at: start, before: "日")?.isClosed ?? false }

  /// The place behind what joins two parts: any of the signs, but not white space alone; 起 may stand before 至.
  private func behindSign(_ start: Int) -> Int? {
    let begin = start < limit && scalars[start] == "起" ? start + 1 : start
    var end = begin
    while end < limit, end - begin < 3, ValueReader.dayListSigns.contains(scalars[end]) { end += 1 }
    return scalars[begin..<end].contains { $0 != " " } ? end : nil
  }
}
