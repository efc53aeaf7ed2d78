// Titles that stand in several paragraphs, or are no more than the name of a kind.

import Archive

extension Splitter {
  /// A title that stands in two paragraphs, as another document names it whole.
  func brokenTitle(at index: Int) -> Range<Int>? {
    guard index + 1 < paragraphs.count, parts[index + 1] != .note, !paragraphs[index].holdsClause,
      !paragraphs[index + 1].holdsClause,
      paragraphs[index].glyphs.count + paragraphs[index + 1].glyphs.count <= 80,
      Ordinal(paragraphs[index].scalars) == nil,
      namer(of: index..<index + 2) != nil
    else { return nil }
    return index..<index + 2
  }

  /// A title that ends in its last line with a kind that alone makes no line one: 关于调整成员 and 单位的函, with what
  /// stands below heads. 关于 stands in its first line, or begins the second.
  func cutTitle(at index: Int) -> Range<Int>? {
    guard parts[index] == .body || parts[index] == .office, paragraphs[index].mayBeTitleLine, index + 1 < parts.count,
      TitleShape.about(paragraphs[index].glyphs) != nil || TitleShape.about(paragraphs[index + 1].glyphs) == 0
    else { return nil }
    var title: [Unicode.Scalar] = []
    for end in index + 1...index + Splitter.mostTitleLines where end < parts.count {
      let last = paragraphs[end - 1]
      guard parts[end - 1] == .body || parts[end - 1] == .office || parts[end - 1] == .title(isFull: false),
        last.mayBeTitleLine
      else { return nil }
      title += last.glyphs
      guard end > index + 1, TitleShape.title(title) == .title(isFull: true) else { continue }
      switch parts[end] {
      case .number, .salutation, .note: break
      default: continue
      }
      // An office above it has signed what stands before.
      let isBehindOffice = index > 0 && parts[index - 1] == .office
      return isBelowHead(index..<end) || isBehindOffice || hasEnded(before: index) ? index..<end : nil
    }
    return nil
  }

  /// Whether a paragraph goes on a title that seemed to end above it: 若干问题的解释, 和二〇三五年远景目标纲要,
  /// （2021—2035年）实施方案的通知.
  func continuesTitle(_ index: Int) -> Bool {
    guard index < parts.count, parts[index] == .body || parts[index] == .title(isFull: false) else { return false }
    let paragraph = paragraphs[index]
    guard paragraph.glyphs.count <= 40, paragraph.mayBeTitleLine, !paragraph.glyphs.contains(where: \.isColon),
      let ending = DocumentKind.ending(of: paragraph.glyphs), ending.start > 0
    else { return false }
    if Splitter.titleTails.contains(where: { paragraph.starts(with: $0) }) { return true }
    if TitleLines.startsWithAnd(paragraph.glyphs) { return true }
    guard paragraph.glyphs.first == "（", let closing = paragraph.glyphs.firstIndex(of: "）") else { return false }
    return closing < ending.start && paragraph.glyphs[..<closing].contains(where: \.isDigit)
  }

  /// A title over several lines at the beginning of a head, with what stands below heads: the first names a place and no
  /// kind, the last a kind and no place. 松陵县国民经济和社会发展 and 第十四个五年规划纲要.
  func partedTitle(at index: Int) -> Range<Int>? {
    let first = paragraphs[index]
    guard parts[index] == .body, isBelowHead(index..<index + 1), isTitleLine(index), first.glyphs.count >= 4,
      Splitter.namesPlace(first.glyphs), DocumentKind.ending(of: first.glyphs) == nil,
      !Splitter.sites.contains(where: { first.glyphs[...].ends(with: $0) })
    else { return nil }
    for end in index + 2...index + Splitter.mostTitleLines where end < parts.count {
      guard isTitleLine(end - 1), !Splitter.namesPlace(paragraphs[end - 1].glyphs) else { return nil }
      if let ending = DocumentKind.ending(of: paragraphs[end - 1].glyphs), ending.start > 0, standsBelowHead(end) {
        return index..<end
      }
    }
    return nil
  }

