// The number that heads a line and keeps its space: 第一条 为了…, 1.5 分级标准, 1 总则.

/// Where a line's number ends, if the space behind it carries meaning.
enum HeadNumber {
  /// - Returns: the offset behind the number; `nil` if there is none or its space is mere typesetting.
  static func end(of line: SourceLine, _ scalars: [Unicode.Scalar]) -> Int? {
    // Emphasis and heading signs of Markdown may stand before it.
    let start = line.range.first { scalars[$0] != "*" && scalars[$0] != "#" && !scalars[$0].isSpace }
    guard let start else { return nil }
    if scalars[start] == "第" { return ordinalEnd(start, line.range.upperBound, scalars) }
    return scalars[start].isDigit ? decimalEnd(start, line, scalars) : nil
  }

  /// 第一条, also stretched.
  private static func ordinalEnd(_ start: Int, _ end: Int, _ scalars: [Unicode.Scalar]) -> Int? {
    var numeralCount = 0
    for index in start + 1..<max(start + 1, min(end, start + 20)) where !scalars[index].isSpace {
      if scalars[index].isHanNumeral || scalars[index].isDigit {
        numeralCount += 1
      } else {
        return numeralCount > 0 && "条章节编篇款".unicodeScalars.contains(scalars[index]) ? index + 1 : nil
      }
    }
    return nil
  }

  /// 1.5 and 4.3.1 before anything but a quantity; 1 before a short heading.
  private static func decimalEnd(_ start: Int, _ line: SourceLine, _ scalars: [Unicode.Scalar]) -> Int? {
    var index = start
    var levels = 0
    repeat {
      let digits = index
      while index < line.range.upperBound, scalars[index].isDigit { index += 1 }
      guard (1...2).contains(index - digits) else { return nil }
      levels += 1
      guard index < line.range.upperBound, scalars[index] == "." || scalars[index] == "．" else { break }
      index += 1
    } while index < line.range.upperBound && scalars[index].isDigit
    guard index < line.range.upperBound, scalars[index].isSpace,
      let next = scalars[index..<line.range.upperBound].first(where: { !$0.isSpace })
    else { return nil }
    if scalars[index - 1] == "." || scalars[index - 1] == "．" { return nil }
    if levels > 2 { return index }
    if levels == 2 { return next.beginsQuantity || !next.isSetWide ? nil : index }
    // A heading of one number is short and no sentence: sixteen characters are a guess.
    let isHeading =
      next.isHan && scalars[start] != "0" && !line.counts.holdsClause && !line.ending.isEnd
      && line.counts.glyphCount <= 16 && !scalars[line.range].contains("、")
    return isHeading && !next.beginsPlainUnit ? index : nil
  }
}
