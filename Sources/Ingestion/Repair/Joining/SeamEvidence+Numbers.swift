// Numbers and dates that a line's end cuts.

import Archive

extension SeamEvidence {
  /// `下降3` and `.2%`, `1` and `,234`, `支出的0.` and `5%`: no paragraph begins with the point of a number, and few lines end
  /// with it.
  func cutsNumber(_ line: SourceLine, _ next: SourceLine) -> Bool {
    guard !next.followsBlank || next.opensPage, next.leadingWidth <= line.leadingWidth else { return false }
    let start = scalars[next.range].prefix(2)
    let end = scalars[line.range].suffix(2)
    guard start.count == 2, end.count == 2 else { return false }
    if end.last!.isDigit {
      return start.last!.isDigit && ".．,".unicodeScalars.contains(start.first!) || beginsWithUnit(next)
    }
    if end.last!.isHan { return cutsDate(line, next) }
    return line.head == nil && (end.last == "." || end.last == "．") && end.first!.isDigit && start.first!.isDigit
      && scalars[line.range].contains(where: \.isHan) && !startsWithYear(next) && !endsWithReference(line)
  }

  /// `%，`, `元。`, `日。`, `年4月`: what stands behind a number and begins no paragraph. 日常 and 元旦 do.
  private func beginsWithUnit(_ next: SourceLine) -> Bool {
    let text = scalars[next.range]
    guard let first = text.first, let second = text.dropFirst().first else { return false }
    switch first {
    case "%", "％", "‰", "℃": return true
    case "年", "月": return second.isDigit || second.isWideMark
    case "万", "亿": return "元人亩吨户平立千公个".unicodeScalars.contains(second)
    default: return first.beginsPlainUnit && "，。、；）》”".unicodeScalars.contains(second)
    }
  }

  /// `有效期至2028年` and `6月30日。`, `自3月` and `1日起`, spaced or not: lines of entries that begin with a date hold
  /// no clause above it.
  private func cutsDate(_ line: SourceLine, _ next: SourceLine) -> Bool {
    guard line.counts.holdsClause, !line.startsWithDate else { return false }
    let end = scalars[line.range].suffix(8).filter { !$0.isSpace }
    let start = scalars[next.range].prefix(5).filter { !$0.isSpace }
    let digitCount = start.prefix(while: \.isDigit).count
    guard (1...2).contains(digitCount), let unit = start.dropFirst(digitCount).first else { return false }
    switch end.last {
    case "年": return unit == "月" && end.dropLast().suffix(4).count(where: \.isDigit) == 4
    case "月": return unit == "日" && end.dropLast().last?.isDigit == true
    default: return false
    }
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
