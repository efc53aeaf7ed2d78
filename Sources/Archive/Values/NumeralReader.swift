// Reads one numeral out of running text: 3,500.25, 5千万, 三百二十五, 二〇二四.

/// Reads the numeral that begins at a place. Takes time in proportion to the numeral's length.
struct NumeralReader {
  /// Folded: digits are ASCII or Han.
  let scalars: [Unicode.Scalar]
  /// Nothing at or behind it is looked at.
  var limit: Int

  /// The numeral that begins at a place; nil where none begins.
  func numeral(at start: Int) -> Numeral? {
    guard start < limit else { return nil }
    if isArabic(start) { return mixed(at: start, kind: .arabic) }
    guard let digit = ChineseNumeral.digit(scalars[start]) else {
      return ChineseNumeral.power(scalars[start]) == nil ? nil : pointed(mixed(at: start, kind: .cardinal), from: start)
    }
    let end = positionalEnd(start)
    guard end == start + 1 else { return positional(start, end) }
    if end < limit, power(at: end) != nil { return pointed(mixed(at: start, kind: .cardinal), from: start) }
    return pointed(Numeral(end: end, kind: .lone, figure: Figure(digit)), from: start)
  }

  /// Whether a place holds an Arabic digit.
  func isArabic(_ index: Int) -> Bool { index < limit && index >= 0 && (0x30...0x39).contains(scalars[index].value) }

  /// The place behind the Arabic digits that begin at one.
  func digitsEnd(_ start: Int) -> Int {
    var end = start
    while isArabic(end) { end += 1 }
    return end
  }

  /// The power of ten of the unit at a place, unless it belongs to what follows: 千克, 百分之.
  func power(at index: Int) -> Int? {
    guard index < limit, let power = ChineseNumeral.power(scalars[index]) else { return nil }
    if power == 3, index + 1 < limit, NumeralReader.behindKilo.contains(scalars[index + 1]) { return nil }
    return isDenominator(index) ? nil : power
  }

  /// Whether 百分之, 千分之 or 万分之 begins at a place.
  func isDenominator(_ index: Int) -> Bool {
    guard index + 2 < limit, scalars[index + 1] == "分", scalars[index + 2] == "之" else { return false }
    return (2...4).contains(ChineseNumeral.power(scalars[index]) ?? 0)
  }

  /// What follows 千 in names of units: 千克, 千米, 千瓦, 千伏, 千帕, 千卡, 千焦, 千赫.
  private static let behindKilo = Set("克米瓦伏帕卡焦赫".unicodeScalars)
}

extension NumeralReader {
  /// Digits and units from a place on, as far as they go.
  func mixed(at start: Int, kind: Numeral.Kind) -> Numeral {
    var check = CardinalCheck()
    var parts: [Figure] = []
    /// The powers of units, while only they follow the Arabic number at the beginning.
    var power: Int? = kind == .arabic ? 0 : nil
    var isDecimal = false
    var index = start
    // What is no number may go on for ever, but need not be one stretch.
    while index < limit, check.isWellFormed || parts.count < 16 {
      if isArabic(index), !check.breaks(beforeArabic: true) {
        let literal = literal(at: index)
        check.take(arabicCount: literal.end - index)
        isDecimal = isDecimal || literal.isDecimal
        if index > start { power = nil }
        if let figure = literal.figure { parts.append(figure) }
        index = spacedMyriad(literal.end) ?? literal.end
      } else if !isArabic(index), let digit = ChineseNumeral.digit(scalars[index]),
        !check.breaks(beforeArabic: false)
      {
        check.take(digit: digit)
        power = nil
        index += 1
      } else if let unit = self.power(at: index) {
        check.take(power: unit)
        power = power.map { $0 + unit }
        index += 1
      } else {
        break
      }
    }
    let kind = kind == .cardinal && index == start + 1 ? .lone : kind
    guard check.isComplete, index > start, power != nil || !isEstimated(index) else {
      return Numeral(end: max(index, start + 1), kind: kind, figure: nil, parts: parts)
    }
    let figure = power.map { parts.first?.multiplied(byPowerOfTen: $0) } ?? (isDecimal ? nil : sum(start..<index))
    return Numeral(end: index, kind: kind, figure: figure, parts: parts)
  }

  /// Where a 万 or 亿 stands that a space parts from the digits before it: 5000 万元.
  private func spacedMyriad(_ index: Int) -> Int? {
    guard index + 1 < limit, scalars[index] == " ", let power = power(at: index + 1), power >= 4 else { return nil }
    return index + 1
  }

  /// Whether what was read goes on behind a word that makes an estimate of it: 1亿5000余万元.
  private func isEstimated(_ end: Int) -> Bool {
    guard end < limit, ValueReader.estimates.contains(scalars[end]), let power = power(at: end + 1) else {
      return false
    }
    return power >= 4
  }

  private func sum(_ range: Range<Int>) -> Figure? {
    ChineseNumeral.value(of: scalars[range].lazy.filter { $0 != "," && $0 != " " }).map(Figure.init)
  }
}
