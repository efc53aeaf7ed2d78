// Han digits by position, and decimals in Han.

extension NumeralReader {
  /// The place behind Han digits; a 0 between two of them is typed for 〇.
  func positionalEnd(_ start: Int) -> Int {
    var end = start + 1
    while end < limit {
      if isHanDigit(end) {
        end += 1
      } else if scalars[end] == "0", isHanDigit(end + 1) {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  func isHanDigit(_ index: Int) -> Bool {
    index < limit && !isArabic(index) && ChineseNumeral.digit(scalars[index]) != nil
  }

  func positional(_ start: Int, _ end: Int) -> Numeral {
    let values = scalars[start..<end].map { ChineseNumeral.digit($0) ?? 0 }
    let isYear = values.count == 4 && CalendarDate.years.contains(values.reduce(0) { $0 * 10 + $1 })
    let figure = Figure(digits: values.map { UInt8(0x30 + $0) }, integerCount: values.count)
    if values.contains(0) {
      let (power, end) = myriads(end)
      return Numeral(end: end, kind: .positional, figure: figure?.multiplied(byPowerOfTen: power))
    }
    // 三五百 is no number, as far as it goes.
    if power(at: end) != nil {
      let rest = mixed(at: end, kind: .cardinal)
      return Numeral(end: rest.end, kind: .doubtful, figure: nil, parts: rest.parts)
    }
    return Numeral(end: end, kind: isYear ? .positional : .doubtful, figure: figure)
  }

  /// The power of ten of all 万 and 亿 from a place on, and the place behind them.
  func myriads(_ start: Int) -> (power: Int, end: Int) {
    var power = 0
    var end = start
    while let unit = self.power(at: end), unit >= 4 {
      power += unit
      end += 1
    }
    return (power, end)
  }

  /// The numeral with the decimals behind a 点, where it has any: 十二点五, 一点五亿.
  func pointed(_ integer: Numeral, from start: Int) -> Numeral {
    guard let figure = integer.figure, integer.parts.isEmpty, integer.end < limit,
      scalars[integer.end] == "点" || scalars[integer.end] == "·", isHanDigit(integer.end + 1)
    else { return integer }
    let digitsEnd = positionalEnd(integer.end + 1)
    // 百分之三十五·七 and 五·五元, but 五·四运动.
    if scalars[integer.end] == "·", !isMeasured(digitsEnd, behindPointAt: integer.end),
      start < 3 || !isDenominator(start - 3)
    {
      return integer
    }
    let decimals = scalars[(integer.end + 1)..<digitsEnd].map { UInt8(0x30 + (ChineseNumeral.digit($0) ?? 0)) }
    let whole = Array(figure.description.utf8)
    let (power, end) = myriads(digitsEnd)
    // 三点五十 is a time of day.
    guard self.power(at: end) == nil else { return integer }
    let value = Figure(digits: whole + decimals, integerCount: whole.count)?.multiplied(byPowerOfTen: power)
    return Numeral(end: end, kind: .pointed, figure: value)
  }
}
