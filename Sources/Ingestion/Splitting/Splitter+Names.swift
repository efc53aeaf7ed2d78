// Titles that are named elsewhere: by the document at hand, by one it belongs to, or in the list of contents.

extension Splitter {
  /// The document at hand, or one it belongs to, that names a title; nil where none does.
  func namer(of title: Range<Int>) -> Int? {
    guard let name = Names.normal(glyphs(of: title)) else { return nil }
    var section: Int? = current
    while let candidate = section {
      let own = sections[candidate].title.flatMap { Names.normal(glyphs(of: $0)) }
      if own != name, sections[candidate].names.contains(name) || issues(name, candidate) { return candidate }
      section = sections[candidate].parent
    }
    return nil
  }

  /// Whether a signed notice names a title without 《》.
  private func issues(_ name: String, _ section: Int) -> Bool {
    guard sections[section].isClosed, name.count >= Splitter.shortestIssued else { return false }
    let name = Array(name.unicodeScalars)
    return sections[section].paragraphs.joined().prefix(Splitter.noticeLength).contains { index in
      paragraphs[index].glyphs.holds(name)
    }
  }

  /// Whether a title stands twice in a head: that of the page, and the document's own below the lines on its adoption.
  func isRepeated(_ title: Range<Int>, at other: Range<Int>) -> Bool {
    let (one, two) = (glyphs(of: title).filter(\.isHan), glyphs(of: other).filter(\.isHan))
    return one == two || two.count >= Splitter.shortestIssued && one.suffix(two.count).elementsEqual(two)
  }

  func isInContents(_ title: Range<Int>) -> Bool {
    guard !contents.isEmpty, let name = Names.normal(glyphs(of: title)) else { return false }
    return contents.contains(name)
  }

  /// The characters of a title without white space.
  func glyphs(of title: Range<Int>) -> [Unicode.Scalar] { paragraphs[title].flatMap(\.glyphs) }

  /// Takes note of what paragraphs call other documents.
  mutating func collectNames(from range: Range<Int>) {
    for index in range {
      for name in Names.quoted(in: paragraphs[index].glyphs) { sections[current].names.insert(name) }
    }
    if sections[current].title == range, let name = Names.issued(by: glyphs(of: range)) {
      sections[current].names.insert(name)
    }
  }

  /// The paragraphs of a notice that are looked through for what it issues: number, title, salutation and a few more.
  private static let noticeLength = 8
  /// The shortest title that is looked for without 《》: shorter ones are ordinary words. A guess.
  private static let shortestIssued = 7
}
