// What has to stand around one or two shifted digits to show that they are a number.

/// Weighs the place of a short number.
struct FounderFrame {
  let draft: Draft
  let evidence: FounderEvidence
  let words: WordJudge

  private var edges: FounderEdges { FounderEdges(scalars: draft.scalars, words: words) }

  /// Whether one or two digits are a number: a shifted place is near, words end on both sides, and a unit, an ordinal,
  /// a sign of numbers, the rest of a cut number or the gaps of typesetting stand beside them.
  func holds(_ token: FounderToken) -> Bool {
    let range = token.range
    guard evidence.isNear(range.lowerBound) else { return false }
    if token.isTied || isBehindLatin(range) { return true }
    let scalars = draft.scalars
    let left = scalars.glyph(from: range.lowerBound, by: -1)
    let right = scalars.glyph(from: range.upperBound - 1, by: 1)
    if isCut(token, left, right) { return true }
    guard token.digitCount > 1 || token.hasSign || mayStandAlone(range, left) else { return false }
    let isBeforeUnit = right.map { scalars[$0].beginsUnit && mayMeasure(token, $0) } == true
    let isBeforeSign = right.map { endsHere(range, $0) } == true
    let isFramed =
      token.hasSign || isBeforeUnit || isBeforeSign || left.map { leads($0, range) } == true || hasGaps(range)
      || token.digitCount == 2 && right.map { scalars[$0].isHan } != true || isMixedPair(range)
    guard isFramed else { return false }
    // 分 makes a word of the digit before it (缘分) that nobody writes behind another digit.
    let isSure = token.digitCount == 2 && isBeforeUnit || isBeforeSign || isMixedPair(range)
    return words.standsAlone(range, in: scalars, endMatters: !isSure)
  }

  /// Two different digits: of such pairs 20 M characters of statutes have none (园园 and 源源 are words) but where two
  /// words meet, as in 后缘圆形.
  private func isMixedPair(_ range: Range<Int>) -> Bool {
    guard range.count == 2, draft.scalars[range.lowerBound] != draft.scalars[range.lowerBound + 1] else { return false }
    let end = draft.scalars[(range.lowerBound + 1)...].prefix(2)
    return end.last.map { $0.beginsUnit || !$0.isHan } == true || !words.isWord(Array(end))
  }

  /// 员 makes a word of what stands before it that no dictionary has (调研员), and 园 is no number by itself.
  private func mayStandAlone(_ range: Range<Int>, _ left: Int?) -> Bool {
    guard range.count == 1, let left else { return true }
    let before = draft.scalars[left]
    switch draft.scalars[range.lowerBound] {
    case "园": return before.isDigit || FounderFrame.leads.contains(before) || beginsRange(range, left)
    case "员": return !edges.mayEndCalling(left) || hasGaps(range)
    default: return true
    }
  }

  /// `园—猿岁`: a nought from which something is counted on, and no park's name.
  private func beginsRange(_ range: Range<Int>, _ left: Int) -> Bool {
    guard let right = draft.scalars.glyph(from: range.upperBound - 1, by: 1), right == range.upperBound,
      "—～-至".unicodeScalars.contains(draft.scalars[right])
    else { return false }
    return endsHere(range, right) && !(draft.scalars[left].isHan && FounderClass(draft.scalars[left]) != .mark)
  }

  /// Whether the character behind is what the number counts, on the same line unless the number ends it.
  private func mayMeasure(_ token: FounderToken, _ right: Int) -> Bool {
    let scalars = draft.scalars
    guard token.digitCount == 1 else { return true }
    if scalars[right] == "百" || scalars[right] == "千" { return false }
    // The name of an estate: 东苑小区.
    if scalars[right] == "小", scalars[token.range.lowerBound] == "苑" {
      return right + 1 < scalars.count && scalars[right + 1] == "时"
    }
    return !scalars[token.range.upperBound..<right].contains("\n") || !scalars.isLineStart(token.range.lowerBound)
  }

  /// Whether a sign that ties numbers together stands behind, and another digit behind that: `员∶`, `愿` / `:30`.
  private func endsHere(_ range: Range<Int>, _ right: Int) -> Bool {
    let scalars = draft.scalars
    if scalars[right].isLatinLetter { return right == range.upperBound }
    guard "∶:,.至—～-".unicodeScalars.contains(scalars[right]), let next = scalars.glyph(from: right, by: 1) else {
      return false
    }
    return scalars[next].isDigit || FounderClass(scalars[next]) == .digit
  }

