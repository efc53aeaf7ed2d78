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
      guard let sign = sign(before: index) else { return nil }
      return occurrence(sign, year: year, serial, end + 1, branch: branch)
    }
    guard branch == nil else { return nil }
    if isTyped, let typed = typedNumber(before: index, serial, end + 1) { return typed }
    guard isOrdinal else { return nil }
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

  /// - Parameter kind: where the kind of document stands, if behind 号.
  private func occurrence(
    _ sign: Range<Int>, year: Int?, _ serial: Int, _ end: Int, branch: Int? = nil, kind: Range<Int> = 0..<0
  ) -> DocumentNumber.Occurrence {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: (scalars[sign] + scalars[kind]).lazy.filter { !NumberReader.isSpace($0) && $0 != "、" })
    return DocumentNumber.Occurrence(
      range: sign.lowerBound..<end,
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

  /// 〔2024〕 in any brackets.
  private func bracketedYear(before index: inout Int) -> Int? {
    var start = skipSpace(before: index)
    guard start > floor, NumberReader.closing.contains(scalars[start - 1]) else { return nil }
    start -= 1
    guard let year = digits(before: &start, 4...4), CalendarDate.years.contains(year) else { return nil }
    start = skipSpace(before: start)
    guard start > floor, NumberReader.opening.contains(scalars[start - 1]) else { return nil }
    index = start - 1
    return year
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

  private func skipSpace(before index: Int) -> Int {
    var index = index
    while index > floor, NumberReader.isSpace(scalars[index - 1]) { index -= 1 }
    return index
  }

  /// White space within a paragraph.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\n" && scalar != "\r" && scalar.properties.isWhitespace
  }

  private static let opening: Set<Unicode.Scalar> = ["〔", "[", "［", "(", "（", "【", "﹝", "｛", "{", "〈", "<"]
  private static let closing: Set<Unicode.Scalar> = ["〕", "]", "］", ")", "）", "】", "﹞", "｝", "}", "〉", ">"]
}

extension NumberReader {
  /// The office's sign that ends at a place, or its name with 令 or 公告: 中国人民银行公告〔2020〕第5号.
  private func sign(before index: Int) -> Range<Int>? {
    if let name = name(before: index) { return name }
    let run = run(before: index)
    if run.count == 1, let start = departmentStart(before: run.lowerBound) { return start..<run.upperBound }
    let start = NumberLeads.signStart(in: scalars, run)
    guard run.upperBound - start >= 2, scalars[run.upperBound - 1] != "的" else { return nil }
    let isWhole = start == run.lowerBound
    return (isWhole ? regionStart(before: start) ?? start : start)..<run.upperBound
  }

  /// Where a sign begins that names a department in brackets: 法（研）发〔1987〕32号.
  private func departmentStart(before index: Int) -> Int? {
    guard index - floor >= 4, scalars[index - 1] == "）" || scalars[index - 1] == ")",
      scalars[index - 3] == "（" || scalars[index - 3] == "(",
      NumberReader.canBePart(scalars[index - 2])
    else { return nil }
    let office = run(before: index - 3)
    return office.upperBound == index - 3 && office.count == 1 ? office.lowerBound : nil
  }

  /// Where a sign begins that has its region in brackets in front: （鲁济）应急罚〔2024〕3号.
  private func regionStart(before index: Int) -> Int? {
    guard index > floor, scalars[index - 1] == "）" || scalars[index - 1] == ")" else { return nil }
    var start = index - 1
    while start > floor, NumberReader.canBePart(scalars[start - 1]), index - start <= 3 { start -= 1 }
    // A remark is of what stands above: （略）, （试行）.
    guard start < index - 1, start > floor, scalars[start - 1] == "（" || scalars[start - 1] == "(",
      NumberReader.provinces.contains(scalars[start]),
      !scalars[start..<index - 1].contains(where: NumberReader.remarks.contains),
      start - 1 == floor || !NumberReader.canBePart(scalars[start - 2])
    else { return nil }
    return start - 1
  }

  /// The short names of provinces, with which the signs of their offices begin.
  private static let provinces = Set("京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔云滇藏陕秦甘陇青宁新蒙".unicodeScalars)

  /// What short remarks in brackets are made of.
  private static let remarks = Set("略附原含见注旧下即参详如修订试暂行公开保留废".unicodeScalars)

  /// The office's name and the kind of document that end at a place: 民政部令, 财政部 税务总局公告.
  private func name(before index: Int) -> Range<Int>? {
    let end = skipSpace(before: index)
    for kind in NumberReader.kinds where end - floor > kind.count {
      let kindStart = end - kind.count
      guard scalars[kindStart..<end].elementsEqual(kind) else { continue }
      return office(before: kindStart).map { $0.lowerBound..<end }
    }
    return nil
  }

  /// The kind of document that begins at a place: 国务院第412号令.
  private func kind(behind index: Int) -> Range<Int>? {
    NumberReader.kinds.first { scalars[index...].starts(with: $0) }.map { index..<index + $0.count }
  }

  /// The names of offices that end at a place; joint ones stand side by side: 财政部 税务总局, 国务院、中央军委.
  private func office(before index: Int) -> Range<Int>? {
    var run = run(before: index)
    var start = NumberLeads.nameStart(in: scalars, run)
    guard run.upperBound - start >= 2, NumberReader.officeEndings.contains(scalars[run.upperBound - 1]) else {
      return nil
    }
    let end = run.upperBound
    while start == run.lowerBound, start > floor, end - start < NumberReader.longestNames {
      guard NumberReader.isSpace(scalars[start - 1]) || scalars[start - 1] == "、" else { break }
      run = self.run(before: start - 1)
      guard run.count >= 2, NumberReader.officeEndings.contains(scalars[run.upperBound - 1]) else { break }
      start = NumberLeads.nameStart(in: scalars, run)
    }
    return start..<end
  }

  /// The unbroken stretch of Han characters that ends at a place.
  private func run(before index: Int) -> Range<Int> {
    let end = skipSpace(before: index)
    var start = end
    while start > floor, end - start < NumberReader.longestRun, NumberReader.canBePart(scalars[start - 1]) {
      start -= 1
    }
    return start..<end
  }

  static func canBePart(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value)
  }

  private static let kinds = DocumentNumber.kinds.map { Array($0.unicodeScalars) }
  /// 新疆维吾尔自治区伊犁哈萨克自治州人民代表大会常务委员会 has 27 characters.
  private static let longestRun = 30
  /// The names of a dozen offices: a guess, which keeps time linear.
  private static let longestNames = 200
  /// What nearly all signs end with; the kind of document that they stood for once.
  private static let signEndings = Set("发字函办规告复任通电呈建".unicodeScalars)
  /// What names of offices that number their orders and announcements end with: 部, 委员会, 总局, 人民政府, 主席 …
  private static let officeEndings = Set("部委会局厅院行署府室办席长军关".unicodeScalars)
}
