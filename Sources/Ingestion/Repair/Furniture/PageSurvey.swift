// What the lines around a place say of a page ending there.

import Archive

/// The lines of a source with what was found of its pages so far.
struct PageSurvey {
  let scalars: [Unicode.Scalar]
  let lines: [SourceLine]
  /// What was found so far.
  var furniture: Furniture
  /// Width of all lines before each line, and of all lines.
  private let widthBefore: [Int]
  /// Width that half of the lines exceed.
  private let typicalWidth: Int

  init(_ scalars: [Unicode.Scalar], _ lines: [SourceLine]) {
    self.scalars = scalars
    self.lines = lines
    furniture = Furniture()
    for index in PageStarts(scalars, lines).starts { furniture.markStart(index) }
    var width = 0
    var widths = [0]
    widths.reserveCapacity(lines.count + 1)
    var histogram = [Int](repeating: 0, count: LineFrame.widest + 1)
    for line in lines {
      width += line.counts.width
      widths.append(width)
      histogram[min(line.counts.width, LineFrame.widest)] += 1
    }
    widthBefore = widths
    var seen = 0
    typicalWidth = histogram.firstIndex { count in
      seen += count
      return seen * 2 >= lines.count
    }!
  }

  /// The text of a line.
  func text(_ index: Int) -> ArraySlice<Unicode.Scalar> { scalars[lines[index].range] }

  /// Whether a line was found to be furniture.
  func isFurniture(_ index: Int) -> Bool { furniture.kinds[index] != nil }

  /// How much text stands between two lines, in half cells.
  func width(from start: Int, to end: Int) -> Int { widthBefore[end] - widthBefore[min(start + 1, end)] }

  /// Whether a page visibly begins or ends at a line: the source's ends, form feeds, other furniture, white space.
  func isAtEdge(_ index: Int) -> Bool {
    index == 0 || index + 1 == lines.count || opensPage(index) || opensPage(index + 1)
      || isEdge(index - 1)
      || isEdge(index + 1)
  }

  private func opensPage(_ index: Int) -> Bool { lines[index].opensPage || furniture.startsPage(index) }

  private func isEdge(_ index: Int) -> Bool { furniture.kinds[index]?.standsAtPageEdge ?? false }

  /// The places that have furniture of pages, neighbours taken once, in order.
  func edges() -> [Int] {
    let indices = furniture.kinds.lazy.filter(\.value.standsAtPageEdge).map(\.key).sorted()
    return indices.enumerated().filter { $0 == 0 || indices[$0 - 1] + 1 < $1 }.map(\.element)
  }

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
    return isUnfinished(before) && lines[after].head == nil && !lines[after].startsWithDate
  }

  /// Furniture that stands together: feet, link addresses and heads of two pages.
  private static let farthest = 8

  private func isUnfinished(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.ending == .other || line.ending == .open || line.ending == .digit else { return false }
    return line.ending == .open || line.counts.holdsClause || line.counts.width * 4 >= typicalWidth * 3
  }
}
