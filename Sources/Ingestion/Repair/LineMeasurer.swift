// Takes a text apart into lines and measures each.

/// Measures the lines of a text.
struct LineMeasurer {
  private let source: SourceText

  init(_ source: SourceText) { self.source = source }

  /// The lines that hold more than white space.
  func lines() -> [SourceLine] {
    var lines: [SourceLine] = []
    var blankLines = 0
    for range in LineRanges(source.scalars) {
      var start = range.lowerBound
      var end = range.upperBound
      while start < end, source.scalars[start].isSpace { start += 1 }
      while end > start, source.scalars[end - 1].isSpace { end -= 1 }
      if start == end {
        blankLines += 1
      } else {
        lines.append(SourceLine(range: start..<end, blankLinesBefore: blankLines))
        blankLines = 0
      }
    }
    return lines
  }
}
