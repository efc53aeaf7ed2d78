// Shifted numbers of lists: `淤年满…；于连续…；盂近…` → ①年满…；②连续…；③近….

import Archive

/// Undoes the shift of circled numbers, which count on from one, each at the head of an item.
struct FounderLists {
  private(set) var draft: Draft
  private let evidence: FounderEvidence
  /// Neighbours of a list stand this near: a guess, two pages.
  private static let reach = 1_000

  init(draft: consuming Draft, evidence: FounderEvidence) {
    self.draft = draft
    self.evidence = evidence
  }

  /// - Parameter candidates: the places of characters that a shift makes of circled numbers, in order.
  mutating func repair(_ candidates: [Int]) {
    var list: [Int] = []
    for index in places(candidates) {
      guard let number = number(at: index) else { continue }
      if number == 1 {
        finish(list)
        list = [index]
      } else if let last = list.last, number == list.count + 1, index - last < FounderLists.reach {
        list.append(index)
      }
    }
    finish(list)
  }

  /// The places of circled numbers, shifted or not, in order.
  private func places(_ candidates: [Int]) -> [Int] {
    let circled = draft.scalars.withUnsafeBufferPointer { scalars in
      scalars.indices.filter { (0x2460...0x2469).contains(scalars[$0].value) }
    }
    return circled.isEmpty ? candidates : Set(circled + candidates).sorted()
  }

  /// The number of an item that begins at an offset, as it stands or shifted.
  private func number(at index: Int) -> Int? {
    let scalar = draft.scalars[index]
    if let number = FounderLists.number(scalar) { return number }
    guard FounderClass(scalar) == .circled, let sign = FounderCode.sign(of: scalar), stands(atHead: index) else {
      return nil
    }
    return FounderLists.number(sign)
  }

  private static func number(_ scalar: Unicode.Scalar) -> Int? {
    ("①"..."⑩").contains(scalar) ? Int(scalar.value) - 0x245F : nil
  }

  /// Whether a list's number could stand at a place: behind a mark, with or without a line's end between; a line that
  /// begins in mid-sentence may begin with 于.
  private func stands(atHead index: Int) -> Bool {
    guard let before = draft.scalars.glyph(from: index, by: -1) else { return true }
    let isBehindMark = "。；：，、遥曰院袁尧".unicodeScalars.contains(draft.scalars[before])
    return isBehindMark || draft.scalars[index] != "于" && draft.scalars.isLineStart(index)
  }

  /// Two items that count on are a list where others are shifted, or where one of them is not; else three, for 于 begins
  /// many a clause.
  private mutating func finish(_ list: [Int]) {
    let shifted = list.filter { FounderClass(draft.scalars[$0]) == .circled }
    guard list.count > 2 || list.count == 2 && (shifted.count == 1 || evidence.isNear(list[0])) else { return }
    for index in shifted {
      guard let sign = FounderCode.sign(of: draft.scalars[index]) else { continue }
      draft.change(index..<index + 1, to: [sign], .founderShift, confidence: 0.9)
    }
  }
}
