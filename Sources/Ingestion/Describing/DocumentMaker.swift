// From a repaired text to the documents in it.

import Archive

/// Splits and describes one source's text.
enum DocumentMaker {
  /// The documents of a source, in the order of its text.
  static func documents(of text: RepairedText, source: SourceID) -> [Document] {
    var splitter = Splitter(text)
    let sections = splitter.split()
    let metadata = Describer(paragraphs: splitter.paragraphs, sections: sections).describe()
    let scalars = Array(text.text.unicodeScalars)
    return zip(sections, metadata).enumerated().map { index, pair in
      let (section, known) = pair
      let excerpt = text.excerpt(section.paragraphs, of: scalars)
      var metadata = known
      metadata.parent = section.parent.map { DocumentID(source: source, ordinal: $0 + 1) }
      metadata.lines = excerpt.paragraphs.flatMap(\.lines).merged()
      return Document(
        id: DocumentID(source: source, ordinal: index + 1), source: source, ordinal: index + 1, metadata: metadata,
        text: excerpt.text, spans: excerpt.spans, edits: excerpt.edits)
    }
  }
}

extension [ClosedRange<Int>] {
  /// The ranges with neighbours made one, in their order.
  fileprivate func merged() -> [ClosedRange<Int>] {
    var merged: [ClosedRange<Int>] = []
    for range in self {
      if let last = merged.last, range.lowerBound <= last.upperBound + 1, range.lowerBound >= last.lowerBound {
        merged[merged.count - 1] = last.lowerBound...Swift.max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}
