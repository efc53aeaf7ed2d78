// Reads a document's number out of running text, from its end to its beginning.

/// Reads the number that ends at a 号, or at the 令 or 公告 behind it.
struct NumberReader {
  let scalars: [Unicode.Scalar]
  /// Nothing before it is looked at.
  let floor: Int
  /// Whether a year without brackets will do, as people type it: 国办发2024年7号.
  var isTyped = false

  /// The number whose 号 stands at a place.
  func number(endingAt end: Int) -> DocumentNumber.Occurrence? {
    var index = end
    guard let last = digits(before: &index, 1...5) else { return nil }
    let first = firstPart(before: &index)
    let (serial, branch) = (first ?? last, first == nil ? nil : last)
    let isOrdinal = take("第", before: &index)
    if let year = bracketedYear(before: &index) {
      guard let sign = sign(before: index), !isShort(yearIn: index..<end) || canHaveShortYear(sign) else { return nil }
      return occurrence(sign, year: year, serial, end + 1, branch: branch)
    }
    guard branch == nil else { return nil }
    if isTyped, let typed = typedNumber(before: index, serial, end + 1) { return typed }
    guard isOrdinal else { return nil }
    if let old = numberBehindYear(before: index, serial, end + 1) { return old }
    let year = plainYear(before: &index)
    if let name = name(before: index) { return occurrence(name, year: year, serial, end + 1) }
    guard let kind = kind(behind: end + 1), let office = office(before: index) else { return nil }
    return occurrence(office, year: year, serial, kind.upperBound, kind: kind)
  }

  /// `国办发2024年7号` and `国办发 2024 7号`: only behind what offices' signs end with.
  private func typedNumber(before index: Int, _ serial: Int, _ end: Int) -> DocumentNumber.Occurrence? {
    var index = index
    guard let year = plainYear(before: &index) ?? digits(before: &index, 4...4), CalendarDate.years.contains(year),
      let sign = sign(before: index), NumberReader.signEndings.contains(scalars[sign.upperBound - 1])
    else { return nil }
    return occurrence(sign, year: year, serial, end)
  }

  /// A number with the year before its sign, as offices had it up to the nineties: （57）国四周字第26号.
  private func numberBehindYear(before index: Int, _ serial: Int, _ end: Int) -> DocumentNumber.Occurrence? {
    let sign = run(before: index)
    guard sign.count >= 2, scalars[sign.upperBound - 1] == "字" else { return nil }
    // Licences have numbers of this form: 准印证, （2010）鲁新出准字第026号.
    if "证准印".unicodeScalars.contains(scalars[sign.upperBound - 2]) { return nil }
    var start = sign.lowerBound
    guard let year = bracketedYear(before: &start) else { return nil }
    return occurrence(sign, from: start, year: year, serial, end)
  }

  /// - Parameters:
  ///   - start: where the number begins, if not with its sign.
  ///   - kind: where the kind of document stands, if behind 号.
  private func occurrence(
    _ sign: Range<Int>, from start: Int? = nil, year: Int?, _ serial: Int, _ end: Int, branch: Int? = nil,
    kind: Range<Int> = 0..<0
  ) -> DocumentNumber.Occurrence {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: (scalars[sign] + scalars[kind]).lazy.filter { !NumberReader.isSpace($0) && $0 != "、" })
    return DocumentNumber.Occurrence(
      range: (start ?? sign.lowerBound)..<end,
      number: DocumentNumber(sign: String(view), year: year, serial: serial, branch: branch))
  }
}

extension NumberReader {
  private func digits(before index: inout Int, _ count: ClosedRange<Int>) -> Int? {
    var start = skipSpace(before: index)
    let end = start
    while start > floor, end - start < count.upperBound,
      ChineseNumeral.digit(scalars[start - 1]) != nil || ChineseNumeral.unit(scalars[start - 1]) != nil
    {
      start -= 1
    }
    guard count.contains(end - start), let value = ChineseNumeral.value(of: scalars[start..<end]) else { return nil }
    index = start
    return value
  }

  /// What stands before the hyphen of a running number of two parts: 3 in 3-1号.
  private func firstPart(before index: inout Int) -> Int? {
    var start = index
    guard ["-", "－", "–"].contains(where: { take($0, before: &start) }), let first = digits(before: &start, 1...5)
    else { return nil }
    index = start
    return first
  }

  private func take(_ scalar: Unicode.Scalar, before index: inout Int) -> Bool {
    let end = skipSpace(before: index)
    guard end > floor, scalars[end - 1] == scalar else { return false }
    index = end - 1
    return true
  }

  /// 〔2024〕 in any brackets; 〔85〕 is a year of the last century.
  private func bracketedYear(before index: inout Int) -> Int? {
    var start = skipSpace(before: index)
    guard start > floor, NumberReader.closing.contains(scalars[start - 1]) else { return nil }
    start -= 1
    guard let year = digits(before: &start, 4...4) ?? shortYear(before: &start), CalendarDate.years.contains(year)
    else { return nil }
    start = skipSpace(before: start)
    guard start > floor, NumberReader.opening.contains(scalars[start - 1]) else { return nil }
    index = start - 1
    return year
  }

  private func shortYear(before index: inout Int) -> Int? {
    var start = index
    guard let year = digits(before: &start, 2...2), NumberReader.shortYears.contains(year),
      !NumberReader.canBePart(scalars[start])
    else { return nil }
    index = start
    return 1900 + year
  }

  /// Whether the year in the brackets that a stretch begins with has two digits.
  private func isShort(yearIn range: Range<Int>) -> Bool {
    let closing = scalars[range].firstIndex(where: NumberReader.closing.contains) ?? range.upperBound
    return scalars[range.lowerBound..<closing].count { ChineseNumeral.digit($0) != nil } == 2
  }

  /// Whether a year of two digits may follow a sign: behind others, （85） can be anything.
  private func canHaveShortYear(_ sign: Range<Int>) -> Bool {
    "发字函办".unicodeScalars.contains(scalars[sign.upperBound - 1])
      || scalars[sign.upperBound...].first { !NumberReader.isSpace($0) } == "〔"
  }

  /// 2023年; stays where it is when there is none.
  private func plainYear(before index: inout Int) -> Int? {
    var start = index
    guard take("年", before: &start), let year = digits(before: &start, 4...4), CalendarDate.years.contains(year) else {
      return nil
    }
    index = start
    return year
  }

  func skipSpace(before index: Int) -> Int {
    var index = index
    while index > floor, NumberReader.isSpace(scalars[index - 1]) { index -= 1 }
    return index
  }

  /// White space within a paragraph.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\n" && scalar != "\r" && scalar.properties.isWhitespace
  }

  /// Years of two digits: from 1949 until they were written whole.
  private static let shortYears = 49...99
  private static let opening: Set<Unicode.Scalar> = ["〔", "[", "［", "(", "（", "【", "﹝", "｛", "{", "〈", "<"]
  private static let closing: Set<Unicode.Scalar> = ["〕", "]", "］", ")", "）", "】", "﹞", "｝", "}", "〉", ">"]
}
