// What each Han character would be if Founder's code had shifted it.

/// Kinds of signs that look like Han characters after a shift.
enum FounderClass: UInt8, CaseIterable {
  case none
  case digit
  /// Ⅰ–Ⅻ.
  case roman
  /// ①–⑩.
  case circled
  /// Latin letters.
  case letter
  /// ．
  case point
  /// ％
  case percent
  /// Signs that stand between two numbers: － — ～ × ＋ ： ∶.
  case infix
  /// Any other sign.
  case mark

  /// The kind of a character.
  init(_ scalar: Unicode.Scalar) {
    self = scalar.value < 0x10000 ? FounderClass(rawValue: FounderClass.table[Int(scalar.value)])! : .none
  }

  /// The raw kinds by code point.
  static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 0x10000)
    for (shifted, sign) in FounderCode.signs where shifted.value < 0x10000 {
      table[Int(shifted.value)] = FounderClass(sign: sign).rawValue
    }
    return table
  }()

  private init(sign: Unicode.Scalar) {
    switch sign {
    case "０"..."９": self = .digit
    case "Ⅰ"..."Ⅻ": self = .roman
    case "①"..."⑩": self = .circled
    case "Ａ"..."Ｚ", "ａ"..."ｚ": self = .letter
    case "．": self = .point
    case "％": self = .percent
    case "－", "—", "～", "×", "＋", "：", "∶": self = .infix
    default: self = .mark
    }
  }
}

/// The places in a text whose characters a shift can make, in order, with what each would be.
///
/// A change never makes such a character, so what a place is not at first it never becomes; each stage asks again whether
/// it still is.
struct FounderCandidates {
  let offsets: [Int32]
  let kinds: [FounderClass]

  init(_ scalars: [Unicode.Scalar]) {
    // Every character of a text is looked up here.
    offsets = FounderClass.table.withUnsafeBufferPointer { table in
      scalars.withUnsafeBufferPointer { scalars in
        (0..<Int32(scalars.count)).filter { index in
          let value = scalars[Int(index)].value
          return value < 0x10000 && table[Int(value)] != 0
        }
      }
    }
    kinds = offsets.map { FounderClass(scalars[Int($0)]) }
  }

  /// The places of some kinds: most concern no single stage.
  func places(_ wanted: Set<FounderClass>) -> [Int] {
    let isWanted = FounderClass.allCases.map(wanted.contains)
    return kinds.indices.filter { isWanted[Int(kinds[$0].rawValue)] }.map { Int(offsets[$0]) }
  }
}

extension [Unicode.Scalar] {
  /// The nearest place before or behind an offset that holds no white space, within 40 code points.
  func glyph(from offset: Int, by step: Int) -> Int? {
    var place = offset + step
    for _ in 0..<40 where indices.contains(place) {
      if !self[place].isSpace { return place }
      place += step
    }
    return nil
  }
}

extension WordJudge {
  /// Whether words end right before a stretch and begin right behind it, white space and line ends closed up.
  func standsAlone(_ range: Range<Int>, in scalars: [Unicode.Scalar], endMatters: Bool = true) -> Bool {
    let reach = 8
    let before = scalars[max(0, range.lowerBound - reach)..<range.lowerBound].filter { !$0.isSpace }
    let behind = scalars[range.upperBound..<min(scalars.count, range.upperBound + reach)].filter { !$0.isSpace }
    let flags = boundaries(before + scalars[range] + behind)
    return flags[before.count] && (!endMatters || flags[before.count + range.count])
  }
}
