// White space within lines: what typesetting put between and into words goes, what parts names and cells stays.

import Archive

/// Decides on every gap of a line.
struct Spacing {
  private let line: SourceLine
  private let gaps: [Gap]
  /// Where the line's number ends whose space stays.
  private let headEnd: Int?
  /// Whether the line is a row of cells, or several names: gaps part them.
  private let isRow: Bool
  /// Where gaps begin that part years at the heads of columns.
  private let yearGaps: Set<Int>
  /// Whether it is a row of columns with figures among them, parted by two spaces or more: `临湖区  2024  500`.
  private let hasColumns: Bool

  /// - Parameter isRunning: whether the line is one of running text.
  static func repair(_ draft: inout Draft, _ line: SourceLine, isRunning: Bool, _ words: WordJudge) {
    let gaps = Gap.all(in: line, draft.scalars)
    guard !gaps.isEmpty else { return }
    let spacing = Spacing(draft, line, gaps)
    spacing.repairMixed(&draft)
    spacing.repairYears(&draft)
    spacing.repairSerials(&draft)
    if line.counts.holdsClause { SplitNumbers(scalars: draft.scalars, line: line.range).repair(&draft, gaps) }
    if gaps.contains(where: { $0.range.lowerBound != spacing.headEnd && ($0.sides == .wide || $0.isBetweenSingles) }) {
      WideSpacing(
        draft, line, gaps, headEnd: spacing.headEnd, isRunning: isRunning, hasColumns: spacing.hasColumns, words
      ).repair(&draft)
    } else if let gap = gaps.first(where: { $0.range.lowerBound == spacing.headEnd && $0.sides == .wide }) {
      WideSpacing.narrow(&draft, gap)
    }
  }

  private init(_ draft: Draft, _ line: SourceLine, _ gaps: [Gap]) {
    self.line = line
    self.gaps = gaps
    let headEnd = HeadNumber.end(of: line, draft.scalars)
    self.headEnd = headEnd
    let cells = gaps.count {
      $0.sides == .wide && $0.lengthBefore > 1 && $0.lengthAfter > 1 && $0.range.lowerBound != headEnd
    }
    isRow = !line.counts.holdsClause && cells > 1
    yearGaps = line.counts.holdsClause ? [] : Spacing.yearGaps(draft.scalars, gaps)
    hasColumns =
      !line.counts.holdsClause && gaps.count { $0.range.count > 1 } > 1
      && gaps.contains { Spacing.partsColumns(draft.scalars, $0) }
  }

  /// The space between Chinese and digits or letters goes: `2024 年` → `2024年`.
  private func repairMixed(_ draft: inout Draft) {
    for gap in gaps where gap.sides == .mixed && !(hasColumns && Spacing.partsColumns(draft.scalars, gap)) {
      if gap.range.lowerBound == headEnd || isCell(draft.scalars, gap) {
        WideSpacing.narrow(&draft, gap)
      } else if stands(draft.scalars, gap) {
        draft.remove(gap.range, .digitSpacing, confidence: 0.99)
      }
    }
  }

  /// A year stretched by itself: `2 0 2 5年8月18日`.
  private func repairYears(_ draft: inout Draft) {
    guard gaps.count > 2 else { return }
    for index in gaps.indices.dropLast(2) where gaps[index].sides == .narrow {
      // The answer alone: a slice of the text that lived on would make the next change copy all of it.
      guard isStretchedYear(draft.scalars, from: gaps[index].range.lowerBound - 1) else { continue }
      for gap in gaps[index...index + 2] { draft.remove(gap.range, .stretchedSpacing, confidence: 0.98) }
    }
  }

  private func isStretchedYear(_ scalars: [Unicode.Scalar], from start: Int) -> Bool {
    let year = scalars[start..<line.range.upperBound].prefix(9)
    return year.count > 7
      && year.prefix(7).enumerated().allSatisfy { $0.offset % 2 == 0 ? $0.element.isDigit : $0.element == " " }
      && year.dropFirst(7).first { !$0.isSpace } == "年"
  }

  /// A running number that a space parts behind its year: `〔2022〕3 6号`.
  private func repairSerials(_ draft: inout Draft) {
    for gap in gaps where gap.sides == .narrow && gap.range.count == 1 && isInSerial(draft.scalars, gap.range) {
      draft.remove(gap.range, .stretchedSpacing, confidence: 0.97)
    }
  }

  /// Whether a gap stands among two to five digits, as running numbers have, between the bracket behind a year and 号.
  private func isInSerial(_ scalars: [Unicode.Scalar], _ gap: Range<Int>) -> Bool {
    func isPart(_ index: Int) -> Bool { scalars[index].isDigit || scalars[index] == " " }
    var (start, end) = (gap.lowerBound, gap.upperBound)
    while start > line.range.lowerBound, gap.lowerBound - start < 9, isPart(start - 1) { start -= 1 }
    while end < line.range.upperBound, end - gap.upperBound < 9, isPart(end) { end += 1 }
    guard end < line.range.upperBound, scalars[end] == "号", start - 5 >= line.range.lowerBound,
      "〕］]】﹞".unicodeScalars.contains(scalars[start - 1])
    else { return false }
    return scalars[start - 5..<start - 1].allSatisfy(\.isDigit)
      && (2...5).contains(scalars[start..<end].count(where: \.isDigit))
  }

