// What the lines around a place say of a page ending there.

import Archive

/// The lines of a source with what was found of its pages so far.
struct PageSurvey {
  let scalars: [Unicode.Scalar]
  let lines: [SourceLine]
  /// What was found so far.
  var furniture: Furniture
  /// The lines that white space shows to open pages.
  private let openings: [Int]
  /// Width of all lines before each line, and of all lines.
  private let widthBefore: [Int]
  /// Width that lines with half of the text exceed: rows of tables weigh little.
  let typicalWidth: Int

  init(_ scalars: [Unicode.Scalar], _ lines: [SourceLine]) {
    self.scalars = scalars
    self.lines = lines
    furniture = Furniture()
    let starts = PageStarts(scalars, lines).starts
    for index in starts { furniture.markStart(index) }
    let formFeeds = lines.indices.filter { lines[$0].opensPage }
    openings = starts.isEmpty ? formFeeds : Set(formFeeds + starts).sorted()
    var width = 0
    var widths = [0]
    widths.reserveCapacity(lines.count + 1)
    var histogram = [Int](repeating: 0, count: LineFrame.widest + 1)
    for line in lines {
      width += line.counts.width
      widths.append(width)
      histogram[min(line.counts.width, LineFrame.widest)] += line.counts.width
    }
    widthBefore = widths
    var seen = 0
    typicalWidth = histogram.firstIndex { part in
      seen += part
      return seen * 2 >= width
    }!
  }

  /// The text of a line.
  func text(_ index: Int) -> ArraySlice<Unicode.Scalar> { scalars[lines[index].range] }

  /// Whether a line was found to be furniture.
  func isFurniture(_ index: Int) -> Bool { furniture.kinds[index] != nil }

  /// How much text stands before a line, in half cells.
  func position(_ index: Int) -> Int { widthBefore[index] }

  /// How much text stands between two lines, in half cells.
  func width(from start: Int, to end: Int) -> Int { widthBefore[end] - widthBefore[min(start + 1, end)] }

  /// Whether a page visibly begins or ends at a line: the source's ends, form feeds, other furniture, white space.
  func isAtEdge(_ index: Int) -> Bool {
    index == 0 || index + 1 == lines.count || opensPage(index) || opensPage(index + 1)
      || isEdge(index - 1)
      || isEdge(index + 1)
  }

  /// Whether a page's number was found right above or below a line.
  func isBesidePageNumber(_ index: Int) -> Bool {
    furniture.kinds[index - 1] == .pageNumber || furniture.kinds[index + 1] == .pageNumber
  }

  private func opensPage(_ index: Int) -> Bool { lines[index].opensPage || furniture.startsPage(index) }

  private func isEdge(_ index: Int) -> Bool { furniture.kinds[index]?.standsAtPageEdge ?? false }

  /// The places where pages visibly meet, neighbours taken once, in order.
  func edges() -> [Int] {
    let indices = (furniture.kinds.filter { $0.value.standsAtPageEdge }.map(\.key) + openings).sorted()
    return indices.enumerated().filter { $0 == 0 || indices[$0 - 1] + 1 < $1 }.map(\.element)
  }

  /// Whether text between two lines can fill a page: enough of it, or as many lines where a table does.
  func holdsPage(from start: Int, to end: Int) -> Bool {
    width(from: start, to: end) >= PageCounts.emptiestPage || end - start > PageSurvey.fewestLines
  }

  /// Lines of a page of a table: a guess, half a page.
  static let fewestLines = 24

  /// Whether a line stands in the middle of a sentence: the text before it is unfinished and the text behind it begins
  /// nothing new.
  func interrupts(_ index: Int) -> Bool { interrupts(index..<index + 1) }

  /// Whether lines that belong together stand in the middle of a sentence.
  func interrupts(_ block: Range<Int>) -> Bool {
    var before = block.lowerBound - 1
    while before >= 0, block.lowerBound - before <= PageSurvey.farthest, isFurniture(before) { before -= 1 }
    var after = block.upperBound
    while after < lines.count, after - block.upperBound <= PageSurvey.farthest, isFurniture(after) { after += 1 }
    guard before >= 0, after < lines.count, !isFurniture(before), !isFurniture(after) else { return false }
    return isUnfinished(before) && continues(after, width: lines[before].counts.width)
  }

