// What stands at the head of a document: numbers, orders, titles, salutations, and lines above and below them.

import Archive

extension Splitter {
  /// Takes what stands above a document's head.
  mutating func take(above index: Int) -> Int {
    guard announcesHead(index) else { return take(text: index) }
    if sections[current].hasBody || sections[current].isClosed { begin() }
    append(index..<index + 1)
    if index + 1 < parts.count, parts[index + 1] == .number, PartReader.isLetterhead(paragraphs[index].glyphs) {
      sections[current].letterhead = index
    }
    return index + 1
  }

  /// Whether the head of a document follows what stands above heads.
  func announcesHead(_ index: Int) -> Bool {
    if sections[current].isOpenHead || isColumnHead(index) { return true }
    if PartReader.isHandling(paragraphs[index].glyphs) { return isAboveHead(handling: index) }
    if index + 1 == parts.count { return true }
    switch parts[index + 1] {
    case .number, .title, .registration, .column, .salutation, .office: return true
    default: return order(at: index + 1) != nil || HeadLabel(paragraphs[index + 1]) != nil
    }
  }

  /// Whether a short line behind a text is the head of a publication's column: right below it stands a title that shows its
  /// text.
  func isColumnHead(_ index: Int) -> Bool {
    guard parts[index] == .body, ColumnHead.isHead(paragraphs[index].glyphs[...]),
      hasEnded(before: index) || parts[index - 1] == .date,
      let title = titleShape(at: index + 1)
    else { return false }
    let repeats = glyphs(of: title)[...].ends(with: paragraphs[index].glyphs)
    return (isFull(title) || repeats) && showsText(at: title.upperBound)
  }

  /// Whether a date stands right below the title of the head at hand.
  func isBelowTitle(date index: Int) -> Bool {
    sections[current].isOpenHead && sections[current].title?.upperBound == index
  }

  /// Whether a line of a page of the web stands within the head at hand.
  func isInHead(pageLine index: Int) -> Bool {
    let head = sections[current]
    return head.isOpenHead && head.title != nil && PageLine.isPageLine(paragraphs[index].glyphs[...])
  }

  /// Whether 特急 or 机密 behind a text opens a head: it stands right above one, by itself or with its like. Stars
  /// stand in texts too.
  private func isAboveHead(handling index: Int) -> Bool {
    guard paragraphs[index].glyphs[0].isHan,
      let next = parts.indices[(index + 1)...].prefix(3).first(where: { !PartReader.isHandling(paragraphs[$0].glyphs) })
    else { return false }
    switch parts[next] {
    case .number: return opensHead(behind: next) || next + 1 < parts.count && parts[next + 1] == .registration
    case .column: return announcesHead(next)
    case .office where next + 1 < parts.count && parts[next + 1] == .number: return opensHead(behind: next + 1)
    default:
      guard let title = titleShape(at: next) else { return order(at: next) != nil }
      return isFull(title) && showsText(at: title.upperBound)
    }
  }

  mutating func take(number index: Int) -> Int {
    if isAboveTitle(), HeadLabel(paragraphs[index])?.name == .number { return take(text: index) }
    if belongsToHead(number: index) {
      append(index..<index + 1)
      if sections[current].number == nil { sections[current].number = index }
      return index + 1
    }
    guard PartialNumber(PartReader.bareNumber(paragraphs[index].glyphs)) == nil, opensHead(behind: index),
      !isListOfNumbers(index)
    else { return take(text: index) }
    begin()
    append(index..<index + 1)
    sections[current].number = index
    return index + 1
  }

  /// Whether a number stands in the head at hand: before its title, right below it, or below what is below it; or right
  /// below the number that another office gave the same document.
  func belongsToHead(number index: Int) -> Bool {
    let head = sections[current]
    guard head.isOpenHead, head.end == index || head.isEmpty, head.number == nil || goesOnWithNumbers(index) else {
      return false
    }
    return head.headLineCount <= Splitter.mostHeadLines
  }

  /// Whether a number stands below those of other offices, and not above the title of another document.
  private func goesOnWithNumbers(_ index: Int) -> Bool {
    guard sections[current].title.map(isFull) != true || titleShape(at: index + 1) == nil else { return false }
    let above = parts[..<index].suffix(Splitter.mostIssuers).reversed().prefix { $0 == .number }.count
    let lines = (index - above...index).map { PartReader.numbers(paragraphs[$0].glyphs).map(\.sign) }
    let signs = lines.joined()
    return above > 0 && !lines.contains([]) && Set(signs).count == signs.count
  }