  /// Whether a gap parts two entries: cells of a row, a name and a number, numbered entries on one line.
  private func isCell(_ scalars: [Unicode.Scalar], _ gap: Gap) -> Bool {
    // No typesetting puts a whole cell between Han and digits.
    if isRow || yearGaps.contains(gap.range.lowerBound) || gap.range.count > 2
      || scalars[gap.range].contains(where: { $0 == "\t" || $0 == "\u{3000}" })
    {
      return true
    }
    let rest = scalars[gap.range.upperBound..<line.range.upperBound]
    guard scalars[gap.range.lowerBound - 1].isSetWide else { return false }
    return isEntryNumber(rest) || isDate(rest) || !line.counts.holdsClause && isCode(rest, scalars, gap)
  }

  /// The gaps between years that head columns, and those on their other sides.
  private static func yearGaps(_ scalars: [Unicode.Scalar], _ gaps: [Gap]) -> Set<Int> {
    var found: Set<Int> = []
    for (index, gap) in gaps.enumerated() where partsYears(scalars, gap) {
      found.insert(gap.range.lowerBound)
      let first = gap.range.lowerBound - gap.lengthBefore
      if index > 0, gaps[index - 1].range.upperBound == first { found.insert(gaps[index - 1].range.lowerBound) }
      // Behind a bare year: 年 and four digits.
      if index + 1 < gaps.count, gaps[index + 1].range.lowerBound == gap.range.upperBound + 5 {
        found.insert(gaps[index + 1].range.lowerBound)
      }
    }
    return found
  }

  /// `2020年 2025年`, `2020年实际 2025年目标`: of two years side by side each heads a column. Typesetting that puts a space
  /// before a year puts one behind it too.
  private static func partsYears(_ scalars: [Unicode.Scalar], _ gap: Gap) -> Bool {
    let start = gap.range.lowerBound - gap.lengthBefore
    return scalars[start..<gap.range.lowerBound].beginsWithYear && scalars[gap.range.upperBound...].beginsWithYear
  }

  /// Whether a gap beside digits is as wide as those between columns. A single character beside it is one of a
  /// stretched date: `2024  年  5  月`.
  private static func partsColumns(_ scalars: [Unicode.Scalar], _ gap: Gap) -> Bool {
    let isBehindHan = scalars[gap.range.lowerBound - 1].isSetWide
    return gap.sides == .mixed && gap.range.count > 1 && (isBehindHan ? gap.lengthBefore : gap.lengthAfter) > 1
  }

  /// `2.` and `2、` before Han; the first entry has no gap before it.
  private func isEntryNumber(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let digits = rest.prefix(4).prefix { $0.isDigit }
    guard (1...3).contains(digits.count) else { return false }
    let sign = rest.dropFirst(digits.count).first
    let next = rest.dropFirst(digits.count + 1).first
    return (sign == "." || sign == "．" || sign == "、") && next?.isHan == true
  }

  /// A whole date without gaps of its own: what put no space into it put none before it either.
  private func isDate(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let date = rest.prefix(12).prefix { $0.isDigit || $0 == "年" || $0 == "月" || $0 == "日" }
    return date.count >= 8 && date.beginsWithYear && date.last == "日"
  }

  /// A telephone number or an address behind a name.
  private func isCode(_ rest: ArraySlice<Unicode.Scalar>, _ scalars: [Unicode.Scalar], _ gap: Gap) -> Bool {
    let code = rest.prefix(40).prefix { !$0.isSpace && !$0.isHan }
    let digitCount = code.count { $0.isDigit }
    guard digitCount >= 7 || code.contains("@") else { return false }
    let name = scalars[max(line.range.lowerBound, gap.range.lowerBound - 5)..<gap.range.lowerBound]
    let start = name.lastIndex(where: { !$0.isHan }).map { $0 + 1 } ?? name.startIndex
    return (2...4).contains(name.endIndex - start) && scalars[start].isSurname
  }

  private func isSignOfList(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "|", "*", "#", "_", "\\", "`": true
    default: false
    }
  }

  /// Signs of lists and tables keep what stands beside them.
  private func stands(_ scalars: [Unicode.Scalar], _ gap: Gap) -> Bool {
    let left = scalars[gap.range.lowerBound - 1]
    let right = scalars[gap.range.upperBound]
    // 首页 > 公开 stays as it is.
    if right == ">", HalfWidthSigns.isPathSign(gap.range.upperBound, in: line.range, scalars) { return false }
    return left != ">" && right != "<" && !isSignOfList(left) && !isSignOfList(right)
      && !(left == "-" && gap.range.lowerBound - 1 == line.range.lowerBound)
  }
}
