// Attachments: the list of their names below a document, and where they begin.

import Archive

extension Splitter {
  mutating func take(list index: Int) -> Int {
    if isMarkWithColon(index) { return take(mark: index, PartReader.markNumber(paragraphs[index].glyphs)) }
    if sections[current].isClosed, index + 1 < parts.count, parts[index + 1] == .opening {
      return takeNamedMark(index)
    }
    append(index..<index + 1)
    sections[current].list = AttachmentList()
    sections[current].list.add(firstLine: paragraphs[index].glyphs)
    for name in sections[current].list.names {
      if let name = Names.normal(name.unicodeScalars) { sections[current].names.insert(name) }
    }
    sections[current].isListing = true
    sections[current].hasBody = true
    return index + 1
  }

  /// Whether 附件： alone stands above an attachment: behind a signature, with one name below it, and a text below that.
  private func isMarkWithColon(_ index: Int) -> Bool {
    guard sections[current].isClosed, paragraphs[index].glyphs.last?.isColon == true, index + 2 < parts.count else {
      return false
    }
    guard isName(index + 1), !isName(index + 2) else { return false }
    switch parts[index + 2] {
    case .opening, .note, .body: return true
    default: return false
    }
  }

  /// Whether a paragraph can be the name of an attachment.
  private func isName(_ index: Int) -> Bool {
    let paragraph = paragraphs[index]
    switch parts[index] {
    case .title, .body, .office: break
    default: return false
    }
    return paragraph.mayBeTitleLine && paragraph.glyphs.count <= 60 && !paragraph.glyphs.contains(where: \.isColon)
  }

  /// Whether a short title is the last entry of a list of attachments, with the number and title of the next document
  /// below it.
  func isLastEntry(_ title: Range<Int>) -> Bool {
    let number = title.upperBound
    return sections[current].isListing && !isFull(title) && number < parts.count && parts[number] == .number
      && titleShape(at: number + 1) != nil
  }

  /// `附件1：名称` above the attachment itself.
  mutating func takeNamedMark(_ index: Int) -> Int {
    let glyphs = paragraphs[index].glyphs
    begin(parent: root(of: current))
    append(index..<index + 1)
    sections[current].mark = index
    if let colon = glyphs.firstIndex(where: \.isColon), colon + 1 < glyphs.count {
      sections[current].statedTitle = String(scalars: glyphs[(colon + 1)...])
    }
    return index + 1
  }

  /// Adds a paragraph to the list of attachments that the section at hand ends with.
  ///
  /// - Returns: false when it is no entry.
  mutating func addToList(_ index: Int) -> Bool {
    let paragraph = paragraphs[index]
    guard parts[index] == .body || parts[index] == .title(isFull: false) || parts[index] == .title(isFull: true),
      paragraph.glyphs.count <= 80, !paragraph.glyphs.contains("。"),
      paragraph.kind != .row || paragraph.words.count <= 2
    else { return false }
    append(index..<index + 1)
    let known = sections[current].list.names.count
    sections[current].list.add(entries: paragraph.glyphs[...])
    // The last one may have gone on.
    for name in sections[current].list.names[max(known - 1, 0)...] {
      if let name = Names.normal(name.unicodeScalars) { sections[current].names.insert(name) }
    }
    return true
  }

  mutating func take(mark index: Int, _ number: Int?) -> Int {
    // 附件 above a list of names, not above an attachment.
    if !sections[current].isClosed, index + 1 < parts.count,
      Ordinal(paragraphs[index + 1].glyphs[...])?.level == .point,
      !paragraphs[index + 1].glyphs.contains("。"), paragraphs[index + 1].glyphs.count <= 60
    {
      append(index..<index + 1)
      sections[current].isListing = true
      return index + 1
    }
    let parent = listing(number) ?? root(of: current)
    begin(parent: sections[parent].isEmpty ? nil : parent)
    append(index..<index + 1)
    sections[current].mark = index
    let names = sections[parent].list.names
    if let number, names.indices.contains(number - 1) {
      sections[current].statedTitle = names[number - 1]
    } else if number == nil, names.count == 1 {
      sections[current].statedTitle = names[0]
    }
    return index + 1
  }

  /// The document of the family at hand that lists an attachment of a number.
  func listing(_ number: Int?) -> Int? {
    var section: Int? = current
    while let candidate = section {
      if sections[candidate].list.names.count >= number ?? 1 { return candidate }
      section = sections[candidate].parent
    }
    return nil
  }

  /// Begins a document without a title behind one that has ended or lists its attachments.
  mutating func beginAttachment(untitledAt index: Int) {
    let parent = sections[current].isListing ? current : root(of: current)
    let name = announced(by: parent, at: index)
    let isIssued = sections[parent].title.map { Names.issued(by: glyphs(of: $0)) != nil } ?? true
    begin(parent: name != nil || isIssued || !sections[parent].list.names.isEmpty ? parent : nil)
    sections[current].statedTitle = name
  }

  /// The name of the attachment that begins at a paragraph: the listed one whose kind the paragraph shows, else the one
  /// that the document issues.
  func announced(by parent: Int, at index: Int) -> String? {
    let glyphs = paragraphs[index].glyphs
    let names = sections[parent].list.names
    if !names.isEmpty {
      let isRoster = PartReader.isRoster(glyphs)
      return names.prefix(Splitter.mostListed).first { name in
        guard let ending = DocumentKind.ending(of: Array(name.unicodeScalars)) else { return false }
        if isRoster { return ending.kind == "名单" }
        return Splitter.makes(ending.kind, glyphs)
      }
    }
    return issuedName(of: parent).flatMap { name in
      let ending = DocumentKind.ending(of: Array(name.unicodeScalars))
      return ending.map { Splitter.makes($0.kind, glyphs) } == true ? name : nil
    }
  }

  /// What a notice says it issues, in its title or text.
  func issuedName(of section: Int) -> String? {
    if let title = sections[section].title, let name = Names.issued(by: glyphs(of: title)) { return name }
    guard
      let body = sections[section].paragraphs.joined().first(where: { parts[$0] != .number && parts[$0] != .salutation }
      )
    else { return nil }
    let glyphs = paragraphs[body].glyphs
    guard glyphs.holds(Splitter.issuing) else { return nil }
    return Names.quoted(in: glyphs).first
  }

  /// Whether a paragraph says that it makes a document of a kind: 制定本方案, 提出如下意见.
  private static func makes(_ kind: String, _ glyphs: [Unicode.Scalar]) -> Bool {
    guard let verb = verbs.compactMap({ glyphs.place(of: $0)?.upperBound }).min() else { return false }
    return glyphs[verb...].holds(Array(kind.unicodeScalars))
  }

  /// More listed names are not looked through for each beginning of a text: a guess.
  private static let mostListed = 60
  private static let issuing = Array("印发".unicodeScalars)
  private static let verbs = ["制定", "制订", "提出", "编制"].map { Array($0.unicodeScalars) }
}
