// Characters that were printed again at the beginning of the next page: `企业` / `业委托` → `企业委托`.

import Archive

/// Takes a repetition out where one side of the break is then no word: 垦区 / 区域 is right as it stands.
enum RepeatedAtBreak {
  /// From here on a line was broken by its page and not by the width of a column: a guess, as wide as pages get.
  private static let pageLineCount = 45
  /// What is looked at on either side, in code points.
  static let reach = 12

  /// What the words on both sides say.
  enum Verdict {
    /// Both sides are words as they stand.
    case right
    /// Only the right side is a word, so that the character may be a word of its own on the left.
    case open
    /// A repetition.
    case certain
  }

  static func repair(_ draft: inout Draft, _ pieces: [Piece]) {
    guard pieces.count > 1 else { return }
    let words = WordJudge()
    var open: [(place: Int, end: [Unicode.Scalar], next: Unicode.Scalar?)] = []
    for (left, right) in zip(pieces, pieces.dropFirst()) where left.seam == .join {
      let place = right.range.lowerBound
      guard draft.scalars[place].isHan, draft.scalars[left.range.upperBound - 1] == draft.scalars[place],
        left.range.count > 1, right.range.count > 1, isPageBreak(draft, left, right)
      else { continue }
      let before = Array(draft.scalars[left.range].suffix(reach))
      switch isRepetition(before, Array(draft.scalars[right.range].prefix(reach)), words) {
      case .right: break
      case .certain: remove(&draft, place)
      case .open: open.append((place, before.suffix(2), draft.scalars[place + 1]))
      }
    }
    settle(&draft, open)
  }

  private static func remove(_ draft: inout Draft, _ place: Int) {
    // Four of four in the labelled gazettes, with one look-alike left alone.
    draft.remove(place..<place + 1, .repeatedAtBreak, confidence: 0.9)
  }

  /// Whether a page ends between two pieces: something stood between them, or the line is as long as a paragraph.
  private static func isPageBreak(_ draft: Draft, _ left: Piece, _ right: Piece) -> Bool {
    if max(left.range.count, right.range.count) >= pageLineCount { return true }
    guard left.range.upperBound <= right.range.lowerBound else { return true }
    return draft.source.scalars[left.range.upperBound..<right.range.lowerBound].contains {
      !$0.isSpace || $0 == "\u{C}"
    }
  }

  /// What the words around a character say that ends one side and begins the other.
  static func isRepetition(_ before: [Unicode.Scalar], _ after: [Unicode.Scalar], _ words: WordJudge) -> Verdict {
    let character = after[0]
    // 一一 and 人人 are words, and so are numbers.
    if character.isHanNumeral || words.isWord([character, character]) { return .right }
    let isLeftWord = !words.boundaries(before)[before.count - 1]
    let isRightWord = !words.boundaries(after)[1]
    if isLeftWord { return isRightWord ? .right : .certain }
    // Behind a comma nothing that ends there is a word: `，组` / `组织`; behind 、 one may: `、区` / `区域`.
    let isCutShort = before.count > 1 && "，。；：".unicodeScalars.contains(before[before.count - 2])
    return isRightWord && !isCutShort ? .open : .certain
  }

  /// Where only the right side is a word, the text itself knows whether the left one is: 垦区 stands elsewhere before
  /// other characters than 域.
  private static func settle(
    _ draft: inout Draft, _ open: [(place: Int, end: [Unicode.Scalar], next: Unicode.Scalar?)]
  ) {
    guard !open.isEmpty else { return }
    let ends = Set(open.map(\.end))
    let lasts = Set(ends.compactMap(\.last))
    var followers: [[Unicode.Scalar]: Set<Unicode.Scalar>] = [:]
    let places = Set(open.map { $0.place - 1 })
    let scalars = draft.scalars
    for index in scalars.indices.dropFirst().dropLast() where lasts.contains(scalars[index]) {
      let end = [scalars[index - 1], scalars[index]]
      if ends.contains(end), !places.contains(index), !scalars[index + 1].isSpace {
        followers[end, default: []].insert(scalars[index + 1])
      }
    }
    for seam in open where followers[seam.end, default: []].allSatisfy({ $0 == seam.next }) {
      remove(&draft, seam.place)
    }
  }
}
