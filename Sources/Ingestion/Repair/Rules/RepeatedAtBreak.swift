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
    var open: [OpenSeam] = []
    for (left, right) in zip(pieces, pieces.dropFirst()) where left.seam == .join {
      let place = right.range.lowerBound
      guard draft.scalars[place].isHan, draft.scalars[left.range.upperBound - 1] == draft.scalars[place],
        left.range.count > 1, right.range.count > 1, isPageBreak(draft, left, right)
      else { continue }
      let before = Array(draft.scalars[left.range].suffix(reach))
      switch isRepetition(before, Array(draft.scalars[right.range].prefix(reach)), words) {
      case .right: break
      case .certain: remove(&draft, place)
      case .open:
        let end = pair(before[before.count - 2], before[before.count - 1])
        open.append(OpenSeam(place: place, end: end, next: draft.scalars[place + 1]))
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

  /// A seam of which the words around it do not tell whether a character was repeated.
  private struct OpenSeam {
    /// Where the right side begins.
    let place: Int
    /// The last two characters of the left side.
    let end: UInt64
    /// The second character of the right side.
    let next: Unicode.Scalar
  }

  /// Two characters as one number, which hashes much faster than a list of them.
  private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 32 | UInt64(second.value)
  }

  /// Where only the right side is a word, the text itself knows whether the left one is: 垦区 stands elsewhere before
  /// other characters than 域.
  private static func settle(_ draft: inout Draft, _ open: [OpenSeam]) {
    guard !open.isEmpty else { return }
    let others = followers(of: Set(open.map(\.end)), besides: Set(open.map { $0.place - 1 }), draft.scalars)
    for seam in open where others[seam.end]?.allSatisfy({ $0 == seam.next }) ?? true { remove(&draft, seam.place) }
  }

  /// What stands behind pairs of characters in a text.
  ///
  /// - Parameter places: where the second character of a pair does not count.
  private static func followers(
    of pairs: Set<UInt64>, besides places: Set<Int>, _ scalars: [Unicode.Scalar]
  ) -> [UInt64: Set<Unicode.Scalar>] {
    // A few bits of each pair pass over nearly all of the text without hashing.
    func bits(_ pair: UInt64) -> Int { Int(truncatingIfNeeded: pair ^ pair >> 27) & 0xFFFF }
    var mayOccur = [Bool](repeating: false, count: 0x10000)
    for pair in pairs { mayOccur[bits(pair)] = true }
    var followers: [UInt64: Set<Unicode.Scalar>] = [:]
    for index in scalars.indices.dropFirst().dropLast() {
      let pair = pair(scalars[index - 1], scalars[index])
      guard mayOccur[bits(pair)], pairs.contains(pair), !places.contains(index), !scalars[index + 1].isSpace else {
        continue
      }
      followers[pair, default: []].insert(scalars[index + 1])
    }
    return followers
  }
}
