// Gaps between Han characters: stretched words, padded names, wrapped titles.

import Archive

/// Decides on the gaps between wide characters of one line.
///
/// A gap goes where the whole line was stretched or justified; where it stands within a word of ICU's dictionary, beside
/// a mark or a particle; where it pads a name; and in titles, unless it parts two issuers. All others stay.
struct WideSpacing {
  let scalars: ArraySlice<Unicode.Scalar>
  let line: SourceLine
  let gaps: [Gap]
  let headEnd: Int?
  let isRunning: Bool
  /// Whether gaps of several spaces part columns and stay as they are.
  let hasColumns: Bool
  /// For each gap, whether a word goes on over it.
  private let isInWord: [Bool]
  /// Whether gaps stand all over the line, so that none of them means anything.
  private var isLoose = false
  /// What most gaps of a loose line are wide.
  private let looseWidth: Int
  /// Whether a loose line is a title or one of a title's lines.
  private var isOfTitle = false
  /// Whether 关于 makes the line a title, if it is no sentence.
  private let isTitle: Bool
  let words: WordJudge

  init(
    _ draft: Draft, _ line: SourceLine, _ gaps: [Gap], headEnd: Int?, isRunning: Bool, hasColumns: Bool,
    _ words: WordJudge
  ) {
    scalars = draft.scalars[line.range]
    self.line = line
    self.gaps = gaps
    self.headEnd = headEnd
    self.isRunning = isRunning
    self.hasColumns = hasColumns
    self.words = words
    looseWidth = (gaps.map(\.range.count).min() ?? 0) + 1
    isTitle =
      !line.counts.holdsClause && !line.ending.isEnd && line.counts.glyphCount > 8
      && zip(scalars, scalars.dropFirst()).contains { $0.0 == "关" && $0.1 == "于" }
    isInWord = WideSpacing.inWord(scalars, gaps, words)
    isLoose = hasLooseGaps
    isOfTitle = isLoose && isTitular
  }

  func repair(_ draft: inout Draft) {
    // A row of a Markdown table is made of cells.
    if scalars.first == "|" { return }
    for (index, gap) in gaps.enumerated() where gap.sides == .wide || isLoose && gap.isBetweenSingles {
      if gap.range.lowerBound == headEnd {
        WideSpacing.narrow(&draft, gap)
      } else if isRepetition(gap) {
        draft.remove(gap.range.lowerBound..<gap.range.upperBound + 1, .repeatedAtBreak, confidence: 0.9)
      } else if let rule = rule(index) {
        draft.remove(gap.range, rule, confidence: rule == .titleWrap ? 0.9 : 0.97)
      } else if !hasColumns {
        WideSpacing.narrow(&draft, gap)
      }
    }
  }

  /// `贯彻 彻落实`: a line end of the print that recognition joined, with a character on both sides of it. In titles only:
  /// elsewhere gaps part cells, as in `指标 2020年 年均增长`, and names of offices, as in `组织部 部务委员`.
  private func isRepetition(_ gap: Gap) -> Bool {
    guard isTitle, scalars[gap.range.lowerBound - 1] == scalars[gap.range.upperBound],
      gap.range.count == 1,
      scalars[gap.range.lowerBound] != "\t", scalars[gap.range.upperBound].isHan, gap.lengthBefore > 1,
      gap.lengthAfter > 1
    else { return false }
    return RepeatedAtBreak.isRepetition(
      Array(scalars[..<gap.range.lowerBound].suffix(RepeatedAtBreak.reach)),
      Array(scalars[gap.range.upperBound...].prefix(RepeatedAtBreak.reach)), words) == .certain
  }

  /// A gap that parts two entries is one space.
  static func narrow(_ draft: inout Draft, _ gap: Gap) {
    guard gap.range.count > 1, draft.scalars[gap.range].allSatisfy({ $0 == " " }) else { return }
    draft.change(gap.range, to: [" "], .stretchedSpacing, confidence: 0.9)
  }

  /// The rule by which a gap goes; `nil` where it stays.
  private func rule(_ index: Int) -> RepairRule? {
    let gap = gaps[index]
    let left = scalars[gap.range.lowerBound - 1]
    let right = scalars[gap.range.upperBound]
    if scalars[gap.range].contains("\t") { return nil }
    if isShortWord(index) { return .stretchedSpacing }
    if isPaddedName(index) { return .paddedName }
    if !gap.isBetweenSingles, gap.range.count == 1, followsDate(gap) { return nil }
    if isLoose {
      // A wider gap in a loose line parts two words; a little wider, it parts a stretched word from one that is not, and
      // a post from a name.
      if gap.range.count < looseWidth { return .stretchedSpacing }
      let parts = gap.lengthAfter > 1 || left.endsPost && right.isSurname
      return gap.range.count > looseWidth || parts && !line.counts.holdsClause && !isOfTitle ? nil : .stretchedSpacing
    }
    if gap.range.count > 3 { return nil }
    if gap.isBetweenSingles, line.counts.holdsClause, gap.range.count == 1 { return .stretchedSpacing }
    if partsIssuers(gap) || followsDate(gap) { return nil }
    if !left.isHan || !right.isHan { return marksStay(left, right) ? nil : .stretchedSpacing }
    if gap.range.count > 1 { return nil }
    if isInWord[index] { return line.isRow && !isRunning ? nil : .stretchedSpacing }
    if isTitle { return .titleWrap }
    return (isParticle(gap) && !line.isRow || isStray(gap)) ? .stretchedSpacing : nil
  }

