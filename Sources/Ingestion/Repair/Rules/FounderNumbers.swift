// Shifted numbers: `圆园圆源` → 2024, `苑愿援园豫` → 78.0%, `郁级` → Ⅳ级.

import Archive

/// Undoes the shift of digits and Roman numerals, from left to right, so that what was put right frames what follows.
struct FounderNumbers {
  private(set) var draft: Draft
  /// Where numbers were put right, in order.
  private(set) var places: [Int] = []
  private let evidence: FounderEvidence
  private let style: FounderStyle
  private let words: WordJudge

  init(draft: consuming Draft, evidence: FounderEvidence, style: FounderStyle, words: WordJudge) {
    self.draft = draft
    self.evidence = evidence
    self.style = style
    self.words = words
  }

  /// - Parameter candidates: the places that may be shifted, in order.
  mutating func repair(_ candidates: [Int]) {
    var romans: [Int] = []
    var end = 0
    for index in candidates where index >= end {
      switch FounderClass(draft.scalars[index]) {
      case .digit: end = repairNumber(at: index)
      case .roman: romans.append(index)
      case .percent:
        if index > 0, draft.scalars[index - 1].isDigit, evidence.isNear(index) { put(index..<index + 1, 0.97) }
      default: break
      }
    }
    for index in romans.reversed() where isRoman(index) { put(index..<index + 1, 0.98) }
  }

  /// A number with its point, percent sign and what stands between it and another one.
  private struct Token {
    var range: Range<Int>
    var digitCount: Int
    /// Whether a shifted point or percent sign belongs to it.
    var hasSign: Bool
  }

  private func token(at start: Int) -> Token {
    var token = Token(range: start..<start, digitCount: 0, hasSign: false)
    var index = start
    while index < draft.scalars.count {
      let kind = FounderClass(draft.scalars[index])
      let next = index + 1 < draft.scalars.count ? FounderClass(draft.scalars[index + 1]) : .none
      switch kind {
      case .digit: token.digitCount += 1
      case .point where next == .digit && index > start, .percent where index > start: token.hasSign = true
      case .infix where next == .digit && index > start: break
      case .point where index == start + token.range.count && isLineStart(start): token.hasSign = true
      default: return token
      }
      index += 1
      token.range = start..<index
      if kind == .percent { return token }
    }
    return token
  }

  /// - Returns: the offset behind what was looked at.
  private mutating func repairNumber(at start: Int) -> Int {
    var token = token(at: start)
    let end = token.range.upperBound
    if token.digitCount >= 3 {
      trim(&token)
    } else if isCut(token) {
      // The rest of it is looked at in its turn.
    } else if !isNumber(token) {
      return end
    }
    guard token.digitCount > 0 else { return end }
    put(token.range, token.digitCount >= 3 ? 0.99 : 0.95)
    repairLetters(before: token.range.lowerBound)
    return end
  }

  /// A digit at an edge may belong to the word beside it: 工作人员 and 2023年 in `工作人员圆园圆猿年`.
  private func trim(_ token: inout Token) {
    let scalars = draft.scalars
    let range = token.range
    let isYear = range.upperBound < scalars.count && scalars[range.upperBound] == "年" && range.count == 4
    guard !isYear, token.digitCount > 1 else { return }
    // No number begins with a nought but 0.5.
    if scalars[range.lowerBound + 1] != "园", let left = scalars.glyph(from: range.lowerBound, by: -1),
      scalars[left].isHan, words.isWord([scalars[left], scalars[range.lowerBound]]),
      !words.standsAlone(range.lowerBound..<range.lowerBound + 1, in: scalars)
    {
      token.range = range.lowerBound + 1..<range.upperBound
      token.digitCount -= 1
    }
    if let right = scalars.glyph(from: range.upperBound - 1, by: 1), scalars[right].isHan,
      !scalars[right].beginsUnit, FounderClass(scalars[range.upperBound - 1]) == .digit,
      words.isWord([scalars[range.upperBound - 1], scalars[right]])
    {
      token.range = token.range.lowerBound..<range.upperBound - 1
      token.digitCount -= 1
    }
  }

