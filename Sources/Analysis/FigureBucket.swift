// Stretches of the number line, whose figures share a term.

import Archive

/// All figures of a power of ten, or with one or two leading digits: 50 million to 59, 57 million to 58.
///
/// Powers of ten below ``smallest`` and above ``largest`` share a bucket each, so that a range without an end needs no
/// more than some thirty; zero has its own. Ends are texts between which sort keys lie; a `:` stands behind all digits.
struct FigureBucket {
  /// The smallest power of ten with buckets of its own: a guess, as is ``largest``.
  static let smallest = -9
  /// The largest power of ten with buckets of its own.
  static let largest = 20

  /// What its term holds behind the `~`: what the sort keys of its figures begin with, 0 for a digit they lack.
  let name: String
  /// No text after any sort key in it.
  let lower: String
  /// A text after all sort keys in it and before all others that are larger.
  let upper: String

  /// The buckets of all powers of ten, in order.
  static let powers: [FigureBucket] =
    [
      FigureBucket(name: "000", lower: "000", upper: "000:"),
      FigureBucket(name: name(smallest - 1), lower: "001", upper: name(smallest - 1) + ":"),
    ]
    + (smallest...largest).map { FigureBucket(name: name($0), lower: name($0) + "1", upper: name($0) + ":") }
    + [FigureBucket(name: name(largest + 1), lower: name(largest + 1) + "1", upper: ":")]

  /// Its parts, by the next digit, in order; none where it is not divided further.
  var parts: [FigureBucket] {
    guard name.utf8.count < 5, let power = Int(name.prefix(3)).map({ $0 - 500 }),
      (FigureBucket.smallest...FigureBucket.largest).contains(power)
    else { return [] }
    return (name.utf8.count == 3 ? 1...9 : 0...9).map { digit in
      let part = name + String(digit)
      return FigureBucket(name: part, lower: digit == 0 ? name : part, upper: part + ":")
    }
  }

  /// The names of the buckets that hold a figure, the largest first.
  static func names(of figure: Figure) -> [String] {
    let key = figure.sortKey
    guard key.utf8.count > 3, let power = Int(key.prefix(3)).map({ $0 - 500 }) else { return ["000"] }
    if power < smallest { return [name(smallest - 1)] }
    if power > largest { return [name(largest + 1)] }
    return [String(key.prefix(3)), String(key.prefix(4)), key.utf8.count == 4 ? key + "0" : String(key.prefix(5))]
  }

  private static func name(_ power: Int) -> String { String(power + 500) }
}
