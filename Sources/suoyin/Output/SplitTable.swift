// What `suoyin split` prints for people.

internal import Archive

/// One row for each document; attachments below the one that issued them.
struct SplitTable {
  private let documents: [Document]
  /// How many documents stand above each in its family.
  private let depths: [DocumentID: Int]

  init(_ documents: [Document]) {
    self.documents = documents
    // A parent stands before its attachments.
    depths = documents.reduce(into: [:]) { depths, document in
      depths[document.id] = document.metadata.parent.flatMap { depths[$0] }.map { $0 + 1 } ?? 0
    }
  }

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
      String(repeating: "  ", count: depths[document.id] ?? 0) + cell(.title, metadata.title),
    ]
  }

  /// From the first line to the last.
  private func lines(_ ranges: [ClosedRange<Int>]) -> String {
    guard let first = ranges.map(\.lowerBound).min(), let last = ranges.map(\.upperBound).max() else { return "-" }
    return "\(first)–\(last)"
  }
}
