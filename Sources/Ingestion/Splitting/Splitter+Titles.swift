// Which paragraphs are titles: what their shape, their neighbours and other documents say.

import Archive

extension Splitter {
  /// The title that begins at a paragraph, where it opens a document.
  func titleRange(at index: Int) -> Range<Int>? {
    if let range = titleShape(at: index), isBelowHead(range) || opensDocument(range) { return range }
    return isPlainTitle(index) || isAdopted(index) ? index..<index + 1 : nil
  }

  /// Whether a short line ends with any kind, 法 among them, above a line on its adoption.
  private func isAdopted(_ index: Int) -> Bool {
    let paragraph = paragraphs[index]
    return index + 1 < parts.count && parts[index + 1] == .note && parts[index] == .body
      && (4...60).contains(paragraph.glyphs.count) && !paragraph.holdsClause && NumberedHead(paragraph.scalars) == nil
      && DocumentKind.ending(of: paragraph.glyphs) != nil && hasEnded(before: index)
  }

  /// Whether a short line at the beginning of a head is its title although it does not end with a common kind: it ends
  /// with a rare one (法), or what can only stand below a title follows.
  private func isPlainTitle(_ index: Int) -> Bool {
    guard parts[index] == .body || parts[index] == .office, isBelowHead(index..<index + 1), index + 1 < parts.count
    else {
      return false
    }
    let paragraph = paragraphs[index]
    guard (4...60).contains(paragraph.glyphs.count), !paragraph.holdsClause, NumberedHead(paragraph.scalars) == nil,
      !paragraph.glyphs.contains("："), !isAboveNumber(index)
    else { return false }
    if DocumentKind.ending(of: paragraph.glyphs) != nil, index == 0 { return true }
    switch parts[index + 1] {
    case .note, .number: return true
    case .opening:
      let level = Ordinal(paragraphs[index + 1].scalars)?.level
      return level == .chapter || level == .article || DocumentKind.ending(of: paragraph.glyphs) != nil
    default: return false
    }
  }

  /// Paragraphs that are a title by their shape.
  func titleShape(at index: Int) -> Range<Int>? {
    guard index < parts.count else { return nil }
    if let title = brokenTitle(at: index) ?? cutTitle(at: index) ?? partedTitle(at: index) { return title }
    guard let title = titleBeginning(at: index) else { return nil }
    return title.lowerBound..<end(ofTitle: title)
  }

  /// One title, or the issuers of a joint document and 关于… below them.
  private func titleBeginning(at index: Int) -> Range<Int>? {
    if case .title = parts[index] { return index..<index + 1 }
    if isLoneTitle(index) { return index..<index + 1 }
    guard parts[index] == .office else { return nil }
    let end = parts[index...].prefix(Splitter.mostIssuers + 1).firstIndex { $0 != .office } ?? index
    if end == index + 1, end < paragraphs.count, Splitter.loneKinds.contains(paragraphs[end].glyphs) {
      return index..<end + 1
    }
    guard end < parts.count,
      parts[end] == .title(isFull: true)
        || Splitter.continuations.contains(where: {
          paragraphs[end].starts(with: $0) && parts[end] == .title(isFull: false)
        })
    else { return nil }
    return index..<end + 1
  }

  /// Whether a title has 关于 and a kind.
  func isFull(_ title: Range<Int>) -> Bool {
    parts[title].contains(.title(isFull: true))
      || title.count > 1 && TitleShape.title(paragraphs[title].flatMap(\.glyphs)) == .title(isFull: true)
  }

  /// Whether a title completes the head at hand: a number, a registration or a mark stands right before it.
  func isBelowHead(_ range: Range<Int>) -> Bool {
    let head = sections[current]
    return head.isOpenHead && head.title == nil && (head.isEmpty || head.end == range.lowerBound)
  }

  private func opensDocument(_ range: Range<Int>) -> Bool {
    let end = range.upperBound
    guard showsText(at: end), !isWithinSentence(before: range.lowerBound), !isLastEntry(range) else { return false }
    if namer(of: range) != nil || isInContents(range) { return true }
    if isFull(range) { return !isQuotedList(before: range.lowerBound) && !isToldOf(range) }
    // What the page sets apart as a title is one where the text before it has ended, and so is what only stands above
    // numbers and lines on adoption.
    let isSetApart =
      paragraphs[range.lowerBound].kind == .title || parts[end] == .number || parts[end] == .note
      || range.count > 1 || isLoneTitle(range.lowerBound)
    if isSetApart, hasEnded(before: range.lowerBound) { return true }
    return sections[current].isClosed
      || parts[end] == .opening && (endsDocument(range.lowerBound - 1) || restarts(end))
  }

  /// Whether a sentence of minutes or a report names an instruction: 会议听取了, 县水务局关于防汛工作情况的汇报, 会议指出.
  private func isToldOf(_ title: Range<Int>) -> Bool {
    DocumentKind.ending(of: glyphs(of: title)).map { TitleShape.told.contains($0.kind) } == true
      && !hasEnded(before: title.lowerBound)
  }

  /// Whether a paragraph before a title does not wait for more.
  func hasEnded(before index: Int) -> Bool {
    guard index > 0, !sections[current].isClosed else { return true }
    let last = paragraphs[index - 1]
    return last.kind == .row || last.kind == .title || parts[index - 1].isClosing
      || last.glyphs.last.map { "。！？）；".unicodeScalars.contains($0) } ?? false
  }

