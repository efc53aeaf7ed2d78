// Spaces that recognition put beside the point or comma of a number: `3. 5亿元`, `2, 000万元`.

import Archive

/// Closes numbers up where a unit stands behind them, in sentences. Items of lists have such points too: `1. 5个项目`.
struct SplitNumbers {
  let scalars: [Unicode.Scalar]
  let line: Range<Int>

  /// - Parameter gaps: those of the line.
  func repair(_ draft: inout Draft, _ gaps: [Gap]) {
    let found = gaps.filter { $0.sides == .narrow && $0.range.count == 1 && isWithinNumber($0.range) }.map(\.range)
    let numbers = found.map(number)
    // Items count on, in one line too: 一类1. 5万元以下，二类2. 5万元以上.
    for (gap, number) in zip(found, numbers) where !numbers.contains(number + 1) && !numbers.contains(number - 1) {
      draft.remove(gap, .stretchedSpacing, confidence: 0.95)
    }
  }

  /// The number before the sign that a gap stands beside; -2 for a comma's, which no item has.
  private func number(_ gap: Range<Int>) -> Int {
    guard let sign = sign(beside: gap), scalars[sign] != "," else { return -2 }
    return ChineseNumeral.value(of: scalars[digits(before: sign)]) ?? -2
  }

  private func isWithinNumber(_ gap: Range<Int>) -> Bool {
    guard let sign = sign(beside: gap) else { return false }
    let start = digits(before: sign)
    let end = digits(behind: sign)
    guard !start.isEmpty, !end.isEmpty, start.lowerBound > line.lowerBound, end.upperBound < line.upperBound else {
      return false
    }
    let next = scalars[end.upperBound..<line.upperBound].prefix(2).first { !$0.isSpace }
    guard let next, isBehindText(start.lowerBound) else { return false }
    if scalars[sign] == "," { return start.count <= 3 && end.count == 3 && next.beginsUnit }
    return start.count <= 4 && next.beginsQuantity
  }

  /// The point or comma that a gap stands beside.
  private func sign(beside gap: Range<Int>) -> Int? {
    [gap.lowerBound - 1, gap.upperBound].first { ".．,".unicodeScalars.contains(scalars[$0]) }
  }

  /// The digits before a sign, and a space between them or not.
  private func digits(before sign: Int) -> Range<Int> {
    let end = sign - 1 > line.lowerBound && scalars[sign - 1] == " " ? sign - 1 : sign
    var start = end
    while start > line.lowerBound, scalars[start - 1].isDigit { start -= 1 }
    return start..<end
  }

  /// The digits behind a sign, and a space between them or not.
  private func digits(behind sign: Int) -> Range<Int> {
    let start = sign + 2 < line.upperBound && scalars[sign + 1] == " " ? sign + 2 : sign + 1
    return start..<(scalars[start..<line.upperBound].firstIndex { !$0.isDigit } ?? line.upperBound)
  }

  /// Whether a number stands behind the words of a sentence; behind marks and 附件 stand numbers of items.
  private func isBehindText(_ start: Int) -> Bool {
    let last = scalars[line.lowerBound..<start].suffix(2).last { !$0.isSpace }
    return last.map { $0.isHan && !"件表图第条".unicodeScalars.contains($0) } == true
  }
}
