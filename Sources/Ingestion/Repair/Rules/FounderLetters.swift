// Shifted letters: `粤孕孕` → APP, `澡贼贼责泽://憎憎憎.` → https://www.

import Archive

/// Undoes the shift of letters. Hardly any word has three of their characters in a row (在运载), and none stands beside
/// Latin letters or signs of an address: counted on 20 M characters of statutes.
struct FounderLetters {
  private(set) var draft: Draft
  private let evidence: FounderEvidence
  private let style: FounderStyle
  private let words: WordJudge

  init(draft: consuming Draft, evidence: FounderEvidence, style: FounderStyle, words: WordJudge) {
    self.draft = draft
    self.evidence = evidence
    self.style = style
    self.words = words
  }

  /// From left to right, so that what was put right shows what follows.
  ///
  /// - Parameter candidates: the places that may be shifted, in order.
  mutating func repair(_ candidates: [Int]) {
    var end = 0
    for index in candidates where index >= end {
      switch FounderClass(draft.scalars[index]) {
      case .letter:
        end = index + 1
        while end < draft.scalars.count, FounderClass(draft.scalars[end]) == .letter { end += 1 }
        guard evidence.isNear(index) else { continue }
        let run = withoutWords(index..<end)
        end = run.upperBound
        if isLatin(run) { put(run) }
      case .point, .infix:
        if isOfAddress(index), evidence.isNear(index) { put(index..<index + 1) }
      default: break
      }
    }
  }

  /// A run without the characters at its edges that belong to words beside an abbreviation, which is all capitals:
  /// GDP|增长, 在|APP上, ESG|责任.
  private func withoutWords(_ run: Range<Int>) -> Range<Int> {
    var run = run
    while isWord(at: run.upperBound - 1, behind: run.lowerBound..<run.upperBound - 1) {
      run = run.lowerBound..<run.upperBound - 1
    }
    let rest = run.dropFirst()
    if rest.count > 2, isCapital(rest), "在再则".unicodeScalars.contains(draft.scalars[run.lowerBound]) { run = rest }
    return run
  }

  /// Whether a common character behind capitals is one: it would be a small letter, or it begins a word, or is one by
  /// itself. NOx and VOCs end in a small letter.
  private func isWord(at last: Int, behind capitals: Range<Int>) -> Bool {
    let scalars = draft.scalars
    guard capitals.count > 1, isCapital(capitals), FounderLetters.common.contains(scalars[last]),
      last + 1 < scalars.count, scalars[last + 1].isHan
    else { return false }
    if words.isWord([scalars[last], scalars[last + 1]]) { return true }
    // IPv6
    if FounderClass(scalars[last + 1]) == .digit { return capitals.count > 2 && !isCapital(last..<last + 1) }
    if isCapital(last..<last + 1) { return capitals.count > 2 && "月再在".unicodeScalars.contains(scalars[last]) }
    return scalars[last] != "泽" && (scalars[last] != "曾" || scalars[last - 1] != "韵")
  }

  private func isCapital(_ range: Range<Int>) -> Bool {
    range.allSatisfy { FounderCode.sign(of: draft.scalars[$0]).map { ("Ａ"..."Ｚ").contains($0) } == true }
  }

  private func isLatin(_ run: Range<Int>) -> Bool {
    let rareCount = draft.scalars[run].count { !FounderLetters.common.contains($0) }
    if run.count > 3 || run.count == 3 && rareCount > 1 { return true }
    if isBesideLetters(run.lowerBound, by: -1) || run.count > 1 && isBesideLetters(run.upperBound - 1, by: 1) {
      let next = draft.scalars[run.lowerBound...].prefix(2)
      return run.count > 2
        || rareCount > 0 && !(run.count == 1 && next.allSatisfy(\.isHan) && words.isWord(Array(next)))
    }
    let before = run.lowerBound > 0 ? draft.scalars[run.lowerBound - 1] : " "
    let after = run.upperBound < draft.scalars.count ? draft.scalars[run.upperBound] : " "
    if run.count > 1 { return after.isDigit }
    // `缘郧`: the rare ones behind a number.
    guard rareCount > 0 else { return false }
    return before.isDigit
      || FounderClass(before) == .digit
        && words.standsAlone(run.lowerBound - 1..<run.upperBound, in: draft.scalars)
  }

  /// Whether a point or colon stands within an address: `www援x`, `https院//`.
  private func isOfAddress(_ index: Int) -> Bool {
    guard index > 0, draft.scalars[index - 1].isLatinLetter, draft.scalars[index - 1].value < 0x80,
      let next = draft.scalars.glyph(from: index, by: 1)
    else { return false }
    if FounderClass(draft.scalars[index]) == .infix {
      return draft.scalars[index] == "院" && draft.scalars[next...].starts(with: ["/", "/"])
    }
    return draft.scalars[next].isLatinLetter || FounderClass(draft.scalars[next]) == .letter
  }

  /// Whether a Latin letter stands beside an offset, or a sign of an address and a letter behind that; `1.枣` is a list's
  /// number.
  private func isBesideLetters(_ index: Int, by step: Int) -> Bool {
    guard draft.scalars.indices.contains(index + step) else { return false }
    let scalar = draft.scalars[index + step]
    if scalar.isLatinLetter { return scalar.value < 0x80 }
    guard "./@:_-".unicodeScalars.contains(scalar), draft.scalars.indices.contains(index + 2 * step) else {
      return false
    }
    let next = draft.scalars[index + 2 * step]
    return next.isLatinLetter || next == "/" || step > 0 && FounderClass(next) == .letter
  }

  /// Characters of everyday words.
  static let common = Set("月悦云允运在载再灾则择责泽怎增曾赠扎早造遭".unicodeScalars)

  /// Letters of addresses are of half width whatever the text's digits are.
  private mutating func put(_ range: Range<Int>) {
    let isAddress = isBesideLetters(range.lowerBound, by: -1) || isBesideLetters(range.upperBound - 1, by: 1)
    let text = range.map { index in
      let sign = FounderCode.sign(of: draft.scalars[index]) ?? draft.scalars[index]
      return isAddress ? Unicode.Scalar(sign.value - 0xFEE0) ?? sign : style.written(sign, at: index)
    }
    draft.change(range, to: text, .founderShift, confidence: 0.95)
  }
}