  /// Whether a text begins to count anew with 第一章 or 第一条, or with 一、 where that was counted before.
  private func restarts(_ index: Int) -> Bool {
    guard let ordinal = Ordinal(paragraphs[index].scalars), ordinal.opensDocument else { return false }
    let numbering = sections[current].numbering
    return numbering.isBegun && !numbering.goesOn(with: ordinal)
  }

  /// A title without a kind below 附件1, or below a signed document that lists its name.
  func unmarkedTitle(at index: Int) -> Range<Int>? {
    let head = sections[current]
    let glyphs = paragraphs[index].glyphs
    guard parts[index] != .opening, paragraphs[index].words.count <= 3, glyphs.count <= 60,
      !paragraphs[index].holdsClause, !glyphs.contains("："),
      NumberedHead(glyphs[...]) == nil,
      index + 1 < paragraphs.count, !isLastEntry(index..<index + 1)
    else { return nil }
    if head.isOpenHead, head.title == nil, head.mark == index - 1 {
      return showsText(at: index + 1) || namer(of: index..<index + 1) != nil ? index..<index + 1 : nil
    }
    guard glyphs.count >= 6, namer(of: index..<index + 1) != nil, !head.isListing || showsText(at: index + 1),
      !isWithinSentence(before: index), parts[index] != .office
    else { return nil }
    return index..<index + 1
  }

  /// Whether a document's text, or the rest of its head, stands at a paragraph.
  func showsText(at index: Int) -> Bool {
    guard index < parts.count else { return false }
    switch parts[index] {
    case .number, .salutation, .note, .opening: return true
    case .office, .person, .signedDate, .date: return signature(at: index) != nil || isAuthored(at: index)
    case .title:
      return parts[index - 1] == .title(isFull: true) && index + 1 < parts.count && parts[index + 1] == .number
    case .body:
      return paragraphs[index].holdsClause || paragraphs[index].kind == .row || paragraphs[index].words.count > 2
    case .registration, .column, .openness, .imprint, .copies, .mark, .list: return false
    }
  }

  /// Whether authors or the date stand at a paragraph, and the text below them, behind a document that has ended.
  private func isAuthored(at index: Int) -> Bool {
    guard hasEnded(before: index - 1), !isDatedList(before: index - 1) else { return false }
    let next = parts[index...].prefix(Splitter.mostHeadLines).firstIndex {
      $0 != .office && $0 != .person && $0 != .date
    }
    guard let next, next > index else { return false }
    switch parts[next] {
    case .salutation, .note, .opening: return true
    case .body: return parts[index] == .date && paragraphs[next].holdsClause
    default: return false
    }
  }

  /// Whether the lines above a title are another title and its date.
  private func isDatedList(before title: Int) -> Bool {
    guard title > 1, parts[title - 1] == .date, case .title = parts[title - 2] else { return false }
    return true
  }

  /// Whether a number opens the head of a document: title, salutation or text follow.
  func opensHead(behind index: Int) -> Bool {
    guard index + 1 < parts.count else { return false }
    switch parts[index + 1] {
    case .title, .salutation, .opening, .note: return true
    case .office:
      return titleShape(at: index + 1) != nil || signature(at: index + 1) != nil
    case .body: return paragraphs[index + 1].holdsClause
    default: return false
    }
  }

  private func isWithinSentence(before index: Int) -> Bool {
    guard index > 0, let last = paragraphs[index - 1].scalars.last, !paragraphs[index - 1].isLong else { return false }
    // 格式如下： announces a form, not a document.
    return last == "，" || last == "、"
      || last.isColon && Splitter.samples.contains { paragraphs[index - 1].glyphs.suffix(5).elementsEqual($0) }
  }

  /// Whether a paragraph before was as good a title and yet none: a list of titles.
  private func isQuotedList(before index: Int) -> Bool {
    guard index > 0, case .title(isFull: true) = parts[index - 1] else { return false }
    return sections[current].title?.upperBound != index
  }

  /// Whether a paragraph is the last sentence of statutes and plans.
  private func endsDocument(_ index: Int) -> Bool {
    guard index >= 0 else { return true }
    let glyphs = paragraphs[index].glyphs
    return glyphs.last == "。" && Splitter.closings.contains { glyphs.suffix(Splitter.longestClosing).holds($0) }
  }

  /// The most offices above 关于 in a joint title: a guess.
  static let mostIssuers = 6
  private static let continuations = ["关于", "印发", "转发"].map { Array($0.unicodeScalars) }
  /// Titles that are no more than a kind, below their office's name.
  private static let loneKinds = Set(["公告", "通告", "通知", "决定", "命令", "通报"].map { Array($0.unicodeScalars) })
  private static let samples = ["格式如下：", "样式如下：", "范本如下：", "内容如下：", "式样如下："].map { Array($0.unicodeScalars) }
  /// What the last sentence of statutes, plans and notices says.
  private static let closings = ["起施行", "起实施", "起执行", "废止。", "负责解释", "有效期", "特此公告", "特此通告", "特此通知", "此复。"]
    .map { Array($0.unicodeScalars) }
  /// How far before the end it says so: a guess.
  private static let longestClosing = 40
}
