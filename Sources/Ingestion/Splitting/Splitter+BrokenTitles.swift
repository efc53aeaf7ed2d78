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

  /// Whether a paragraph is 公告 or another kind that stands alone above a text.
  func isLoneTitle(_ index: Int) -> Bool {
    guard Splitter.loneTitles.contains(paragraphs[index].glyphs), hasEnded(before: index), index + 1 < parts.count
    else { return false }
    return parts[index + 1] == .opening || parts[index + 1] == .number
  }

  /// The most lines of a title that are looked through for its kind: a guess.
  private static let mostTitleLines = 4
  private static let titleTails = ["若干问题的", "有关问题的", "若干事项的", "有关事项的", "的"].map { Array($0.unicodeScalars) }
  private static let loneTitles = Set(["公告", "通告", "命令"].map { Array($0.unicodeScalars) })
}