  private func leads(_ left: Int, _ range: Range<Int>) -> Bool {
    let sign = draft.scalars[left]
    if sign == "." {
      // The rest of a fraction, and no list's number.
      guard left > 0, draft.scalars[left - 1].isDigit || draft.scalars.isLineStart(left) else { return false }
      return !draft.scalars[min(range.upperBound, draft.scalars.count - 1)].isHan
    }
    if sign == "（" || sign == "(" {
      // A single digit in brackets behind a word may be one, 货币单位（圆）; those of lists follow one another.
      let right = draft.scalars.glyph(from: range.upperBound - 1, by: 1).map { draft.scalars[$0] }
      let before = left > 0 ? draft.scalars[left - 1] : " "
      return range.count > 1 || right != "）" && right != ")" || !before.isHan || before == "第"
    }
    return sign.isDigit || FounderFrame.leads.contains(sign)
  }

  /// `IPv远`; a digit that begins a word belongs to it: APP园区.
  private func isBehindLatin(_ range: Range<Int>) -> Bool {
    let scalars = draft.scalars
    guard range.lowerBound > 0 else { return false }
    var before = range.lowerBound - 1
    // A part of an address: /gk/缘圆
    if scalars[before] == "/", before > 0 { before -= 1 }
    guard scalars[before].isLatinLetter else { return false }
    guard range.upperBound < scalars.count, scalars[range.upperBound].isHan else { return true }
    return range.count > 1 || !words.isWord([scalars[range.lowerBound], scalars[range.upperBound]])
  }

  /// What stands before a number and nothing else.
  private static let leads = Set("第年月〔〕（(—～-至∶：:×".unicodeScalars)
}

extension FounderFrame {
  /// Whether a line's end cut the number in two: `圆苑` / `远万元`.
  private func isCut(_ token: FounderToken, _ left: Int?, _ right: Int?) -> Bool {
    let scalars = draft.scalars
    let range = token.range
    var count = token.digitCount
    if let left, left < range.lowerBound - 1, scalars[left + 1..<range.lowerBound].contains("\n") {
      var place = left
      while place >= 0, scalars[place].isDigit, scalars[place] != draft.source.scalars[place] {
        count += 1
        place -= 1
      }
    }
    if let right, right > range.upperBound, scalars[range.upperBound..<right].contains("\n") {
      count += scalars[right...].prefix(8).prefix { FounderClass($0) == .digit }.count
      if goesOn(range, right) { return true }
    }
    // Two digits in all need the gap of typesetting before them.
    let isEnough = count >= 3 || count == 2 && scalars[max(0, range.lowerBound - 1)] == " "
    return isEnough && count > token.digitCount
  }

  /// Whether the next line begins with the rest of the number: up to three digits, a fraction or not, and their unit; no
  /// list's number, no year and no date behind somebody's name.
  private func goesOn(_ range: Range<Int>, _ right: Int) -> Bool {
    let scalars = draft.scalars
    let rest = scalars[right...].prefix(8).prefix {
      $0.isDigit || $0 == "." || FounderClass($0) == .digit || FounderClass($0) == .point
    }
    guard !rest.isEmpty, rest.count < 4 || rest.contains(where: { $0 == "." || FounderClass($0) == .point }),
      let unit = scalars.glyph(from: right + rest.count - 1, by: 1).map({ scalars[$0] }),
      unit.beginsUnit || FounderClass(unit) == .percent, let left = scalars.glyph(from: range.lowerBound, by: -1)
    else { return false }
    let isName = scalars[left].isSurname && (left == 0 || !scalars[left - 1].isHan)
    let isCalling = scalars[range.lowerBound] == "员" && range.count == 1 && edges.mayEndCalling(left)
    return !isName && (!isCalling || unit == "%") && words.standsAlone(range, in: scalars, endMatters: false)
  }

  /// Whether gaps stand on both sides, as typesetting puts them around numbers, and no padded name; a line's end is one.
  private func hasGaps(_ range: Range<Int>) -> Bool {
    let scalars = draft.scalars
    guard range.lowerBound > 1, range.upperBound < scalars.count, scalars[range.upperBound].isSpace else {
      return false
    }
    if scalars.isLineStart(range.lowerBound) { return scalars[range.upperBound] == " " }
    return scalars[range.lowerBound - 1] == " " && scalars[range.lowerBound - 2].isHan && range.lowerBound > 2
      && scalars[range.lowerBound - 3].isHan
  }
}
