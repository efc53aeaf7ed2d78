// Shifted marks: `质袁提` → 质，提, `第6号冤` → 第6号）.

import Archive

/// Undoes the shift of marks. A mark stands between words like any character, so one alone is no evidence: others like
/// it must stand near, or a shifted number on its line.
struct FounderSigns {
  private(set) var draft: Draft
  let evidence: FounderEvidence
  let words: WordJudge
  /// The first and the last mark that bear each other out lie this near: a guess, some twenty lines.
  private static let reach = 500
  /// The two halves of a pair lie this near: a guess.
  private static let pairReach = 80

  init(draft: consuming Draft, evidence: FounderEvidence, words: WordJudge) {
    self.draft = draft
    self.evidence = evidence
    self.words = words
  }

  /// - Parameter candidates: the places that may be shifted, in order.
  mutating func repair(_ candidates: [Int]) {
    var marks: [Int] = []
    for index in candidates {
      if isDash(index) {
        put(index)
        put(index + 1)
      }
      switch FounderClass(draft.scalars[index]) {
      case .mark, .infix:
        guard evidence.isNear(index), marks.last != index - 1 else { continue }
        if endsLabel(index) || isOfMeasure(index) { put(index) } else if isMark(index) { marks.append(index) }
      default: break
      }
    }
    let lines = FounderLines(draft.source.scalars)
    marks = marks.filter { lines.mayHold($0, of: marks) }
    for (place, index) in marks.enumerated() {
      let isNearOther =
        place > 0 && index - marks[place - 1] <= FounderSigns.reach
        || place + 1 < marks.count && marks[place + 1] - index <= FounderSigns.reach
      if lineHoldsNumber(index) || isNearOther && !isOfOfficial(place, marks) { put(index) }
    }
    repairPairs(candidates)
  }

  /// Whether a surname stands behind a post and nearly all marks around are in order: in texts with shifted marks hardly
  /// six in order stand near a shifted one.
  private func isOfOfficial(_ place: Int, _ marks: [Int]) -> Bool {
    let index = marks[place]
    guard draft.source.scalars[index - 1].endsPost else { return false }
    let near = max(0, index - FounderSigns.reach)..<min(draft.scalars.count, index + FounderSigns.reach)
    let inOrder = near.count { FounderLines.marks.contains(draft.source.scalars[$0]) }
    let before = marks[..<place].reversed().prefix { near.contains($0) }.count
    let behind = marks[place...].prefix { near.contains($0) }.count
    return inOrder > 10 * (before + behind)
  }

  /// `要要` at the head of an item: no line of 20 M characters of statutes begins so.
  private func isDash(_ index: Int) -> Bool {
    draft.scalars[index] == "要" && index + 1 < draft.scalars.count && draft.scalars[index + 1] == "要"
      && draft.scalars.isLineStart(index) && evidence.isNear(index)
  }

  mutating func put(_ index: Int) {
    guard let sign = FounderCode.sign(of: draft.scalars[index]) else { return }
    draft.change(index..<index + 1, to: [sign], .founderShift, confidence: 0.9)
  }

  /// Whether a comma, stop or other mark could stand at a place: between words, behind text, and not as the surname
  /// or part of a name that its character is.
  private func isMark(_ index: Int) -> Bool {
    let scalars = draft.scalars
    guard let sign = FounderCode.sign(of: scalars[index]), "，。、；：".unicodeScalars.contains(sign), index > 0,
      scalars[index - 1].isHan || scalars[index - 1].isDigit || "）》”冤曳冶%％℃".unicodeScalars.contains(scalars[index - 1])
    else { return false }
    let next = scalars.glyph(from: index, by: 1).map { scalars[$0] }
    if let next, "，。、；：某氏".unicodeScalars.contains(next) || sign == "；" && next == "院" { return false }
    if FounderSigns.beginsWord(scalars[index...].prefix(4), words) { return false }
    // 百里之遥
    if sign == "。", scalars[index - 1] == "之", index > 1, "里步米尺".unicodeScalars.contains(scalars[index - 2]) {
      return false
    }
    if sign == "：", !"下话编址件间称曰".unicodeScalars.contains(scalars[index - 1]), !endsRole(index) { return false }
    if sign == "，" || sign == "、", namesPerson(index) { return false }
    return words.standsAlone(index..<index + 1, in: scalars)
  }

