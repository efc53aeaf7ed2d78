// Rows for people: columns aligned by the width of what they hold.

/// Aligns the columns of rows.
enum TextTable {
  /// The same where all lines fit; where one does not, each row takes lines of its own, the cells that do not end it one
  /// after another, those that do each by itself, so that they can be copied.
  ///
  /// - Parameter endCount: how many cells at the end of a row stand by themselves.
  static func lines(_ rows: [[String]], in layout: LineLayout, endCount: Int) -> [String] {
    let lines = lines(rows)
    guard let width = layout.width, lines.contains(where: { Terminal.columnCount($0) > width }) else { return lines }
    return rows.flatMap { row in
      let start = row.dropLast(endCount).filter { !$0.isEmpty }.joined(separator: "  ")
      let ends = row.suffix(endCount).filter { !$0.isEmpty }
      return [layout.lines(StyledText(start), hanging: indent)]
        + ends.map { layout.lines(StyledText($0), indent: indent, hanging: 2 * indent) }
    }
  }

  private static let indent = 3

  /// A line for each row; every column but the last is as wide as its widest cell, two blanks between. Columns in which
  /// nothing stands are left out.
  ///
  /// - Parameter rows: as many cells in each.
  static func lines(_ rows: [[String]]) -> [String] {
    let clean = rows.map { $0.map(Terminal.oneLine) }
    let widths = (clean.first ?? []).indices.map { column in clean.map { Terminal.columnCount($0[column]) }.max() ?? 0 }
    let used = widths.indices.filter { widths[$0] > 0 }
    return clean.map { row in
      used.map { $0 == used.last ? row[$0] : Terminal.padded(row[$0], to: widths[$0] + 2) }.joined()
        .trimmingSuffix { $0 == " " }
    }
  }
}

extension String {
  fileprivate func trimmingSuffix(_ isTrimmed: (Character) -> Bool) -> String {
    String(self[..<(lastIndex { !isTrimmed($0) }.map { index(after: $0) } ?? startIndex)])
  }
}
