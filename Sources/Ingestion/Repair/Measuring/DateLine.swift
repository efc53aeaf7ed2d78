// The date at the end of a line that holds more than it.

import Archive

/// Finds the date that ends a paragraph.
enum DateLine {
  /// The longest spelling, in characters: 二〇二三年十一月二十一日.
  private static let longest = 12

  /// Where the date begins that the characters end with; nil where they do not.
  static func start(in glyphs: [Unicode.Scalar]) -> Int? {
    guard glyphs.last == "日" else { return nil }
    for start in max(glyphs.count - longest, 0)..<glyphs.count where ChineseNumeral.digit(glyphs[start]) != nil {
      if let (date, end) = CalendarDate.read(glyphs, from: start), date.day != nil, end == glyphs.count { return start }
    }
    return nil
  }
}