  /// The paragraph behind a title's last: what it seemed to end with was only named in it where the next lines go on
  /// with what is done about it, and with another kind at the end. …发展计划 and 执行情况的报告.
  func end(ofTitle title: Range<Int>) -> Int {
    let end = title.upperBound
    if continuesTitle(end) { return end + 1 }
    guard end < parts.count, !isClosedTitle(paragraphs[end - 1].glyphs),
      Splitter.sequels.contains(where: { paragraphs[end].starts(with: $0) })
    else { return end }
    for last in end..<min(end + Splitter.mostTitleLines - 1, parts.count - 1) {
      guard isTitleLine(last), !Splitter.namesPlace(paragraphs[last].glyphs) else { return end }
      if let ending = DocumentKind.ending(of: paragraphs[last].glyphs), ending.start > 0, standsBelowHead(last + 1) {
        return last + 1
      }
    }
    return end
  }

  /// Whether a title ends with 的 and a kind, which leaves nothing open.
  private func isClosedTitle(_ title: [Unicode.Scalar]) -> Bool {
    DocumentKind.ending(of: title).map { $0.start > 0 && title[$0.start - 1] == "的" } ?? false
  }

  private func isTitleLine(_ index: Int) -> Bool {
    let paragraph = paragraphs[index]
    guard parts[index] == .body || parts[index] == .title(isFull: false) else { return false }
    return paragraph.mayBeTitleLine && paragraph.glyphs.count <= 40 && !paragraph.glyphs.contains(where: \.isColon)
  }

  /// Whether a paragraph can only stand below a title.
  private func standsBelowHead(_ index: Int) -> Bool {
    switch parts[index] {
    case .number, .salutation, .note, .opening: true
    case .office, .person, .signedDate: signature(at: index) != nil
    default: Splitter.prefaces.contains(paragraphs[index].glyphs)
    }
  }

  /// Whether a line begins with the name of a place.
  private static func namesPlace(_ glyphs: [Unicode.Scalar]) -> Bool {
    glyphs.prefix(8).dropFirst(2).contains { scalar in
      switch scalar {
      case "省", "市", "县", "区", "州", "盟", "旗": true
      default: false
      }
    }
  }

  /// Whether an office alone stands above the number of a document with a title below it.
  func isAboveNumber(_ index: Int) -> Bool {
    guard parts[index] == .office, index + 1 < parts.count, parts[index + 1] == .number else { return false }
    let below = parts.indices[(index + 2)...].prefix(Splitter.mostHeadLines).first {
      parts[$0] != .number && (paragraphs[$0].glyphs.count > Splitter.longestMark || paragraphs[$0].holdsClause)
    }
    return below.map { titleShape(at: $0) != nil } ?? false
  }

  /// Whether a paragraph is 公告 or another kind that stands alone above a text.
  func isLoneTitle(_ index: Int) -> Bool {
    guard Splitter.loneTitles.contains(paragraphs[index].glyphs), hasEnded(before: index), index + 1 < parts.count
    else { return false }
    return parts[index + 1] == .opening || parts[index + 1] == .number
  }

  /// The most lines of a title that are looked through for its kind: a guess.
  private static let mostTitleLines = 4
  /// More characters than （A） and 同意公开 have, between number and title: a guess.
  private static let longestMark = 8
  /// How lines go on that a title's kind was named in.
  private static let sequels = ["执行", "实施", "落实", "完成情况", "进展情况", "评估", "中期评估", "操作", "编制", "修订", "起草"].map {
    Array($0.unicodeScalars)
  }
  private static let prefaces = Set(["前言", "引言", "序言", "目录", "总则"].map { Array($0.unicodeScalars) })
  /// How lines end that say where a text was found.
  private static let sites = ["网", "网站", "公报", "政报", "文件", "信息"].map { Array($0.unicodeScalars) }
  private static let titleTails = ["若干问题的", "有关问题的", "若干事项的", "有关事项的", "的"].map { Array($0.unicodeScalars) }
  private static let loneTitles = Set(["公告", "通告", "命令"].map { Array($0.unicodeScalars) })
}
