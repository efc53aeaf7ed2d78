// The date in a bracketed line below a title: （2019年10月18日…通过 …公布 自…起施行）.

import Archive

/// Reads when a document was made off the line below its title.
enum NoteDate {
  /// The date of publication where one is said, else the first one.
  ///
  /// A date without a year has that of the one before it.
  static func date(in glyphs: [Unicode.Scalar]) -> CalendarDate? {
    var dates: [(date: CalendarDate, end: Int)] = []
    var index = 0
    while index < glyphs.count {
      guard ChineseNumeral.digit(glyphs[index]) != nil || glyphs[index] == "十",
        index == 0 || !isNumeral(glyphs[index - 1]),
        let (date, end) = CalendarDate.read(glyphs, from: index) ?? monthAndDay(glyphs, index, dates.last?.date.year)
      else {
        index += 1
        continue
      }
      if date.day != nil { dates.append((date, end)) }
      index = end
    }
    let published = dates.first { date in
      let behind = glyphs[date.end...].prefix { !$0.isDigit }
      return publications.contains { behind.holds($0) }
    }
    return (published ?? dates.first)?.date
  }

  private static func monthAndDay(
    _ glyphs: [Unicode.Scalar], _ index: Int, _ year: Int?
  ) -> (date: CalendarDate, end: Int)? {
    guard let year, let text = Optional(Array("\(year)年".unicodeScalars) + glyphs[index...].prefix(8)),
      let (date, end) = CalendarDate.read(text, from: 0), date.day != nil
    else { return nil }
    return (date, index + end - 5)
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    ChineseNumeral.digit(scalar) != nil || scalar == "十"
  }

  private static let publications = ["公布", "发布", "印发"].map { Array($0.unicodeScalars) }
}
