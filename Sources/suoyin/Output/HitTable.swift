// Hits as rows of a table, for spreadsheets and statistics.

internal import API

/// A table of hits: a header, then one row for each.
enum HitTable {
  /// What separates the columns.
  enum Form {
    case csv
    case tsv

    fileprivate func line(_ fields: [String]) -> String {
      switch self {
      case .csv: CSV.line(fields)
      // A tab in a field is a blank (IANA, text/tab-separated-values).
      case .tsv: fields.map(Terminal.oneLine).joined(separator: "\t") + "\n"
      }
    }
  }

  private static let header = [
    "rank", "id", "score", "strict", "title", "number", "issuers", "date", "kind", "region", "source", "line",
    "passage",
  ]

  /// The rows, each with its line end.
  static func lines(_ hits: [Hit], _ form: Form) -> String {
    let rows = hits.enumerated().map { index, hit in
      [
        "\(index + 1)", hit.id, "\(hit.score)", "\(hit.strict)", hit.title ?? "", hit.number ?? "",
        hit.issuers.joined(separator: "、"), hit.date ?? "", hit.kind ?? "", hit.region ?? "", hit.source, "\(hit.line)",
        hit.passages.first?.text ?? "",
      ]
    }
    return ([header] + rows).map(form.line).joined()
  }
}
