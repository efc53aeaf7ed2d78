// What `suoyin split` prints for people.

internal import Archive

/// One row for each document; attachments below the one that issued them.
struct SplitTable {
  private let documents: [Document]

  init(_ documents: [Document]) { self.documents = documents }

  /// The table, its last column not padded.
  var text: String {
    let rows = [["#", "lines", "number", "date", "kind", "issuers", "title"]] + documents.map(row)
    let widths = rows[0].indices.map { column in rows.map { Terminal.columnCount($0[column]) }.max() ?? 0 }
    return rows.map { row in
      let cells = row.indices.map { $0 == row.count - 1 ? row[$0] : Terminal.padded(row[$0], to: widths[$0]) }
      return cells.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  private func row(_ document: Document) -> [String] {
    let metadata = document.metadata
    func cell(_ field: Field, _ value: String?) -> String {
      guard let value, !value.isEmpty else { return "-" }
      return metadata.inferred.contains(field) ? "[\(value)]" : value
    }
    return [
      "\(document.ordinal)", lines(metadata.lines), cell(.number, metadata.number),
      cell(.date, metadata.date?.description), cell(.kind, metadata.kind),
      cell(.issuers, metadata.issuers.joined(separator: " ")),
      String(repeating: "  ", count: depth(of: document)) + cell(.title, metadata.title),
    ]
  }

  /// How many documents stand above one in its family.
  private func depth(of document: Document) -> Int {
    var depth = 0
    var parent = document.metadata.parent
    while let id = parent, depth < documents.count {
      depth += 1
      parent = documents.first { $0.id == id }?.metadata.parent
    }
    return depth
  }

  /// From the first line to the last, and in how many pieces.
  private func lines(_ ranges: [ClosedRange<Int>]) -> String {
    guard let first = ranges.map(\.lowerBound).min(), let last = ranges.map(\.upperBound).max() else { return "-" }
    return "\(first)–\(last)"
  }
}
