// Shares and quantities: a number and the unit behind it, or the currency in front.

extension ValueReader {
  /// 50%, 3‰.
  mutating func percentSign(behind numeral: Numeral, _ figure: Figure) -> Int? {
    guard let (power, end) = percentPower(behind: numeral), let share = figure.multiplied(byPowerOfTen: power) else {
      return nil
    }
    state(.percent(share))
    state(.number(figure))
    stateParts(numeral)
    return end
  }

  /// The power of ten that makes hundredths of a number with % or ‰ behind it, and the place behind the sign.
  func percentPower(behind numeral: Numeral) -> (power: Int, end: Int)? {
    let index = skipSpace(numeral)
    guard index < reader.limit else { return nil }
    switch scalars[index] {
    case "%", "﹪": return (0, index + 1)
    case "‰": return (-1, index + 1)
    default: return nil
    }
  }

  /// 5000万元, 三年, ¥5000.
  mutating func unit(behind numeral: Numeral, _ figure: Figure, _ start: Int) -> Int? {
    let currency = currency(before: start)
    guard let (unit, end) = measure(behind: numeral, start), counts(unit, numeral.kind, figure) else {
      guard let currency, scalars[currency.start] == "¥" else { return nil }
      return state(figure, currency.name, numeral, from: currency.start)
    }
    guard let currency, unit.name == "元" else { return state(figure, unit.name, numeral, to: end) }
    return state(figure, currency.name, numeral, from: currency.start, to: end)
  }

  /// - Returns: the place behind the quantity.
  private mutating func state(
    _ figure: Figure, _ unit: String, _ numeral: Numeral, from start: Int? = nil, to end: Int? = nil
  ) -> Int {
    state(.quantity(figure, unit: unit))
    state(.number(figure))
    stateParts(numeral)
    lead = start
    return end ?? numeral.end
  }

  /// The unit behind a numeral that makes a quantity of it.
  func measure(behind numeral: Numeral, _ start: Int) -> (unit: MeasuringUnit, end: Int)? {
    guard let (unit, end) = MeasuringUnit.read(scalars, at: skipSpace(numeral), to: reader.limit),
      start == 0 || scalars[start - 1] != "第"
    else { return nil }
    return unit.name == "天" && scalars[end - 1] == "日" && isDayOfMonth(start) ? nil : (unit, end)
  }

  /// Whether a number of a unit is a quantity.
  func counts(_ unit: MeasuringUnit, _ kind: Numeral.Kind, _ figure: Figure) -> Bool {
    // 1024年 is a year in which no document was made.
    if unit.name == "年", Figure(1_000) <= figure { return false }
    guard kind == .lone else { return true }
    return switch unit.loneDigits {
    case .all: true
    case .fromTwo: Figure(1) < figure
    case .none: false
    }
  }

  /// The currency before a number, and where its name begins: 港币5000元, ¥1,234.
  private func currency(before start: Int) -> (name: String, start: Int)? {
    let end = start > 0 && scalars[start - 1] == " " ? start - 1 : start
    let floor = occurrences.last?.range.upperBound ?? 0
    for (name, unit) in MeasuringUnit.currencies where end - floor >= name.count {
      if scalars[end - name.count..<end].elementsEqual(name) { return (unit, end - name.count) }
    }
    return nil
  }

  /// The place behind a numeral and, where it ends with Arabic digits, one space.
  func skipSpace(_ numeral: Numeral) -> Int {
    let isSpaced = numeral.kind == .arabic && numeral.end < reader.limit && scalars[numeral.end] == " "
    return isSpaced ? numeral.end + 1 : numeral.end
  }
}
