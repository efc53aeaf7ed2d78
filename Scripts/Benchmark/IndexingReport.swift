// The tables of what indexing costs.

internal import BareLoops

/// One round's measurements.
struct Round {
  let suoyin: Cost
  let bare: bare_index_result
  let segments: bare_index_result
  let oneFlush: bare_index_result
  let words: Cost
}

/// Prints rounds: of each row the best counts.
struct IndexingReport {
  let content: IndexContent
  let costs: [Round]

  private var megabytes: Double { Double(content.byteCount) / 1e6 }

  /// - Parameter stages: measured in the last round.
  func print(stages: [(name: String, seconds: Double)]) {
    let written = costs.last?.bare ?? bare_index_result()
    Swift.print(
      """
      indexing \(megabytes.rounded(places: 1)) MB of repaired text, \(content.texts.count) documents, \
      \(written.terms) terms, \(written.positions) positions; best of \(costs.count)
      """)
    printRows()
    printStages(stages, of: costs.last?.suoyin.cpuSeconds ?? 0)
    let wall = costs.map(\.suoyin.wallSeconds).min() ?? 0
    let size = Double(content.indexByteCount) / Double(max(content.byteCount, 1))
    Swift.print(
      """
        suoyin index took \(wall.rounded(places: 2)) s of wall time; \
      the index takes \(size.rounded(places: 2)) bytes for each byte of text

      """)
  }

  private func best(_ seconds: (Round) -> Double) -> Double { costs.map(seconds).min() ?? 0 }

  private func printRows() {
    let bare = best(\.bare.cpu_seconds)
    let words = best(\.words.cpuSeconds)
    var table = Table("", "CPU s", "MB/CPU s", "of bare loop", "of word breaking")
    for (name, seconds) in [
      ("suoyin index", best(\.suoyin.cpuSeconds)),
      ("bare loop, same terms, \(content.documentsPerSegment) documents a flush", bare),
      ("bare loop, a database for each flush, compacted", best(\.segments.cpu_seconds)),
      ("bare loop, one flush", best(\.oneFlush.cpu_seconds)), ("ICU word breaking", words),
    ] { add(name, seconds, [bare, words], to: &table) }
    table.print()
  }

  private func printStages(_ stages: [(name: String, seconds: Double)], of whole: Double) {
    var table = Table("stages alone, one worker", "CPU s", "MB/CPU s", "of the whole")
    for stage in stages + [("all else", whole - stages.reduce(0) { $0 + $1.seconds })] {
      table.add(
        stage.name, stage.seconds.rounded(places: 2), rate(stage.seconds), (stage.seconds / whole).rounded(places: 2))
    }
    table.print()
  }

  private func add(_ name: String, _ seconds: Double, _ references: [Double], to table: inout Table) {
    table.add(
      name, seconds.rounded(places: 2), rate(seconds), (references[0] / seconds).rounded(places: 2),
      (references[1] / seconds).rounded(places: 2))
  }

  /// Megabytes a second; none where a difference of two measurements left no time.
  private func rate(_ seconds: Double) -> String { seconds > 0 ? (megabytes / seconds).rounded(places: 2) : "-" }
}
