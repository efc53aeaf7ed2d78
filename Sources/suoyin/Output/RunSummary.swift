// What `suoyin index` says at its end.

internal import Archive
internal import Foundation
internal import Indexing
internal import Ingestion

/// What the runs of one command did.
struct RunSummary {
  /// Whether nothing was done.
  let isPreview: Bool
  var seconds = 0.0
  private(set) var runs: [(collection: String, report: IndexReport)] = []

  init(isPreview: Bool) { self.isPreview = isPreview }

  mutating func add(_ report: IndexReport, collection: String) { runs.append((collection, report)) }

  var isEmpty: Bool { runs.isEmpty }
  var problems: [SourceProblem] { runs.flatMap(\.report.problems) }
  var problemCount: Int { problems.count }

  /// The table, and what there is to say to it.
  ///
  /// - Parameter namesSources: whether each source that is added, changed or removed has a line.
  func text(namesSources: Bool) -> String {
    let named = namesSources ? runs.flatMap { changes(in: $0.report) } : []
    return (named + [table] + runs.flatMap { notes(on: $0.report) } + [end]).joined(separator: "\n")
  }

  private func changes(in report: IndexReport) -> [String] {
    func lines(_ word: String, _ sources: [SourceID]) -> [String] {
      sources.map { word + Terminal.oneLine($0.description) }
    }
    return lines("added    ", report.added) + lines("changed  ", report.changed) + lines("removed  ", report.removed)
      + lines("gone     ", report.gone)
  }

  private struct Column: Sendable {
    let name: String
    /// Whether it is left out where there is nothing in it.
    var isRare = false
    let value: @Sendable (IndexReport) -> Int
  }

  private static let columns = [
    Column(name: "added") { $0.added.count }, Column(name: "changed") { $0.changed.count },
    Column(name: "unchanged") { $0.unchangedCount }, Column(name: "removed", isRare: true) { $0.removed.count },
    Column(name: "gone", isRare: true) { $0.gone.count }, Column(name: "excluded", isRare: true) { $0.excludedCount },
    Column(name: "other formats", isRare: true) { $0.ignoredCount }, Column(name: "bytes read") { $0.readByteCount },
    Column(name: "documents") { $0.documentCount }, Column(name: "repairs") { $0.repairCount },
    Column(name: "problems", isRare: true) { $0.problems.count },
  ]

  /// A line of counts for each collection and, of several, one for their sum.
  private var table: String {
    let columns = RunSummary.columns.filter { column in !column.isRare || runs.contains { column.value($0.report) > 0 }
    }
    var rows = [["collection"] + columns.map(\.name)]
    for (collection, report) in runs { rows.append([collection] + columns.map { "\($0.value(report))" }) }
    if runs.count > 1 {
      rows.append(["all"] + columns.map { column in "\(runs.reduce(0) { $0 + column.value($1.report) })" })
    }
    let widths = rows[0].indices.map { column in rows.map { Terminal.columnCount($0[column]) }.max()! }
    return rows.map { row in
      Terminal.padded(row[0], to: widths[0])
        + zip(row, widths).dropFirst().map { text, width in
          "  " + String(repeating: " ", count: width - Terminal.columnCount(text)) + text
        }.joined()
    }.joined(separator: "\n")
  }

  private var end: String {
    guard !isPreview else { return "nothing was changed" }
    let generation = runs.last?.report.generation.map { "generation \($0), " } ?? "there is no index yet, "
    return generation + String(format: "%.1f s", seconds)
  }

  /// Why sources are read again that did not change themselves.
  private func notes(on report: IndexReport) -> [String] {
    var notes: [String] = []
    let causes: [(ReadingCause, String)] = [
      (.rules, "because rules of repair, splitting or describing have changed"),
      (.options, "because the encoding or the stated fields are others"), (.rebuild, "because of --rebuild"),
      (.takenID, "because a document's id was taken before"), (.moved, "because their root has moved"),
    ]
    for (cause, words) in causes {
      if let count = report.causes[cause] { notes.append("\(count) sources read again \(words)") }
    }
    if report.takenOverCount > 0 { notes.append("\(report.takenOverCount) sources were done by an interrupted run") }
    if !report.gone.isEmpty {
      notes.append("\(report.gone.count) sources are no longer on disk and still in the index; --prune removes them")
    }
    if let count = report.replacedSourceCount {
      notes.append("the index was of another schema; its \(count) sources made room for those that were read now")
    }
    if let former = report.formerAnalyzer {
      notes.append(
        "all documents \(isPreview ? "would be " : "")analysed anew, because their terms were made with \(former)")
    }
    return notes
  }
}
