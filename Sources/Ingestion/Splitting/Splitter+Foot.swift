// What stands behind a document's text: signature, date, openness, imprint; and how sections hang together.

import Archive

extension Splitter {
  /// The most offices that sign a document: forty ministries have done so.
  private static let mostSigners = 45

  /// The signature that begins at a paragraph: offices or the one who signs, and the date below.
  func signature(at index: Int) -> Range<Int>? {
    if parts[index] == .signedDate { return index..<index + 1 }
    var end = index
    while end < min(index + Splitter.mostSigners, parts.count),
      parts[end] == .office || parts[end] == .person || end > index && Offices.isSeal(paragraphs[end].scalars)
    {
      end += 1
    }
    guard end < parts.count else { return nil }
    if parts[end] == .signedDate { return index..<end + 1 }
    guard parts[end] == .date, end > index || isAtEnd(end) else { return nil }
    return index..<end + 1
  }

  /// Whether a date without a signature can be that of a document: its text has ended and another part follows.
  private func isAtEnd(_ index: Int) -> Bool {
    guard sections[current].hasBody, !sections[current].isClosed else { return false }
    guard index + 1 < parts.count else { return true }
    switch parts[index + 1] {
    case .openness, .imprint, .copies, .mark, .list, .number, .title(isFull: true): return true
    case .registration: return announcesHead(index + 1)
    case .body: return isColumnHead(index + 1) || Splitter.contacts.contains { paragraphs[index + 1].starts(with: $0) }
    default: return false
    }
  }

  /// What notes on whom to ask begin with, below the date.
  private static let contacts = ["联系人", "（联系人", "(联系人"].map { Array($0.unicodeScalars) }

  mutating func take(signature range: Range<Int>) -> Int {
    let owner = owner(ofSignature: range)
    sections[owner].append(range)
    // A second one is that of a text quoted or copied below.
    if sections[owner].signature == nil { sections[owner].signature = range }
    sections[owner].isClosed = true
    sections[owner].isListing = false
    lastSigned = owner
    return range.upperBound
  }

  /// A signature right below an attachment's title is that of the notice, whose text the title cut off.
  private func owner(ofSignature range: Range<Int>) -> Int {
    guard let parent = sections[current].parent, !sections[current].hasBody, sections[current].title != nil,
      sections[parent].signature == nil
    else { return current }
    return parent
  }

  /// Openness belongs to what was signed right before; imprint and copies to the numbered document of the family.
  mutating func take(closing index: Int) -> Int {
    let owner: Int
    if parts[index] == .openness {
      owner = lastSigned.flatMap { sections[$0].end == index ? $0 : nil } ?? current
    } else {
      owner = root(of: current)
    }
    sections[owner].append(index..<index + 1)
    if owner == current { sections[owner].isClosed = true }
    return index + 1
  }

  /// The document at the top of a family.
  func root(of section: Int) -> Int {
    var section = section
    while let parent = sections[section].parent { section = parent }
    return section
  }
}

extension Splitter {
  /// Appends paragraphs to the section at hand.
  mutating func append(_ range: Range<Int>) { sections[current].append(range) }

  /// Begins a section; the first one is there already.
  mutating func begin(parent: Int? = nil) {
    guard !sections[current].isEmpty else { return }
    sections.append(Section())
    current = sections.count - 1
    if let parent { attach(to: parent) }
  }

  /// Makes the section at hand an attachment.
  mutating func attach(to parent: Int) {
    let above = sections[parent].depth < Splitter.deepest ? parent : root(of: parent)
    sections[current].parent = above
    sections[current].depth = sections[above].depth + 1
  }

  /// An attachment of an attachment of an attachment: deeper ones are not printed. A guess.
  private static let deepest = 4
}
