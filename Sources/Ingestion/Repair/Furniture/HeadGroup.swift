// Lines that say the same but for a page number, and whether they are heads of pages.

import Archive

/// What repeats in a source.
///
/// Heads are told from titles, signatures and cells that repeat by standing at the edges of pages, at most of them.
struct HeadGroup {
  /// A line that may be a head.
  struct Occurrence {
    let index: Int
    let number: Int?
  }

  /// The lines, in order.
  let occurrences: [Occurrence]
  private let publication: PublicationName?
  /// Whether lines like these belong to texts wherever they stand.
  private let isTextual: Bool

  /// Characters of 工作要求, 有关注意事项 and the like: a guess.
  private static let longestHeading = 8
  /// Heads of other pages than every or every other one prove nothing without a publication's name.
  private static let farthestApart = 2 * PageCounts.fullestPage

  init?(_ occurrences: [Occurrence], _ survey: PageSurvey) {
    let first = survey.lines[occurrences[0].index]
    let stem = HeadText(survey.text(occurrences[0].index)).stem
    let publication = PublicationName(stem)
    guard occurrences.count > 1 || publication != nil else { return nil }
    self.occurrences = occurrences
    self.publication = publication
    isTextual = publication == nil && (first.startsWithDate || HeadGroup.isTextual(stem, first.head))
  }

  private var count: Int { occurrences.count }

  func areHeads(_ survey: PageSurvey, edges: [Int]) -> Bool {
    guard !isTextual else { return false }
    if let publication, publication.holdsName, publication.holdsIssue,
      count(where: { $0.number != nil || survey.isBesidePageNumber($0.index) }) * 2 >= count
    {
      return true
    }
    if areStamps(survey) { return true }
    guard count >= 2, areApart(survey) else { return false }
    if countsPages(survey) { return true }
    let edgeCount = count { survey.isAtEdge($0.index) }
    if let publication {
      let cutCount = count { survey.isAtEdge($0.index) || survey.interrupts($0.index) }
      return publication.holdsName && publication.holdsIssue || edgeCount * 2 >= count
        || count >= 3 && (cutCount * 4 >= count || count { survey.isAmongCells($0.index) } * 2 < count)
    }
    guard count >= 3, medianWidth(survey) <= HeadGroup.farthestApart, !precedesTitles(survey) else { return false }
    let cutCount = count { survey.isAtEdge($0.index) || survey.interrupts($0.index) }
    if edgeCount * 2 >= count, cutCount * 10 >= count * 8, coverPages(edges) { return true }
    guard count >= 4, isShort(survey) else { return false }
    return cutCount * 10 >= count * 6 || cutCount * 10 >= count * 3 && isRegular(survey)
      || isExact && (cutCount > 0 || count > 4)
  }

  /// Marks all of them, or those at pages' edges where nothing else tells them from text.
  func mark(in survey: inout PageSurvey) {
    let isSure = publication != nil || countsPages(survey) || isExact || areStamps(survey)
    let found = occurrences.filter { isSure || survey.isAtEdge($0.index) || survey.interrupts($0.index) }
    for occurrence in found { survey.furniture.mark(occurrence.index, .runningHead) }
  }

  /// Whether the same words cut sentences of wide lines wherever they stand, as what is stamped over pages does.
  private func areStamps(_ survey: PageSurvey) -> Bool {
    guard count >= 2, !occurrences.contains(where: { $0.number != nil }), isShort(survey) else { return false }
    let cutCount = count { survey.interruptsWide($0.index) }
    guard cutCount > 0, cutCount * 2 >= count, count > 2 || isLong(survey) && areApart(survey) else { return false }
    // Names of offices stand in cells of tables.
    let isOffice = Offices.areNames(survey.text(occurrences[0].index).filter { !$0.isSpace }[...])
    return (!isOffice || cutCount > 2) && occurrences.allSatisfy { survey.isAmidText($0.index) }
  }

  /// Whether they are longer than headings within a document, which documents share: a guess.
  private func isLong(_ survey: PageSurvey) -> Bool {
    survey.lines[occurrences[0].index].counts.glyphCount > HeadGroup.longestHeading
  }

  private func count(where holds: (Occurrence) -> Bool) -> Int { occurrences.count(where: holds) }

  /// Whether most of them can have a page between them and the next.
  private func areApart(_ survey: PageSurvey) -> Bool {
    zip(occurrences, occurrences.dropFirst()).count { survey.holdsPage(from: $0.index, to: $1.index) } * 2 >= count - 1
  }

