// The date at the end of a line that holds more than it.

import Archive

/// Finds the date that ends a paragraph.
enum DateLine {
  /// The longest spelling, in characters: 二〇二三年十一月二十一日.
  private static let longest = 12

  /// Where `2024.3.5` or `2024-03-05` begins at the end of a line.
  private static func punctuatedStart(in glyphs: [Unicode.Scalar]) -> Int? {
    (max(glyphs.count - 10, 0)..<max(glyphs.count - 7, 0)).first { start in
      (start == 0 || !glyphs[start - 1].isDigit) && CalendarDate(spelled: glyphs[start...]) != nil
    }
  }

  /// Where the date begins that the characters end with; nil where they do not.
  static func start(in glyphs: [Unicode.Scalar]) -> Int? {
    if glyphs.last?.isDigit == true { return punctuatedStart(in: glyphs) }
    guard glyphs.last == "日" else { return nil }
    for start in max(glyphs.count - longest, 0)..<glyphs.count where ChineseNumeral.digit(glyphs[start]) != nil {
      if let (date, end) = CalendarDate.read(glyphs, from: start), date.day != nil, end == glyphs.count { return start }
    }
    return nil
  }
}
