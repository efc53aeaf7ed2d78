// Finds cover and colophon: what a publication says of itself before its first document and behind its last.

import Archive

/// Recognises covers by the publication's name or issue, and colophons by what only they say.
enum Cover {
  /// Lines of a cover before its contents list: name, issue, publishers, date.
  private static let longest = 14
  /// Lines of a colophon, and of what stands between them.
  private static let longestColophon = 30
  /// Width that lines of a cover keep to: a guess, thirty characters.
  private static let widest = 60

  /// Marks cover and colophon.
  ///
  /// - Parameter contents: the contents lists.
  static func mark(in survey: inout PageSurvey, contents: [Range<Int>]) {
    if let list = contents.first?.lowerBound, list <= longest, isCover(0..<list, survey) {
      for index in 0..<list { survey.furniture.mark(index, .cover) }
    } else {
      markBeginning(in: &survey)
    }
    for block in [
      0..<min(longestColophon, survey.lines.count), max(0, survey.lines.count - longestColophon)..<survey.lines.count,
    ] {
      markColophon(in: &survey, block)
    }
  }

  /// Whether the lines before a contents list are a publication's and no document's title.
  private static func isCover(_ range: Range<Int>, _ survey: PageSurvey) -> Bool {
    range.allSatisfy { isPlausible($0, survey) } && range.contains { PublicationName(survey.text($0)) != nil }
  }

  private static func isPlausible(_ index: Int, _ survey: PageSurvey) -> Bool {
    let line = survey.lines[index]
    // A gap between the two parts of a page's head is as wide as the page.
    return min(line.counts.width, 2 * line.counts.glyphCount) <= widest && !line.counts.holdsClause
      && !line.ending.isEnd
  }

  /// Marks name and issue at the source's beginning.
  private static func markBeginning(in survey: inout PageSurvey) {
    var end = 0
    var holdsIssue = false
    var nameCount = 0
    while end < min(4, survey.lines.count), isPlausible(end, survey), let name = PublicationName(survey.text(end)) {
      holdsIssue = holdsIssue || name.holdsIssue || survey.isFurniture(end)
      if name.holdsName { nameCount += 1 }
      end += 1
    }
    // A name alone may be the title of the only document.
    guard nameCount > 0, holdsIssue else { return }
    for index in 0..<end { survey.furniture.mark(index, .cover) }
  }

  /// What a line of a colophon may begin with that hardly any other text says of itself.
  private static let telling = ["印数", "编印", "承印", "责任编辑", "编辑出版", "定价"].map { Array($0.unicodeScalars) }
  /// What stands before the number of a licence, anywhere in a line.
  private static let licences = ["准印证", "刊号", "ISSN"].map { Array($0.unicodeScalars) }
  private static let usual = [
    "主办", "主管", "编辑", "主编", "出版", "印刷", "发行", "地址", "邮编", "邮政编码", "电话", "传真", "网址", "电子邮箱", "赠阅",
  ].map { Array($0.unicodeScalars) }

  /// Marks the lines from the first to the last that speak of printing, when several do, and in two ways at least: lists
  /// of prices say 定价 in every other line.
  private static func markColophon(in survey: inout PageSurvey, _ block: Range<Int>) {
    var said: [Int] = []
    var told: Set<Label> = []
    for index in block {
      let line = survey.lines[index]
      // Items of a list stand in no colophon.
      if line.head != nil { (said, told) = ([], []) }
      guard line.head == nil, line.counts.width <= widest, !line.counts.holdsClause, line.ending != .sentence else {
        continue
      }
      let label = label(of: survey.text(index))
      let signs = survey.text(index).filter { !$0.isSpace }
      guard label != nil || usual.contains(where: { signs.starts(with: $0) }) else { continue }
      if let last = said.last, index - last > 2 { (said, told) = ([], []) }
      said.append(index)
      if let label { told.insert(label) }
      if said.count >= 3, told.count >= 2 {
        for line in said[0]...index { survey.furniture.mark(line, .cover) }
      }
    }
  }

  /// What only a colophon has.
  private enum Label: Hashable {
    case licence
    /// One of ``telling``.
    case word([Unicode.Scalar])
  }

  /// The label that a line is, with what it labels: a colon, a gap or a figure parts them.
  private static func label(of line: ArraySlice<Unicode.Scalar>) -> Label? {
    let signs = line.filter { !$0.isSpace }
    let isLicence = licences.contains { licence in
      signs.firstRange(of: licence).map { signs[$0.upperBound...].contains(where: \.isDigit) } ?? false
    }
    if isLicence { return .licence }
    guard let label = telling.first(where: { signs.starts(with: $0) }) else { return nil }
    var rest = line
    for scalar in label { rest = rest.drop { $0 != scalar }.dropFirst() }
    guard let next = rest.first, next.isSpace || next.isDigit || next == "：" || next == ":" else { return nil }
    return .word(label)
  }
}
