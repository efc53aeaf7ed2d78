// The documents that a document names: their numbers and titles, and what its text says of them.

import Archive

/// Reads the citations of one document.
enum Citations {
  /// The documents that a text names, each once, in the order of the text.
  ///
  /// Named is what has a number, and what has a title in 《》 of which the text says something (根据, 废止, 印发 …). Of
  /// several mentions the one counts that says most.
  ///
  /// - Parameters:
  ///   - text: the document's repaired text, paragraphs separated by LF.
  ///   - spans: the place in the source of each of its code points.
  ///   - number: the document's own number, which is no citation wherever it stands.
  ///   - title: the document's own title.
  static func read(
    in text: [Unicode.Scalar], spans: SpanMap, number: DocumentNumber?, title: String?
  ) -> [Citation] {
    var found = Merger(own: number?.description, title: title.map(Merger.key))
    for mention in mentions(in: text, title: title) {
      found.add(mention, line: spans.position(at: mention.offset)?.line ?? 1)
    }
    return found.citations
  }

  /// The mentions with what is said of them.
  private static func mentions(in text: [Unicode.Scalar], title: String?) -> [Mention] {
    let finder = MentionFinder(text)
    let reader = RelationReader(masked: finder.masked)
    var mentions = finder.mentions[...]
    var list = CitationList(text, reader, title: title)
    let paragraphs = text.indices.split { text[$0] == "\n" }.map { $0.first!..<$0.last! + 1 }
    var start = mentions.startIndex
    for (index, paragraph) in paragraphs.enumerated() {
      let end = mentions[start...].firstIndex { $0.range.lowerBound >= paragraph.upperBound } ?? mentions.endIndex
      readSentences(of: paragraph, reader, &mentions[start..<end])
      list.read(paragraph, followedBy: paragraphs[(index + 1)...], &mentions[start..<end])
      start = end
    }
    return Array(mentions)
  }

  private static func readSentences(
    of paragraph: Range<Int>, _ reader: RelationReader, _ mentions: inout ArraySlice<Mention>
  ) {
    var start = mentions.startIndex
    while start < mentions.endIndex {
      // From a mention back to its sentence's beginning, and on to the end of it.
      let place = mentions[start].range.lowerBound
      let floor = start > mentions.startIndex ? mentions[start - 1].range.upperBound : paragraph.lowerBound
      let begin = (min(floor, place)..<place).last { RelationReader.isSentenceEnd(reader.masked[$0]) }.map { $0 + 1 }
      let finish = (place..<paragraph.upperBound).first { RelationReader.isSentenceEnd(reader.masked[$0]) }
      let sentence = (begin ?? min(floor, place))..<(finish ?? paragraph.upperBound)
      let end = mentions[start...].firstIndex { $0.range.lowerBound >= sentence.upperBound } ?? mentions.endIndex
      reader.read(sentence, &mentions[start..<end])
      start = end
    }
  }
}

/// Joins the mentions of the same document.
private struct Merger {
  /// The document's own number.
  let own: String?
  /// The document's own title, as compared.
  let title: String?
  private static let state = "中华人民共和国"
  private(set) var citations: [Citation] = []
  private var places: [String: Int] = [:]

  init(own: String?, title: String?) {
    self.own = own
    self.title = title
  }

  /// Titles are compared without white space and marks; laws are cited with and without their state's name.
  static func key(_ title: String) -> String {
    var view = String.UnicodeScalarView()
    let title = title.hasPrefix(state) ? title.dropFirst(state.count) : title[...]
    view.append(contentsOf: title.unicodeScalars.lazy.filter { !$0.isSpace && !"《》〈〉".unicodeScalars.contains($0) })
    return String(view)
  }

  mutating func add(_ mention: Mention, line: Int) {
    let number = mention.number?.description
    if let number, number == own { return }
    let whole = mention.title.map(Merger.key)
    if number == nil, whole == nil || whole == title { return }
    let name = mention.title.map(BookTitle.issued)
    let keys = [number, whole, name.map(Merger.key), mention.shortName.map(Merger.key)].compactMap { $0 }
    // A number tells documents of the same title apart.
    let known = keys.compactMap { places[$0] }.first {
      number == nil || citations[$0].number == nil || citations[$0].number == number
    }
    guard let known else {
      guard number != nil || mention.relation != nil else { return }
      for key in keys where places[key] == nil { places[key] = citations.count }
      citations.append(Citation(number: number, title: name, relation: mention.relation, line: line))
      return
    }
    for key in keys where places[key] == nil { places[key] = known }
    citations[known] = merged(citations[known], number, name, mention.relation, line)
  }

  private func merged(
    _ old: Citation, _ number: String?, _ title: String?, _ relation: Citation.Relation?, _ line: Int
  ) -> Citation {
    let saysMore = CitationWords.outweighs(relation, old.relation)
    return Citation(
      number: old.number ?? number, title: old.title ?? title, relation: saysMore ? relation : old.relation,
      line: saysMore || old.number == nil && number != nil ? line : old.line)
  }
}
