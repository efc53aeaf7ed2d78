// Half-width signs inside Chinese text, which has them in full width (GB/T 15834): `(一)` → `（一）`.

import Archive

/// Widens brackets, commas, colons, semicolons, quotes, ! and ?. Numbers (1,000; 4:6; 8:30), Latin text, addresses and
/// formulas keep theirs.
enum HalfWidthSigns {
  static func repair(_ draft: inout Draft, _ line: SourceLine) {
    var brackets = Brackets()
    var quotes = Quotes()
    for index in line.range {
      let sign = draft.scalars[index]
      guard sign.value < 0x40, LineTraits(sign).contains(.halfWidthSign) else { continue }
      let before = neighbour(draft, line, from: index, by: -1)
      let after = neighbour(draft, line, from: index, by: 1)
      let wide: Unicode.Scalar?
      switch sign {
      case "(", ")": wide = brackets.wide(draft, line, index, before, after)
      case "\"", "'": wide = quotes.wide(sign, before, after, draft, line, index)
      case "<": wide = after?.isHan == true && before.map(isChinese) != false ? "〈" : nil
      case ">" where isPathSign(index, in: line.range, draft.scalars): wide = nil
      case ">": wide = before.map(isChinese) == true && after.map(isChinese) != false ? "〉" : nil
      default: wide = isMark(sign, before, after) ? marks[sign] : nil
      }
      // Measured on the labelled gazettes and on 20 M clean characters.
      if let wide { draft.change(index..<index + 1, to: [wide], .halfWidthSign, confidence: 0.98) }
    }
  }

  /// Whether a > stands between two spaces and closes nothing, as in the path to a web page: 首页 > 公开.
  static func isPathSign(_ index: Int, in line: Range<Int>, _ scalars: [Unicode.Scalar]) -> Bool {
    index > line.lowerBound && index + 1 < line.upperBound && scalars[index - 1].isSpace && scalars[index + 1].isSpace
      && !scalars[line.lowerBound..<index].contains { $0 == "<" || $0 == "〈" }
  }

  /// Whether a comma, colon, semicolon, ! or ? stands in Chinese text: behind Han or a closing mark, or right before
  /// Han and not behind Latin text. At a line's head it belongs to the text before the line's end.
  private static func isMark(_ sign: Unicode.Scalar, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
    guard let before else { return after?.isHan != false }
    // `圆,` of a number that was shifted.
    if sign == ",", FounderClass(before) == .digit, after.map({ $0.isDigit || FounderClass($0) == .digit }) == true {
      return false
    }
    if before.isHan || before == "》" || before == "）" || before == "”" { return true }
    return after?.isHan == true && (before.isDigit || "%％$".unicodeScalars.contains(before))
  }

  /// The nearest character on a side that is no space.
  private static func neighbour(_ draft: Draft, _ line: SourceLine, from index: Int, by step: Int) -> Unicode.Scalar? {
    var place = index + step
    while line.range.contains(place), draft.scalars[place].isSpace || draft.scalars[place] == "*" { place += step }
    return line.range.contains(place) ? draft.scalars[place] : nil
  }

  static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isHan || scalar.isWideMark || scalar == "—" || scalar == "…"
  }

  private static let marks: [Unicode.Scalar: Unicode.Scalar] = [",": "，", ":": "：", ";": "；", "?": "？", "!": "！"]
}

/// Which brackets of a line were widened: both of a pair or none.
private struct Brackets {
  /// For each bracket that is open, whether it was widened.
  private var open: [Bool] = []
  /// What a bracket holds is looked at this far: no bracket that matters is longer, and the whole stays linear.
  private static let reach = 200

  mutating func wide(
    _ draft: Draft, _ line: SourceLine, _ index: Int, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?
  ) -> Unicode.Scalar? {
    if draft.scalars[index] == "(" {
      let isWide =
        before.map { HalfWidthSigns.isChinese($0) } == true || holdsHan(draft, line, index + 1)
        || before == nil && isNumberBeforeHan(draft, line, index + 1)
      open.append(isWide)
      return isWide ? "（" : nil
    }
    if let isWide = open.popLast() { return isWide ? "）" : nil }
    // The other half stands on another line, or is wide already. `a)` and `1)` are no halves.
    guard let before else { return after.map { HalfWidthSigns.isChinese($0) } == true ? "）" : nil }
    return HalfWidthSigns.isChinese(before) ? "）" : nil
  }

  private func holdsHan(_ draft: Draft, _ line: SourceLine, _ start: Int) -> Bool {
    for scalar in draft.scalars[start..<min(line.range.upperBound, start + Brackets.reach)] {
      if scalar == ")" || scalar == "(" { return false }
      if scalar.isHan { return true }
    }
    return false
  }

  /// `(1)` at the head of a Chinese line.
  private func isNumberBeforeHan(_ draft: Draft, _ line: SourceLine, _ start: Int) -> Bool {
    let rest = draft.scalars[start..<min(line.range.upperBound, start + 6)].drop { $0.isDigit }
    return rest.count < 6 && rest.startIndex > start && rest.first == ")"
      && rest.dropFirst().first { !$0.isSpace }?.isHan == true
  }
}

/// Which quote comes next. A paragraph may be cut within quotes, so what stands beside a quote has the first word.
private struct Quotes {
  private var isOpen: [Unicode.Scalar: Bool] = [:]

  mutating func wide(
    _ sign: Unicode.Scalar, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?, _ draft: Draft, _ line: SourceLine,
    _ index: Int
  ) -> Unicode.Scalar? {
    guard before.map({ HalfWidthSigns.isChinese($0) }) == true || after.map({ HalfWidthSigns.isChinese($0) }) == true
    else { return nil }
    // An apostrophe, or a sign of feet and minutes.
    if sign == "'", before?.isHan != true, after?.isHan != true { return nil }
    let opens: Bool
    if before == nil || before == "（" || before == "《" || before == "：" || before == "“" {
      opens = true
    } else if after == nil || "，。、；：）》？！".unicodeScalars.contains(after!) {
      opens = false
    } else if isOpen[sign] == nil {
      // The first on its line closes only if no other one follows it.
      opens = draft.scalars[index + 1..<line.range.upperBound].prefix(200).contains(sign)
    } else {
      opens = !isOpen[sign]!
    }
    isOpen[sign] = opens
    if sign == "\"" { return opens ? "“" : "”" }
    return opens ? "‘" : "’"
  }
}
