// One line of the source that holds text, and what was measured on it.

/// A line with the facts that rules decide by; blank lines are a fact of the line behind them.
///
/// Widths count half cells: a Han character is two wide, a digit one.
struct SourceLine {
  @Narrow private var start: Int
  @Narrow private var end: Int
  /// Whether a blank line stands before it.
  let followsBlank: Bool
  /// Whether white space stands behind its text.
  let hasTrailingSpace: Bool
  /// Width of the white space before its text.
  @Narrow private(set) var leadingWidth: Int
  /// What was counted within it.
  let counts: LineCounts
  /// How its last character leaves the sentence.
  let ending: LineEnding
  /// The number that heads it.
  let head: NumberedHead?
  /// Whether it begins with a date, as entries of a chronicle do.
  let startsWithDate: Bool
  /// Whether it is the first of its page, as a form feed or furniture before it shows.
  var opensPage: Bool
  /// Whether it is a row of columns, as the line above or below shows.
  var isColumnar = false

  init(
    range: Range<Int>, followsBlank: Bool, hasTrailingSpace: Bool, leadingWidth: Int, counts: LineCounts,
    ending: LineEnding, head: NumberedHead?, startsWithDate: Bool, opensPage: Bool
  ) {
    start = range.lowerBound
    end = range.upperBound
    self.followsBlank = followsBlank
    self.hasTrailingSpace = hasTrailingSpace
    self.leadingWidth = leadingWidth
    self.counts = counts
    self.ending = ending
    self.head = head
    self.startsWithDate = startsWithDate
    self.opensPage = opensPage
  }

  /// What the line holds without white space at its ends; never empty.
  var range: Range<Int> { Range(uncheckedBounds: (start, end)) }

  /// Where its text ends on the page, counted from the left edge of the text.
  var edge: Int { leadingWidth + counts.width }

  /// Whether a space stands behind nearly every character, as in titles stretched to a width and in lines that were
  /// justified; its own width tells nothing then.
  var isStretched: Bool { counts.isLoose && !isColumnar }

  /// Whether gaps of two cells or more can part it into columns: a row of a table or of a list of names. In a title
  /// stretched that far nearly all gaps are as wide.
  var mayHoldColumns: Bool {
    counts.columnGapCount >= 2 && !counts.holdsClause && head == nil
      && !(counts.isLoose && counts.columnGapCount * 2 >= counts.runCount)
  }

  /// Whether it looks like a row of a list or table: columns, or a short entry, a gap, another entry, and no sentence.
  var isRow: Bool {
    isColumnar
      || !isStretched && counts.hanGapCount > 0 && counts.hanGapCount <= 5 && counts.glyphsBeforeHanGap <= 8
        && !counts.holdsClause && head == nil
  }
}

/// What one pass over a line counts.
struct LineCounts {
  /// Width of its text.
  @Narrow var width = 0
  /// Characters that are not white space.
  @Narrow var glyphCount = 0
  /// Unbroken stretches of them.
  @Narrow var runCount = 0
  /// Spaces between two Han characters.
  @Narrow var hanGapCount = 0
  /// Characters before the first of these.
  @Narrow var glyphsBeforeHanGap = 0
  /// Gaps of two cells or more.
  @Narrow var columnGapCount = 0
  /// Whether a comma or the end of a sentence stands within it or at its end.
  var holdsClause = false
  /// Whether the end of a sentence stands within it, with more behind.
  var holdsSentenceEnd = false
  /// Whether it ends inside of 《》, （） or “” that it opened.
  var hasUnclosedBracket = false
  /// Whether it closes 《》, （） or “” that it did not open.
  var hasUnopenedBracket = false

  /// Whether a space stands behind nearly every character.
  var isLoose: Bool { runCount >= 4 && glyphCount * 2 <= runCount * 3 }
}

/// How a line's last character leaves the sentence.
enum LineEnding {
  /// 。！？
  case sentence
  /// ；：
  case clause
  /// ，、 or an opening bracket: more must follow.
  case open
  /// ）
  case bracket
  /// A digit.
  case digit
  /// Any other character.
  case other

  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "。", "！", "？": self = .sentence
    case "；", "：", ";", ":": self = .clause
    case "，", "、", ",", "《", "（", "“", "〔", "(": self = .open
    case "）", ")": self = .bracket
    default: self = scalar.isDigit ? .digit : .other
    }
  }

  /// Whether a paragraph may well end here.
  var isEnd: Bool { self == .sentence || self == .clause }
}
