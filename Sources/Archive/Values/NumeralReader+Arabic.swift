// Arabic numbers with groups and decimals.

extension NumeralReader {
  /// One Arabic number: digits, in groups of three where commas or, before a unit, spaces part them, and decimals.
  ///
  /// Parts of what has several points (1.2.3) or commas in other places are numbers of their own.
  func literal(at start: Int) -> (end: Int, figure: Figure?, isDecimal: Bool) {
    var end = digitsEnd(start)
    if end - start <= 3 {
      if !isBehind(",", start), let grouped = groupsEnd(end, ",") {
        end = grouped
      } else if let grouped = spacedEnd(start, end) {
        end = grouped
      }
    }
    let integerEnd = end
    if !isBehind(".", start) { end = decimalsEnd(end) }
    var digits: [UInt8] = []
    digits.reserveCapacity(end - start)
    var integerCount = 0
    for index in start..<end where isArabic(index) {
      digits.append(UInt8(truncatingIfNeeded: scalars[index].value))
      if index < integerEnd { integerCount += 1 }
    }
    return (end, Figure(digits: digits, integerCount: integerCount), end > integerEnd)
  }

  /// Whether a digit and a sign stand before a place.
  private func isBehind(_ sign: Unicode.Scalar, _ start: Int) -> Bool {
    start >= 2 && scalars[start - 1] == sign && isArabic(start - 2)
  }

  /// The place behind groups of three digits; nil where none follow, or where one of another length does.
  private func groupsEnd(_ start: Int, _ sign: Unicode.Scalar) -> Int? {
    var end = start
    while end < limit, scalars[end] == sign, isArabic(end + 1) {
      guard isArabic(end + 2), isArabic(end + 3), !isArabic(end + 4) else { return nil }
      end += 4
      // Longer than any sum of money; the bound keeps time linear.
      guard end - start <= 48 else { return nil }
    }
    return end > start ? end : nil
  }

  /// The place behind the decimals at one, where there are any.
  private func decimalsEnd(_ start: Int) -> Int {
    guard start < limit, scalars[start] == "." || scalars[start] == "·", isArabic(start + 1) else { return start }
    let end = digitsEnd(start + 1)
    if scalars[start] == "·" { return isMeasured(end, behindPointAt: start) ? end : start }
    return end < limit && scalars[end] == "." && isArabic(end + 1) ? start : end
  }

  /// Whether % or a measure stands behind a number: a raised point is one there, and parts a date in 9·18事变 and
  /// 8·12天津港; at a line's beginning it parts an item's number from its text.
  func isMeasured(_ end: Int, behindPointAt point: Int) -> Bool {
    guard end < limit else { return false }
    if scalars[end] == "%" || scalars[end] == "‰" { return true }
    var begin = point
    while begin > 0, point - begin < 12, isNumeral(begin - 1) { begin -= 1 }
    guard begin > 0, scalars[begin - 1] != "\n", unitEnd(end) != nil else { return false }
    return "元万亿亩吨米升克斤担公厘毫平立倍美欧港日".unicodeScalars.contains(scalars[end]) && !isDay(end)
  }

  private func isNumeral(_ index: Int) -> Bool {
    ChineseNumeral.digit(scalars[index]) != nil || ChineseNumeral.power(scalars[index]) != nil
  }

  /// Whether 日 stands at a place and no 元 behind it.
  private func isDay(_ index: Int) -> Bool {
    scalars[index] == "日" && (index + 1 == limit || scalars[index + 1] != "元")
  }

  /// The place behind groups of three digits that spaces part (GB/T 15835-2011), as in 12 500元 and 2 345.67亿元.
  ///
  /// Cells of a table look the same, the more so as repair closes the gap before them: so a unit has to stand behind, and
  /// all of it within a sentence, or alone; where a space stands before it, with decimals or several groups.
  private func spacedEnd(_ start: Int, _ firstEnd: Int) -> Int? {
    guard firstEnd < limit, scalars[firstEnd] == " ", scalars[start] != "0", !isBehind(" ", start),
      !isBehind(".", start), let end = groupsEnd(firstEnd, " "), let unitEnd = unitEnd(decimalsEnd(end))
    else { return nil }
    if start == 0, unitEnd == limit { return end }
    guard start > 0, scalars[start - 1] != "\n", isInSentence(start..<unitEnd) else { return nil }
    if scalars[start - 1] == " " { return end - firstEnd > 4 || decimalsEnd(end) > end ? end : nil }
    return isOrdinal(start) || isLetter(scalars[start - 1]) ? nil : end
  }

  /// Whether the paragraph around a sum holds an end of a clause near it, which rows of tables do not.
  private func isInSentence(_ sum: Range<Int>) -> Bool {
    let reach = 120
    let before = scalars[max(0, sum.lowerBound - reach)..<sum.lowerBound].reversed().prefix { $0 != "\n" }
    let behind = scalars[sum.upperBound..<min(limit, sum.upperBound + reach)].prefix { $0 != "\n" }
    return before.contains(where: NumeralReader.endsClause) || behind.contains(where: NumeralReader.endsClause)
  }

  /// Commas are none here: they part the digits of cells.
  private static func endsClause(_ scalar: Unicode.Scalar) -> Bool { "。;；！!？?".unicodeScalars.contains(scalar) }

  /// The place behind the unit that follows a number, 万 and 亿 before it.
  private func unitEnd(_ start: Int) -> Int? {
    var index = start
    if index < limit, scalars[index] == " " { index += 1 }
    while power(at: index) != nil { index += 1 }
    return MeasuringUnit.read(scalars, at: index, to: limit)?.end
  }

  /// Whether what stands before a number makes it count or name: 第3条, 表3.
  func isOrdinal(_ start: Int) -> Bool { start > 0 && NumeralReader.ordinals.contains(scalars[start - 1]) }

  func isLetter(_ scalar: Unicode.Scalar) -> Bool { (0x61...0x7A).contains(scalar.value) }

  private static let ordinals = Set("第表图件".unicodeScalars)
}
