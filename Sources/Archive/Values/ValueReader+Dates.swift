// Dates in running text.

extension ValueReader {
  /// 2024年3月5日, 二〇二四年三月, 2024-03-05; 2024年3月19 where 至21日 follows, 2024年1 where —6月 does.
  mutating func date(at start: Int) -> Int? {
    guard let (date, end) = spelledDate(start) ?? punctuatedDate(start) else { return year(at: start) }
    if let sign = (start..<end).first(where: { scalars[$0] == "年" }) {
      ahead = sharedDates.parts(behind: date, year: sign, end)
      if date.day == nil, let first = ahead.first, end <= first.range.lowerBound,
        scalars[end..<first.range.lowerBound].allSatisfy({ $0 == " " })
      {
        return state(first, from: start)
      }
    }
    state(.date(date))
    stateNumbers(start, end)
    return end
  }

  /// 2023 in 2023—2025年; what has its own 年 is read where it stands.
  private mutating func year(at start: Int) -> Int? {
    guard mayBeFirst(start), start == 0 || !numerals.contains(scalars[start - 1]) else { return nil }
    let years = sharedDates.parts(from: start, before: "年") { CalendarDate(year: $0).map(StatedValue.date) }
    let bare = years.filter { scalars[$0.range.upperBound - 1] != "年" }
    guard let first = bare.first, first.range.lowerBound == start else { return nil }
    ahead = Array(bare.dropFirst())
    return state(first, from: start)
  }

  /// 3月12日, where no year stands before it; 5月18 where 、20日 follows.
  mutating func monthDay(at start: Int) -> Int? {
    guard let (month, monthEnd) = CalendarDate.readMonth(scalars, from: start, to: reader.limit) else { return nil }
    ahead = sharedDates.days(of: month, in: nil, from: monthEnd)
    guard let (day, end) = CalendarDate.readMonthDay(scalars, from: start, to: reader.limit) else {
      return ahead.first.flatMap { state($0, from: start) }
    }
    state(.monthDay(day))
    stateNumbers(start, end)
    return end
  }

  /// 21日 in 3月19日至21日, 5万元 in 3—5万元.
  mutating func partAhead(_ start: Int) -> Int? {
    guard let part = ahead.first(where: { $0.range.lowerBound == start }) else { return nil }
    return state(part, from: start)
  }

  private var sharedDates: SharedDates { SharedDates(scalars: scalars, limit: reader.limit) }

  /// - Returns: the place behind the part.
  mutating func state(_ part: SharedPart, from start: Int) -> Int {
    state(part.value)
    if let number = part.number {
      state(.number(number))
      if let numeral = reader.numeral(at: part.range.lowerBound) { stateParts(numeral) }
    } else {
      stateNumbers(start, part.range.upperBound)
    }
    return part.range.upperBound
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