  /// Words that the dictionary has not, unless what stands behind the mark is one itself: 遥感, but 遥|感谢.
  private static func beginsWord(_ stretch: ArraySlice<Unicode.Scalar>, _ words: WordJudge) -> Bool {
    let isListed = ["遥感", "遥控", "遥测", "尧舜"].contains { stretch.starts(with: $0.unicodeScalars) }
    return isListed && !words.isWord(Array(stretch.dropFirst().prefix(2)))
  }

  /// `成员院` at a line's head, before a name.
  private func endsRole(_ index: Int) -> Bool {
    let role = draft.scalars[max(0, index - 3)..<index].drop { !$0.isHan }
    return role.count > 1 && draft.scalars.isLineStart(role.startIndex)
      && (role.last == "员" || role.last == "长") && draft.scalars[min(index + 1, draft.scalars.count - 1)].isSurname
  }

  /// 袁 and 尧 are surnames: behind a verb of appointment, before a short name and a mark.
  private func namesPerson(_ index: Int) -> Bool {
    let name = draft.scalars[(index + 1)...].prefix(3)
    if let end = name.firstIndex(where: { !$0.isHan }), end > index + 1 {
      return draft.scalars[end] == "、" || draft.scalars[end] == " "
    }
    let before = draft.scalars[max(0, index - 2)..<index]
    return ["任命", "免去", "同志", "选举"].contains { before.elementsEqual($0.unicodeScalars) }
  }

  private func lineHoldsNumber(_ index: Int) -> Bool {
    var start = index
    while start > 0, index - start < 60, draft.scalars[start - 1] != "\n" { start -= 1 }
    for place in start..<min(draft.scalars.count, index + 60) {
      if place > index, draft.scalars[place] == "\n" { return false }
      if draft.scalars[place] != draft.source.scalars[place], draft.source.scalars[place].isHan { return true }
    }
    return false
  }

  /// Brackets and quotes, of which either half may be shifted.
  private mutating func repairPairs(_ candidates: [Int]) {
    for index in candidates {
      guard FounderClass(draft.scalars[index]) == .mark, let sign = FounderCode.sign(of: draft.scalars[index]),
        evidence.isNear(index)
      else { continue }
      for pair in FounderSigns.pairs where pair.open == sign || pair.close == sign {
        let isOpening = pair.open == sign
        if let mate = mate(of: index, isOpening ? pair.close : pair.open, same: sign, by: isOpening ? 1 : -1),
          pair.open != "［" || holdsYear(min(index, mate)..<max(index, mate)),
          words.standsAlone(index..<index + 1, in: draft.scalars)
        {
          put(index)
          if FounderCode.sign(of: draft.scalars[mate]) == (isOpening ? pair.close : pair.open) { put(mate) }
        }
      }
    }
  }

  /// The other half of a pair, shifted or not, if no half like the one itself comes first.
  private func mate(of index: Int, _ other: Unicode.Scalar, same: Unicode.Scalar, by step: Int) -> Int? {
    var place = index + step
    var depth = 1
    for _ in 0..<FounderSigns.pairReach where draft.scalars.indices.contains(place) {
      let scalar = draft.scalars[place]
      if scalar == same { depth += 1 }
      if scalar == other
        || FounderClass(scalar) == .mark && FounderCode.sign(of: scalar) == other
          && words.standsAlone(place..<place + 1, in: draft.scalars)
      {
        depth -= 1
        if depth == 0 { return place }
      }
      place += step
    }
    return nil
  }

  /// Whether nothing but a year stands behind an opening bracket: 咱 and 暂 are words.
  private func holdsYear(_ range: Range<Int>) -> Bool {
    range.count == 5 && draft.scalars[range.dropFirst()].allSatisfy(\.isDigit)
  }

  private static let pairs: [(open: Unicode.Scalar, close: Unicode.Scalar)] = [
    ("（", "）"), ("“", "”"), ("《", "》"), ("〔", "〕"), ("〈", "〉"), ("［", "］"),
  ]
}
