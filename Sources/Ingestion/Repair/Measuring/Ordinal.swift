// The number that heads a line, as a value: numbering that goes on tells which piece of text goes on in which.

import Archive

/// The place of a line in the numbering of its document.
struct Ordinal: Hashable {
  /// The kinds of numbers, in the order in which they nest in statutes and plans.
  enum Level: Int, Hashable, CaseIterable {
    /// 第一章
    case chapter
    /// 第一节
    case section
    /// 第一条
    case article
    /// 一、
    case heading
    /// （一）
    case subheading
    /// 1.
    case point

    /// The character behind 第 and the number; nil where there is none.
    var unit: Unicode.Scalar? {
      switch self {
      case .chapter: "章"
      case .section: "节"
      case .article: "条"
      default: nil
      }
    }
  }

  let level: Level
  /// Counted from 1.
  let value: Int

  /// Whether a document's text may begin with it.
  var opensDocument: Bool { value == 1 && (level == .chapter || level == .article || level == .heading) }

  /// The longest number, in characters: 二百三十五.
  private static let longest = 5

  /// - Returns: `nil` where no number heads the line.
  init?(_ line: ArraySlice<Unicode.Scalar>) {
    // Lines that begin with a number of something else are many, and told without a copy of their characters.
    let beginning = line.prefix(16)
    guard let end = beginning.first(where: { !Ordinal.isInFront($0) }), Ordinal.closes(end) else { return nil }
    let glyphs = beginning.contains(where: \.isSpace) ? beginning.filter { !$0.isSpace }[...] : beginning
    guard let opening = glyphs.first else { return nil }
    let isOpened = opening == "第" || opening == "（" || opening == "("
    let numeral = glyphs.dropFirst(isOpened ? 1 : 0).prefix { $0.isHanNumeral || $0.isDigit }
    guard (1...Ordinal.longest).contains(numeral.count), numeral.endIndex < glyphs.endIndex,
      let level = Ordinal.level(opening, closing: glyphs[numeral.endIndex], isHan: !numeral.first!.isDigit),
      let value = Ordinal.value(of: numeral), value > 0
    else { return nil }
    self.level = level
    self.value = value
  }

  /// What stands before a 一 at a line's beginning that is no number: 第一, 统一, 之一 cut in two.
  private static let beforeOne = Set("第统唯之同逐单任某每万划专".unicodeScalars)

  /// The numbers that head lines; the second halves of words that a line's end cut are none.
  static func ordinals(_ scalars: [Unicode.Scalar], _ lines: [SourceLine]) -> [Ordinal?] {
    lines.indices.map { index in
      let first = scalars[lines[index].range.lowerBound]
      guard first == "第" || first == "（" || first == "(" || first.isHanNumeral || first.isDigit,
        let ordinal = Ordinal(scalars[lines[index].range])
      else { return nil }
      guard index > 0 else { return ordinal }
      let before = scalars[lines[index - 1].range.upperBound - 1]
      return before == "第" || ordinal.value == 1 && beforeOne.contains(before) ? nil : ordinal
    }
  }

  /// Whether a character may stand before what closes a number.
  private static func isInFront(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || scalar.isHanNumeral || scalar.isSpace || scalar == "第" || scalar == "（" || scalar == "("
  }

  /// Numbers of one digit, which are most, take the short way.
  private static func value(of numeral: ArraySlice<Unicode.Scalar>) -> Int? {
    if numeral.count == 1, let digit = ChineseNumeral.digit(numeral[numeral.startIndex]) { return digit }
    return ChineseNumeral.value(of: numeral)
  }

  private static func closes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "章", "节", "条", "）", ")", "、", ".", "．": true
    default: false
    }
  }

  private static func level(_ opening: Unicode.Scalar, closing: Unicode.Scalar, isHan: Bool) -> Level? {
    switch (opening, closing) {
    case ("第", "章"): .chapter
    case ("第", "节"): .section
    case ("第", "条"): .article
    case ("第", _): nil
    case ("（", "）"), ("(", ")"): isHan ? .subheading : nil
    case ("（", _), ("(", _): nil
    case (_, "、"): isHan ? .heading : .point
    case (_, "."), (_, "．"): isHan ? nil : .point
    default: nil
    }
  }
}

/// The last number of each level in a piece of text.
struct Numbering {
  private var last: [Int?] = Array(repeating: nil, count: Ordinal.Level.allCases.count)
  private var lastLevel: Ordinal.Level?

  /// Takes note of a line's number. Numbers below it begin anew.
  mutating func note(_ ordinal: Ordinal) {
    last[ordinal.level.rawValue] = ordinal.value
    // Articles are counted through all chapters.
    for level in Ordinal.Level.allCases where level.rawValue > ordinal.level.rawValue && level != .article {
      last[level.rawValue] = nil
    }
    lastLevel = ordinal.level
  }

  /// Whether a number is the next one of its level, or the first one right below the last.
  func goesOn(with ordinal: Ordinal) -> Bool {
    if let value = last[ordinal.level.rawValue] { return ordinal.value == value + 1 }
    guard let lastLevel, ordinal.value == 1 else { return false }
    // What hangs on an article is （一）, never 一、.
    if lastLevel == .article, ordinal.level == .heading { return false }
    return ordinal.level.rawValue > lastLevel.rawValue
  }

  /// Whether anything was counted.
  var isBegun: Bool { lastLevel != nil }
}