  /// Whether a line stands in the middle of a sentence of lines that a page broke and that are wider than cells of tables,
  /// and is no exponent or footnote of the text beside it.
  func interruptsWide(_ index: Int) -> Bool {
    guard interrupts(index) else { return false }
    var before = index - 1
    while isFurniture(before) { before -= 1 }
    var after = index + 1
    while isFurniture(after) { after += 1 }
    return (PageSurvey.widestCell...LineFrame.widest).contains(lines[before].counts.width)
      && lines[after].leadingWidth <= lines[before].leadingWidth
      && !text(before).last!.isLatinLetter && !text(after).first!.isForbiddenAtLineStart
  }

  /// Whether the text below a number can be what it counts, or that above can ask for a number: 达到 415 毫米.
  func mayBeFigure(_ index: Int) -> Bool {
    var (before, after) = (index - 1, index + 1)
    while before >= 0, isFurniture(before) { before -= 1 }
    while after < lines.count, isFurniture(after) { after += 1 }
    let asks = before >= 0 && text(before).last.map { "达到了为约共至第增加计".unicodeScalars.contains($0) } == true
    return asks || after < lines.count && text(after).first.map(\.mayBeginUnit) == true
  }

  /// Whether the lines above and below are of running text, or furniture.
  func isAmidText(_ index: Int) -> Bool {
    [index - 1, index + 1].filter(lines.indices.contains).allSatisfy { neighbour in
      isFurniture(neighbour) || lines[neighbour].counts.holdsClause
        || lines[neighbour].counts.width >= PageSurvey.widestCell
    }
  }

  /// Cells of a table are narrower: a guess, half a page.
  private static let widestCell = 48

  /// Whether two lines or more stand between two others, wider than columns of tables are.
  func holdsWideText(from start: Int, to end: Int) -> Bool {
    let between = lines[start + 1..<max(start + 1, end)]
    return between.count { $0.counts.width >= PageSurvey.paragraph } >= 2
  }

  /// Whether a line can go on with a sentence: a line as wide, or the rest of a sentence.
  private func continues(_ index: Int, width: Int) -> Bool {
    let line = lines[index]
    return line.head == nil && !line.startsWithDate
      && (line.counts.width * 2 >= min(width, PageSurvey.paragraph) || line.counts.holdsClause || line.ending.isEnd)
  }

  /// Furniture that stands together: feet, link addresses and heads of two pages.
  private static let farthest = 8

  /// Whether a line stops within a sentence of running text where the page made it stop.
  private func isUnfinished(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.ending == .other || line.ending == .open || line.ending == .digit, isRunningText(index) else {
      return false
    }
    if line.ending == .open || isFull(index) { return true }
    return line.counts.width >= PageSurvey.paragraph
      && (line.counts.holdsClause || typicalWidth >= LineFrame.widest)
  }

  /// A line this wide that holds a clause is a paragraph or most of one, however wide others are: wider than offices'
  /// names.
  static let paragraph = 60

  /// Whether the text up to a line has clauses, as titles and tables have not.
  private func isRunningText(_ index: Int) -> Bool {
    lines[max(0, index - 3)...index].contains(where: \.counts.holdsClause)
  }

  /// Whether a line is as wide as the lines before it: those behind it may be another page's.
  func isFull(_ index: Int) -> Bool {
    let width = lines[index].counts.width
    let widest = lines[max(0, index - 8)...index].lazy.map(\.counts.width).max()!
    return width * 10 >= widest * 8 && width * 10 >= typicalWidth * 6
  }

  /// Whether a line stands among short entries, as cells of a table do.
  func isAmongCells(_ index: Int) -> Bool {
    var cellCount = 0
    for neighbour in [index - 2, index - 1, index + 1, index + 2] where lines.indices.contains(neighbour) {
      let line = lines[neighbour]
      let isCell =
        line.counts.width * 2 < min(typicalWidth, PageSurvey.paragraph) && !line.counts.holdsClause
        && !line.startsWithDate
        && line.ending != .clause && line.ending != .bracket && !isFurniture(neighbour)
      if isCell { cellCount += 1 }
    }
    return cellCount >= 3
  }
}
