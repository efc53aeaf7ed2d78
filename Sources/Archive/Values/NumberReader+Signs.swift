// The signs of offices and the names of orders that stand before the year and running number of a document.

extension NumberReader {
  /// The office's sign that ends at a place, or its name with 令 or 公告: 中国人民银行公告〔2020〕第5号.
  func sign(before index: Int) -> Range<Int>? {
    if let name = name(before: index) { return name }
    let run = run(before: index)
    if run.count == 1 || !run.isEmpty && scalars[run.upperBound - 1] == "字",
      let start = departmentStart(before: run.lowerBound, isLong: run.count > 1)
    {
      return start..<run.upperBound
    }
    let start = NumberLeads.signStart(in: scalars, run)
    guard run.upperBound - start >= 2, scalars[run.upperBound - 1] != "的" else { return nil }
    let isWhole = start == run.lowerBound
    return (isWhole ? regionStart(before: start) ?? start : start)..<run.upperBound
  }

  /// Where a sign begins that names a department in brackets: 法（研）发〔1987〕32号, 云公（治）行罚决字〔2024〕3号.
  ///
  /// - Parameter isLong: whether more than one character stands behind the brackets; then a place and its office stand
  ///   before them.
  private func departmentStart(before index: Int, isLong: Bool) -> Int? {
    guard index - floor >= 4, scalars[index - 1] == "）" || scalars[index - 1] == ")",
      scalars[index - 3] == "（" || scalars[index - 3] == "(",
      NumberReader.canBePart(scalars[index - 2])
    else { return nil }
    let office = run(before: index - 3)
    guard office.upperBound == index - 3, !office.isEmpty else { return nil }
    guard isLong else { return office.count == 1 ? office.lowerBound : nil }
    let start = NumberLeads.signStart(in: scalars, office)
    return (2...4).contains(office.upperBound - start)
      && NumberReader.enforcers.contains(scalars[office.upperBound - 1])
      && !NumberReader.remarks.contains(scalars[index - 2]) ? start : nil
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

  /// The short names of offices that punish, whose departments do so in their name.
  private static let enforcers = Set("公监环卫消交农林水税城应综".unicodeScalars)

  /// The short names of provinces, with which the signs of their offices begin.
  private static let provinces = Set("京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔云滇藏陕秦甘陇青宁新蒙".unicodeScalars)

  /// What short remarks in brackets are made of.
  private static let remarks = Set("略附原含见注旧下即参详如修订试暂行公开保留废男女".unicodeScalars)

  /// The office's name and the kind of document that end at a place: 民政部令, 财政部 税务总局公告.
  func name(before index: Int) -> Range<Int>? {
    let end = skipSpace(before: index)
    for kind in NumberReader.kinds where end - floor > kind.count {
      let kindStart = end - kind.count
      guard scalars[kindStart..<end].elementsEqual(kind) else { continue }
      return office(before: kindStart).map { $0.lowerBound..<end }
    }
    return nil
  }

  /// The kind of document that begins at a place: 国务院第412号令.
  func kind(behind index: Int) -> Range<Int>? {
    NumberReader.kinds.first { scalars[index...].starts(with: $0) }.map { index..<index + $0.count }
  }

  /// The names of offices that end at a place; joint ones stand side by side: 财政部 税务总局, 国务院、中央军委.
  func office(before index: Int) -> Range<Int>? {
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
  func run(before index: Int) -> Range<Int> {
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
  static let signEndings = Set("发字函办规告复任通电呈建".unicodeScalars)
  /// What names of offices that number their orders and announcements end with: 部, 委员会, 总局, 人民政府, 主席 …
  private static let officeEndings = Set("部委会局厅院行署府室办席长军关".unicodeScalars)
}
