// Finds rows of tables and of lists of names by gaps that stand below one another.

import Archive

/// Recognises rows of columns.
///
/// A wide gap alone parts the blanks of forms and the words of titles and sentences too; but the gaps of two such lines
/// do not stand at the same places.
struct ColumnRows {
  /// How far apart, in half cells, the beginnings of cells of one column may stand: a guess.
  private static let tolerance = 3
  /// Characters of a row with one gap, as a list of names in two columns has: a guess; in more, sentences get lines.
  private static let pair = 4...8

  /// Says of each line whether the one above or below it has its gaps at the same places.
  static func mark(in lines: inout [SourceLine], _ scalars: [Unicode.Scalar]) {
    var above: ColumnRows?
    for index in lines.indices {
      let row = ColumnRows(lines[index], scalars)
      if let row, let above, row.isAligned(with: above) {
        lines[index - 1].isColumnar = true
        lines[index].isColumnar = true
      }
      above = row
    }
  }

  /// Where cells begin, in half cells from the left edge of the text: behind wide gaps, and behind any of two spaces or
  /// more.
  private var wide: [Int] = []
  private var all: [Int] = []
  /// How wide the gaps are before the cells in `wide`.
  private var widths: [Int] = []
  /// Whether a tab parts the cells, which stand wherever their widths put them then.
  private let hasTab: Bool

  /// The columns of a line; `nil` where it can be no row, as none with 关于 is.
  private init?(_ line: SourceLine, _ scalars: [Unicode.Scalar]) {
    let isPair = line.counts.columnGapCount == 1 && ColumnRows.pair.contains(line.counts.glyphCount)
    let text = scalars[line.range]
    guard line.mayHoldColumns || isPair && !line.counts.holdsClause && line.head == nil,
      !zip(text, text.dropFirst()).contains(where: { $0.0 == "关" && $0.1 == "于" })
    else { return nil }
    hasTab = text.contains("\t")
    var place = line.leadingWidth
    var gapStart = text.startIndex
    var gapPlace = place
    for index in text.indices {
      if !text[index].isSpace {
        let gap = text[gapStart..<index]
        if gap.partsColumns {
          wide.append(place)
          widths.append(place - gapPlace)
        }
        if place - gapPlace > 1, !gap.isEmpty { all.append(place) }
        gapStart = index + 1
        gapPlace = place + text[index].width
      }
      place += text[index].width
    }
  }

  /// Whether the gaps of the row that has fewer stand where the other has gaps; or both have as many cells, with the same
  /// space between any two, as where extraction put so many spaces for each border.
  private func isAligned(with other: ColumnRows) -> Bool {
    if hasTab || other.hasTab { return hasTab && other.hasTab }
    if widths.count > 1, widths == other.widths, Set(widths).count == 1 { return true }
    let (fewer, more) = wide.count < other.wide.count ? (self, other) : (other, self)
    var rest = more.all[...]
    return fewer.wide.allSatisfy { place in
      rest = rest.drop { $0 < place - ColumnRows.tolerance }
      return rest.first.map { $0 <= place + ColumnRows.tolerance } ?? false
    }
  }
}
