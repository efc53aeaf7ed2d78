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

  /// - Returns: the offset behind what was looked at.
  private mutating func repairNumber(at start: Int) -> Int {
    if let digits = FounderToken.stretchedYear(draft.scalars, at: start) {
      for digit in digits { put(digit..<digit + 1, 0.99) }
      return digits[3] + 1
    }
    var token = FounderToken(draft.scalars, at: start)
    let end = token.range.upperBound
    let isLong = token.digitCount >= 3
    if isLong, words.joinsWords(token.range, in: draft.scalars) { return end }
    switch FounderEdges(scalars: draft.scalars, words: words).beginning(of: token) {
    case .digit: break
    case .wordEnd: token.dropFirst()
    case .unclear: return end
    }
    if isLong {
      trim(&token)
    } else if !FounderFrame(draft: draft, evidence: evidence, words: words).holds(token) {
      return end
    }
    guard token.digitCount > 0 else { return end }
    put(token.range, token.digitCount >= 3 ? 0.99 : 0.95)
    repairSigns(before: token.range.lowerBound)
    return end
  }

  /// The last digit may begin the word behind.
  private func trim(_ token: inout FounderToken) {
    let scalars = draft.scalars
    let range = token.range
    let isYear = range.upperBound < scalars.count && scalars[range.upperBound] == "年" && range.count == 4
    guard !isYear, token.digitCount > 1 else { return }
    if let right = scalars.glyph(from: range.upperBound - 1, by: 1), scalars[right].isHan,
      !scalars[right].beginsUnit, FounderClass(scalars[range.upperBound - 1]) == .digit,
      words.isWord([scalars[range.upperBound - 1], scalars[right]])
    {
      token.range = token.range.lowerBound..<range.upperBound - 1
      token.digitCount -= 1
    }
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

  /// Letters right before a shifted number, `孕酝圆援缘` → PM2.5, of which one alone is too likely a word; and the
  /// sign of a factor: `数伊园援源` → 数×0.4.
  private mutating func repairSigns(before end: Int) {
    var start = end
    while start > 0, end - start < 6, FounderClass(draft.scalars[start - 1]) == .letter { start -= 1 }
    if start == end, start > 0, draft.scalars[start - 1] == "伊" {
      start -= 1
    } else if end - start < 2 || draft.scalars[start..<end].allSatisfy(FounderLetters.common.contains)
      || words.isWord(Array(draft.scalars[start..<end]))
    {
      return
    }
    if words.standsAlone(start..<end, in: draft.scalars) { put(start..<end, 0.9) }
  }

  private mutating func put(_ range: Range<Int>, _ confidence: Float) {
    let text = range.map { index in
      FounderCode.sign(of: draft.scalars[index]).map { style.written($0, at: index) } ?? draft.scalars[index]
    }
    draft.change(range, to: text, .founderShift, confidence: confidence)
    places.append(range.lowerBound)
  }
}
