// Finds heads and feet of pages: lines that repeat from page to page, with or without a page number.

/// Groups lines by what they say and marks the groups that are heads.
struct RunningHeads {
  private let groups: [HeadGroup]

  /// The widest line that is looked at, in half cells: a department's name, an issue and a page number.
  private static let widest = 90

  init(_ survey: PageSurvey) {
    var occurrences: [(hash: UInt64, occurrence: HeadGroup.Occurrence)] = []
    // Counts by a few bits of the hash rule out nearly all lines without a dictionary.
    var mask = 1
    while mask < survey.lines.count * 2 { mask *= 2 }
    mask -= 1
    var counts = [UInt8](repeating: 0, count: mask + 1)
    for (index, line) in survey.lines.enumerated() where RunningHeads.canBeHead(line) && !survey.isFurniture(index) {
      let head = HeadText(survey.text(index))
      occurrences.append((head.hash, HeadGroup.Occurrence(index: index, number: head.number)))
      let bucket = Int(truncatingIfNeeded: head.hash) & mask
      if counts[bucket] < 2 { counts[bucket] += 1 }
    }
    var byHash: [UInt64: [HeadGroup.Occurrence]] = [:]
    for (hash, occurrence) in occurrences
    where counts[Int(truncatingIfNeeded: hash) & mask] > 1 || occurrence.number != nil {
      byHash[hash, default: []].append(occurrence)
    }
    groups = byHash.values.sorted { $0[0].index < $1[0].index }.compactMap { HeadGroup($0, survey) }
  }

  /// Marks the heads; what is marked makes edges for others, so call it again when more is known.
  func mark(in survey: inout PageSurvey) {
    var open = groups
    // A head over two lines beside a page number needs three rounds.
    for _ in 0..<3 {
      let edges = survey.edges()
      let heads = open.filter { $0.areHeads(survey, edges: edges) }
      guard !heads.isEmpty else { return }
      for head in heads { head.mark(in: &survey) }
      open.removeAll { survey.isFurniture($0.occurrences[0].index) }
    }
  }

  private static func canBeHead(_ line: SourceLine) -> Bool {
    guard line.counts.width <= widest, !line.counts.holdsClause, line.counts.glyphCount >= 2 else { return false }
    switch line.ending {
    case .sentence, .clause, .open: return false
    case .bracket, .digit, .other: return true
    }
  }
}
