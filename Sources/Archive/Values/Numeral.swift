// One numeral of a running text.

/// What one numeral spells, or a stretch of numerals that spells nothing.
struct Numeral {
  /// How it is written, which says how surely it is a number.
  enum Kind {
    /// It begins with Arabic digits.
    case arabic
    /// Han with units: 十二, 三百二十五.
    case cardinal
    /// Han digits by position that hold a zero or are a year: 一〇五, 一九九八.
    case positional
    /// Any other Han digits in a row: 三五 mostly means three to five.
    case doubtful
    /// A single Han digit, or 十.
    case lone
    /// Han with a point: 三点五 could be half past three.
    case pointed
  }

  /// The place behind it.
  let end: Int
  let kind: Kind
  /// Its value; nil where it has none as a whole.
  let figure: Figure?
  /// The Arabic numbers in it, as they are written.
  var parts: [Figure] = []
}

extension Figure {
  /// The figure that a text spells, all of it.
  ///
  /// Understands Arabic digits of any width with decimals and groups of three (`3,500.25`), Han digits by position
  /// (`二〇二四`), cardinals (`三百二十五`, `两千`, `壹佰`, `十二点五`), and digits before units (`5千万`, `1.2亿`, `3万5千`).
  ///
  /// - Returns: `nil` for anything else, also for numerals that people read in two ways (`三五百`, `三万五`).
  public init?(written text: String) {
    let scalars = text.unicodeScalars.map { scalar in
      // Full-width digits, comma and point.
      (0xFF0C...0xFF19).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }
    guard let numeral = NumeralReader(scalars: scalars, limit: scalars.count).numeral(at: 0),
      numeral.end == scalars.count, let figure = numeral.figure
    else { return nil }
    self = figure
  }
}
