// One numeral in running text: its digits, its powers of ten, and where it ends.

/// A numeral as it stands in a text.
struct Numeral {
  let range: Range<Int>
  /// What it amounts to.
  let figure: Figure
  /// What its Arabic digits amount to by themselves, where 万 and the like stand behind them.
  let written: Figure?
  /// Whether it is a single Han digit, which in most places is no figure.
  let isSingleHan: Bool
}

/// Reads numerals out of folded text.
struct NumeralReader {
  let scalars: [Unicode.Scalar]

  /// Whether a code point can begin or go on in a numeral.
  @inline(__always)
  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x3007 { return isDigit(scalar) || scalar == "○" }
    // Nearly all of a text is Han, and the numerals among it are few.
    return ChineseNumeral.digit(scalar) != nil || power(scalar) != nil
  }

  @inline(__always)
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 0x30 < 10 }

  /// The power of ten that a unit stands for.
  private static func power(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十", "拾": 1
    case "百", "佰": 2
    case "千", "仟": 3
    case "万": 4
    case "亿": 8
    default: nil
    }
  }

  /// The numeral that begins at a place.
  ///
  /// - Returns: nil for Han that is mostly something else: 一, 千万, 一二三.
  func numeral(at start: Int) -> Numeral? {
    NumeralReader.isDigit(scalars[start]) ? arabic(at: start) : han(at: start)
  }

  /// Digits with a point or groups of three, and the powers of ten behind them: `3,500`, `1.2亿`, `5千万`, `3万5千`.
  private func arabic(at start: Int) -> Numeral {
    let (digits, integerCount, end) = arabicDigits(at: start)
    let written = Figure(written: digits, integerCount: integerCount)
    var (index, power) = (end, 0)
    while index < scalars.count, let next = NumeralReader.power(scalars[index]) {
      power += next
      index += 1
    }
    if index > end, index < scalars.count, ChineseNumeral.digit(scalars[index]) != nil, let mixed = mixed(from: start) {
      return mixed
    }
    return Numeral(
      range: start..<index, figure: written.multiplied(byPowerOfTen: power), written: index > end ? written : nil,
      isSingleHan: false)
  }

  /// `3万5千`, where digits and powers of ten take turns.
  private func mixed(from start: Int) -> Numeral? {
    let end = scalars[start...].prefix { NumeralReader.isNumeral($0) }.endIndex
    guard end - start <= NumeralReader.longest, let value = ChineseNumeral.value(of: scalars[start..<end]) else {
      return nil
    }
    return Numeral(range: start..<end, figure: Figure(value), written: nil, isSingleHan: false)
  }

  private func arabicDigits(at start: Int) -> (digits: String, integerCount: Int, end: Int) {
    func digitEnd(_ start: Int) -> Int { scalars[start...].prefix(while: NumeralReader.isDigit).endIndex }
    var end = digitEnd(start)
    var digits = String.UnicodeScalarView(scalars[start..<end])
    if end - start <= 3 {
      while end < scalars.count, scalars[end] == ",", digitEnd(end + 1) == end + 4 {
        digits.append(contentsOf: scalars[end + 1..<end + 4])
        end += 4
      }
    }
    let integerCount = digits.count
    if end + 1 < scalars.count, scalars[end] == ".", NumeralReader.isDigit(scalars[end + 1]) {
      let fractionEnd = digitEnd(end + 1)
      // 1.2.3 is no number, but three.
      let isDotted =
        fractionEnd + 1 < scalars.count && scalars[fractionEnd] == "."
        && NumeralReader.isDigit(scalars[fractionEnd + 1])
        || start > 0 && scalars[start - 1] == "."
      if !isDotted {
        digits.append(contentsOf: scalars[end + 1..<fractionEnd])
        end = fractionEnd
      }
    }
    return (String(digits), integerCount, end)
  }

  /// Longer than any number that is written out; what is longer is a row of something else.
  private static let longest = 24

  private func han(at start: Int) -> Numeral? {
    let end = scalars[start...].prefix { NumeralReader.isNumeral($0) && !NumeralReader.isDigit($0) }.endIndex
    let glyphs = scalars[start..<end]
    guard glyphs.count <= NumeralReader.longest else { return nil }
    if glyphs.contains(where: { NumeralReader.power($0) != nil }) { return cardinal(start..<end) }
    if glyphs.count == 1 {
      guard let value = ChineseNumeral.digit(glyphs.first!) else { return nil }
      return pointed(start..<end, value)
        ?? Numeral(range: start..<end, figure: Figure(value), written: nil, isSingleHan: true)
    }
    // 二〇二四; 一二三产业 is no number.
    guard glyphs.count == 4 || glyphs.contains(where: { ChineseNumeral.digit($0) == 0 }),
      let value = ChineseNumeral.value(of: glyphs)
    else { return nil }
    return Numeral(range: start..<end, figure: Figure(value), written: nil, isSingleHan: false)
  }

  /// 三百二十五, 十二; not 千万 or 百万 without a digit, nor 数十万.
  private func cardinal(_ range: Range<Int>) -> Numeral? {
    let glyphs = scalars[range]
    let hasDigit = glyphs.contains { ChineseNumeral.digit($0) != nil }
    let isVague = range.lowerBound > 0 && "数几上成近余多".unicodeScalars.contains(scalars[range.lowerBound - 1])
    guard hasDigit || !isVague && glyphs.first == "十", let value = ChineseNumeral.value(of: glyphs) else { return nil }
    let isSingle = glyphs.count == 1
    return pointed(range, value) ?? Numeral(range: range, figure: Figure(value), written: nil, isSingleHan: isSingle)
  }

  /// 十二点五, 三点二亿: what stands behind the point, if it is digits.
  private func pointed(_ range: Range<Int>, _ value: Int) -> Numeral? {
    let point = range.upperBound
    guard point + 1 < scalars.count, scalars[point] == "点" else { return nil }
    let fraction = scalars[(point + 1)...].prefix(NumeralReader.longest).prefix { ChineseNumeral.digit($0) != nil }
    guard !fraction.isEmpty else { return nil }
    var end = fraction.endIndex
    var power = 0
    while end < scalars.count, let next = NumeralReader.power(scalars[end]) {
      power += next
      end += 1
    }
    let whole = String(value)
    let digits = whole + fraction.map { String(ChineseNumeral.digit($0)!) }.joined()
    // 三点五十 is no number, and 三点 with one digit behind it may be a time of day; either is rare.
    return Numeral(
      range: range.lowerBound..<end,
      figure: Figure(written: digits, integerCount: whole.utf8.count).multiplied(byPowerOfTen: power), written: nil,
      isSingleHan: false)
  }
}
