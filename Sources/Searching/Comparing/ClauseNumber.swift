// The number that a clause begins with: 第一章, 第二条, 三、（四）5.（6）⑦.

internal import Archive

/// A number in front of a clause, of the forms that GB/T 9704 and the drafting rules for statutes have.
struct ClauseNumber: Hashable {
  /// How numbers nest, the outermost first.
  enum Level: Int, Comparable {
    case part, chapter, section, article, heading, subheading, point, decimal, subpoint, circled

    static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  let level: Level
  /// How many code points it takes, white space behind it included.
  let length: Int

  /// - Parameter text: a clause, folded: brackets and digits are narrow.
  /// - Returns: nil where no number stands in front.
  init?(_ text: ArraySlice<Unicode.Scalar>) {
    var rest = text
    guard let level = ClauseNumber.takeLevel(&rest) else { return nil }
    rest = rest.drop { $0 == " " }
    self.level = level
    length = rest.startIndex - text.startIndex
  }

  private static func takeLevel(_ rest: inout ArraySlice<Unicode.Scalar>) -> Level? {
    guard let first = rest.first else { return nil }
    switch first {
    case "第":
      rest.removeFirst()
      return takeUnit(&rest)
    case "(":
      rest.removeFirst()
      guard let isHan = takeNumeral(&rest), rest.popFirst() == ")" else { return nil }
      return isHan ? .subheading : .subpoint
    case "①"..."⑳":
      rest.removeFirst()
      return .circled
    default: return takePlain(&rest)
    }
  }

  /// 一、 1. 1、 1) 1.2 and, as plans for emergencies have them, 1 alone in front of a heading; a share or a year is none.
  private static func takePlain(_ rest: inout ArraySlice<Unicode.Scalar>) -> Level? {
    guard let isHan = takeNumeral(&rest), let sign = rest.popFirst() else { return nil }
    if isHan { return sign == "、" || sign == "." ? .heading : nil }
    switch sign {
    case ")": return .subpoint
    case "、": return .point
    case " ": return isHeading(rest) ? .point : nil
    case ".": return takeDecimals(&rest)
    default: return nil
    }
  }

  /// What follows the point behind a number: nothing, or more of it.
  private static func takeDecimals(_ rest: inout ArraySlice<Unicode.Scalar>) -> Level? {
    guard rest.first.map(isDigit) == true else { return .point }
    while takeNumeral(&rest) == false, rest.first == "." { rest.removeFirst() }
    return rest.first.map { $0 != "%" && !isDigit($0) } ?? false ? .decimal : nil
  }

  /// Whether a text without a mark at the end of its number is a heading: short, and no sentence. A guess.
  private static func isHeading(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    (1...20).contains(text.count) && !text.contains { "。；，、".unicodeScalars.contains($0) }
  }

  /// What stands behind 第三条 where it is named in a sentence, and heads no clause: 第三条规定.
  private static let behindReference = Set("规中的和至、第款项及或与".unicodeScalars)

  private static func takeUnit(_ rest: inout ArraySlice<Unicode.Scalar>) -> Level? {
    guard takeNumeral(&rest) != nil, let unit = rest.popFirst() else { return nil }
    if unit == "条", rest.first == "之" {
      let inserted = rest
      rest.removeFirst()
      if takeNumeral(&rest) == nil { rest = inserted }
    }
    if let next = rest.first, behindReference.contains(next) { return nil }
    switch unit {
    case "编", "篇": return .part
    case "章": return .chapter
    case "节": return .section
    case "条": return .article
    default: return nil
    }
  }

  /// The longest number: 二百三十五 has five characters; four digits are a year.
  private static func takeNumeral(_ rest: inout ArraySlice<Unicode.Scalar>) -> Bool? {
    guard let first = rest.first else { return nil }
    let isHan = !isDigit(first)
    let numeral = rest.prefix(6).prefix { isHan ? isHanNumeral($0) : isDigit($0) }
    guard (1...(isHan ? 5 : 3)).contains(numeral.count) else { return nil }
    rest.removeFirst(numeral.count)
    return isHan
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isHanNumeral(_ scalar: Unicode.Scalar) -> Bool {
    !isDigit(scalar) && ChineseNumeral.value(of: CollectionOfOne(scalar)) != nil
  }
}
