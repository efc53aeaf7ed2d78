// What stands between paragraphs on a page, titles, tables and torn-off article numbers, found before lines are joined.

/// The structures of a text that decide about line ends by themselves.
struct PageStructure {
  /// For each line, what a structure around it says for its going on in the next one; 0 where there is none.
  private(set) var weights: [Float]
  /// For each line, whether it stops in mid-sentence where the page made it stop.
  private(set) var showsEdge: [Bool]
  /// For each line, whether it holds nothing but 第X条 or 第X章, torn off from its text with the gap behind it.
  let isLoneHead: [Bool]
  /// For each line, whether it is a cell, or a part of one, that is not the last of its row.
  private(set) var isCell: [Bool]

  /// For each line, whether it belongs to a title.
  private(set) var isTitle: [Bool]

  /// Narrower lines without a clause may as well be entries of a list: a guess, as long as names of offices get.
  static let listWidth = 40

  /// The most characters of a line that is the first half of a number or date: a guess.
  private static let longestHalf = 24

  /// - Parameter titles: those that ``TitleLines`` finds.
  init(_ scalars: [Unicode.Scalar], _ lines: [SourceLine], titles: [Range<Int>]) {
    weights = [Float](repeating: 0, count: lines.count)
    isCell = [Bool](repeating: false, count: lines.count)
    isTitle = isCell
    isLoneHead = lines.map { PageStructure.isLoneHead($0, scalars) }
    showsEdge = lines.map { line in
      (line.ending == .other || line.ending == .open) && !line.isRow && !line.isStretched && !line.startsWithDate
        && (line.counts.holdsClause || line.counts.width >= PageStructure.listWidth)
    }
    for index in lines.indices where isLoneHead[index] {
      weights[index] = 12
      if index + 1 < lines.count { showsEdge[index + 1] = false }
    }
    for title in titles {
      mark(title, inside: 12, end: -5)
      for index in title { isTitle[index] = true }
      if title.lowerBound > 0 {
        let isColumn = ColumnHead.isHead(scalars[lines[title.lowerBound - 1].range])
        weights[title.lowerBound - 1] -= isColumn ? 12 : 2
        if isColumn, title.lowerBound > 1 { weights[title.lowerBound - 2] -= 6 }
      }
    }
    for date in lines.indices
    where date > 1 && scalars[lines[date].range.upperBound - 1] == "日"
      && SeamEvidence.isDate(scalars[lines[date].range])
    {
      // The first of the names above a date begins a paragraph, whatever stands before it.
      let names = lines[..<date].suffix(4).reversed().prefix { PageStructure.isSignature($0, scalars) }.count
      guard names > 0, date > names else { continue }
      if PageStructure.isNameEnd(scalars[lines[date - names].range]) {
        weights[date - names - 1] += 12
      } else {
        weights[date - names - 1] -= 6
      }
    }
    for index in lines.indices.dropLast()
    where lines[index].counts.glyphCount <= PageStructure.longestHalf
      && SeamEvidence.isCutFormula(scalars[lines[index].range], scalars[lines[index + 1].range])
    {
      mark(index..<index + 2, inside: 12, end: -5)
    }
    for remark in PageStructure.remarks(scalars, lines) { mark(remark, inside: 12, end: -5) }
    for row in NumberedTable.tables(scalars, lines).flatMap(\.rows) {
      mark(row, inside: 20, end: -20)
      for index in row.dropLast() { isCell[index] = true }
    }
  }

  private mutating func mark(_ range: Range<Int>, inside: Float, end: Float) {
    for index in range {
      weights[index] = index + 1 < range.upperBound ? inside : end
      showsEdge[index] = false
    }
  }

  /// The lines of bracketed remarks that begin with a date and go over several lines, as below titles of statutes.
  private static func remarks(_ scalars: [Unicode.Scalar], _ lines: [SourceLine]) -> [Range<Int>] {
    lines.indices.dropLast().compactMap { start in
      guard lines[start].counts.hasUnclosedBracket, scalars[lines[start].range.lowerBound] == "（",
        scalars[lines[start].range].dropFirst().first?.isDigit == true
      else { return nil }
      let end = lines[(start + 1)...].prefix(3).firstIndex { $0.ending == .bracket && $0.counts.hasUnopenedBracket }
      return end.map { start..<$0 + 1 }
    }
  }

  /// Whether a line may be the name of an office under a document.
  static func isSignature(_ line: SourceLine, _ scalars: [Unicode.Scalar]) -> Bool {
    !line.counts.holdsClause && !line.ending.isEnd && line.head == nil && line.counts.glyphCount <= 40
      && TitleLines.endsLikeIssuer(scalars[line.range])
  }

  /// Whether a line is the end of an office's name that the column's edge cut: no name is so short.
  private static func isNameEnd(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    line.count <= 2 || line.elementsEqual("委员会".unicodeScalars) || line.elementsEqual("办公室".unicodeScalars)
  }

  /// Whether a line is 第X章, 第X节 or 第X条 and no more, stretched or not.
  static func isLoneHead(_ line: SourceLine, _ scalars: [Unicode.Scalar]) -> Bool {
    guard line.counts.glyphCount <= 7, scalars[line.range.lowerBound] == "第",
      let ordinal = Ordinal(scalars[line.range])
    else { return false }
    return scalars[line.range.upperBound - 1] == ordinal.level.unit
  }
}