  /// Whether several numbers on one line within a text are cited, and not those of a joint document.
  private func isListOfNumbers(_ index: Int) -> Bool {
    PartReader.numbers(paragraphs[index].glyphs).count > 1 && !sections[current].isClosed
      && titleShape(at: index + 1) == nil
  }

  /// 江州省人民政府令 and 第356号 below it, in brackets or not; a president's orders too.
  func isOrder(_ index: Int) -> Bool {
    let glyphs = paragraphs[index].glyphs
    guard glyphs.last == "令", index + 1 < paragraphs.count else { return false }
    let name = glyphs.dropLast()
    return (Offices.areNames(name) || glyphs.count <= 12 && name.ends(with: Splitter.president))
      && PartialNumber(PartReader.bareNumber(paragraphs[index + 1].glyphs)) != nil
  }

  /// The name and number of an order, the number in the last paragraph; the names of the offices that issue it together
  /// stand in lines of their own, with 令 below them, or in an open head behind the last.
  func order(at index: Int) -> Range<Int>? {
    if isOrder(index) { return index..<index + 2 }
    let head = sections[current]
    guard parts[index] == .office, head.isOpenHead || head.isClosed,
      let end = parts[index...].prefix(Splitter.mostIssuers + 1).firstIndex(where: { $0 != .office }),
      end + 1 < parts.count
    else { return nil }
    let isLone =
      paragraphs[end].glyphs == ["令"] && PartialNumber(PartReader.bareNumber(paragraphs[end + 1].glyphs)) != nil
    // Offices behind a document can be those it went to; at the beginning of one they are its own.
    return isLone || head.isOpenHead && isOrder(end) ? index..<end + 2 : nil
  }

  mutating func take(order range: Range<Int>) -> Int {
    if !sections[current].isOpenHead || sections[current].title != nil { begin() }
    append(range)
    sections[current].order = range.dropLast()
    sections[current].number = range.upperBound - 1
    return range.upperBound
  }

  mutating func take(salutation index: Int) -> Int {
    if sections[current].isClosed, paragraphs[index].glyphs.first == "各" { begin() }
    append(index..<index + 1)
    sections[current].isListing = false
    sections[current].hasSalutation = true
    return index + 1
  }

  mutating func take(note index: Int) -> Int {
    if sections[current].isOpenHead {
      append(index..<index + 1)
      sections[current].notes.append(index)
      return index + 1
    }
    return take(text: index)
  }

  mutating func take(title range: Range<Int>) -> Int {
    if sections[current].isOpenHead, let title = sections[current].title, isRepeated(title, at: range) {
      append(range)
      return range.upperBound
    }
    if isSheetHead(above: range) {
      append(range)
      sections[current].title = range
      return range.upperBound
    }
    let naming = namer(of: range)
    let head = sections[current]
    if !(head.isOpenHead && head.title == nil) {
      begin(parent: naming)
    } else if let naming, naming != current {
      attach(to: naming)
    }
    append(range)
    sections[current].title = range
    collectNames(from: range)
    return range.upperBound
  }

  /// Whether nothing of a document was seen, but for lines of a web page above it.
  func isAboveTitle() -> Bool {
    let section = sections[current]
    guard section.title == nil, section.number == nil, !section.isClosed, !section.hasSalutation else { return false }
    return section.isOpenHead || current == 0 && section.end <= Splitter.mostHeadLines + section.labels.count
  }

  /// Whether what was taken for the title is the head of the sheet (某大学会议纪要), with the number and the title below.
  func isSheetHead(above title: Range<Int>) -> Bool {
    let head = sections[current]
    guard head.isOpenHead, head.mark == nil, let sheet = head.title, let number = head.number,
      head.end == title.lowerBound
    else { return false }
    return number == sheet.upperBound && parts[number..<title.lowerBound].allSatisfy { $0 == .number }
      && !isFull(sheet) && isFull(title)
  }

  /// Whether a short line in a head that is not complete yet is a part of it that has no meaning here.
  func isHeadLine(_ index: Int) -> Bool {
    let paragraph = paragraphs[index]
    // Several offices above a number or above the note with the date look like a row, and so do post and name.
    let isText =
      paragraph.kind == .text || isAboveNumber(index)
      || (parts[index] == .office || parts[index] == .person) && index + 1 < parts.count && parts[index + 1] == .note
    return parts[index] != .opening && isText && paragraph.glyphs.count <= 60 && !paragraph.holdsClause
      && !paragraph.glyphs.contains("：") && Ordinal(paragraph.scalars) == nil
  }

  private static let president = Array("国主席".unicodeScalars)
}
