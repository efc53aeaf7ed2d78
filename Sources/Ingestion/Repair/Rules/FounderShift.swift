// Founder's font-code shift: digits, signs and numerals that became Han characters (see FounderCode).

import Archive

/// Undoes the shift where the place itself and others near it show it.
///
/// Every character that a shift makes is also an ordinary one (人员, 资源, 区域), so nothing is changed for what it is,
/// only for where it stands. Runs of three digits occur otherwise only where two words meet (资源|远远, none in 20 M
/// characters of statutes); shorter ones need a frame, such as a unit behind them, a cut between words on both sides, and a shifted place nearby: a gazette
/// holds infected documents beside clean ones.
enum FounderShift {
  /// Changes what is shifted; a source without infection is left as it is.
  static func repaired(_ draft: consuming Draft) -> Draft {
    let words = WordJudge()
    let kinds = FounderCandidates(draft.scalars)
    var evidence = FounderEvidence(draft.scalars, kinds, words)
    guard evidence.isInfected else { return draft }
    let style = FounderStyle(draft.scalars)
    // Each owns the draft while it works on it, so that no text is copied.
    var letters = FounderLetters(draft: consume draft, evidence: evidence, style: style, words: words)
    letters.repair(kinds.places([.letter, .point, .infix]))
    var numbers = FounderNumbers(draft: (consume letters).draft, evidence: evidence, style: style, words: words)
    numbers.repair(kinds.places([.digit, .roman, .percent]))
    evidence.add(numbers.places)
    var signs = FounderSigns(draft: (consume numbers).draft, evidence: evidence, words: words)
    signs.repair(kinds.places([.mark, .infix]))
    var items = FounderItems(draft: (consume signs).draft, evidence: evidence, style: style)
    items.repair(kinds.places([.digit]))
    var lists = FounderLists(draft: (consume items).draft, evidence: evidence)
    lists.repair(kinds.places([.circled]))
    return (consume lists).draft
  }
}

/// How a source writes its good numbers.
struct FounderStyle {
  /// Stretches of 4,096 code points: about as long as a document; a guess.
  private static let blockBits = 12
  /// For each block, full-width digits less half-width ones.
  private var digits: [Int]
  private var isPointWide: Bool
  private var isPercentWide: Bool

  init(_ scalars: [Unicode.Scalar]) {
    digits = [Int](repeating: 0, count: scalars.count >> FounderStyle.blockBits + 1)
    var points = 0
    var percents = 0
    // All that is counted lies below the letters or is full width, and most characters are neither.
    for index in scalars.indices where scalars[index].value < 0x40 || scalars[index].value > 0xFF00 {
      switch scalars[index].value {
      case 0x30...0x39: digits[index >> FounderStyle.blockBits] -= 1
      case 0xFF10...0xFF19: digits[index >> FounderStyle.blockBits] += 1
      case 0x2E: points -= 1
      case 0xFF0E: points += 1
      case 0x25: percents -= 1
      case 0xFF05: percents += 1
      default: break
      }
    }
    isPointWide = points > 0
    isPercentWide = percents > 0
    total = digits.reduce(0, +)
  }

  private let total: Int

  /// A sign as the text around an offset would have it: the formula gives full width, most sources print half width.
  func written(_ sign: Unicode.Scalar, at offset: Int) -> Unicode.Scalar {
    switch sign {
    case "．": return isPointWide ? sign : "."
    case "％": return isPercentWide ? sign : "%"
    default:
      guard (0xFF01...0xFF5D).contains(sign.value), !isWide(at: offset) else { return sign }
      return Unicode.Scalar(sign.value - 0xFEE0) ?? sign
    }
  }

  private func isWide(at offset: Int) -> Bool {
    let block = offset >> FounderStyle.blockBits
    let near = digits[max(0, block - 1)...min(digits.count - 1, block + 1)].reduce(0, +)
    return near == 0 ? total > 0 : near > 0
  }
}
