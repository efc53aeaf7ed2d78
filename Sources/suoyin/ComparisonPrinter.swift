// A comparison for people: what is the same in a line, all else clause by clause.

internal import API
internal import Archive

/// Prints the comparison of two documents as text.
struct ComparisonPrinter {
  private let answer: CompareAnswer
  private let isColoured: Bool
  private let showsAll: Bool

  /// How many unchanged characters are shown beside a change. A guess: half a line of a terminal.
  private static let context = 18

  /// - Parameter showsAll: whether clauses that are the same, and unchanged stretches, are printed as well.
  init(_ answer: CompareAnswer, isColoured: Bool, showsAll: Bool) {
    (self.answer, self.isColoured, self.showsAll) = (answer, isColoured, showsAll)
  }

  /// Both documents, the numbers of clauses, and the clauses.
  var text: String {
    var blocks = [head("A", answer.a) + "\n" + head("B", answer.b) + "\n" + summary]
    var same: [ComparedClause] = []
    for clause in answer.clauses {
      if clause.kind == .same, !showsAll {
        same.append(clause)
        continue
      }
      if !same.isEmpty { blocks.append(line(same)) }
      same = []
      blocks.append(block(clause))
    }
    if !same.isEmpty { blocks.append(line(same)) }
    return blocks.joined(separator: "\n\n")
  }

  private func head(_ side: String, _ document: ComparedDocument) -> String {
    let known = [document.title, document.number, document.region, document.date].compactMap(\.self)
    return "\(side)  " + Terminal.oneLine((known + [document.id]).joined(separator: " · "))
  }

  private var summary: String {
    let counts = answer.counts
    return "\(counts.same) same, \(counts.changed) changed, \(counts.moved) moved, \(counts.onlyA) only in A, "
      + "\(counts.onlyB) only in B"
  }

  /// Clauses that are the same, in a line.
  private func line(_ clauses: [ComparedClause]) -> String {
    let count = clauses.count == 1 ? "1 clause" : "\(clauses.count) clauses"
    let renumbered = clauses.count { $0.a?.number != $0.b?.number }
    return "= \(count) the same" + (renumbered > 0 ? " (\(renumbered) renumbered)" : "") + "  "
      + place(clauses.compactMap(\.a), clauses.compactMap(\.b))
  }

  /// The source lines of both sides; of several clauses from the first to the last.
  private func place(_ a: [ClauseSide], _ b: [ClauseSide]) -> String {
    func lines(_ sides: [ClauseSide], _ source: String) -> String? {
      guard let first = sides.first, let last = sides.last else { return nil }
      return Terminal.oneLine(source) + ":\(first.line)" + (last.line > first.line ? "–\(last.line)" : "")
    }
    let places = [lines(a, answer.a.source).map { "A " + $0 }, lines(b, answer.b.source).map { "B " + $0 }]
    return places.compactMap(\.self).joined(separator: "  ")
  }

  private func block(_ clause: ComparedClause) -> String {
    let place = place(clause.a.map { [$0] } ?? [], clause.b.map { [$0] } ?? [])
    let heading = heading(clause)
    let lines = (heading.isEmpty ? [place] : [strong(heading), place]) + [text(clause)]
    return sign(clause.kind) + " " + lines.joined(separator: "\n  ")
  }

  private func heading(_ clause: ComparedClause) -> String {
    let headings = [clause.a?.heading, clause.b?.heading].compactMap(\.self).filter { !$0.isEmpty }
    return Terminal.oneLine(headings.uniqued().joined(separator: " → "))
  }

  private func text(_ clause: ComparedClause) -> String {
    let isWhole = showsAll || clause.a == nil || clause.b == nil
    return MarkedClause(clause, isColoured: isColoured, context: isWhole ? nil : ComparisonPrinter.context).text
  }

  private func sign(_ kind: ComparedClause.Kind) -> String {
    switch kind {
    case .same: "="
    case .changed: "~"
    case .moved: ">"
    case .onlyA: "-"
    case .onlyB: "+"
    }
  }

  private func strong(_ text: String) -> String { isColoured ? TextStyle.strong.painted(text) : text }
}
