// Lists of documents that a sentence or heading above them speaks of: 下列文件予以废止：, one entry a paragraph.

import Archive

/// Goes through the paragraphs of a document and gives the entries of lists what the list says of them.
struct CitationList {
  /// Longer headings are sentences: a guess.
  private static let longestHeading = 40
  /// The longest piece of a table row that stands by itself: a guess.
  private static let longestPiece = 40
  /// Pieces that one row of a table may be cut into: a guess.
  private static let mostPieces = 3
  private static let about = Array("关于".unicodeScalars)

  private let scalars: [Unicode.Scalar]
  private let reader: RelationReader
  private var relation: Citation.Relation?
  /// Whether what opened the list began with 一、: the next such paragraph ends it.
  private var isUnderOrdinal = false
  private var isOpen = false

  /// - Parameters:
  ///   - title: the document's title: 关于废止部分文件的决定 speaks of the lists in it.
  init(_ scalars: [Unicode.Scalar], _ reader: RelationReader, title: String?) {
    self.scalars = scalars
    self.reader = reader
    guard let listed = title.flatMap(CitationList.relation(ofTitle:)) else { return }
    relation = listed
    isOpen = true
  }

  /// What a list with this title says of its documents: 宣布失效的规范性文件目录.
  static func relation(ofTitle title: String) -> Citation.Relation? {
    let glyphs = Array(title.unicodeScalars)
    let whole = 0..<glyphs.count
    guard CitationWords.listings.first(in: glyphs, whole) != nil, !glyphs.contains("《") else { return nil }
    return CitationWords.listed(in: glyphs, whole)?.value
  }

  /// Reads a paragraph whose sentences have been read.
  ///
  /// - Parameters:
  ///   - rest: the paragraphs below it.
  ///   - mentions: those of the paragraph.
  mutating func read(
    _ paragraph: Range<Int>, followedBy rest: ArraySlice<Range<Int>>, _ mentions: inout ArraySlice<Mention>
  ) {
    if isOpen, isUnderOrdinal, startsWithOrdinal(paragraph) { close() }
    if isOpen, isEntry(paragraph, mentions) {
      readEntry(paragraph, rest, &mentions)
      // 关于修改甲办法的决定（…） is no heading.
      if stop(of: paragraph) == nil { return }
    } else if isOpen, mentions.isEmpty, paragraph.count > CitationList.longestPiece {
      close()
    }
    open(behind: paragraph)
  }

  private mutating func close() {
    relation = nil
    isOpen = false
    isUnderOrdinal = false
  }

  private mutating func open(behind paragraph: Range<Int>) {
    let end = paragraph.upperBound - (stop(of: paragraph) == nil ? 0 : 1)
    let start = paragraph[..<end].last { RelationReader.isSentenceEnd(reader.masked[$0]) }.map { $0 + 1 }
    let sentence = behindException((start ?? paragraph.lowerBound)..<end)
    guard mayOpen(sentence, stop(of: paragraph), paragraph.count),
      !sentence.contains(where: { reader.masked[$0] == MentionFinder.mask && scalars[$0] == "《" })
    else { return }
    guard let introduced = reader.introduced(by: sentence, isHeading: stop(of: paragraph) == nil) else {
      // 下列文件继续有效：
      if isOpen, CitationWords.spares(reader.masked, sentence) { close() }
      return
    }
    relation = introduced
    isOpen = true
    isUnderOrdinal = startsWithOrdinal(paragraph)
  }

  /// What a sentence says behind 除《…》继续有效外，.
  private func behindException(_ sentence: Range<Int>) -> Range<Int> {
    guard sentence.first.map({ scalars[$0] }) == "除",
      let comma = sentence.dropFirst().first(where: { scalars[$0] == "，" && scalars[$0 - 1] == "外" })
    else { return sentence }
    return comma + 1..<sentence.upperBound
  }

  /// A sentence with a colon opens a list, one with a full stop only where it points to what follows, a heading always.
  private func mayOpen(_ sentence: Range<Int>, _ stop: Unicode.Scalar?, _ count: Int) -> Bool {
    switch stop {
    case "。": CitationWords.pointers.first(in: reader.masked, sentence) != nil
    case nil: count <= CitationList.longestHeading
    default: true
    }
  }

  private func stop(of paragraph: Range<Int>) -> Unicode.Scalar? {
    paragraph.last.map { scalars[$0] }.flatMap { $0 == "：" || $0 == ":" || $0 == "。" ? $0 : nil }
  }

  /// 一、 and （一）, which number sections and not the entries of lists.
  private func startsWithOrdinal(_ paragraph: Range<Int>) -> Bool {
    let head = paragraph.prefix(4).drop { scalars[$0].isHanNumeral }
    return head.count < min(4, paragraph.count) && head.first.map { scalars[$0] == "、" } ?? false
  }

  /// Whether title or number stand at the beginning of a paragraph, or all of it is an entry: one clause, what brackets
  /// say aside. A sign may end it where its last word is of a document, and no sentence that names one.
  private func isEntry(_ paragraph: Range<Int>, _ mentions: ArraySlice<Mention>) -> Bool {
    guard let first = mentions.first else { return false }
    if first.range.lowerBound - paragraph.lowerBound <= 6 { return true }
    let entry = withoutSign(paragraph)
    guard isOneClause(entry) else { return false }
    return entry.count == paragraph.count || endsWithDocument(entry, first)
  }

  private func isOneClause(_ entry: Range<Int>) -> Bool {
    var depth = 0
    for index in entry {
      switch reader.masked[index] {
      case "（", "(": depth += 1
      case "）", ")": depth = max(0, depth - 1)
      case let sign where depth == 0 && (RelationReader.isClauseEnd(sign) || sign == "。"): return false
      default: break
      }
    }
    return true
  }

