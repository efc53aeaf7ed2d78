// A range of figures as a few sizes and a look into the dictionary.

public import Archive

/// Figures between two bounds.
///
/// Figures have terms by size: their power of ten, that with the first digit, and that with the first two. The sizes that
/// lie wholly within the bounds need no more than their own terms; only within the two sizes at the bounds single figures
/// have to be told apart, by listing them.
public struct FigureRange: Hashable, Sendable {
  /// One end.
  public struct Bound: Hashable, Sendable {
    public let figure: Figure
    public let isIncluded: Bool

    public init(_ figure: Figure, isIncluded: Bool) {
      self.figure = figure
      self.isIncluded = isIncluded
    }
  }

  public let lower: Bound?
  public let upper: Bound?

  /// - Returns: nil for bounds between which nothing lies.
  public init?(lower: Bound?, upper: Bound?) {
    if let lower, let upper {
      guard lower.figure < upper.figure || lower.figure == upper.figure && lower.isIncluded && upper.isIncluded else {
        return nil
      }
    }
    self.lower = lower
    self.upper = upper
  }

  /// Whether a figure lies between the bounds.
  public func contains(_ figure: Figure) -> Bool {
    if let lower { guard lower.isIncluded ? lower.figure <= figure : lower.figure < figure else { return false } }
    if let upper { guard upper.isIncluded ? figure <= upper.figure : figure < upper.figure else { return false } }
    return true
  }

  /// The sizes that a figure has, the roughest first; none for one that has no sort key.
  static func sizes(of figure: Figure) -> [String] {
    guard let key = figure.sortKey else { return [] }
    let padded = (key + "00").prefix(4)
    return [2, 3, 4].map { String(padded.prefix($0)) }
  }

  /// The sizes wholly inside, and the stretches of sort keys at the ends, both ends of each included.
  var cover: (sizes: [String], scans: [(from: String, through: String)]) {
    let (first, last) = (lower.map { place($0, isLower: true) }, upper.map { place($0, isLower: false) })
    let (lowest, highest) = (first?.size ?? 0, last?.size ?? FigureRange.sizeCount - 1)
    let (from, through) = (first?.key, last?.key)
    if let from, let through, lowest == highest { return ([], from <= through ? [(from, through)] : []) }
    var scans: [(from: String, through: String)] = []
    if let from { scans.append((from, FigureRange.name(lowest) + "~")) }
    if let through { scans.append((FigureRange.least(highest), through)) }
    return (FigureRange.sizes(from == nil ? lowest : lowest + 1, through == nil ? highest : highest - 1), scans)
  }

  /// The size that a bound lies in, and the bound among the sort keys: one that is left out is moved by less than any
  /// figure.
  private func place(_ bound: Bound, isLower: Bool) -> (size: Int, key: String) {
    guard let key = bound.figure.sortKey else {
      // Beyond what any figure has: below all, or above all.
      return bound.figure.exponent < 0 ? (0, isLower ? "" : "00~") : (FigureRange.sizeCount - 1, isLower ? "~" : "~~")
    }
    let padded = (key + "00").prefix(4)
    let size = FigureRange.number(of: String(padded))
    if bound.isIncluded { return (size, key) }
    // No digit stands below the blank, and no key ends with the byte before its last.
    return (size, isLower ? key + " " : FigureRange.before(key))
  }

  /// The greatest text below a key that is no smaller than any lesser key.
  private static func before(_ key: String) -> String {
    var bytes = Array(key.utf8)
    bytes[bytes.count - 1] -= 1
    return String(decoding: bytes, as: UTF8.self) + "~"
  }
}

extension FigureRange {
  /// Zero, and for each power of ten the first two digits from 10 to 99.
  private static let sizeCount = 1 + Figure.exponents.count * 90

  private static func number(of size: String) -> Int {
    guard let power = Int(size.prefix(2)), power > 0, let digits = Int(size.suffix(2)) else { return 0 }
    return 1 + (power - 1) * 90 + digits - 10
  }

  /// The four characters of a size.
  private static func name(_ number: Int) -> String {
    guard number > 0 else { return "0000" }
    let power = (number - 1) / 90 + 1
    return (power < 10 ? "0" : "") + "\(power)\((number - 1) % 90 + 10)"
  }

  /// The least sort key in a size: zeros at the end of digits are not written.
  private static func least(_ number: Int) -> String {
    let name = name(number)
    return name == "0000" ? "00" : name.hasSuffix("0") ? String(name.dropLast()) : name
  }

  /// Sizes that together are those from one to another, as rough as can be.
  private static func sizes(_ first: Int, _ last: Int) -> [String] {
    var sizes: [String] = []
    var number = first
    while number <= last {
      let place = (number - 1) % 90
      let length =
        number == 0 ? 1 : place == 0 && number + 89 <= last ? 90 : place % 10 == 0 && number + 9 <= last ? 10 : 1
      sizes.append(String(name(number).prefix(length == 90 ? 2 : length == 10 ? 3 : 4)))
      number += length
    }
    return sizes
  }
}
