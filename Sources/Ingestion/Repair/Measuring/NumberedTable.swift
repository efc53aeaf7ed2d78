// Puts the rows of numbered tables together again: extraction leaves each cell, and each line of a cell, on its own.

/// Recognises tables whose head begins with 序号 and whose rows count up from 1.
///
/// Only the numbers tell where a row begins: a cell ends a line as a paragraph does.
struct NumberedTable {
  /// The lines of each row, the head being the first.
  let rows: [Range<Int>]

  /// The most lines of a row: five cells of three lines each.
  private static let mostLines = 15
  /// The widest line of a cell, in half cells: half of a page.
  private static let widestCell = 48

  /// The tables of a text, in order.
  static func tables(_ scalars: [Unicode.Scalar], _ lines: [SourceLine]) -> [NumberedTable] {
    var tables: [NumberedTable] = []
    var index = 0
    while index < lines.count {
      // Nearly all lines are passed over by their first character.
      if scalars[lines[index].range.lowerBound] == "序", let table = NumberedTable(scalars, lines, at: index) {
        tables.append(table)
        index = table.rows[table.rows.count - 1].upperBound
      } else {
        index += 1
      }
    }
    return tables
  }

  /// - Returns: `nil` when no table begins at the line.
  init?(_ scalars: [Unicode.Scalar], _ lines: [SourceLine], at start: Int) {
    guard scalars[lines[start].range].starts(with: NumberedTable.head) else { return nil }
    var rows: [Range<Int>] = []
    var rowStart = start
    var index = start + 1
    while index < lines.count, index - rowStart < NumberedTable.mostLines {
      if NumberedTable.number(scalars[lines[index].range]) == rows.count + 1 {
        rows.append(rowStart..<index)
        rowStart = index
      } else if !NumberedTable.isCell(lines[index], scalars) {
        break
      }
      index += 1
    }
    // What follows the last number may be the table's last row or no part of it: it is left as it is.
    guard rows.count >= 2 else { return nil }
    self.rows = rows + [rowStart..<rowStart + 1]
  }

  /// Whether a line can be part of a cell.
  private static func isCell(_ line: SourceLine, _ scalars: [Unicode.Scalar]) -> Bool {
    line.head == nil && line.counts.width <= widestCell && !line.counts.holdsSentenceEnd
      && !SeamEvidence.isFormula(scalars[line.range])
  }

  /// The number that a line begins with, when it stands alone or a gap follows.
  private static func number(_ line: ArraySlice<Unicode.Scalar>) -> Int? {
    let digits = line.prefix(3).prefix { $0 >= "0" && $0 <= "9" }
    guard !digits.isEmpty, line.dropFirst(digits.count).first?.isSpace ?? true else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1.value - 48) }
  }

  private static let head = Array("序号".unicodeScalars)
}
