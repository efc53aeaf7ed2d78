// The right edge that the lines around a line share: columns and pages differ, so it is measured for each line.

/// The frame that lines are set in, as their neighbours show it.
struct LineFrame {
  /// How far the text of a full line reaches, in half cells.
  @Narrow private(set) var edge: Int

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
  private let all: UnsafeMutableBufferPointer<Int32>
  /// Those that the page made stop in mid-sentence.
  private let broken: UnsafeMutableBufferPointer<Int32>
  /// For each edge, one place further on, how many neighbours bear it out, above eight bits in which the first of equals
  /// is the greatest.
  private let keys: UnsafeMutableBufferPointer<Int32>
  /// No neighbour reaches further.
  private var farthest = 0
  /// All neighbours.
  private var total: Int32 = 0

  /// The edge that stands for all beyond a page.
  private static let last = LineFrame.widest + 3
  /// Places of a table by edges, with room for those that an edge bears out.
  private static let placeCount = last + 8

  /// - Parameter tables: three times as many numbers as there are places.
  private init(_ tables: UnsafeMutableBufferPointer<Int32>) {
    func table(_ number: Int) -> UnsafeMutableBufferPointer<Int32> {
      UnsafeMutableBufferPointer(
        rebasing: tables[number * FrameMeasurer.placeCount..<(number + 1) * FrameMeasurer.placeCount])
    }
    (all, broken, keys) = (table(0), table(1), table(2))
    for place in keys.indices { keys[place] = Int32(truncatingIfNeeded: 0x100 - place) }
  }

  /// The frame of each line, `nil` where it has none.
  ///
  /// A line whose own neighbours show no frame gets that of the nearest line which has one.
  ///
  /// - Parameter showsEdge: for each line, whether it stops in mid-sentence where the page made it stop.
  static func frames(of lines: [SourceLine], showsEdge: [Bool]) -> [LineFrame?] {
    var isUnbroken = [Bool](repeating: false, count: lines.count)
    var frames = [LineFrame?](repeating: nil, count: lines.count)
    let edges = lines.map { UInt8(min($0.edge, last)) }
    // Every line comes and goes twice, and an array would ask each time whether it is its only owner.
    var tables = [Int32](repeating: 0, count: 3 * placeCount)
    tables.withUnsafeMutableBufferPointer { tables in
      var measurer = FrameMeasurer(tables)
      func move(_ index: Int, _ count: Int32) {
        if edges.indices.contains(index) { measurer.add(Int(edges[index]), showsEdge[index], count) }
      }
      for index in 0..<LineFrame.reach { move(index, index < LineFrame.nearReach ? 2 : 1) }
      for index in edges.indices {
        move(index + LineFrame.reach, 1)
        move(index + LineFrame.nearReach, 1)
        move(index - LineFrame.nearReach - 1, -1)
        move(index - LineFrame.reach - 1, -1)
        while measurer.farthest > 0, measurer.broken[measurer.farthest] == 0 { measurer.farthest -= 1 }
        frames[index] = measurer.frame(ofLineTo: Int(edges[index]))
        isUnbroken[index] = measurer.isUnbroken
      }
    }
    let measured = frames
    fill(&frames, lines, from: measured, isUnbroken, order: lines.indices)
    fill(&frames, lines, from: measured, isUnbroken, order: lines.indices.reversed())
    return frames
  }

  /// Hands frames on to lines without, from the line before in an order, as far as two columns of a page reach.
  private static func fill(
    _ frames: inout [LineFrame?], _ lines: [SourceLine], from measured: [LineFrame?], _ isUnbroken: [Bool],
    order: some Sequence<Int>
  ) {
    var last: (frame: LineFrame, index: Int)?
    for index in order where !isUnbroken[index] {
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
  private var isUnbroken: Bool { all[FrameMeasurer.last] * 4 > total }

  private mutating func add(_ edge: Int, _ showsEdge: Bool, _ count: Int32) {
    all[edge] &+= count
    total &+= count
    guard showsEdge else { return }
    farthest = max(farthest, edge)
    broken[edge] &+= count
    // Twice for the edges that it reaches, twice more for its own, and once where first lines would reach.
    let once = count << 8
    for place in edge...edge + 3 { keys[place] &+= 2 &* once }
    keys[edge + 1] &+= 2 &* once
    for place in edge + 4...edge + 7 { keys[place] &+= once }
  }

  /// How many neighbours that the page made stop reach an edge: a line may end up to two half cells short of it (what
  /// did not fit is a character) and stick out by one (punctuation is set into the margin).
  private func reaching(_ edge: Int) -> Int32 {
    broken[edge - 2] &+ broken[edge - 1] &+ broken[edge] &+ broken[edge + 1]
  }

  /// The edge that most neighbours reach, among those that the line itself fits in.
  ///
  /// Where lines end two cells short of an edge, that is the edge of first lines, which lost their indent. Where more
  /// lines go beyond the edge than end at it, it is none.
  private func frame(ofLineTo end: Int) -> LineFrame? {
    guard end <= LineFrame.widest else { return nil }
    let start = max(LineFrame.narrowest, end - 2)
    var bestKey: Int32 = 0
    for edge in start..<max(start, min(LineFrame.widest, farthest + 7)) { bestKey = max(bestKey, keys[edge &+ 1]) }
    guard bestKey >> 8 > 0 else { return nil }
    let best = 0xFF - Int(bestKey & 0xFF)
    let support = reaching(best) + reaching(best - 4)
    guard support >= 4, support * 6 >= total else { return nil }
    var beyond: Int32 = 0
    for edge in best + 4...FrameMeasurer.last { beyond &+= all[edge] }
    return beyond <= support ? LineFrame(edge: best) : nil
  }
}