  /// Whether marks on a side part two entries: `（二） 甲` does not, `《甲》 《乙》` in a list does.
  private func marksStay(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    (left == "》" || left == "）") && (right.isHan || right == "《") && !line.counts.holdsClause && left != "）"
  }

  /// Whether the gap stands beside a word that never ends or begins an entry.
  private func isParticle(_ gap: Gap) -> Bool {
    "的和与及为对在将把被由从向是于".unicodeScalars.contains(scalars[gap.range.lowerBound - 1])
      || "的等和与及在".unicodeScalars.contains(scalars[gap.range.upperBound]) && gap.lengthAfter == 1
  }
}

extension WideSpacing {
  /// A date and what was decided on it, as in the history of a statute.
  private func followsDate(_ gap: Gap) -> Bool {
    let date = scalars[..<gap.range.lowerBound].suffix(3).filter { !$0.isSpace }
    return date.last == "日" && date.dropLast().last?.isDigit == true
  }

  /// Whether both sides are names of offices: 中共中央 国务院.
  private func partsIssuers(_ gap: Gap) -> Bool {
    guard scalars[gap.range.lowerBound - 1].endsIssuer else { return false }
    let next = scalars[gap.range.upperBound...].prefix(24).prefix { !$0.isSpace && !$0.isWideMark }
    guard next.count >= 3, !next.starts(with: Array("关于".unicodeScalars)),
      !next.starts(with: Array("印发".unicodeScalars)), !next.starts(with: Array("转发".unicodeScalars))
    else { return false }
    return gap.lengthBefore > 2 && next.contains { $0.endsIssuer }
      || gap.lengthBefore > 2 && next.last.map { "市县区省州镇".unicodeScalars.contains($0) } == true
  }

  /// Whether a line holds 关于 or ends as titles do, however stretched.
  private var isTitular: Bool {
    let closed = scalars.filter { !$0.isSpace }
    return DocumentKind.ending(of: closed) != nil
      || zip(closed, closed.dropFirst()).contains { $0.0 == "关" && $0.1 == "于" }
  }

  private static func inWord(_ scalars: ArraySlice<Unicode.Scalar>, _ gaps: [Gap], _ words: WordJudge) -> [Bool] {
    guard gaps.contains(where: { $0.sides == .wide }) else { return gaps.map { _ in false } }
    let closed = scalars.filter { !$0.isSpace }
    let boundaries = words.boundaries(Array(closed))
    var removed = 0
    return gaps.map { gap in
      let place = gap.range.lowerBound - scalars.startIndex - removed
      removed += gap.range.count
      return !boundaries[place]
    }
  }

  /// Whether gaps stand where none belongs, and often enough that the line was stretched or justified. Thresholds are
  /// guesses that clean statutes and lists of names bear out.
  private var hasLooseGaps: Bool {
    var singles = 0
    var longest = 0
    var chain = 0
    var wrong = 0
    var isSentence = line.counts.holdsClause
    var inWord = 0
    for (index, gap) in gaps.enumerated() where gap.range.lowerBound != headEnd {
      // A padded word or name by itself, as in lists, says nothing of the line.
      if isLabel(index) || isPaddedName(index) {
        chain = 0
        continue
      }
      if isLink(gap) {
        singles += 1
        let goesOn = index > 0 && gaps[index - 1].range.upperBound + 1 == gap.range.lowerBound
        chain = goesOn ? chain + 1 : 1
        longest = max(longest, chain)
      } else {
        chain = 0
      }
      guard gap.sides == .wide else { continue }
      if isInWord[index] { inWord += 1 }
      if isInWord[index] || scalars[gap.range.lowerBound - 1] == "的" { isSentence = true }
      if isInWord[index] || isBesideMark(gap) || isParticle(gap) { wrong += 1 }
    }
    if longest >= 4 || longest >= 2 && line.counts.holdsClause { return true }
    if gaps.contains(where: { scalars[$0.range].contains("\t") }) { return false }
    if inWord > 0, longest >= 2 || singles >= 2 && scalars.contains(where: \.isWideMark) { return true }
    return wrong > 0 && gaps.count >= 3 && (isSentence || !line.isRow) && line.counts.glyphCount <= 8 * gaps.count
      && gaps.allSatisfy { $0.range.count == 1 }
  }
}
