// Dates in running text.

extension ValueReader {
  /// 2024年3月5日, 二〇二四年三月, 2024-03-05.
  mutating func date(at start: Int) -> Int? {
    guard let (date, end) = spelledDate(start) ?? punctuatedDate(start) else { return nil }
    state(.date(date))
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
    return end
  }

  private func spelledDate(_ start: Int) -> (date: CalendarDate, end: Int)? {
    for index in start..<start + 4 {
      guard index < reader.limit, ChineseNumeral.digit(scalars[index]) != nil else { return nil }
    }
    return CalendarDate.read(scalars, from: start, to: reader.limit)
  }

  /// 2024.3.5 and the like, to the day.
  private func punctuatedDate(_ start: Int) -> (date: CalendarDate, end: Int)? {
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
