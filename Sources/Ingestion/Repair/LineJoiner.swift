// Decides which lines go on in the next one: the reading of the whole page that its layout and words bear out best.

/// Joins lines that were broken for the page.
///
/// Every line is either the first of a paragraph or goes on from the line before. What a line's fill says depends on
/// that, because a first line lost its indent of two cells to extraction: a full line two cells short of the edge is
/// a paragraph's first. So lines are not judged one by one: of all readings of the page, the one with the greatest
/// sum of evidence is taken (Viterbi 1967, two states).
struct LineJoiner {
  private let lines: [SourceLine]
  private let frames: [LineFrame?]
  private let layout: PageLayout
  private let evidence: SeamEvidence
  /// For each line, what its place in or beside a title says for its going on.
  private let titleWeights: [Float]
  private let isLoneArticle: [Bool]

  init(_ source: SourceText, _ lines: [SourceLine]) {
    self.lines = lines
    var titleWeights = [Float](repeating: 0, count: lines.count)
    var isBroken = lines.map { !$0.ending.isEnd && !$0.isRow && !$0.isStretched && !$0.startsWithDate }
    for title in TitleLines(source.scalars, lines).titles() {
      for index in title {
        titleWeights[index] = index + 1 < title.upperBound ? 12 : -5
        isBroken[index] = false
      }
      if title.lowerBound > 0 { titleWeights[title.lowerBound - 1] -= 2 }
    }
    self.titleWeights = titleWeights
    isLoneArticle = lines.map { LineJoiner.isLoneArticle($0, source.scalars) }
    for index in lines.indices.dropFirst() where isLoneArticle[index - 1] { isBroken[index] = false }
    frames = FrameMeasurer.frames(of: lines, isBroken: isBroken)
    layout = PageLayout(lines)
    evidence = SeamEvidence(scalars: source.scalars)
  }

  /// For each line, whether the next one goes on in its paragraph.
  func joins() -> [Bool] {
    guard lines.count > 1 else { return lines.map { _ in false } }
    var first: Float = 0
    var later: Float = -1_000
    /// For each line, whether the best reading that has the next line go on takes the line itself for a first one.
    var comesFromFirst: [Bool] = []
    /// The same for the best reading in which the next line begins a paragraph.
    var startsAfterFirst: [Bool] = []
    for index in 0..<lines.count - 1 {
      let seam = seamWeight(index)
      let isCut = lines[index].ending == .other || lines[index].ending == .open
      let fromFirst = first + seam + fillWeight(index, isFirst: true)
      let fromLater = later + seam + fillWeight(index, isFirst: false)
      comesFromFirst.append(fromFirst >= fromLater)
      // A paragraph of several lines hardly ever stops in mid-sentence.
      let laterEnded = isCut && titleWeights[index] == 0 ? later - 1.5 : later
      startsAfterFirst.append(first >= laterEnded)
      let ended = max(first, laterEnded)
      later = max(fromFirst, fromLater)
      first = ended
    }
    return trace(endsWithFirst: first >= later, comesFromFirst, startsAfterFirst)
  }

  private func trace(endsWithFirst: Bool, _ comesFromFirst: [Bool], _ startsAfterFirst: [Bool]) -> [Bool] {
    var joins = [Bool](repeating: false, count: lines.count)
    var isFirst = endsWithFirst
    for index in stride(from: lines.count - 2, through: 0, by: -1) {
      joins[index] = !isFirst
      isFirst = isFirst ? startsAfterFirst[index] : comesFromFirst[index]
    }
    return joins
  }

  /// What words and white space between a line and the next one say, for going on.
  private func seamWeight(_ index: Int) -> Float {
    let line = lines[index]
    let next = lines[index + 1]
    if isLoneArticle[index] { return 12 }
    var weight = evidence.weight(line, next) + titleWeights[index]
    if layout.trailingSpaceEndsParagraphs { weight += line.hasTrailingSpace ? -8 : 8 }
    if layout.blankLineEndsParagraphs, next.followsBlank, index == 0 || !isLoneArticle[index - 1] { weight -= 3 }
    if layout.indentBeginsParagraphs { weight += next.leadingWidth >= PageLayout.indents.lowerBound ? -4 : 1 }
    return weight
  }

  /// What a line's fill says for its going on in the next line.
  private func fillWeight(_ index: Int, isFirst: Bool) -> Float {
    let line = lines[index]
    if line.isStretched { return line.counts.holdsClause || line.head != nil ? 2.5 : -4 }
    guard let frame = frames[index] else { return unframedWeight(line) }
    var room = frame.edge - line.edge
    let unit = firstUnitWidth(lines[index + 1])
    if index > 0, isLoneArticle[index - 1] {
      // 第X条 was torn off with the gap behind it; indent, gap and number stood before this line's text.
      room -= lines[index - 1].counts.width + 6
    }
    if isFirst, line.leadingWidth < PageLayout.indents.lowerBound {
      if (-1...unit + 1).contains(room - 4) { return 2.5 }
      if room <= unit + 1 { return 0.5 }
      return room - 4 <= unit + 3 ? -1 : -6
    }
    if room <= unit + 1 { return 2.5 }
    return room <= unit + 3 ? -1 : -6
  }

  /// Where lines were not broken for a page, only a sentence cut at a page's end goes on.
  private func unframedWeight(_ line: SourceLine) -> Float {
    if line.ending.isEnd { return -4 }
    if line.counts.width < 48 { return line.counts.holdsSentenceEnd ? 1.5 : -5 }
    return line.counts.holdsClause ? 1.5 : -3
  }

  /// Whether a line holds nothing but 第X条: its text follows.
  private static func isLoneArticle(_ line: SourceLine, _ scalars: [Unicode.Scalar]) -> Bool {
    line.head == .certain && line.counts.glyphCount <= 7
      && scalars[line.range.lowerBound] == "第" && scalars[line.range.upperBound - 1] == "条"
  }

  /// The width of what would have had to fit on the line before: a character or a word with what may not be parted
  /// from it.
  private func firstUnitWidth(_ line: SourceLine) -> Int {
    let scalars = evidence.scalars
    var index = line.range.lowerBound
    var width = scalars[index].width
    let isWord = scalars[index].isDigit || scalars[index].isLatinLetter
    index += 1
    while isWord, index < line.range.upperBound, width < 16 {
      guard scalars[index].isDigit || scalars[index].isLatinLetter || scalars[index] == "." else { break }
      width += scalars[index].width
      index += 1
    }
    while index < line.range.upperBound, scalars[index].isForbiddenAtLineStart {
      width += scalars[index].width
      index += 1
    }
    return width
  }
}
