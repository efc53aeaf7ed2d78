// How long a document is in force: 有效期至2029年4月30日, 有效期五年, 试行两年, 至2026年12月31日止.

import Archive

/// Reads one clause that says how long.
enum TermReader {
  /// A term as the text states it.
  enum Term: Equatable {
    /// Up to a day, that day included.
    case until(CalendarDate)
    /// For some months from the effective date on.
    case months(Int)
  }

  /// The term that a clause states.
  ///
  /// - Parameter isAlone: whether the clause needs no subject, because it goes on behind a statement of the beginning;
  ///   otherwise it has to begin with 本办法 or the like, since certificates and offers have terms too.
  static func read(_ clause: ArraySlice<Unicode.Scalar>, isAlone: Bool) -> Term? {
    let glyphs = clause.filter { !$0.isSpace }
    // Longer clauses speak of more than a term: a guess.
    guard glyphs.count <= 40, glyphs.count >= 4 else { return nil }
    guard let word = words.first(in: glyphs, 0..<glyphs.count) else { return nil }
    let lead = glyphs[..<word.range.lowerBound]
    guard isAlone && (lead.isEmpty || lead.elementsEqual("并".unicodeScalars)) || isOwn(lead) else { return nil }
    var rest = glyphs[word.range.upperBound...]
    while let first = rest.first, fillers.contains(first) { rest = rest.dropFirst() }
    if let date = lastDate(in: Array(rest)) { return .until(date) }
    // 至2026年12月31日 is a date or nothing.
    guard word.value else { return nil }
    return months(rest).map(Term.months)
  }

  /// Whether what stands behind two dates makes them a document's period: 为全县森林高火险期.
  static func isPeriod(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard rest.first == "为" else { return false }
    // Longer than 为全县森林高火险期 and some more: a guess.
    let clause = rest.prefix(24).prefix { !ValiditySubject.isSentenceEnd($0) && !ValiditySubject.isClauseEnd($0) }
    return clause.last == "期"
  }

  /// Whether words before a term are the document itself, 第二十条 before them aside: 本办法, 本办法的, 以上政策.
  private static func isOwn(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    let article = words.first == "第" ? words.prefix(7).firstIndex(of: "条") : nil
    let lead = article.map { words[($0 + 1)...] } ?? words
    let openings = ["本", "以上", "上述"].map { Array($0.unicodeScalars) }
    guard let opening = openings.first(where: { lead.starts(with: $0) }) else { return false }
    let kind = lead.dropFirst(opening.count)
    return kinds.contains { kind.elementsEqual($0) || kind.elementsEqual($0 + ["的"]) }
  }

  /// A date, or the second one of 自…至….
  private static func lastDate(in rest: [Unicode.Scalar]) -> CalendarDate? {
    if let (date, end) = CalendarDate.read(rest, from: 0) {
      let behind = rest[end...].drop { $0 == "起" }
      guard behind.first == "至" || behind.first == "到" else { return date }
      return CalendarDate.read(rest, from: behind.startIndex + 1)?.date
    }
    guard let statement = Commencement.read(rest, at: 0) else { return nil }
    return statement.last
  }

  /// 5年, 五年, 三年零六个月, 18个月.
  private static func months(_ rest: ArraySlice<Unicode.Scalar>) -> Int? {
    let digits = rest.prefix(3).prefix { ChineseNumeral.digit($0) != nil || $0 == "十" }
    guard let count = ChineseNumeral.value(of: digits), (1...100).contains(count) else { return nil }
    let unit = rest[digits.endIndex...]
    if unit.first == "年" { return count * 12 }
    return unit.starts(with: "个月".unicodeScalars) ? count : nil
  }

  /// Words before a term; the value says whether it may be a length.
  private static let words = WordTable<Bool>([
    (true, ["有效期限", "有效期", "试行期限", "试行期", "暂行期", "实施期限", "施行期限", "执行期限", "实施期", "试行"]),
    (false, ["施行至", "实施至", "执行至", "截止至", "截至", "截止到", "执行到", "至", "到"]),
  ])
  private static let fillers = Set("为是：暂定至到截止共".unicodeScalars)
  private static let kinds = [
    "办法", "规定", "通知", "意见", "细则", "方案", "政策", "措施", "实施意见", "实施细则", "实施方案", "实施办法", "通告", "公告",
    "规划", "计划", "文件", "规则", "预案", "政策措施", "若干措施", "行动方案", "制度", "标准", "指引", "决定", "暂行办法", "暂行规定",
  ].map { Array($0.unicodeScalars) }
}
