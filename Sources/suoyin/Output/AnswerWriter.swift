// Answers in the form that was asked for.

internal import API

/// Makes of an answer what is printed, and says on standard error what has no place in it.
struct AnswerWriter {
  let format: SearchFormat
  let printer: AnswerPrinter
  /// What stands before the first line of a table.
  let mark: String

  /// The answer as lines, each with its end.
  ///
  /// - Parameter id: what names the query among others.
  func lines(_ answer: SearchAnswer, id: String) throws -> String {
    switch format {
    case .text: try printer.text(answer) + "\n"
    case .json: answer.json() + "\n"
    case .jsonl: answer.hits.map { $0.json() + "\n" }.joined()
    case .csv: mark + HitTable.lines(answer.hits, .csv)
    case .tsv: mark + HitTable.lines(answer.hits, .tsv)
    case .trec: TRECRun.lines(answer, id: id)
    case .ids: answer.hits.map { Terminal.oneLine($0.id) + "\n" }.joined()
    }
  }

  /// Says what the reader of a list of hits would not know: that it is not all, and how the query was read.
  func complain(about answer: SearchAnswer) {
    guard !format.isWholeAnswer, format != .trec else { return }
    if answer.timedOut {
      Terminal.complain("note: ended by the deadline: these are the best of what was examined by then")
    }
    for notice in answer.notices { Terminal.complain(notice.line) }
    guard let next = answer.next else { return }
    Terminal.complain("note: there are more than these \(answer.hits.count) (--limit N, or --cursor \(next))")
  }
}
