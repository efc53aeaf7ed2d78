// Answers in the form that was asked for.

internal import API

/// Makes of an answer what is printed, and says on standard error what has no place in it.
struct AnswerWriter {
  let format: SearchFormat
  let printer: AnswerPrinter
  /// What stands before the first line of a table.
  let mark: String
  /// Whether there are several queries, so that each answer says which it is of.
  let isOfSeveral: Bool

  /// The answer as lines, each with its end.
  ///
  /// - Parameter query: the query, and what names it among others.
  func lines(_ answer: SearchAnswer, of query: QueryLine) throws -> String {
    switch format {
    case .text: try (isOfSeveral ? heading(query) + "\n" : "") + printer.text(answer) + "\n"
    case .json: (isOfSeveral ? NamedAnswer(query: query, answer: answer).json() : answer.json()) + "\n"
    case .jsonl: answer.hits.map { $0.json() + "\n" }.joined()
    case .csv: mark + HitTable.lines(answer.hits, .csv)
    case .tsv: mark + HitTable.lines(answer.hits, .tsv)
    case .trec: TRECRun.lines(answer, id: query.id)
    case .ids: answer.hits.map { Terminal.oneLine($0.id) + "\n" }.joined()
    }
  }

  private func heading(_ query: QueryLine) -> String {
    let about = [query.q] + query.filters.map(\.description)
    return printer.layout.lines(
      StyledText("=== \(query.id)", .strong) + StyledText("  " + about.filter { !$0.isEmpty }.joined(separator: "  ")),
      hanging: 4)
  }

  /// Says what the reader of a list of hits would not know: that it is not all, and how the query was read.
  func complain(about answer: SearchAnswer) {
    guard !format.isWholeAnswer else { return }
    if answer.timedOut {
      Terminal.complain("note: ended by the deadline: these are the best of what was examined by then")
    }
    for notice in answer.notices { Terminal.complain(notice.line) }
    // A run is as long as its limit.
    guard format != .trec, let next = answer.next else { return }
    Terminal.complain("note: there are more than these \(answer.hits.count) (--limit N, or --cursor \(next))")
  }
}

/// An answer with the id and the filters of its line in a file of queries, whose members stand among its own.
private struct NamedAnswer: Encodable {
  let query: QueryLine
  let answer: SearchAnswer

  func encode(to encoder: any Encoder) throws {
    try answer.encode(to: encoder)
    var container = encoder.container(keyedBy: QueryLine.CodingKeys.self)
    try container.encode(query.id, forKey: .id)
    try container.encode(query.filters, forKey: .filters)
  }
}
