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

  /// Whether a line is a post of a court and, behind a gap, a name, as under judgments: `审 判 长  刘海`. What the name looks
  /// like says nothing: those of minorities are long.
  private func isPost(_ line: SourceLine) -> Bool {
    guard line.counts.runCount > 1, line.counts.glyphCount <= SeamEvidence.longestPost else { return false }
    let runs = scalars[line.range].split(whereSeparator: \.isSpace)
    var post: [Unicode.Scalar] = []
    for (index, run) in runs.dropLast().enumerated() {
      post += run
      guard SeamEvidence.posts.contains(post) else { continue }
      let name = runs[(index + 1)...].joined()
      return name.count <= SeamEvidence.longestName && name.allSatisfy { $0.isHan || $0 == "·" }
    }
    return false
  }

  private static let posts = Set(
    ["审判长", "审判员", "人民陪审员", "陪审员", "书记员", "法官助理", "检察员"].map { Array($0.unicodeScalars) })
  /// Characters of a name: a guess.
  private static let longestName = 8
  /// Characters of 人民陪审员 and the longest name.
  private static let longestPost = 13
}
