// A comparison for people: what is the same in a line, all else clause by clause.

internal import API
internal import Archive

/// Prints the comparison of two documents as text.
struct ComparisonPrinter {
  private let answer: CompareAnswer
  private let layout: LineLayout
  private let showsAll: Bool

  /// How many unchanged characters are shown beside a change. A guess: half a line of a terminal.
  private static let context = 18

  /// - Parameter showsAll: whether clauses that are the same, and unchanged stretches, are printed as well.
  init(_ answer: CompareAnswer, layout: LineLayout, showsAll: Bool) {
    (self.answer, self.layout, self.showsAll) = (answer, layout, showsAll)
  }

  /// Both documents, the numbers of clauses, and the clauses.
  var text: String {
    var blocks = [head("A", answer.a) + "\n" + head("B", answer.b) + "\n" + summary]
    var same: [ComparedClause] = []
    for (index, clause) in answer.clauses.enumerated() where !isHeadingOfNext(index) {
      if clause.kind == .same, !showsAll {
        same.append(clause)
        continue
      }
      if !same.isEmpty { blocks.append(line(same)) }
      same = []
      blocks.append(block(clause))
    }
    if !same.isEmpty { blocks.append(line(same)) }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// Whether a clause of one document is a heading that the clause behind it, which is printed, shows above itself.
  private func isHeadingOfNext(_ index: Int) -> Bool {
    let clauses = answer.clauses
    guard !showsAll, clauses.indices.contains(index + 1), clauses[index + 1].kind != .same else { return false }
    func isHeading(_ side: ClauseSide?, of next: ClauseSide?) -> Bool {
      guard let side, let next, !side.number.isEmpty, side.heading.hasSuffix(side.text) else { return false }
      return next.heading == side.heading || next.heading.hasPrefix(side.heading + "/")
    }
    switch clauses[index].kind {
    case .onlyA: return isHeading(clauses[index].a, of: clauses[index + 1].a)
    case .onlyB: return isHeading(clauses[index].b, of: clauses[index + 1].b)
    case .same, .changed, .moved: return false
    }
  }

  private func head(_ side: String, _ document: ComparedDocument) -> String {
    let known = [document.title, document.number, document.region, document.date].compactMap(\.self)
    return layout.lines(StyledText("\(side)  " + (known + [document.id]).joined(separator: " · ")), hanging: 3)
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
    let line = "= \(count) the same" + (renumbered > 0 ? " (\(renumbered) renumbered)" : "")
    let places = places(clauses.compactMap(\.a), clauses.compactMap(\.b), behind: StyledText(line + "  "))
    return places.map { layout.lines($0, hanging: 2) }.joined(separator: "\n  ")
  }

  /// The source lines of both sides, of several clauses from the first to the last: on one line, or where that is too long
  /// on two.
  private func places(_ a: [ClauseSide], _ b: [ClauseSide], behind start: StyledText = StyledText()) -> [StyledText] {
    func lines(_ sides: [ClauseSide], _ source: String) -> String? {
      guard let first = sides.first, let last = sides.last else { return nil }
      return source + ":\(first.line)" + (last.line > first.line ? "–\(last.line)" : "")
    }
    let places = [lines(a, answer.a.source).map { "A " + $0 }, lines(b, answer.b.source).map { "B " + $0 }]
    let known = places.compactMap { $0.map { StyledText($0, .place) } }
    let line = known.dropFirst().reduce(start + known[0]) { $0 + StyledText("  ") + $1 }
    let isLong = layout.width.map { line.columnCount + 2 > $0 } ?? false
    return isLong ? [start + known[0]] + known.dropFirst() : [line]
  }

  private func block(_ clause: ComparedClause) -> String {
    let heading = heading(clause)
    let parts =
      (heading.isEmpty ? [] : [StyledText(heading, .strong)])
      + places(clause.a.map { [$0] } ?? [], clause.b.map { [$0] } ?? []) + [text(clause)]
    let lines = parts.map { layout.lines($0, indent: 2) }.joined(separator: "\n")
    return sign(clause.kind) + lines.dropFirst()
  }

  private func heading(_ clause: ComparedClause) -> String {
    let headings = [clause.a?.heading, clause.b?.heading].compactMap(\.self).filter { !$0.isEmpty }
    return headings.uniqued().joined(separator: " → ")
  }

  private func text(_ clause: ComparedClause) -> StyledText {
    let isWhole = showsAll || clause.a == nil || clause.b == nil
    return MarkedClause(clause, context: isWhole ? nil : ComparisonPrinter.context).text
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
}
