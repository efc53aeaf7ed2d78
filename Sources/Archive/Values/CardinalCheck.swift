// Whether Han digits and units make up a cardinal: 三百二十五 does, 三五百 and 十二五 do not.

/// Goes through a cardinal from left to right and says whether it is well formed.
///
/// Stricter than ``ChineseNumeral``, which is asked about what is known to be a numeral: running text also has 二三百
/// (two or three hundred), 三万五 (35,000) and 十四五 (a plan), which must not become numbers.
struct CardinalCheck {
  /// What may follow: nothing stands before a unit yet, or a zero, or a digit or digits.
  private enum Pending { case nothing, zero, digit, arabic(count: Int) }

  private var pending = Pending.nothing
  /// The last unit's power within the myriad; 4 at its beginning.
  private var lastUnit = 4
  /// The power of the last 万 or 亿; nil before the first.
  private var lastMyriad: Int?
  private var hasHundredMillion = false
  /// Whether a digit stands right behind a unit that is not 十, so that it needs a unit of its own.
  private var isBare = false
  private(set) var isWellFormed = true

  /// Whether what was taken so far could end here.
  var isComplete: Bool {
    guard isWellFormed else { return false }
    switch pending {
    case .zero: return false
    case .arabic(let count): return !isBare || count > 1
    case .nothing, .digit: return !isBare
    }
  }

  /// Whether the next digit would stand right behind one of the other script.
  func breaks(beforeArabic isArabic: Bool) -> Bool {
    switch pending {
    case .nothing, .zero: false
    case .digit: isArabic
    case .arabic: !isArabic
    }
  }

  mutating func take(digit: Int) {
    switch pending {
    case .digit, .arabic: isWellFormed = false
    case .zero where digit == 0: isWellFormed = false
    case .zero: pending = .digit
    case .nothing:
      isBare = digit > 0 && !isAtBeginning && lastUnit != 1
      pending = digit == 0 ? .zero : .digit
    }
  }

  mutating func take(arabicCount: Int) {
    // 1亿零500万.
    if case .zero = pending { isBare = false } else { isBare = !isAtBeginning }
    pending = .arabic(count: arabicCount)
  }

  mutating func take(power: Int) {
    if power >= 4 { takeMyriad(power) } else { takeUnit(power) }
    pending = .nothing
    isBare = false
  }

  private var isAtBeginning: Bool { lastUnit == 4 && lastMyriad == nil }

  private mutating func takeUnit(_ power: Int) {
    if power >= lastUnit { isWellFormed = false }
    switch pending {
    case .digit, .arabic: break
    case .zero: if power != 1 { isWellFormed = false }
    case .nothing: if power != 1 || lastUnit != 4 || lastMyriad != nil { isWellFormed = false }
    }
    lastUnit = power
  }

  private mutating func takeMyriad(_ power: Int) {
    switch pending {
    case .zero: isWellFormed = false
    case .digit: if isBare { isWellFormed = false }
    // 2亿5000万.
    case .arabic(let count): if isBare, count < 2 { isWellFormed = false }
    // 五千万 has a unit before; in 万亿 nothing stands between the two.
    case .nothing: if lastUnit == 4, lastMyriad != 4 || power != 8 { isWellFormed = false }
    }
    // 亿 once, and 万 once before it and once behind.
    if power == lastMyriad || power == 8 && hasHundredMillion { isWellFormed = false }
    hasHundredMillion = hasHundredMillion || power == 8
    lastMyriad = power
    lastUnit = 4
  }
}
