// Divides a repaired text into its documents.

import Archive

/// Divides texts into documents by the parts that open and close them.
///
/// A number, a full title, a salutation behind a finished document, or a mark (附件1) opens one. What ends with the
/// name of a kind alone is a title only where something else says so: the document before names it, has ended, or
/// the contents list has it. Everything else goes on in the document at hand, so a text without such signs is one
/// document.
struct Splitter {
  let paragraphs: [Paragraph]
  let parts: [Part]
  /// The titles in the source's contents list.
  let contents: Set<String>
  var sections = [Section()]
  /// The section at hand.
  var current = 0
  /// The section that was signed last.
  var lastSigned: Int?

  /// - Parameters:
  ///   - text: the whole of a source.
  ///   - scalars: its code points.
  init(_ text: RepairedText, _ scalars: [Unicode.Scalar]) {
    paragraphs = text.paragraphs.map { Paragraph($0, of: scalars) }
    parts = paragraphs.map(PartReader.part)
    contents = ContentsTitles.titles(of: text.furniture)
  }

  /// The documents, in the order of the text; at least one unless the text is empty.
  mutating func split() -> [Section] {
    var index = 0
    while index < paragraphs.count {
      let end = take(index)
      precondition(end > index, "each step takes a paragraph")
      index = end
    }
    return sections[0].isEmpty ? [] : sections
  }

  /// Takes the paragraphs from an index on that make one part.
  ///
  /// - Returns: the index behind them.
  private mutating func take(_ index: Int) -> Int {
    if let order = order(at: index) { return take(order: order) }
    if let title = titleRange(at: index) { return take(title: title) }
    switch parts[index] {
    case .registration, .column: return take(above: index)
    case .number: return take(number: index)
    case .salutation: return take(salutation: index)
    case .mark(let number): return take(mark: index, number)
    case .list: return take(list: index)
    case .note: return take(note: index)
    case .date where isBelowTitle(date: index): return take(note: index)
    case .office, .person, .signedDate, .date:
      guard let signature = signature(at: index) else { return take(text: index) }
      return take(signature: signature)
    case .openness, .imprint, .copies: return take(closing: index)
    case .body where isColumnHead(index): return take(above: index)
    case .title, .opening, .body: return take(text: index)
    }
  }

  mutating func take(text index: Int) -> Int {
    if let title = unmarkedTitle(at: index) { return take(title: title) }
    if sections[current].isListing, addToList(index) { return index + 1 }
    if sections[current].isClosed { turn(at: index) } else { turnWithin(at: index) }
    append(index..<index + 1)
    sections[current].isListing = false
    if isInHead(pageLine: index) {
      sections[current].labels.append(index)
      return index + 1
    }
    if isAboveTitle(), HeadLabel(paragraphs[index]) != nil {
      sections[current].hasBody = false
      sections[current].labels.append(index)
      return index + 1
    }
    if sections[current].isOpenHead, isHeadLine(index) {
      sections[current].headLineCount += 1
      if parts[index] == .office, sections[current].title != nil || isAboveNumber(index) {
        sections[current].authors.append(index)
      }
      return index + 1
    }
    sections[current].hasBody = true
    if let ordinal = Ordinal(paragraphs[index].scalars) { sections[current].numbering.note(ordinal) }
    collectNames(from: index..<index + 1)
    return index + 1
  }

  /// Behind a document's end: the text below is its own where it has none yet, or another document's.
  private mutating func turn(at index: Int) {
    guard sections[current].hasBody else {
      sections[current].isClosed = false
      return
    }
    if let other = interrupted(at: index) {
      current = other
    } else if parts[index] == .opening {
      beginAttachment(untitledAt: index)
    }
  }

  /// The document whose numbering a paragraph goes on, where it was not finished.
  private func interrupted(at index: Int) -> Int? {
    guard let ordinal = Ordinal(paragraphs[index].scalars), ordinal.value > 1 else { return nil }
    return sections.indices.suffix(Splitter.farthest).last {
      $0 != current && !sections[$0].isClosed && sections[$0].numbering.goesOn(with: ordinal)
    }
  }

  /// More short lines are no part of a head: a guess; a statute's has a date and two names.
  static let mostHeadLines = 4
  /// How many documents back an unfinished one is looked for: more do not stand between two parts of one. A guess.
  static let farthest = 4

  /// The attachments of a document that lists them may follow without marks or titles.
  private mutating func turnWithin(at index: Int) {
    guard parts[index] == .opening else { return }
    if sections[current].isListing { return beginAttachment(untitledAt: index) }
    guard let parent = sections[current].parent, sections[current].title == nil, !sections[parent].list.names.isEmpty,
      sections[current].hasBody, let name = announced(by: parent, at: index), name != sections[current].statedTitle
    else { return }
    begin(parent: parent)
    sections[current].statedTitle = name
  }
}
