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
    let isRate = start > 0 && "每满".unicodeScalars.contains(scalars[start - 1])
    let isRound = numeral.kind == .arabic && "万亿".unicodeScalars.contains(scalars[numeral.end - 1])
    if unit.name == "元", !isRate, !isRound, let (sum, end) = coins(behind: end, figure) {
      return state(sum, currency?.name ?? unit.name, numeral, from: currency?.start, to: end)
    }
    // 5000元人民币 says so itself.
    guard let currency, unit.name == "元", !scalars[numeral.end..<end].contains("人") else {
      return state(figure, unit.name, numeral, to: end)
    }
    return state(figure, currency.name, numeral, from: currency.start, to: end)
  }

  /// A sum of whole 元 with the 角 and 分 behind it: 2元5角, 三元零五分.
  private func coins(behind start: Int, _ figure: Figure) -> (sum: Figure, end: Int)? {
    let whole = Array(figure.description.utf8)
    guard scalars[start - 1] == "元" || scalars[start - 1] == "圆", !whole.contains(UInt8(ascii: ".")) else { return nil }
    let begin = start < reader.limit && scalars[start] == "零" ? start + 1 : start
    var digits: [UInt8] = []
    var end = begin
    for unit in ["角", "分"] as [Unicode.Scalar] {
      if end + 1 < reader.limit, let digit = ChineseNumeral.digit(scalars[end]), scalars[end + 1] == unit {
        digits.append(UInt8(0x30 + digit))
        end += 2
      } else {
        digits.append(0x30)
      }
    }
    // 5元1分钟, 5元2分之一, 500元3分利, 100元5角星.
    guard end > begin, end == reader.limit || !"钟之利息形星度".unicodeScalars.contains(scalars[end]) else { return nil }
    return Figure(digits: whole + digits, integerCount: whole.count).map { ($0, end) }
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
    guard
      let (unit, end) = MeasuringUnit.read(scalars, at: skipSpace(numeral), to: reader.limit) ?? yuan(numeral, start),
      start == 0 || scalars[start - 1] != "第"
    else { return nil }
    return unit.name == "天" && scalars[end - 1] == "日" && isDayOfMonth(start) ? nil : (unit, end)
  }

  /// 圆 behind numerals that are written for sums alone: 贰万圆.
  private func yuan(_ numeral: Numeral, _ start: Int) -> (unit: MeasuringUnit, end: Int)? {
    guard let yuan = MeasuringUnit.yuan, numeral.end < reader.limit, scalars[numeral.end] == "圆",
      numeral.end + 1 == reader.limit || !yuan.notBefore.unicodeScalars.contains(scalars[numeral.end + 1]),
      scalars[start..<numeral.end].contains(where: ValueReader.capitals.contains)
    else { return nil }
    return (yuan, numeral.end + 1)
  }

  private static let capitals = Set("壹贰叁肆伍陆柒捌玖拾佰仟".unicodeScalars)

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
  func currency(before start: Int) -> (name: String, start: Int)? {
    let end = start > 0 && scalars[start - 1] == " " ? start - 1 : start
    let floor = occurrences.last?.range.upperBound ?? 0
    for (name, unit) in MeasuringUnit.currencies where end - floor >= name.count {
      guard scalars[end - name.count..<end].elementsEqual(name) else { continue }
      // 人民币对美元6.83元, 每美元0.03元, 单位：万美元 3000元.
      let before = end > name.count ? scalars[end - name.count - 1] : " "
      let isRate = end < start || "每对兑万、".unicodeScalars.contains(before)
      return name.last == "元" && isRate ? nil : (unit, end - name.count)
    }
    return nil
  }

  /// The place behind a numeral and, where it ends with Arabic digits, one space.
  func skipSpace(_ numeral: Numeral) -> Int {
    let isSpaced = numeral.kind == .arabic && numeral.end < reader.limit && scalars[numeral.end] == " "
    return isSpaced ? numeral.end + 1 : numeral.end
  }
}