  /// Half of the occurrences have more text than this before the next one.
  private func medianWidth(_ survey: PageSurvey) -> Int {
    let widths = self.widths(survey).sorted()
    return widths[widths.count / 2]
  }

  private func widths(_ survey: PageSurvey) -> [Int] {
    zip(occurrences, occurrences.dropFirst()).map { survey.width(from: $0.index, to: $1.index) }
  }

  /// Whether the numbers beside them count up, with a page's text for each.
  private func countsPages(_ survey: PageSurvey) -> Bool {
    let numbered = occurrences.filter { $0.number != nil }
    guard numbered.count >= 3, numbered.count * 10 >= count * 8 else { return false }
    let goodCount = zip(numbered, numbered.dropFirst()).count { previous, next in
      let step = next.number! - previous.number!
      // Half a page each: documents end in the middle of pages, and rows of tables are shorter.
      return step > 0
        && (survey.width(from: previous.index, to: next.index) >= step * PageCounts.emptiestPage / 2
          || next.index - previous.index >= step * PageSurvey.fewestLines / 2)
    }
    return goodCount * 10 >= (numbered.count - 1) * 7
  }

  /// Whether most of them stand right before a title: then they are its first line.
  private func precedesTitles(_ survey: PageSurvey) -> Bool {
    let about = "关于".unicodeScalars
    return count { occurrence in
      occurrence.index + 1 < survey.lines.count
        && survey.text(occurrence.index + 1).lazy.filter { !$0.isSpace }.starts(with: about)
    } * 2 >= count
  }

  /// Whether they stand on most pages between the first and the last of them, or on every other one.
  private func coverPages(_ edges: [Int]) -> Bool {
    count * 5 >= edges.count(in: occurrences.first!.index...occurrences.last!.index) * 2
  }

  /// Whether most of them are plainly shorter than the lines around, so that no page made them end.
  private func isShort(_ survey: PageSurvey) -> Bool {
    count { !survey.isFull($0.index) && survey.lines[$0.index].counts.glyphCount >= 4 } * 10 >= count * 8
  }

  /// Whether most of them are about equally far apart, in lines or in text.
  private func isRegular(_ survey: PageSurvey) -> Bool {
    let widths = self.widths(survey)
    return HeadGroup.areAlike(distances, within: 8, share: 6) || HeadGroup.areAlike(widths, within: 3, share: 6)
  }

  /// Whether they are the same number of lines apart, as in sources whose pages are all full.
  private var isExact: Bool { count >= 4 && HeadGroup.areAlike(distances, within: 20, share: 7) }

  /// How many lines they are apart.
  private var distances: [Int] { zip(occurrences, occurrences.dropFirst()).map { $1.index - $0.index } }

  /// Whether so many of ten numbers differ from the median by no more than a part of it.
  private static func areAlike(_ numbers: [Int], within part: Int, share: Int) -> Bool {
    let median = numbers.sorted()[numbers.count / 2]
    return numbers.count { abs($0 - median) * part <= median } * 10 >= numbers.count * share
  }

  /// Words that begin lines of texts which stand at the top of pages.
  private static let openings = ["附件", "附表", "附录", "附图", "附：", "序号", "抄送", "主题词", "表"].map {
    Array($0.unicodeScalars)
  }

  /// Whether a line has its place in documents: numbers, remarks, attachments, dates, posts, headings of sections.
  private static func isTextual(_ stem: ArraySlice<Unicode.Scalar>, _ head: NumberedHead?) -> Bool {
    let signs = stem.filter { !$0.isSpace }
    guard let first = signs.first, let last = signs.last else { return true }
    // 第3期 heads pages, 第一章 does not.
    if head != nil, first != "第" || signs.dropFirst().first(where: { !$0.isHanNumeral && !$0.isDigit }) != "期" {
      return true
    }
    if first == "（" || first == "(" || last == "）" || last == ")" { return true }
    if !signs.contains(where: \.isHan) || "日表单长员".unicodeScalars.contains(last) { return true }
    if signs.contains(where: { "〔〕［］、，；：？！□■√×％%".unicodeScalars.contains($0) }) { return true }
    return openings.contains { signs.starts(with: $0) }
      || signs.indices.dropLast().contains { signs[$0] == "关" && signs[$0 + 1] == "于" }
  }
}
