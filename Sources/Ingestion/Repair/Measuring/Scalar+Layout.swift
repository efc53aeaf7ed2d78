// What typesetting knows about a character: how wide it is and where on a line it may stand.

extension Unicode.Scalar {
  /// Whether it is white space; line ends are.
  var isSpace: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x3000: true
    case 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F: true
    default: false
    }
  }

  /// Whether a line ends with it: LF, CR, a word processor's manual break (VT), NEL, and Unicode's line and paragraph
  /// separators.
  var endsLine: Bool {
    // Nearly all characters are Han.
    if value > 0x2029 { return false }
    return switch value {
    case 0x0A, 0x0B, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Its width in half cells: a Han character fills one cell, that is two.
  ///
  /// Chinese fonts draw general punctuation and symbols (“ ” — … ① Ⅰ ×) a full cell wide, whatever Unicode's
  /// East_Asian_Width leaves open.
  var width: Int {
    switch value {
    case 0x2014...0x1FFFF where value < 0xFF61 || value > 0xFFDC: 2
    case 0xB0, 0xB1, 0xB7, 0xD7, 0xF7, 0x391...0x451, 0x20000...0x3FFFF: 2
    default: 1
    }
  }

  /// Whether it is a Han character (CJK unified ideographs and 〇).
  var isHan: Bool {
    (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value) || (0x20000...0x3FFFF).contains(value)
      || value == 0x3007
  }

  /// Whether it is an ASCII or full-width digit.
  var isDigit: Bool { (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value) }

  /// Whether it is a Han numeral as numbered heads use them.
  var isHanNumeral: Bool {
    switch self {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "零", "〇": true
    default: false
    }
  }

  /// Whether it is an ASCII or other Latin letter.
  var isLatinLetter: Bool {
    (0x41...0x5A).contains(value & ~0x20) && value < 0x80
      || (0xC0...0x24F).contains(value) && value != 0xD7 && value != 0xF7
  }

  /// Whether it is a mark that fills half of its cell.
  var isWideMark: Bool {
    switch self {
    case "，", "。", "、", "；", "：", "（", "）", "《", "》", "〔", "〕", "“", "”", "「", "」", "『", "』", "【", "】": true
    default: false
    }
  }

  /// Whether a line never begins with it (GB/T 15834, and W3C's requirements for Chinese text layout).
  var isForbiddenAtLineStart: Bool {
    switch self {
    case "，", "。", "、", "；", "：", "！", "？", "）", "》", "」", "』", "〕", "】", "”", "’", "％", "%", "‰", "℃": true
    default: false
    }
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// Whether white space is as wide as a gap between columns: two cells, for less pads a name of two characters.
  var partsColumns: Bool { reduce(0) { $0 + ($1 == "\t" ? 8 : $1.width) } >= 4 }

  /// Whether four digits and 年 stand first.
  var beginsWithYear: Bool { prefix(4).count(where: \.isDigit) == 4 && dropFirst(4).first == "年" }
}
