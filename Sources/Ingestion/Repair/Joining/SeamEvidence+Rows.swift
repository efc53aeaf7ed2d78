// Rows of tables and lists, which are paragraphs by themselves, known by what parts their cells.

extension SeamEvidence {
  /// Whether two lines are rows of one table, or one of them is a row by itself.
  func meetRows(_ line: SourceLine, _ next: SourceLine) -> Bool {
    isTableRow(line) && isTableRow(next) || next.isColumnar || line.isColumnar && !hangs(next, below: line)
      || isPost(line) || isPost(next)
  }

  /// Whether a line is a whole row of a Markdown table, or the rule below its head, `|---|---|`, or holds cells that a
  /// tab parts.
  private func isTableRow(_ line: SourceLine) -> Bool {
    let row = scalars[line.range]
    return row.count > 2 && row.first == "|" && row.last == "|"
      || line.counts.runCount > 1 && !line.counts.holdsClause && row.contains("\t")
  }

  /// Whether a line stands below a later column of the row above it: the rest of a cell.
  private func hangs(_ next: SourceLine, below row: SourceLine) -> Bool { next.leadingWidth >= row.leadingWidth + 8 }

  /// Whether a line is somebody's post, stretched, and a name behind a wider gap, as under judgments: `审 判 长  刘海`.
  private func isPost(_ line: SourceLine) -> Bool {
    guard line.counts.isLoose, line.counts.glyphCount <= SeamEvidence.longestPost else { return false }
    let runs = scalars[line.range].split(whereSeparator: \.isSpace)
    func gap(before index: Int) -> Int { runs[index].startIndex - runs[index - 1].endIndex }
    guard let place = runs.indices.dropFirst(2).first(where: { gap(before: $0) > gap(before: 1) }),
      runs[..<place].allSatisfy({ $0.count == 1 }), runs[place - 1].first!.endsPost
    else { return false }
    let name = runs[place...].joined()
    return (2...4).contains(name.count) && name.first!.isSurname && name.allSatisfy(\.isHan)
  }

  /// Characters of a post and a name: a guess, 人民陪审员 and four more leave room.
  private static let longestPost = 12
}
