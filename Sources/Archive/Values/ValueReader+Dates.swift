// Dates in running text.

extension ValueReader {
  /// 2024年3月5日, 二〇二四年三月, 2024-03-05; 2024年3月19 where 至21日 follows.
  mutating func date(at start: Int) -> Int? {
    guard let (date, end) = spelledDate(start) ?? punctuatedDate(start) else { return nil }
    if let month = date.month, let sign = (start..<end).last(where: { scalars[$0] == "月" }) {
      days = DayList(year: date.year, month: month, from: sign + 1, in: scalars, to: reader.limit)
      if date.day == nil, let first = days?.days.first { return state(first, from: start) }
    }
    state(.date(date))
    stateNumbers(start, end)
    return end
  }

  /// 3月12日, where no year stands before it; 5月18 where 、20日 follows.
  mutating func monthDay(at start: Int) -> Int? {
    guard let (month, monthEnd) = CalendarDate.readMonth(scalars, from: start, to: reader.limit) else { return nil }
    days = DayList(year: nil, month: month, from: monthEnd, in: scalars, to: reader.limit)
    guard let (day, end) = CalendarDate.readMonthDay(scalars, from: start, to: reader.limit) else {
      return days?.days.first.flatMap { state($0, from: start) }
    }
    state(.monthDay(day))
    stateNumbers(start, end)
    return end
  }

  /// 21日 in 3月19日至21日.
  mutating func dayOfList(at start: Int) -> Int? {
    days?.days.first { $0.range.lowerBound == start }.flatMap { state($0, from: start) }
  }

  /// - Returns: the place behind the day.
  private mutating func state(_ day: DayList.Day, from start: Int) -> Int {
    state(day.value)
    stateNumbers(start, day.range.upperBound)
    return day.range.upperBound
  }

  /// Whether a number of 日 at a place is a day of a month and no time of so many: 12日 in 3月10日至12日.
  ///
  /// What stands before it decides, behind other days and signs between: 月, or 日 and a sign.
  func isDayOfMonth(_ start: Int) -> Bool {
    var index = start - 1
    while index >= max(0, start - ValueReader.dayListReach), isInDayList(scalars[index]) { index -= 1 }
    guard index >= 0 else { return false }
    return scalars[index] == "月" || scalars[index] == "日" && index < start - 1
  }

  private func isInDayList(_ scalar: Unicode.Scalar) -> Bool {
    numerals.contains(scalar) || ValueReader.dayListSigns.contains(scalar)
  }

  /// How far back a list of days is followed, in code points: three of them. A guess.
  private static let dayListReach = 12
  static let dayListSigns = Set(" 至到、和或及与-–~—".unicodeScalars)

  /// The numbers that dates are made of.
  private mutating func stateNumbers(_ start: Int, _ end: Int) {
    var index = start
    while index < end {
      guard numerals.contains(scalars[index]), let numeral = reader.numeral(at: index) else {
        index += 1
        continue
      }
      if numeral.kind != .arabic, let figure = numeral.figure { state(.number(figure)) }
      stateParts(numeral)
      index = numeral.end
    }
  }

  func spelledDate(_ start: Int) -> (date: CalendarDate, end: Int)? {
    for index in start..<start + 4 {
      guard index < reader.limit, ChineseNumeral.digit(scalars[index]) != nil else { return nil }
    }
    return CalendarDate.read(scalars, from: start, to: reader.limit)
  }

  /// 2024.3.5 and the like, to the day.
  func punctuatedDate(_ start: Int) -> (date: CalendarDate, end: Int)? {
    let yearEnd = start + 4
    guard yearEnd < reader.limit, scalars[yearEnd] == "." || scalars[yearEnd] == "-" || scalars[yearEnd] == "/",
      reader.isArabic(start), reader.digitsEnd(start) == yearEnd
    else { return nil }
    let monthEnd = reader.digitsEnd(yearEnd + 1)
    guard monthEnd < reader.limit, scalars[monthEnd] == scalars[yearEnd] else { return nil }
    let end = reader.digitsEnd(monthEnd + 1)
    // A fourth part makes it something else.
    guard end - start <= 10, !(end < reader.limit && scalars[end] == scalars[yearEnd] && reader.isArabic(end + 1)),
      let date = CalendarDate(spelled: scalars[start..<end])
    else { return nil }
    return (date, end)
  }
}
