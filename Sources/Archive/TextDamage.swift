// What of a text is lost, or was not repaired, as far as the text alone shows it.

/// A kind of damage that is left in a repaired text.
///
/// Only what sound texts hardly hold is looked for, so that counts are lower bounds: in 5,900 texts without known damage
/// (statutes and encyclopedia articles) it found 28 places, at each of which characters are in fact lost, and in one statute
/// its stretched headings.
public enum TextDamage: String, CaseIterable, Sendable {
  /// Characters are lost: U+FFFD, private use, controls, noncharacters, the printer's 〓 for a missing type, 锟斤拷, and
  /// rows of at least four signs of Latin-1 with a letter among them, which is UTF-8 read in another encoding.
  case unreadable
  /// Repair left what can be seen: three digits or more in Founder's shifted code (园员圆) that are not the end and the
  /// beginning of words (资源|远远), or some between two digits; four Han characters or more that stand apart.
  case unrepaired

  /// The kind that a user means, by its name or its Chinese one.
  public init?(named name: String) {
    guard let kind = TextDamage.allCases.first(where: { $0.rawValue == name || $0.alias == name }) else { return nil }
    self = kind
  }

  /// The Chinese name.
  public var alias: String {
    switch self {
    case .unreadable: "不可读"
    case .unrepaired: "未修复"
    }
  }

  /// All damage that a text shows, in order, each stretch in code points; none overlaps another.
  public static func stretches(in text: String) -> [(damage: TextDamage, codePoints: Range<Int>)] {
    let rows = CharacterRow.rows(of: Array(text.unicodeScalars))
    var found: [(damage: TextDamage, codePoints: Range<Int>)] = []
    var index = 0
    while index < rows.count {
      let apart = rows.lengthOfApart(at: index)
      if let damage = apart > 0 ? .unrepaired : rows.damage(at: index) {
        found.append(
          (damage, rows[index].codePoints.lowerBound..<rows[index + max(apart - 1, 0)].codePoints.upperBound))
      }
      index += max(apart, 1)
    }
    return found
  }
}

/// Neighbouring characters of one kind.
private struct CharacterRow {
  enum Kind {
    case other, han, shiftedDigit, digit, space, latin, latinLetter, lost
  }

  var kind: Kind
  var codePoints: Range<Int>
  /// Whether shifted digits are the end of one word and the beginning of 远远, 源源 or 源远流长.
  var isOfWords = false

  private static let beginningsOfWords = ["远远", "源源", "源远"]

  static func rows(of scalars: [Unicode.Scalar]) -> [CharacterRow] {
    var rows: [CharacterRow] = []
    var lostEnd = 0
    for (offset, scalar) in scalars.enumerated() {
      // What U+FFFD twice in UTF-8 is in GBK.
      if scalar == "锟", scalars[offset...].starts(with: "锟斤拷".unicodeScalars) { lostEnd = offset + 3 }
      let kind = offset < lostEnd ? .lost : Kind(scalar)
      switch (rows.last?.kind, kind) {
      case (kind, _), (.latinLetter, .latin): break
      case (.latin, .latinLetter): rows[rows.count - 1].kind = .latinLetter
      default: rows.append(CharacterRow(kind: kind, codePoints: offset..<offset))
      }
      rows[rows.count - 1].codePoints = rows[rows.count - 1].codePoints.lowerBound..<offset + 1
      let isOfWords = kind == .shiftedDigit && rows[rows.count - 1].codePoints.count == 3
      rows[rows.count - 1].isOfWords =
        isOfWords && beginningsOfWords.contains(String(String.UnicodeScalarView(scalars[(offset - 1)...offset])))
    }
    return rows
  }
}

extension CharacterRow.Kind {
  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "园", "员", "圆", "猿", "源", "缘", "远", "苑", "愿", "怨": self = .shiftedDigit
    case "\u{4E00}"..."\u{9FFF}": self = .han
    case "0"..."9", "０"..."９": self = .digit
    case " ", "\u{3000}": self = .space
    case "\t", "\n", "×", "÷", "\u{A0}": self = .other
    case "\u{C0}"..."\u{FF}": self = .latinLetter
    case "\u{A1}"..."\u{BF}": self = .latin
    case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "〓", "\u{FFFD}", "\u{E000}"..."\u{F8FF}", "\u{F0000}"...: self = .lost
    default: self = scalar.properties.isNoncharacterCodePoint ? .lost : .other
    }
  }
}

extension [CharacterRow] {
  /// The most blanks that stretching puts between two characters.
  private static let maximumGap = 3

  /// The damage that a row is.
  fileprivate func damage(at index: Int) -> TextDamage? {
    let count = self[index].codePoints.count
    func isDigit(_ index: Int) -> Bool { indices.contains(index) && self[index].kind == .digit }
    switch self[index].kind {
    case .lost: return .unreadable
    case .latinLetter: return count >= 4 ? .unreadable : nil
    case .shiftedDigit:
      let isNumber = count >= 3 && !self[index].isOfWords || isDigit(index - 1) && isDigit(index + 1)
      return isNumber ? .unrepaired : nil
    case .other, .han, .digit, .space, .latin: return nil
    }
  }

  /// How many rows from one on are single Han characters with gaps between them; 0 where they are fewer than four
  /// characters.
  fileprivate func lengthOfApart(at index: Int) -> Int {
    func isSingle(_ index: Int) -> Bool {
      indices.contains(index) && [.han, .shiftedDigit].contains(self[index].kind) && self[index].codePoints.count == 1
    }
    // The first and the last may be a part of a word: 员 of 员工 is a row of its own.
    func isHan(_ index: Int) -> Bool { indices.contains(index) && [.han, .shiftedDigit].contains(self[index].kind) }
    guard isSingle(index), !isHan(index - 1) else { return 0 }
    var end = index
    while isSingle(end + 2), self[end + 1].kind == .space, self[end + 1].codePoints.count <= Self.maximumGap {
      end += 2
    }
    if isHan(end + 1) { end -= 2 }
    return end - index >= 6 ? end - index + 1 : 0
  }
}
