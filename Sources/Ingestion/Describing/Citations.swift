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
    var found = CitationMerger(own: number?.description, title: title.map(CitationMerger.key))
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
