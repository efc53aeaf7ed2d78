// Statements of a beginning: 自2024年5月1日起施行, 自印发之日起施行, 自2024年1月1日至2026年12月31日.

import Archive

/// From when, and perhaps until when, something is in force, as one place of a text states it.
struct Commencement {
  /// What the beginning is counted from.
  enum Beginning: Equatable {
    case date(CalendarDate)
    /// Some days after the document's own date: 自发布之日起30日后施行.
    case event(days: Int)
  }
  let beginning: Beginning
  /// The last day, where the statement names it.
  let last: CalendarDate?
  /// Whether it says that something is in force then: with a verb, or 止 behind a period.
  let isStated: Bool
  /// Code points, from 自 to the verb.
  let range: Range<Int>

  /// The statement that begins at a place.
  static func read(_ scalars: [Unicode.Scalar], at start: Int) -> Commencement? {
    var reader = Reader(scalars: scalars, index: start)
    let hasLead = reader.takeAny(leads)
    if let (date, end) = CalendarDate.read(scalars, from: reader.index) {
      reader.index = end
      return reader.term(from: date, start)
    }
    return hasLead ? reader.event(start) : nil
  }

  /// 自 leads nearly always; 于 and 从 do in older texts.
  static let leads: [[Unicode.Scalar]] = ["自", "从", "于"].map { Array($0.unicodeScalars) }
}

/// Reads a statement from left to right.
private struct Reader {
  let scalars: [Unicode.Scalar]
  var index: Int

  /// Reads on behind the first date.
  mutating func term(from date: CalendarDate, _ start: Int) -> Commencement? {
    _ = takeAny(Reader.hours)
    let hasStart = takeAny(Reader.startWords)
    if takeAny(Reader.until), let last = until(date.year) {
      let isClosed = takeAny(Reader.closing)
      _ = takeAny(Reader.during)
      let isStated = takeVerb() || isClosed && isAtClauseEnd
      guard date.day != nil, last.day != nil, isStated || !hasStart else { return nil }
      return Commencement(beginning: .date(date), last: last, isStated: isStated, range: start..<index)
    }
    // 自2021年7月1日施行 is said too, but 2021年7月1日执行 is not.
    guard hasStart || scalars[start] == "自", takeVerb() else { return nil }
    return Commencement(beginning: .date(date), last: nil, isStated: true, range: start..<index)
  }

  /// Reads 本办法印发之日起施行 behind 自.
  mutating func event(_ start: Int) -> Commencement? {
    // No name of a document is longer in such places: a guess.
    let limit = min(index + 12, scalars.count)
    while index < limit, !startsWithAny(Reader.events) {
      guard scalars[index].isHan else { return nil }
      index += 1
    }
    guard takeAny(Reader.events) else { return nil }
    _ = takeAny(Reader.events)
    guard takeAny(Reader.days) else { return nil }
    if takeAny(Reader.until), let (last, end) = CalendarDate.read(scalars, from: index), last.day != nil {
      index = end
      guard takeAny(Reader.closing) || takeVerb() || isAtClauseEnd else { return nil }
      return Commencement(beginning: .event(days: 0), last: last, isStated: true, range: start..<index)
    }
    let days = delay()
    guard takeVerb() else { return nil }
    return Commencement(beginning: .event(days: days ?? 0), last: nil, isStated: true, range: start..<index)
  }

  /// Reads 30日后, 满30日后, 三十日后.
  private mutating func delay() -> Int? {
    let start = index
    _ = takeAny(["满", "第"].map { Array($0.unicodeScalars) })
    let digits = scalars[index...].prefix(4).prefix {
      ChineseNumeral.digit($0) != nil || $0 == "十" || $0 == "百"
    }
    guard let days = ChineseNumeral.value(of: digits), days <= 3_660 else {
      index = start
      return nil
    }
    index = digits.endIndex
    guard takeAny(Reader.dayUnits) else {
      index = start
      return nil
    }
    _ = takeAny(Reader.later)
    return days
  }

  /// A last date; its year may be left out where it is the first one's.
  private mutating func until(_ year: Int) -> CalendarDate? {
    if let (date, end) = CalendarDate.read(scalars, from: index) {
      index = end
      return date
    }
    let rest = Array("\(year)年".unicodeScalars) + scalars[index..<min(index + 10, scalars.count)]
    guard let (date, end) = CalendarDate.read(rest, from: 0), date.day != nil else { return nil }
    index += end - 5
    return date
  }

  /// Takes 施行 and the like, unless it has an object or describes: 起执行本规定, 起实施24小时值班, 起施行的《…》.
  private mutating func takeVerb() -> Bool {
    _ = takeAny(Reader.adverbs)
    return takeAny(Reader.verbs) && (isAtClauseEnd || startsWithAny(Reader.continuations))
  }

  /// Whether a clause ends here: at a sign, a line's end, or white space before anything but a quantity.
  private var isAtClauseEnd: Bool {
    guard index < scalars.count else { return true }
    let isSpaced = scalars[index].isSpace
    let rest = scalars[index...].drop { $0.isSpace && $0 != "\n" }
    guard let next = rest.first, next != "\n" else { return true }
    if Reader.clauseEnds.contains(next) { return true }
    return isSpaced && (!next.isDigit || CalendarDate.read(scalars, from: rest.startIndex) != nil)
  }

  private func startsWithAny(_ words: [[Unicode.Scalar]]) -> Bool {
    words.contains { scalars[index...].starts(with: $0) }
  }

  /// Takes the first of the words that stands here, white space before it left out.
  mutating func takeAny(_ words: [[Unicode.Scalar]]) -> Bool {
    var place = index
    while place < scalars.count, scalars[place] != "\n", scalars[place].isSpace { place += 1 }
    guard let word = words.first(where: { scalars[place...].starts(with: $0) }) else { return false }
    index = place + word.count
    return true
  }

  private static let hours = words("零时", "0时", "００时", "00时", "0:00", "0：00", "00:00", "00：00")
  private static let startWords = words("起", "开始")
  private static let until = words("至", "到", "—", "－", "-")
  private static let closing = words("止")
  private static let during = words("期间")
  private static let events = words("印发", "发布", "公布", "颁布", "下发", "签发", "通过", "公告", "发文", "实施", "施行")
  private static let days = words("之日起", "日起", "之日", "之后", "后")
  private static let dayUnits = words("日", "天")
  private static let later = words("之后", "以后", "后", "起")
  private static let adverbs = words("正式", "开始", "起", "全面", "组织")
  private static let continuations = words("至", "并", "有", "止")
  private static let clauseEnds = Set("，。；：、！,.;:!）)”」』》〉】］]〕".unicodeScalars)
  private static let verbs = words("施行", "实施", "执行", "生效", "试行", "有效")

  private static func words(_ words: String...) -> [[Unicode.Scalar]] { words.map { Array($0.unicodeScalars) } }
}
