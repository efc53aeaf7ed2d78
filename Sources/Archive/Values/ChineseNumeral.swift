// Numbers as Chinese documents write them: 三百二十五, 二〇二四, 5千万.

/// Reads Han and Arabic numerals.
public enum ChineseNumeral {
  /// The number that code points spell, all of them.
  ///
  /// Understands Arabic digits of any width (`２０２４`), Han digits by position (`二〇二四`), and cardinals (`三百二十五`,
  /// `十二`, `一百零五`, `三万五千`).
  ///
  /// - Returns: `nil` for anything else, for an empty sequence and for what exceeds `Int`.
  public static func value(of scalars: some Sequence<Unicode.Scalar>) -> Int? {
    var reader = Reader()
    for scalar in scalars { guard reader.read(scalar) else { return nil } }
    return reader.value
  }

  /// The value of one digit, Han or Arabic; `nil` when it is none.
  public static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: return Int(scalar.value - 0x30)
    case 0xFF10...0xFF19: return Int(scalar.value - 0xFF10)
    default: break
    }
    return switch scalar {
    case "〇", "零", "○": 0
    case "一", "壹": 1
    case "二", "贰", "两": 2
    case "三", "叁": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  /// The value of a unit within a myriad: 十, 百, 千.
  static func unit(_ scalar: Unicode.Scalar) -> Int? {
    switch power(scalar) {
    case 1: 10
    case 2: 100
    case 3: 1_000
    default: nil
    }
  }

  /// The value of a unit that multiplies all that stands before it: 万, 亿.
  static func myriad(_ scalar: Unicode.Scalar) -> Int? {
    switch power(scalar) {
    case 4: 10_000
    case 8: 100_000_000
    default: nil
    }
  }

  /// The power of ten that a unit stands for: 1 to 3 within a myriad, 4 for 万, 8 for 亿.
  static func power(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十", "拾": 1
    case "百", "佰": 2
    case "千", "仟": 3
    case "万", "萬": 4
    case "亿", "億": 8
    default: nil
    }
  }
}

/// Adds a numeral up from left to right.
private struct Reader {
  private var total = 0
  private var section = 0
  private var digits = 0
  private var digitCount = 0
  private var count = 0
  private var isTooLarge = false

  var value: Int? {
    guard count > 0, !isTooLarge else { return nil }
    let (rest, restOverflow) = section.addingReportingOverflow(digits)
    let (sum, overflow) = total.addingReportingOverflow(rest)
    return restOverflow || overflow ? nil : sum
  }

  /// A sum; one that is too large is 0, and makes the whole too large.
  private mutating func sum(_ left: Int, _ right: Int) -> Int {
    let (sum, overflow) = left.addingReportingOverflow(right)
    isTooLarge = isTooLarge || overflow
    return overflow ? 0 : sum
  }

  mutating func read(_ scalar: Unicode.Scalar) -> Bool {
    count += 1
    if let digit = ChineseNumeral.digit(scalar) {
      // More digits than any sum of money has.
      guard digitCount < 15 else { return false }
      digits = digits * 10 + digit
      digitCount += 1
    } else if let unit = ChineseNumeral.unit(scalar) {
      // Of fifteen digits at most, so that the product fits.
      section = sum(section, (digitCount == 0 ? 1 : digits) * unit)
      (digits, digitCount) = (0, 0)
    } else if let myriad = ChineseNumeral.myriad(scalar) {
      guard count > 1 else { return false }
      let isLarger = myriad > 10_000 && total > 0
      let before = sum(sum(section, digits), isLarger ? total : 0)
      let (product, overflow) = before.multipliedReportingOverflow(by: myriad)
      isTooLarge = isTooLarge || overflow
      total = overflow ? 0 : isLarger ? product : sum(total, product)
      (section, digits, digitCount) = (0, 0, 0)
    } else {
      return false
    }
    return true
  }
}
