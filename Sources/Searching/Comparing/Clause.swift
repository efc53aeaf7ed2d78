// A document's text as clauses.

internal import Analysis

/// A paragraph of a document that is compared, without the number in front of it.
struct Clause {
  /// The headings above it and its own, the outermost first.
  let heading: String
  let number: String
  let level: ClauseNumber.Level?
  let text: String
  /// The letters, digits and Han of the heading that this clause is, or with which its text begins: in front of it (（二）
  /// 适用范围。本预案 …), or as a paragraph above; empty for all other clauses.
  let title: String
  /// Whether it is a heading and nothing else.
  let isHeading: Bool
  /// The source line on which it begins.
  let line: Int
  /// ``text`` folded, code point by code point.
  let folded: [UInt32]
  /// Its distinct pairs of neighbouring letters, digits and Han, marks and white space aside, ascending: the one in the
  /// upper, the other in the lower ``pairBits`` bits.
  let pairs: [UInt64]

  /// How many bits a pair takes.
  static let pairBits = 42

  /// How much two clauses have in common, in thousandths: the coefficient of Dice (1945) over their pairs.
  func similarity(to other: Clause) -> Int {
    if folded == other.folded { return 1_000 }
    guard !pairs.isEmpty, !other.pairs.isEmpty else { return 0 }
    var (own, others, shared) = (0, 0, 0)
    while own < pairs.count, others < other.pairs.count {
      let (left, right) = (pairs[own], other.pairs[others])
      if left == right { shared += 1 }
      if left <= right { own += 1 }
      if right <= left { others += 1 }
    }
    return 2_000 * shared / (pairs.count + other.pairs.count)
  }
}

/// Cuts repaired texts into clauses.
struct ClauseCutter {
  private let analyzer: Analyzer
  /// The headings that are open, each with its level.
  private var open: [(level: ClauseNumber.Level, title: String)] = []
  /// The title of a heading without text, until the paragraph below it.
  private var pendingTitle = ""

  /// A longer first sentence of a numbered clause is text, not a heading. A guess: headings have to fit a line of 28.
  private static let longestTitle = 30

  init(_ analyzer: Analyzer) { self.analyzer = analyzer }

  /// The paragraphs of a text that hold anything.
  ///
  /// - Parameter lines: the source line of each paragraph.
  mutating func clauses(of text: String, lines: [Int]) -> [Clause] {
    (open, pendingTitle) = ([], "")
    var clauses: [Clause] = []
    for (paragraph, line) in zip(text.split(separator: "\n", omittingEmptySubsequences: false), lines) {
      guard paragraph.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { continue }
      clauses.append(clause(String(paragraph), line))
    }
    return clauses
  }

  private mutating func clause(_ paragraph: String, _ line: Int) -> Clause {
    let folded = ClauseCutter.scalars(analyzer.fold(paragraph))
    let number = ClauseNumber(folded[...])
    let length = number?.length ?? 0
    let scalars = Array(paragraph.unicodeScalars)
    let numberText = ClauseCutter.string(scalars[..<length].filter { !$0.properties.isWhitespace }[...])
    if let number {
      open.removeAll { $0.level >= number.level }
      open.append((number.level, ClauseCutter.heading(numberText, scalars[length...])))
    }
    let text = ClauseCutter.string(scalars[length...])
    let (title, isHeading) = title(of: scalars[length...], isNumbered: number != nil)
    return Clause(
      heading: open.map(\.title).joined(separator: "/"), number: numberText, level: number?.level, text: text,
      title: title, isHeading: isHeading, line: line,
      folded: folded[length...].map(\.value), pairs: pairs(of: text))
  }

  /// ``Clause/title`` and ``Clause/isHeading`` of a clause without its number.
  private mutating func title(of text: ArraySlice<Unicode.Scalar>, isNumbered: Bool) -> (String, Bool) {
    let above = pendingTitle
    pendingTitle = ""
    guard isNumbered else { return (above, false) }
    guard let own = ClauseCutter.firstSentence(text) else { return ("", false) }
    let folded = analyzer.fold(ClauseCutter.string(own))
    let title = folded.runs.map { folded.string($0.bytes) }.joined()
    let isHeading = analyzer.fold(ClauseCutter.string(text[own.endIndex...])).runs.isEmpty
    if isHeading { pendingTitle = title }
    return (title, isHeading)
  }

  /// The first sentence; nil where it is none or too long to be a heading.
  private static func firstSentence(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
    let sentence = text.prefix(longestTitle + 1).prefix { !"。；：:;".unicodeScalars.contains($0) }
    return (1...longestTitle).contains(sentence.count) ? sentence : nil
  }

  /// The number, with the first sentence where that is short.
  private static func heading(_ number: String, _ text: ArraySlice<Unicode.Scalar>) -> String {
    guard let title = firstSentence(text) else { return number }
    // 一、 and （一） end with a mark; 第一章 and 1.1 need a blank.
    let isMarked = number.unicodeScalars.last.map { "、.．)）".unicodeScalars.contains($0) } ?? true
    return number + (isMarked ? "" : " ") + string(title)
  }

  private func pairs(of text: String) -> [UInt64] {
    let folded = analyzer.fold(text)
    var pairs: [UInt64] = []
    var previous: UInt32?
    for run in folded.runs {
      for scalar in folded.string(run.bytes).unicodeScalars {
        if let previous { pairs.append(UInt64(previous) << 21 | UInt64(scalar.value)) }
        previous = scalar.value
      }
    }
    pairs.sort()
    return pairs.enumerated().filter { $0.offset == 0 || pairs[$0.offset - 1] != $0.element }.map(\.element)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private static func scalars(_ text: FoldedText) -> [Unicode.Scalar] {
    Array(text.string(0..<text.bytes.count).unicodeScalars)
  }
}
