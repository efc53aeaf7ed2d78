// Exact decimal numbers, as texts state them.

/// A number that is not negative, as exact as it was written: 50, 50.0 and 五十 are equal.
public struct Figure: Hashable, Sendable {
  /// The significant digits, without zeros in front or behind; empty for zero.
  public let digits: String
  /// The power of ten of the first digit: 1 for 50, −1 for 0.5; 0 for zero.
  public let exponent: Int

  /// A number from digits and how many of them stand before the point.
  ///
  /// - Parameters:
  ///   - written: ASCII digits, zeros in front and behind included.
  ///   - integerCount: how many of them stand before the decimal point; it may lie outside of them.
  public init(written: some StringProtocol, integerCount: Int) {
    let leading = written.utf8.prefix { $0 == UInt8(ascii: "0") }.count
    let significant = written.utf8.dropFirst(leading)
    let trailing = significant.reversed().prefix { $0 == UInt8(ascii: "0") }.count
    digits = String(decoding: significant.dropLast(trailing), as: UTF8.self)
    exponent = digits.isEmpty ? 0 : integerCount - leading - 1
  }

  /// A whole number.
  public init(_ value: Int) {
    let text = String(value.magnitude)
    self.init(written: text, integerCount: text.utf8.count)
  }

  private init(digits: String, exponent: Int) {
    self.digits = digits
    self.exponent = digits.isEmpty ? 0 : exponent
  }

  /// The number with its point moved.
  public func multiplied(byPowerOfTen power: Int) -> Figure { Figure(digits: digits, exponent: exponent + power) }

  /// Its value, as far as integers go.
  public var integer: Int? {
    guard exponent >= digits.utf8.count - 1, exponent < 18 else { return digits.isEmpty ? 0 : nil }
    return Int(description)
  }
}

extension Figure: Comparable {
  public static func < (left: Figure, right: Figure) -> Bool {
    if left.digits.isEmpty || right.digits.isEmpty { return left.digits.isEmpty && !right.digits.isEmpty }
    return (left.exponent, left.digits) < (right.exponent, right.digits)
  }
}

extension Figure: CustomStringConvertible {
  /// The number in decimal notation: `50000000`, `2.5`, `0.05`. Not for exponents beyond what texts state: it writes all
  /// zeros.
  public var description: String {
    if digits.isEmpty { return "0" }
    func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
    if exponent < 0 { return "0." + zeros(-exponent - 1) + digits }
    let missing = exponent + 1 - digits.utf8.count
    if missing >= 0 { return digits + zeros(missing) }
    return digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
  }
}

extension Figure {
  /// Powers of ten that a figure's first digit may have to be found by its size: from a ten-billionth to a hundred
  /// quintillions.
  public static let exponents = -10...20
  /// The most significant digits of such a figure.
  public static let maximumDigits = 30

  /// ASCII whose byte order is the order of the numbers: the exponent as two digits from 01 on, then the digits; 00 for
  /// zero. Nil for a figure beyond ``exponents`` or ``maximumDigits``.
  public var sortKey: String? {
    if digits.isEmpty { return "00" }
    guard Figure.exponents.contains(exponent), digits.utf8.count <= Figure.maximumDigits else { return nil }
    return Figure.two(exponent - Figure.exponents.lowerBound + 1) + digits
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
