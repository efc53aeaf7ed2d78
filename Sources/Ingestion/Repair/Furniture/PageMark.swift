// Reads lines that hold nothing but a page's number, in the styles that publications print.

/// A page's number by itself.
struct PageMark {
  /// How a page number is dressed.
  enum Style: Hashable {
    /// Digits alone: a cell of a table looks the same.
    case bare
    /// Roman numerals alone.
    case roman
    /// Digits of so many, as in `3/20`: a fraction looks the same.
    case share(Int)
    /// Between dashes or points: `- 12 -`, `·12·`.
    case framed
    /// `第3页`, with or without how many there are.
    case named

    var isShare: Bool { if case .share = self { true } else { false } }

    /// Whether hardly anything but a page number looks like it.
    var isTelling: Bool { self == .framed || self == .named }
  }

  let number: Int
  let style: Style

  /// More characters than `第1234页，共1234页` are no page number.
  static let longest = 16

  /// - Returns: `nil` when the line is something else.
  init?(_ line: ArraySlice<Unicode.Scalar>) {
    guard let first = line.first, PageMark.canBegin(first), let last = line.last, PageMark.canEnd(last) else {
      return nil
    }
    var signs: [Unicode.Scalar] = []
    for scalar in line where !scalar.isSpace {
      guard signs.count < PageMark.longest else { return nil }
      signs.append(scalar)
    }
    var rest = signs[...]
    let isFramed = PageMark.removeFrame(&rest)
    guard let first = rest.first else { return nil }
    if first == "第" || first == "共" {
      guard let number = PageMark.named(rest) else { return nil }
      self.init(number: number, style: .named)
    } else if let number = rest.takePageNumber() {
      self.init(number: number, behind: rest, isFramed: isFramed)
    } else if let number = PageMark.roman(rest) {
      self.init(number: number, style: isFramed ? .framed : .roman)
    } else {
      return nil
    }
  }

  private init(number: Int, style: Style) {
    self.number = number
    self.style = style
  }

  private init?(number: Int, behind rest: ArraySlice<Unicode.Scalar>, isFramed: Bool) {
    var rest = rest
    guard let sign = rest.popFirst() else {
      self.init(number: number, style: isFramed ? .framed : .bare)
      return
    }
    guard sign == "/" || sign == "／", let total = rest.takePageNumber(), rest.isEmpty, number <= total else {
      return nil
    }
    self.init(number: number, style: .share(total))
  }

  private static func canBegin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || scalar == "第" || scalar == "共" || scalar.isPageNumberFrame || scalar == "一"
      || romanValue(scalar) != nil
  }

  private static func canEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || scalar == "页" || scalar.isPageNumberFrame || scalar == "一" || romanValue(scalar) != nil
  }

  /// Takes the same signs from both ends; a lone dash stays, since `-12` is a number.
  private static func removeFrame(_ rest: inout ArraySlice<Unicode.Scalar>) -> Bool {
    let count = rest.count
    while rest.count >= 3, let first = rest.first, let last = rest.last,
      first.isPageNumberFrame && last.isPageNumberFrame || first == "一" && last == "一"
    {
      rest = rest.dropFirst().dropLast()
    }
    return rest.count < count
  }

  /// `第3页`, `第3页共20页`, `共20页第3页`.
  private static func named(_ signs: ArraySlice<Unicode.Scalar>) -> Int? {
    var rest = signs
    var number: Int?
    var total: Int?
    while let first = rest.popFirst() {
      if first == "，" || first == "," || first == "/" { continue }
      guard first == "第" || first == "共", let value = rest.takePageNumber(), rest.popFirst() == "页" else { return nil }
      if first == "第" {
        guard number == nil else { return nil }
        number = value
      } else {
        guard total == nil else { return nil }
        total = value
      }
    }
    return number
  }

  /// The value of a small Roman numeral, all of it in one case: prefaces have few pages.
  private static func roman(_ signs: ArraySlice<Unicode.Scalar>) -> Int? {
    guard signs.count <= 7, let first = signs.first else { return nil }
    let isLower = (0x61...0x7A).contains(first.value)
    var sum = 0
    var previous = 0
    for sign in signs.reversed() {
      guard let value = romanValue(sign), (0x61...0x7A).contains(sign.value) == isLower else { return nil }
      sum += value < previous ? -value : value
      previous = max(previous, value)
    }
    return sum > 0 ? sum : nil
  }

  private static func romanValue(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "i", "I": 1
    case "v", "V": 5
    case "x", "X": 10
    case "l", "L": 50
    case "Ⅰ"..."Ⅻ": Int(scalar.value - 0x215F)
    case "ⅰ"..."ⅻ": Int(scalar.value - 0x216F)
    default: nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether page numbers are set between two of it.
  var isPageNumberFrame: Bool {
    switch self {
    case "-", "‐", "‑", "–", "—", "―", "─", "－", "−", "~", "～", "·", "•", "・", "∙", "．", "*", "|", "｜": true
    default: false
    }
  }

  /// The value of an ASCII or full-width digit.
  var digitValue: Int? {
    switch value {
    case 0x30...0x39: Int(value - 0x30)
    case 0xFF10...0xFF19: Int(value - 0xFF10)
    default: nil
    }
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// Takes up to four digits from the beginning; longer numbers count no pages.
  mutating func takePageNumber() -> Int? {
    var number = 0
    var rest = self
    while let value = rest.first?.digitValue {
      guard count - rest.count < 4 else { return nil }
      number = number * 10 + value
      rest.removeFirst()
    }
    guard rest.count < count, number > 0 else { return nil }
    self = rest
    return number
  }
}
