// A comparison as rows of a table.

internal import API

/// One row for each clause, those that are the same included.
struct ComparisonTable {
  private let answer: CompareAnswer

  init(_ answer: CompareAnswer) { self.answer = answer }

  /// The names of the columns, then the clauses.
  var rows: [[String]] {
    [
      ["kind", "similarity", "a_source", "a_line", "a_heading", "a_number", "a_text"] + [
        "b_source", "b_line", "b_heading",
      ]
        + ["b_number", "b_text", "changes"]
    ]
      + answer.clauses.map { clause in
        [clause.kind.rawValue, clause.similarity.map { "\($0)" } ?? ""] + cells(clause.a, answer.a.source)
          + cells(clause.b, answer.b.source) + [clause.edits.isEmpty ? "" : MarkedClause(clause).text.plain]
      }
  }

  private func cells(_ side: ClauseSide?, _ source: String) -> [String] {
    guard let side else { return ["", "", "", "", ""] }
    return [source, String(side.line), side.heading, side.number, side.text]
  }
}