  /// Whether a line's end cut the number in two, three digits in all: `圆苑` / `远万元`.
  private func isCut(_ token: Token) -> Bool {
    let scalars = draft.scalars
    var count = token.digitCount
    if let left = scalars.glyph(from: token.range.lowerBound, by: -1), left < token.range.lowerBound - 1,
      scalars[left + 1..<token.range.lowerBound].contains("\n")
    {
      var place = left
      while place >= 0, scalars[place].isDigit, scalars[place] != draft.source.scalars[place] {
        count += 1
        place -= 1
      }
    }
    if let right = scalars.glyph(from: token.range.upperBound - 1, by: 1), right > token.range.upperBound,
      scalars[token.range.upperBound..<right].contains("\n")
    {
      count += scalars[right...].prefix(8).prefix { FounderClass($0) == .digit }.count
    }
    // Two digits in all need the gap of typesetting before them.
    let isEnough = count >= 3 || count == 2 && scalars[max(0, token.range.lowerBound - 1)] == " "
    return isEnough && count > token.digitCount && evidence.isNear(token.range.lowerBound)
  }

  /// Whether one or two digits are a number: a shifted place is near, words end on both sides, and a unit, an ordinal
  /// or the gaps of typesetting stand beside them.
  private func isNumber(_ token: Token) -> Bool {
    guard evidence.isNear(token.range.lowerBound) else { return false }
    let scalars = draft.scalars
    let left = scalars.glyph(from: token.range.lowerBound, by: -1).map { scalars[$0] }
    let right = scalars.glyph(from: token.range.upperBound - 1, by: 1).map { scalars[$0] }
    let isFramed =
      token.hasSign || right.map { $0.beginsUnit } == true
      || left.map { "第年月〔（(—～-至∶：:".unicodeScalars.contains($0) || $0.isDigit } == true
      || hasGaps(token.range)
      || token.digitCount == 2 && right?.isHan != true
    guard isFramed else { return false }
    // 分 makes a word of the digit before it (缘分) that nobody writes behind another digit.
    let isSure = token.digitCount == 2 && right.map { $0.beginsUnit } == true
    return words.standsAlone(token.range, in: scalars, endMatters: !isSure)
  }

  /// Whether gaps stand on both sides, as typesetting puts them around numbers, and no padded name.
  private func hasGaps(_ range: Range<Int>) -> Bool {
    guard range.lowerBound > 1, range.upperBound < draft.scalars.count, draft.scalars[range.upperBound] == " " else {
      return false
    }
    if isLineStart(range.lowerBound) { return true }
    return draft.scalars[range.lowerBound - 1] == " " && draft.scalars[range.lowerBound - 2].isHan
      && range.lowerBound > 2
      && draft.scalars[range.lowerBound - 3].isHan
  }

  private func isLineStart(_ index: Int) -> Bool {
    var place = index - 1
    while place >= 0, draft.scalars[place] == " " || draft.scalars[place] == "\u{3000}" { place -= 1 }
    return place < 0 || draft.scalars[place].isSpace
  }

  /// Whether a Roman numeral numbers a grade, or the range or list of grades that ends in one.
  private func isRoman(_ index: Int) -> Bool {
    guard evidence.isNear(index), let next = draft.scalars.glyph(from: index, by: 1) else { return false }
    switch draft.scalars[next] {
    case "级", "类", "型", "期", "档":
      return words.standsAlone(index..<index + 1, in: draft.scalars)
    case "、", "—", "-", "～", "至", "和", "或", "及":
      guard let other = draft.scalars.glyph(from: next, by: 1), ("Ⅰ"..."Ⅻ").contains(draft.scalars[other]) else {
        return false
      }
      return words.standsAlone(index..<index + 1, in: draft.scalars)
    default: return false
    }
  }

  /// Letters right before a shifted number: `孕酝圆援缘` → PM2.5. One alone is too likely a word.
  private mutating func repairLetters(before end: Int) {
    var start = end
    while start > 0, end - start < 6, FounderClass(draft.scalars[start - 1]) == .letter { start -= 1 }
    guard end - start > 1, words.standsAlone(start..<end, in: draft.scalars),
      !words.isWord(Array(draft.scalars[start..<end]))
    else { return }
    put(start..<end, 0.9)
  }

  private mutating func put(_ range: Range<Int>, _ confidence: Float) {
    let text = range.map { index in
      FounderCode.sign(of: draft.scalars[index]).map { style.written($0, at: index) } ?? draft.scalars[index]
    }
    draft.change(range, to: text, .founderShift, confidence: confidence)
    places.append(range.lowerBound)
  }
}
