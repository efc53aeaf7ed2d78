// Exact decimal numbers, as large and as fine as documents state them.

/// A number that is not negative, held exactly: 50, 50.0 and 5×10¹ are one figure.
///
/// Binary floating point would tell 0.1 from 千分之一百 and could not hold every sum of money to the cent. A figure is
/// its significant digits and the power of ten of the first of them; nothing is ever rounded.
public struct Figure: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Powers of ten that the first significant digit may have. What exceeds them is a broken row of digits: a guess.
  public static let magnitudes = -400...400
  /// Nothing.
  public static let zero = Figure(digits: "", magnitude: 0)

  /// The significant digits, of which neither the first nor the last is 0; none for zero.
  let digits: String
  /// The power of ten of the first significant digit; 0 for zero.
  let magnitude: Int

  private init(digits: String, magnitude: Int) {
    self.digits = digits
    self.magnitude = magnitude
  }

  /// A figure from a row of digits.
  ///
  /// - Parameters:
  ///   - digits: ASCII digits, integer part and decimals without a point between.
  ///   - integerCount: how many of them stand before the point; may exceed their number or be negative.
  /// - Returns: `nil` where the first significant digit is beyond ``magnitudes``.
  init?(digits: [UInt8], integerCount: Int) {
    guard let first = digits.firstIndex(where: { $0 != 0x30 }),
      let last = digits.lastIndex(where: { $0 != 0x30 })
    else {
      self = .zero
      return
    }
    let magnitude = integerCount - first - 1
    guard Figure.magnitudes.contains(magnitude) else { return nil }
    self.init(digits: String(decoding: digits[first...last], as: UTF8.self), magnitude: magnitude)
  }

  /// A whole number; its sign is dropped.
  public init(_ number: Int) {
    let digits = Array(String(number.magnitude).utf8)
    self = Figure(digits: digits, integerCount: digits.count) ?? .zero
  }

  /// The figure times a power of ten.
  ///
  /// - Returns: `nil` where the result is beyond ``magnitudes``.
  public func multiplied(byPowerOfTen power: Int) -> Figure? {
    if digits.isEmpty { return self }
    let (magnitude, overflow) = magnitude.addingReportingOverflow(power)
    guard !overflow, Figure.magnitudes.contains(magnitude) else { return nil }
    return Figure(digits: digits, magnitude: magnitude)
  }

  /// The plain decimal, without exponent or separators: `50000000`, `2.5`, `0.05`.
  public var description: String {
    if digits.isEmpty { return "0" }
    if magnitude < 0 { return "0." + String(repeating: "0", count: -magnitude - 1) + digits }
    let missing = magnitude + 1 - digits.utf8.count
    if missing >= 0 { return digits + String(repeating: "0", count: missing) }
    return digits.prefix(magnitude + 1) + "." + digits.dropFirst(magnitude + 1)
  }

  /// By value.
  public static func < (left: Figure, right: Figure) -> Bool {
    if left.digits.isEmpty || right.digits.isEmpty { return left.digits.isEmpty && !right.digits.isEmpty }
    return left.magnitude == right.magnitude ? left.digits < right.digits : left.magnitude < right.magnitude
  }
}

extension Figure {
  /// A short ASCII text whose byte order is the order of the figures: three digits for the power of ten, raised by 500,
  /// then the significant digits.
  ///
  /// 50 is `5015`, 2.5 is `50025`, 0.3 is `4993`; zero is `000`. Since no key ends with a digit 0 behind the power, the
  /// key of one figure begins another's only where the other is larger.
  public var sortKey: String {
    digits.isEmpty ? "000" : String(magnitude + Figure.bias) + digits
  }

  /// The figure that has a ``sortKey``.
  ///
  /// - Returns: `nil` for a text that is no figure's key.
  public init?(sortKey: String) {
    if sortKey == "000" {
      self = .zero
      return
    }
    let bytes = Array(sortKey.utf8)
    guard bytes.count > 3, bytes.allSatisfy({ (0x30...0x39).contains($0) }), bytes[3] != 0x30, bytes.last != 0x30,
      let power = Int(sortKey.prefix(3)), Figure.magnitudes.contains(power - Figure.bias)
    else { return nil }
    self.init(digits: String(sortKey.dropFirst(3)), magnitude: power - Figure.bias)
  }

  /// What is added to a power of ten so that all have three digits.
  static let bias = 500
}
