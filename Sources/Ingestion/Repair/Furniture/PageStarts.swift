// Finds the lines that begin a page, as white space shows.

/// Page starts of sources in which a blank line follows every line.
///
/// A word processor's page ends in such a source with several blank lines, and the first line of the next page has the
/// page break as a space before it and often no blank line.
struct PageStarts {
  /// Indices of lines that open pages, in order.
  let starts: [Int]

  /// The narrowest page that is believed: half of the lines of a column.
  private static let fewestLines = 12

  init(_ scalars: [Unicode.Scalar], _ lines: [SourceLine]) {
    let blankCount = lines.count(where: \.followsBlank)
    guard lines.count >= 3 * PageStarts.fewestLines, blankCount * 5 >= lines.count * 4 else {
      starts = []
      return
    }
    let glued = lines.indices.filter { $0 > 0 && !lines[$0].followsBlank && lines[$0].leadingWidth == 1 }
    let apart = lines.indices.filter { $0 > 0 && PageStarts.blankLineCount(before: $0, scalars, lines) >= 3 }
    let found = [glued, apart].filter { !$0.isEmpty && $0.count * PageStarts.fewestLines <= lines.count }
    starts = Set(found.joined()).sorted()
  }

  /// Blank lines before a line, counted up to three.
  private static func blankLineCount(before index: Int, _ scalars: [Unicode.Scalar], _ lines: [SourceLine]) -> Int {
    let gap = lines[index - 1].range.upperBound..<lines[index].range.lowerBound
    guard gap.count >= 4 else { return 0 }
    var count = -1
    for position in gap where scalars[position] == "\n" {
      count += 1
      if count == 3 { break }
    }
    return count
  }
}
