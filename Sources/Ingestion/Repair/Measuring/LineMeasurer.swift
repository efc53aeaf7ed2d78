// Takes a text apart into lines and measures each.

/// Measures the lines of a text.
struct LineMeasurer {
  private let scalars: [Unicode.Scalar]

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The lines that hold more than white space.
  ///
  /// - Parameter capacity: about how many there are.
  func lines(capacity: Int = 0) -> [SourceLine] {
    var lines: [SourceLine] = []
    lines.reserveCapacity(capacity)
    var followsBlank = false
    var opensPage = false
    for range in LineRanges(scalars) {
      var start = range.lowerBound
      var leadingWidth = 0
      while start < range.upperBound, scalars[start].isSpace {
        if scalars[start] == "\u{C}" { opensPage = true }
        leadingWidth += scalars[start] == "\t" ? 8 : scalars[start].width
        start += 1
      }
      if start == range.upperBound {
        followsBlank = true
        continue
      }
      var end = range.upperBound
      while scalars[end - 1].isSpace { end -= 1 }
      lines.append(
        SourceLine(
          range: start..<end, followsBlank: followsBlank, hasTrailingSpace: end < range.upperBound,
          leadingWidth: leadingWidth, counts: count(start..<end), ending: ending(start..<end),
          head: NumberedHead(scalars[start..<end]), startsWithDate: startsWithDate(start..<end), opensPage: opensPage))
      followsBlank = false
      opensPage = false
    }
    ColumnRows.mark(in: &lines, scalars)
    return lines
  }

  private func count(_ range: Range<Int>) -> LineCounts {
    var counts = LineCounts()
    var depth = 0
    var lowestDepth = 0
    var previous: Unicode.Scalar = " "
    /// Han characters, which are most; counted apart because that is quick.
    var hanCount = 0
    for index in range {
      let scalar = scalars[index]
      if (0x4E00...0x9FFF).contains(scalar.value) {
        // Nearly all characters are Han: what is asked below does not concern them.
        hanCount += 1
        if previous == " " { counts.runCount += 1 }
        previous = scalar
        continue
      }
      counts.width += scalar.width
      if scalar.isSpace {
        if previous != " " { countGap(from: index, glyphsBefore: counts.glyphCount + hanCount, &counts) }
        previous = " "
        continue
      }
      counts.glyphCount += 1
      if previous == " " { counts.runCount += 1 }
      // Of two marks in a row the typesetter takes half a cell away.
      if scalar.isWideMark, previous.isWideMark { counts.width -= 1 }
      let before = previous
      previous = scalar
      switch scalar {
      case "，": counts.holdsClause = true
      // Recognition puts half-width commas into Chinese; those inside of numbers are none.
      case ",": counts.holdsClause = counts.holdsClause || before.isHan
      case "。", "；", "！", "？":
        counts.holdsClause = true
        if index + 1 < range.upperBound { counts.holdsSentenceEnd = true }
      case "《", "（", "“", "〔": depth += 1
      case "》", "）", "”", "〕":
        depth -= 1
        lowestDepth = min(lowestDepth, depth)
      default: break
      }
    }
    counts.width += 2 * hanCount
    counts.glyphCount += hanCount
    counts.hasUnclosedBracket = depth > lowestDepth
    counts.hasUnopenedBracket = lowestDepth < 0
    return counts
  }

  /// Counts a gap that begins at an offset; the line goes on behind it.
  private func countGap(from start: Int, glyphsBefore: Int, _ counts: inout LineCounts) {
    if scalars[start - 1].isHan, scalars[start + 1].isHan {
      if counts.hanGapCount == 0 { counts.glyphsBeforeHanGap = glyphsBefore }
      counts.hanGapCount += 1
      // A gap between Han characters was a whole cell, whatever extraction left of it.
      if scalars[start].width == 1 { counts.width += 1 }
    }
    if scalars[start...].prefix(while: \.isSpace).partsColumns { counts.columnGapCount += 1 }
  }

  /// Emphasis signs behind the text are looked through, and so are closing marks behind the end of a sentence.
  private func ending(_ range: Range<Int>) -> LineEnding {
    var index = range.upperBound - 1
    while index > range.lowerBound, scalars[index] == "*" { index -= 1 }
    let last = scalars[index]
    if index > range.lowerBound, last == "”" || last == "’" || last == "）" || last == ")" || last == "」" {
      let inner = LineEnding(scalars[index - 1])
      if inner == .sentence { return .sentence }
    }
    return LineEnding(last)
  }

  /// Whether a line begins with year, month and day.
  private func startsWithDate(_ range: Range<Int>) -> Bool {
    guard scalars[range.lowerBound].isDigit else { return false }
    var units = "年月日".unicodeScalars.makeIterator()
    var unit = units.next()
    for scalar in scalars[range].prefix(16) where !scalar.isDigit && !scalar.isSpace {
      guard scalar == unit else { return false }
      unit = units.next()
      if unit == nil { return true }
    }
    return false
  }
}
