// What a whole source does with white space: whether trailing spaces, blank lines and indents end paragraphs.

/// How a source marks its paragraphs with white space.
///
/// The same sign means everything in one source and nothing in another, so each is trusted only where it goes
/// together with signs that are independent of it.
struct PageLayout {
  /// A space behind a line ends its paragraph, and its lack says that the next line goes on: the trace that a word
  /// processor's paragraph mark leaves in its PDF.
  let trailingSpaceEndsParagraphs: Bool
  /// Blank lines stand only where paragraphs end. Where nearly every line is followed by one, they say nothing.
  let blankLineEndsParagraphs: Bool
  /// First lines begin further right than the others.
  let indentBeginsParagraphs: Bool

  /// What an indent measures: two cells, which extraction gives as two to five spaces or two ideographic ones.
  static let indents = 2...6

  init(_ lines: [SourceLine]) {
    var spaced = Tally()
    var unspaced = Tally()
    var blankCount = 0
    var indentCount = 0
    for line in lines {
      if line.hasTrailingSpace { spaced.add(line.ending) } else { unspaced.add(line.ending) }
      if line.followsBlank { blankCount += 1 }
      if PageLayout.indents.contains(line.leadingWidth) { indentCount += 1 }
    }
    // Thresholds are guesses far from both kinds of sources seen: where the mark is one, 2 % of the lines without it
    // and 60 % of those with it end a sentence; where it is not, both do alike.
    // Where nearly all lines have it, it says nothing; where it is one, hardly any line with it ends in ， or 、.
    trailingSpaceEndsParagraphs =
      spaced.count >= 3 && unspaced.count * 5 >= spaced.count && spaced.endShare >= 0.3 && unspaced.endShare <= 0.1
      && spaced.endShare >= 5 * unspaced.endShare && spaced.openCount * 20 <= spaced.count
    blankLineEndsParagraphs = blankCount * 2 < lines.count
    indentBeginsParagraphs = indentCount * 20 >= lines.count && indentCount * 10 < lines.count * 9
  }

  private struct Tally {
    var count = 0
    var endCount = 0
    var openCount = 0
    var endShare: Float { count == 0 ? 0 : Float(endCount) / Float(count) }

    mutating func add(_ ending: LineEnding) {
      count += 1
      if ending.isEnd { endCount += 1 }
      if ending == .open { openCount += 1 }
    }
  }
}
