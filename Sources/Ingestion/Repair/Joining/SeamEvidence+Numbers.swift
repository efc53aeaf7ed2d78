// Numbers that a line's end cuts at their point.

import Archive

extension SeamEvidence {
  /// `下降3` and `.2%`, `1` and `,234`, `支出的0.` and `5%`: no paragraph begins with the point of a number, and few lines end
  /// with it.
  func cutsNumber(_ line: SourceLine, _ next: SourceLine) -> Bool {
    guard !next.followsBlank || next.opensPage, next.leadingWidth <= line.leadingWidth else { return false }
    let start = scalars[next.range].prefix(2)
    let end = scalars[line.range].suffix(2)
    guard start.count == 2, end.count == 2 else { return false }
    if end.last!.isDigit { return start.last!.isDigit && ".．,".unicodeScalars.contains(start.first!) }
    return line.head == nil && (end.last == "." || end.last == "．") && end.first!.isDigit && start.first!.isDigit
      && scalars[line.range].contains(where: \.isHan) && !startsWithYear(next) && !endsWithReference(line)
  }

  /// `2024年`, with which sentences begin.
  private func startsWithYear(_ line: SourceLine) -> Bool {
    let text = scalars[line.range]
    return text.starts(with: ["2", "0"]) && text.beginsWithYear
  }

  /// `见附件2.`, `表1.`: a number with a point behind it and no part of one that goes on.
  private func endsWithReference(_ line: SourceLine) -> Bool {
    let text = scalars[line.range].dropLast()
    let digitCount = text.suffix(4).reversed().prefix { $0.isDigit }.count
    return ["附件", "表", "图", "第"].contains { text.dropLast(digitCount).ends(with: Array($0.unicodeScalars)) }
  }
}
