// Lines set in the middle of the page, where extraction kept the white space before them.

/// Tells centred lines: titles and what belongs to them are set so, text and signatures are not (GB/T 9704-2012, 7.3.1).
struct CentredLines {
  /// White space before a line that is more than any indent, in half cells.
  private static let leastMargin = 7
  /// How much the margins may differ, in half cells: white space is given in whole cells at times.
  private static let tolerance = 6
  /// Fewer lines do not show where the page's edge is: a guess.
  private static let fewestFull = 5

  private let lines: [SourceLine]
  /// How far full lines reach, in half cells; nil where no edge shows.
  private let edge: Int?

  init(_ lines: [SourceLine]) {
    self.lines = lines
    var counts = [Int](repeating: 0, count: LineFrame.widest + 1)
    for line in lines where (LineFrame.narrowest...LineFrame.widest).contains(line.edge) && !line.ending.isEnd {
      counts[line.edge] += 1
    }
    let most = counts.indices.max { counts[$0] < counts[$1] } ?? 0
    edge = counts[most] >= CentredLines.fewestFull ? most : nil
  }

  /// Whether a line stands in the middle.
  func contains(_ index: Int) -> Bool {
    guard let edge else { return false }
    let line = lines[index]
    let right = edge - line.edge
    return line.leadingWidth >= CentredLines.leastMargin && right >= 2
      && abs(line.leadingWidth - right) <= CentredLines.tolerance
  }
}
