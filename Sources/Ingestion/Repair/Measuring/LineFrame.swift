// The right edge that the lines around a line share: columns and pages differ, so it is measured for each line.

/// The frame that lines are set in, as their neighbours show it.
struct LineFrame {
  /// How far the text of a full line reaches, in half cells.
  let edge: Int

  /// Lines on each side that count as neighbours: about a page column.
  static let reach = 12
  /// Lines on each side that count twice: frames change from one line to the next.
  static let nearReach = 4
  /// Narrower text is a list or a table, not a column: three columns on a page still hold fourteen cells each.
  static let narrowest = 20
  /// Wider lines were not broken for a page: a landscape page of small print holds about seventy cells.
  static let widest = 160
}

/// Measures frames with one pass over the lines: a histogram of edges moves along with its neighbourhood.
///
/// Only lines that stop in mid-sentence tell where the edge is: a paragraph's last line, a row of a list and a title
/// end where they please.
struct FrameMeasurer {
  /// Neighbours by edge; everything wider than a page has the last place.
  private var all = [Int32](repeating: 0, count: LineFrame.widest + 4)
  /// Those that the page made stop in mid-sentence.
  private var broken = [Int32](repeating: 0, count: LineFrame.widest + 4)
  /// No neighbour reaches further.
  private var farthest = 0
  /// All neighbours.
  private var total: Int32 = 0

  /// The frame of each line, `nil` where it has none.
  ///
  /// A line whose own neighbours show no frame gets that of the nearest line which has one.
  ///
  /// - Parameter showsEdge: for each line, whether it stops in mid-sentence where the page made it stop.
  static func frames(of lines: [SourceLine], showsEdge: [Bool]) -> [LineFrame?] {
    var measurer = FrameMeasurer()
    var isUnbroken: [Bool] = []
    var frames: [LineFrame?] = []
    frames.reserveCapacity(lines.count)
    let edges = lines.map { min($0.edge, LineFrame.widest + 3) }
    func move(_ index: Int, _ count: Int32) {
      if edges.indices.contains(index) { measurer.add(edges[index], showsEdge[index], count) }
    }
    for index in 0..<LineFrame.reach { move(index, index < LineFrame.nearReach ? 2 : 1) }
    for index in edges.indices {
      move(index + LineFrame.reach, 1)
      move(index + LineFrame.nearReach, 1)
      move(index - LineFrame.nearReach - 1, -1)
      move(index - LineFrame.reach - 1, -1)
      while measurer.farthest > 0, measurer.broken[measurer.farthest] == 0 { measurer.farthest -= 1 }
      frames.append(measurer.frame(ofLineTo: edges[index]))
      isUnbroken.append(measurer.isUnbroken)
    }
    let measured = frames
    let framable = lines.indices.filter { !isUnbroken[$0] }
    fill(&frames, lines, from: measured, order: framable)
    fill(&frames, lines, from: measured, order: framable.reversed())
    return frames
  }

  /// Hands frames on to lines without, from the line before in an order, as far as two columns of a page reach.
  private static func fill(
    _ frames: inout [LineFrame?], _ lines: [SourceLine], from measured: [LineFrame?], order: [Int]
  ) {
    var last: (frame: LineFrame, index: Int)?
    for index in order {
      if let frame = measured[index] {
        last = (frame, index)
      } else if let last, frames[index] == nil, abs(index - last.index) <= 4 * LineFrame.reach,
        lines[index].edge <= last.frame.edge + 2
      {
        frames[index] = last.frame
      }
    }
  }

  /// Whether so many neighbours are wider than any page that the text was not broken for one.
  private var isUnbroken: Bool { all[LineFrame.widest + 3] * 4 > total }

  private mutating func add(_ edge: Int, _ showsEdge: Bool, _ count: Int32) {
    all[edge] += count
    total += count
    guard showsEdge else { return }
    farthest = max(farthest, edge)
    broken[edge] += count
  }

  /// How many neighbours that the page made stop reach an edge: a line may end up to two half cells short of it (what
  /// did not fit is a character) and stick out by one (punctuation is set into the margin).
  private static func reaching(_ edge: Int, _ broken: UnsafeBufferPointer<Int32>) -> Int32 {
    broken[edge &- 2] &+ broken[edge &- 1] &+ broken[edge] &+ broken[edge &+ 1]
  }

  /// The edge that most neighbours reach, among those that the line itself fits in.
  ///
  /// Where lines end two cells short of an edge, that is the edge of first lines, which lost their indent. Where more
  /// lines go beyond the edge than end at it, it is none.
  private func frame(ofLineTo end: Int) -> LineFrame? {
    guard end <= LineFrame.widest else { return nil }
    var bestKey: Int32 = 0
    var support: Int32 = 0
    // Without bounds checks and branches, since this loop runs for every line: edges stay below the array's count, and
    // of equal scores the first edge makes the greater key.
    broken.withUnsafeBufferPointer { broken in
      let start = max(LineFrame.narrowest, end - 2)
      for edge in start..<max(start, min(LineFrame.widest, farthest + 7)) {
        let reached = FrameMeasurer.reaching(edge, broken)
        let score = 2 &* (reached &+ broken[edge]) &+ FrameMeasurer.reaching(edge &- 4, broken)
        bestKey = max(bestKey, score << 8 | Int32(truncatingIfNeeded: 0xFF &- edge))
      }
      guard bestKey >> 8 > 0 else { return }
      let best = 0xFF - Int(bestKey & 0xFF)
      support = FrameMeasurer.reaching(best, broken) + FrameMeasurer.reaching(best - 4, broken)
    }
    guard support >= 4, support * 6 >= total else { return nil }
    let best = 0xFF - Int(bestKey & 0xFF)
    var beyond: Int32 = 0
    for edge in best + 4..<all.count { beyond &+= all[edge] }
    return beyond <= support ? LineFrame(edge: best) : nil
  }
}