  /// Whether nothing stands behind the document that an entry names, by its number in brackets or its title.
  private func endsWithDocument(_ entry: Range<Int>, _ mention: Mention) -> Bool {
    guard let last = entry.last, "\u{FFFC}）)".unicodeScalars.contains(reader.masked[last]) else { return false }
    let before = entry.lowerBound..<mention.range.lowerBound
    // 规章清理工作程序见《…规定》 is a sentence.
    if mention.title != nil, !Array(scalars[before]).holds(CitationList.about) { return false }
    let title = mention.title ?? title(in: before)
    return title.flatMap { DocumentKind.ending(of: $0.unicodeScalars) } != nil
  }

  /// A paragraph without the sign that ends it: entries of one list part with ； and end with 。.
  private func withoutSign(_ paragraph: Range<Int>) -> Range<Int> {
    let isSigned = paragraph.last.map { "；;。，,、".unicodeScalars.contains(scalars[$0]) } ?? false
    return isSigned ? paragraph.dropLast() : paragraph
  }

  private func readEntry(_ paragraph: Range<Int>, _ rest: ArraySlice<Range<Int>>, _ mentions: inout ArraySlice<Mention>)
  {
    let first = mentions.startIndex
    var tail = Array(scalars[mentions[first].range.upperBound..<paragraph.upperBound])
    for piece in rest.prefix(CitationList.mostPieces - 1) {
      guard mentions.count == 1, verdict(in: tail) == nil, isPiece(piece) else { break }
      tail += scalars[piece]
    }
    let verdict = verdict(in: tail)
    let start = mentions[first].range.upperBound
    let end = min(paragraph.upperBound, start + (verdict?.range.lowerBound ?? tail.count))
    if verdict != nil || relation != nil, let own = outerTitle(paragraph.lowerBound..<end, mentions) {
      // The list speaks of the notice, and not of what that was about.
      for index in mentions.indices { mentions[index].relation = nil }
      mentions[own.index].relation = verdict.map(\.value) ?? relation
      mentions[own.index].title = own.title
      return
    }
    for index in mentions.indices where mentions[index].relation == nil {
      mentions[index].relation = verdict.map(\.value) ?? relation
    }
    guard mentions.count == 1, mentions[first].title == nil else { return }
    let title = title(of: mentions[first], paragraph, tail.prefix(verdict?.range.lowerBound ?? tail.count))
    mentions[first].title = title
    // What stands behind 关于 is said in the title, and not of it.
    if let title, let listed = verdict.map(\.value) ?? relation, Array(title.unicodeScalars).holds(CitationList.about) {
      mentions[first].relation = listed
    }
  }

  /// An entry that is a document about others: 关于印发《…》的通知（云水发〔2023〕17号）. One without a number could be any
  /// office's, and what is said behind its number may be of a part of it or spare it.
  ///
  /// - Parameter entry: without the verdict behind it.
  /// - Returns: which of the mentions stands for the document, and the title.
  private func outerTitle(_ entry: Range<Int>, _ mentions: ArraySlice<Mention>) -> (index: Int, title: String)? {
    let numbered = mentions.indices.filter { mentions[$0].number != nil }
    guard numbered.count == 1, let own = numbered.first, mentions[own].title == nil,
      let inner = mentions.first(where: { $0.number == nil })
    else { return nil }
    let isLast = own == mentions.endIndex - 1
    guard isLast || own == mentions.startIndex, mentions[own].range.upperBound <= entry.upperBound else { return nil }
    let behind = mentions[own].range.upperBound..<entry.upperBound
    guard !isLast || !scalars[behind].contains(where: \.isHan) else { return nil }
    let stretch = isLast ? entry.lowerBound..<mentions[own].range.lowerBound : behind
    guard stretch.contains(inner.range.lowerBound),
      Array(scalars[stretch.lowerBound..<inner.range.lowerBound]).holds(CitationList.about),
      let title = title(in: stretch), DocumentKind.ending(of: title.unicodeScalars) != nil
    else { return nil }
    return (own, title)
  }

  private func isPiece(_ piece: Range<Int>) -> Bool {
    piece.count <= CitationList.longestPiece && !startsWithOrdinal(piece)
      && !piece.contains { reader.masked[$0] == MentionFinder.mask || reader.masked[$0] == "。" }
  }

  /// The word at the end of a row, behind a space, that says what became of its document.
  private func verdict(in tail: [Unicode.Scalar]) -> WordTable<Citation.Relation?>.Match? {
    guard let space = tail.lastIndex(where: \.isSpace) else {
      return CitationWords.verdicts.match(in: tail, at: 0, before: tail.count)
    }
    return CitationWords.verdicts.match(in: tail, at: space + 1, before: tail.count)
  }

  /// The title that stands in a row without marks, behind its number or before it.
  private func title(of mention: Mention, _ paragraph: Range<Int>, _ tail: ArraySlice<Unicode.Scalar>) -> String? {
    let signs = tail.reversed().prefix { "；;。，,、".unicodeScalars.contains($0) }.count
    let behind = tail.dropLast(signs).drop(while: \.isSpace)
    if behind.count < tail.count - signs, behind.prefix(4).allSatisfy(\.isHan), behind.count >= 4 {
      return BookTitle.plain(behind)
    }
    return self.title(in: paragraph.lowerBound..<mention.range.lowerBound)
  }

  private func title(in range: Range<Int>) -> String? { CitationRow.title(in: scalars[range]) }
}
