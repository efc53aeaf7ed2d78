// Finds titles that were set over several lines, each shorter than the frame.

/// Recognises titles of official documents: an issuer or 关于 opens one, the name of a kind (通知, 意见 …) closes it.
struct TitleLines {
  /// The most lines a title takes: in a column of seven characters, a title of fifty needs eight.
  private static let mostLines = 8
  /// The most characters of a title's last line that holds no more than a remark, 的 and the kind: a guess.
  private static let longestEnd = 20

  private let scalars: [Unicode.Scalar]
  private let lines: [SourceLine]
  private let centred: CentredLines

  init(_ scalars: [Unicode.Scalar], _ lines: [SourceLine]) {
    self.scalars = scalars
    self.lines = lines
    centred = CentredLines(lines)
  }

  /// The titles, as ranges of lines in order; single lines too.
  func titles() -> [Range<Int>] {
    var titles: [Range<Int>] = []
    var index = 0
    while index < lines.count {
      if opensTitle(index), !isColumnHead(index), let end = titleEnd(from: index) {
        titles.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    return titles
  }

  /// The title that ends right before a line: unlike others it needs no opening, because what stands behind it (a
  /// number, another title, a page's end) and before it (a finished sentence) leave nothing else it could be.
  func title(before end: Int) -> Range<Int>? {
    for start in stride(from: end - 1, through: max(end - 4, 1), by: -1) {
      guard canStandInTitle(lines[start]), !lines[start].isRow else { return nil }
      if lines[start - 1].ending == .sentence { return titleEnd(from: start) == end ? start..<end : nil }
    }
    return nil
  }

  /// Whether a line can be the first of a title: centred, stretched, with 关于 in it, an issuer right above 关于, or right
  /// below a document's number or openness.
  private func opensTitle(_ index: Int) -> Bool {
    let line = lines[index]
    // A star may stand above the title.
    guard canStandInTitle(line), scalars[line.range].contains(where: \.isHan) else { return false }
    if line.isStretched || holdsAbout(line) || centred.contains(index) { return true }
    if isIssuerRow(line), index + 1 < lines.count, holdsAbout(lines[index + 1]) { return true }
    if index > 0, !line.isRow || isIssuerRow(line), SeamEvidence.isClosedFormula(scalars[lines[index - 1].range]) {
      return true
    }
    if index > 0, !line.isRow, SeamEvidence.isAttachmentMark(scalars[lines[index - 1].range]) { return true }
    return index + 1 < lines.count && TitleLines.endsLikeIssuer(content(line)) && startsWithAbout(lines[index + 1])
  }

  /// Whether a line is the head of a column, above a title that is whole without it: one with 关于, or one that ends
  /// with the same words.
  private func isColumnHead(_ index: Int) -> Bool {
    let line = content(lines[index])
    guard ColumnHead.isHead(line), index + 1 < lines.count, let end = titleEnd(from: index + 1) else { return false }
    let title = (index + 1)..<end
    return title.contains { holdsAbout(lines[$0]) }
      || content(lines[end - 1]).filter { !$0.isSpace }[...].ends(with: line.filter { !$0.isSpace })
  }

  /// The line behind the title's last, `nil` when nothing closes it.
  private func titleEnd(from start: Int) -> Int? {
    var tail: [Unicode.Scalar] = []
    for index in start..<min(start + TitleLines.mostLines, lines.count) {
      let line = lines[index]
      guard canStandInTitle(line, isFirst: index == start) else { return nil }
      // Below a centred title, text begins further left.
      if centred.contains(start), line.leadingWidth < PageLayout.indents.upperBound { return nil }
      if index > start,
        line.isRow && !holdsAbout(line) && !isIssuerRow(line) || line.isStretched && !lines[index - 1].isStretched
      {
        return nil
      }
      tail.append(contentsOf: content(line).lazy.filter { !$0.isSpace })
      guard closesTitle(tail), !goesOn(behind: index), !isCutInName(tail, index) else { continue }
      return index + (index + 1 < lines.count && isRemark(lines[index + 1]) ? 2 : 1)
    }
    return nil
  }

  /// - Parameter isFirst: whether it would be the title's first line; a later one may begin with a year.
  private func canStandInTitle(_ line: SourceLine, isFirst: Bool = true) -> Bool {
    !line.counts.holdsClause && !line.ending.isEnd && line.ending != .digit && line.counts.width <= 160
      && (line.head == nil || isMarkedUp(line)) && !(isFirst && line.startsWithDate)
      && !SeamEvidence.isFormula(scalars[line.range]) && !PublicationName.isHead(scalars[line.range])
  }

  /// Whether Markdown makes a line a heading, and no number stands in it.
  private func isMarkedUp(_ line: SourceLine) -> Bool {
    let content = content(line)
    return content.startIndex > line.range.lowerBound && NumberedHead(content) == nil
  }

  /// A line without Markdown's signs of headings and emphasis, which are still there when titles are looked for.
  private func content(_ line: SourceLine) -> ArraySlice<Unicode.Scalar> {
    var content = scalars[line.range]
    guard content.first == "#" || content.starts(with: ["*", "*"]) else { return content }
    while let first = content.first, first == "#" || first == "*" || first.isSpace { content.removeFirst() }
    while content.last == "*" { content.removeLast() }
    return content
  }

  /// Whether a line is a bracketed remark on the title above it, such as （试行）; not a number such as （第2号）.
  private func isRemark(_ line: SourceLine) -> Bool {
    line.head == nil && PartialNumber(scalars[line.range].filter { !$0.isSpace }.dropFirst().dropLast()) == nil
      && line.ending == .bracket && line.counts.glyphCount <= 8
      && (scalars[line.range.lowerBound] == "（" || scalars[line.range.lowerBound] == "(")
      && !SeamEvidence.isFormula(scalars[line.range])
  }

  /// Whether a line is the end of a title that seemed to end in the line before: …管理办法 and 的通知,
  /// …行动计划 and （2023—2025年）的通知, or …五年规划 and 和二〇三五年远景目标纲要.
  private func goesOn(behind index: Int) -> Bool {
    guard index + 1 < lines.count, lines[index + 1].counts.glyphCount <= TitleLines.longestEnd else { return false }
    let next = Array(scalars[lines[index + 1].range].lazy.filter { !$0.isSpace })
    if TitleLines.startsWithAnd(next) { return DocumentKind.closesTitle(next[...]) }
    var rest = next[...]
    if rest.first == "》" { rest = rest.dropFirst() }
    if rest.first == "（", let closing = rest.firstIndex(of: "）") { rest = rest[(closing + 1)...] }
    return rest.first == "的" && rest.count <= 5 && DocumentKind.closesTitle(rest)
  }

  /// Whether a line begins with 和 or 及 as a word of its own, and not with 和田, 和谐 or 及时.
  static func startsWithAnd(_ glyphs: [Unicode.Scalar]) -> Bool {
    guard glyphs.count > 1 else { return false }
    switch glyphs[0] {
    case "和": return !"田平谐顺睦解气龙县静硕政林布美善合约议声".unicodeScalars.contains(glyphs[1])
    case "及": return !"时格早第".unicodeScalars.contains(glyphs[1])
    default: return false
    }
  }

  /// Whether what could be a title ends inside of a name in 《》 that the next line closes: 按照《…若干问题的解释 and
  /// （三）》第九条.
  private func isCutInName(_ tail: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index + 1 < lines.count, lines[index + 1].counts.hasUnopenedBracket else { return false }
    return tail.count { $0 == "《" } > tail.count { $0 == "》" }
  }

  /// Whether a line holds the end of one office's name and, behind a gap, the beginning of another's.
  private func isIssuerRow(_ line: SourceLine) -> Bool {
    guard line.isRow, line.counts.hanGapCount == 1, let gap = scalars[line.range].firstIndex(where: \.isSpace) else {
      return false
    }
    return TitleLines.endsLikeIssuer(scalars[line.range.lowerBound..<gap])
  }

  private func startsWithAbout(_ line: SourceLine) -> Bool {
    content(line).lazy.filter { !$0.isSpace }.map(\.simplified).starts(with: TitleLines.about)
  }

  private func holdsAbout(_ line: SourceLine) -> Bool {
    var previous: Unicode.Scalar = " "
    for scalar in scalars[line.range] where !scalar.isSpace {
      if previous == "关", scalar.simplified == "于" { return true }
      previous = scalar.simplified
    }
    return false
  }

  /// Whether a title may end like this: with the name of a kind, a bracketed remark behind it left aside.
  private func closesTitle(_ tail: [Unicode.Scalar]) -> Bool {
    var end = tail.count
    if let last = tail.last, last == "）" || last == ")" {
      guard let opening = tail.lastIndex(where: { $0 == "（" || $0 == "(" }) else { return false }
      end = opening
    }
    return end >= 4 && DocumentKind.closesTitle(tail[..<end])
  }

  private static let about = Array("关于".unicodeScalars)
  /// Whether a line ends as names of offices do.
  static func endsLikeIssuer(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    switch line.last?.simplified {
    case "府", "厅", "局", "委", "会", "部", "院", "室", "办", "处": true
    default: false
    }
  }
}
