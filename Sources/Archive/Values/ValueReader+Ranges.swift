// The first of two numbers that share a unit: 3—5万元, 5-8%.

extension ValueReader {
  /// The lower bound of a range whose upper bound alone has the unit, 万 and 亿 included where that keeps the order.
  ///
  /// 3—5万元 is from 30,000 on, 5000—1万元 from 5,000. Nothing stands between bounds and sign: — alone is an empty cell.
  mutating func lowerBound(_ numeral: Numeral, _ figure: Figure, _ start: Int) -> Int? {
    guard mayBeLower(start), let upperStart = behindRangeSign(numeral.end),
      spelledDate(upperStart) == nil, punctuatedDate(upperStart) == nil,
      let upper = reader.numeral(at: upperStart), let upperFigure = upper.figure, isExact(upper, upperStart),
      let power = sharedPower(figure, start..<numeral.end, upper, upperStart),
      let value = figure.multiplied(byPowerOfTen: power), value < upperFigure
    else { return nil }
    if let (percentPower, _) = percentPower(behind: upper), let share = value.multiplied(byPowerOfTen: percentPower) {
      state(.percent(share))
    } else if let (unit, _) = measure(behind: upper, upperStart), counts(unit, numeral.kind, value) {
      state(.quantity(value, unit: unit.name))
    } else {
      return nil
    }
    state(.number(value))
    stateParts(numeral)
    return numeral.end
  }

  /// Not 第3—5条, 表3—5, A3—5, 0531—82010 or the second of three parts.
  private func mayBeLower(_ start: Int) -> Bool {
    if scalars[start] == "0", reader.isArabic(start + 1) { return false }
    guard start > 0 else { return true }
    let before = scalars[start - 1]
    if reader.isOrdinal(start) || reader.isLetter(before) || before == "." || before == "/" { return false }
    return !(ValueReader.rangeSigns.contains(before) && start > 1 && numerals.contains(scalars[start - 2]))
  }

  private func behindRangeSign(_ start: Int) -> Int? {
    guard start < reader.limit, ValueReader.rangeSigns.contains(scalars[start]) else { return nil }
    let isDouble = start + 1 < reader.limit && scalars[start] == "—" && scalars[start + 1] == "—"
    let end = start + (isDouble ? 2 : 1)
    return end < reader.limit && numerals.contains(scalars[end]) ? end : nil
  }

  /// The power of ten that the lower bound takes from the upper one; nil where it could be either.
  private func sharedPower(_ lower: Figure, _ range: Range<Int>, _ upper: Numeral, _ upperStart: Int) -> Int? {
    var end = upper.end
    var power = 0
    while end > upperStart, let unit = ChineseNumeral.power(scalars[end - 1]), unit > 1 {
      power += unit
      end -= 1
    }
    let hasOwn = range.contains { (ChineseNumeral.power(scalars[$0]) ?? 0) > 1 }
    if power == 0 || hasOwn { return 0 }
    guard let stem = upper.figure?.multiplied(byPowerOfTen: -power) else { return nil }
    if upper.kind == .arabic, upper.parts.count == 1 { return lower < stem ? power : 0 }
    // 三至五万元, but 三至五百人 and 三至五十万元 could be read in two ways.
    return range.count == 1 && end == upperStart + 1 && power >= 4 && lower < stem ? power : nil
  }

  private static let rangeSigns = Set("-–—~至到".unicodeScalars)
}
