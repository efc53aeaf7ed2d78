// Characters that were printed again at the beginning of the next page: `企业` / `业委托` → `企业委托`.

import Archive

/// Takes a repetition out where one side of the break is then no word: 垦区 / 区域 is right as it stands.
enum RepeatedAtBreak {
  /// From here on a line was broken by its page and not by the width of a column: a guess, as wide as pages get.
  private static let pageLineCount = 45
  /// What is looked at on either side.
  private static let reach = 12

  static func repair(_ draft: inout Draft, _ pieces: [Piece]) {
    guard pieces.count > 1 else { return }
    let words = WordJudge()
    for (left, right) in zip(pieces, pieces.dropFirst()) where left.seam == .join {
      let first = draft.scalars[right.range.lowerBound]
      guard first.isHan, draft.scalars[left.range.upperBound - 1] == first || repeatCount(draft, left, right) > 1,
        isPageBreak(draft, left, right)
      else { continue }
      let count = max(1, repeatCount(draft, left, right))
      if isRepetition(draft, left, right, count, words) {
        // Four of four in the labelled gazettes; the composed ones have as many wrong words as right ones repeated.
        draft.remove(right.range.lowerBound..<right.range.lowerBound + count, .repeatedAtBreak, confidence: 0.9)
      }
    }
  }

  /// How many characters stand on both sides, at most four.
  private static func repeatCount(_ draft: Draft, _ left: Piece, _ right: Piece) -> Int {
    for count in [4, 3, 2, 1] where left.range.count > count && right.range.count > count {
      let head = draft.scalars[right.range.lowerBound..<right.range.lowerBound + count]
      if head.allSatisfy(\.isHan), draft.scalars[left.range].suffix(count).elementsEqual(head) { return count }
    }
    return 0
  }

  /// Whether a page ends between two pieces: something stood between them, or the line is as long as a paragraph.
  private static func isPageBreak(_ draft: Draft, _ left: Piece, _ right: Piece) -> Bool {
    if left.range.count >= pageLineCount { return true }
    guard left.range.upperBound <= right.range.lowerBound else { return true }
    return draft.source.scalars[left.range.upperBound..<right.range.lowerBound].contains { !$0.isSpace || $0 == "\u{C}" }
  }

  private static func isRepetition(
    _ draft: Draft, _ left: Piece, _ right: Piece, _ count: Int, _ words: WordJudge
  ) -> Bool {
    let before = Array(draft.scalars[left.range].suffix(reach))
    let after = Array(draft.scalars[right.range].prefix(reach))
    if count > 2 { return true }
    let kept = words.boundaries(before + after)
    // A word of both (人人, 层层) or words on both sides (垦区 区域) are right.
    if !kept[before.count] { return false }
    let isLeftWord = !words.boundaries(before)[before.count - count] || !kept[before.count - count]
    let isRightWord = !words.boundaries(after)[count] || !kept[before.count + count]
    if isLeftWord, isRightWord { return false }
    if count == 2 { return true }
    // One of two single characters stands for itself: 的 / 的 is a repetition whatever the words are.
    return isLeftWord || isRightWord || !words.boundaries(before + after.dropFirst())[before.count - 1]
      || !words.boundaries(before + after.dropFirst())[before.count]
  }
}
