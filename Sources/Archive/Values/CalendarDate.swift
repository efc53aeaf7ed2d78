// Dates as documents state them: to the day, or only to the month or year.

/// A date of the Gregorian calendar, as exact as the text is.
///
/// Printed, typed and stored as in ISO 8601: `2024-03-05`, `2024-03` or `2024`.
public struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Years in which an official document can have been made; other four digits are something else.
  public static let years = 1900...2100

  /// The year.
  public let year: Int
  /// The month, 1 to 12, where it is stated.
  public let month: Int?
  /// The day of the month, where it is stated; never without the month.
  public let day: Int?

  /// - Returns: `nil` for what the calendar does not have (30 February) and for years outside of ``years``.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard CalendarDate.years.contains(year), month.map((1...12).contains) ?? (day == nil) else { return nil }
    if let month, let day { guard day >= 1, day <= CalendarDate.dayCount(of: month, in: year) else { return nil } }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2024-03-05`, `2024-03` or `2024`.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = 10 * value + Int(byte - 0x30)
      }
      return value
    }
    func part(_ start: Int) -> Int? { bytes[start - 1] == UInt8(ascii: "-") ? number(start..<start + 2) : nil }
    guard [4, 7, 10].contains(bytes.count), let year = number(0..<4) else { return nil }
    let (month, day) = (bytes.count > 4 ? part(5) : nil, bytes.count > 7 ? part(8) : nil)
    guard (month == nil) == (bytes.count == 4), (day == nil) == (bytes.count < 10) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// ISO 8601, as exact as the date is.
  public var description: String {
    "\(year)" + (month.map { "-" + $0.padded(to: 2) } ?? "") + (day.map { "-" + $0.padded(to: 2) } ?? "")
  }

  /// In the order of the calendar; what is less exact stands before what it contains.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
  }

  static func dayCount(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && year % 100 != 0 || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate {
  /// A date written in a text, such as `2024年3月5日`, 二〇二四年三月 or 二〇二四年元月廿八日, that begins at a place.
  ///
  /// - Parameters:
  ///   - scalars: the text; full-width digits are digits, spaces between the parts do not matter.
  ///   - start: where its year begins.
  ///   - limit: nothing at or behind it is looked at; none is the text's end.
  /// - Returns: the date and the place behind it.
  public static func read(
    _ scalars: [Unicode.Scalar], from start: Int, to limit: Int? = nil
  ) -> (date: CalendarDate, end: Int)? {
    var reader = PartReader(scalars: scalars, limit: limit ?? scalars.count, index: start)
    guard let year = reader.part(before: "年", digitCount: 4...4) else { return nil }
    var end = reader.index
    guard let month = reader.part(before: "月", digitCount: 1...3) else {
      return CalendarDate(year: year).map { ($0, end) }
    }
    guard let monthly = CalendarDate(year: year, month: month) else { return nil }
    end = reader.index
    guard let day = reader.part(before: "日", digitCount: 1...3),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return (monthly, end) }
    return (date, reader.index)
  }

  /// A month written in a text, 3月 or 三月, that begins at a place, and the place behind it.
  ///
  /// - Parameter limit: nothing at or behind it is looked at.
  static func readMonth(_ scalars: [Unicode.Scalar], from start: Int, to limit: Int) -> (month: Int, end: Int)? {
    var reader = PartReader(scalars: scalars, limit: limit, index: start)
    return reader.part(before: "月", digitCount: 1...3).map { ($0, reader.index) }
  }

  /// A month and day written in a text, 3月12日 or 三月十二日, that begin at a place.
  ///
  /// - Parameter limit: nothing at or behind it is looked at.
  /// - Returns: the day and the place behind it.
  static func readMonthDay(
    _ scalars: [Unicode.Scalar], from start: Int, to limit: Int
  ) -> (day: MonthDay, end: Int)? {
    var reader = PartReader(scalars: scalars, limit: limit, index: start)
    guard let month = reader.part(before: "月", digitCount: 1...3), let day = reader.part(before: "日", digitCount: 1...3)
    else { return nil }
    return MonthDay(month: month, day: day).map { ($0, reader.index) }
  }

  /// The date that a person or program states, in ISO 8601 or as texts spell it: `2024-03-05`, `2024年3月5日`.
  public init?(written text: String) {
    guard let date = CalendarDate(text) ?? CalendarDate(spelled: text.unicodeScalars) else { return nil }
    self = date
  }

  /// The date that code points spell, all of them, white space aside.
  public init?(spelled scalars: some Sequence<Unicode.Scalar>) {
    let glyphs = scalars.filter { !$0.properties.isWhitespace }
    if let date = CalendarDate.punctuated(glyphs) {
      self = date
      return
    }
    guard let (date, end) = CalendarDate.read(glyphs, from: 0), end == glyphs.count else { return nil }
    self = date
  }
}

extension CalendarDate {
  /// `2024.3.5`, `2024-03-05`, `2024/3/5`, to the day.
  private static func punctuated(_ glyphs: [Unicode.Scalar]) -> CalendarDate? {
    guard (8...10).contains(glyphs.count),
      let sign = glyphs.first(where: { $0 == "." || $0 == "-" || $0 == "/" || $0 == "．" })
    else { return nil }
    let parts = glyphs.split(separator: sign, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4,
      parts.allSatisfy({ $0.allSatisfy { ChineseNumeral.digit($0) != nil } }),
      let year = ChineseNumeral.value(of: parts[0]), let month = ChineseNumeral.value(of: parts[1]),
      let day = ChineseNumeral.value(of: parts[2])
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }
}

/// Reads the parts of a written date one after the other.
private struct PartReader {
  let scalars: [Unicode.Scalar]
  let limit: Int
  var index: Int

  /// The number that stands before a unit; moves behind the unit when there is one.
  mutating func part(before unit: Unicode.Scalar, digitCount: ClosedRange<Int>) -> Int? {
    var end = index
    while end < limit, scalars[end].properties.isWhitespace { end += 1 }
    let start = end
    while end < limit, end - start < digitCount.upperBound,
      PartReader.isNumeral(scalars[end]) || unit == "月" && scalars[end] == "元"
    {
      end += 1
    }
    guard digitCount.contains(end - start), let value = PartReader.value(of: scalars[start..<end]) else { return nil }
    while end < limit, scalars[end].properties.isWhitespace { end += 1 }
    guard end < limit, scalars[end] == unit else { return nil }
    index = end + 1
    return value
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    ChineseNumeral.digit(scalar) != nil || ChineseNumeral.unit(scalar) != nil || signs[scalar] != nil
  }

  /// 元 is the first month.
  private static func value(of part: ArraySlice<Unicode.Scalar>) -> Int? {
    part.elementsEqual(["元"]) ? 1 : ChineseNumeral.value(of: part.flatMap { signs[$0] ?? [$0] })
  }

  /// Signs for tens, which stand in dates only, and what is typed for the circle 〇: letters O of three scripts, and a
  /// larger circle.
  private static let signs: [Unicode.Scalar: [Unicode.Scalar]] = [
    "廿": ["二", "十"], "卅": ["三", "十"], "O": ["〇"], "Ｏ": ["〇"], "\u{41E}": ["〇"], "\u{39F}": ["〇"], "◯": ["〇"],
  ]
}
