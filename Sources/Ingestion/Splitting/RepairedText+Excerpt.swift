// Cuts paragraphs out of a repaired text, with their way back to the source.

import Archive

extension RepairedText {
  /// Some paragraphs as a text of their own.
  ///
  /// - Parameters:
  ///   - ranges: paragraphs in the order in which they shall stand.
  ///   - scalars: the code points of ``text``, which the caller has at hand for all its documents.
  /// - Returns: the text, and its code points.
  func excerpt(
    _ ranges: [Range<Int>], of scalars: [Unicode.Scalar]
  ) -> (text: RepairedText, scalars: [Unicode.Scalar]) {
    var excerpt: [Unicode.Scalar] = []
    var spans = SpanMap()
    var edits: [Edit] = []
    var kept: [RepairedParagraph] = []
    for index in ranges.joined() {
      let paragraph = paragraphs[index]
      if !excerpt.isEmpty { excerpt.append("\n") }
      let shift = excerpt.count - paragraph.range.lowerBound
      excerpt += scalars[paragraph.range]
      spans.append(self.spans, from: paragraph.range, movedBy: shift)
      edits += self.edits(of: index).map { $0.moved(by: shift) }
      kept.append(paragraph.moved(by: shift))
    }
    let text = RepairedText(
      text: String(scalars: excerpt[...]), spans: spans, paragraphs: kept, edits: edits, furniture: [])
    return (text, excerpt)
  }

  /// The edits within a paragraph and behind it up to the next one.
  private func edits(of paragraph: Int) -> ArraySlice<Edit> {
    let start = paragraph == 0 ? 0 : firstEdit(from: paragraphs[paragraph].range.lowerBound)
    let end =
      paragraph + 1 < paragraphs.count ? firstEdit(from: paragraphs[paragraph + 1].range.lowerBound) : edits.count
    return edits[start..<max(start, end)]
  }

  private func firstEdit(from offset: Int) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].textOffset < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension SpanMap {
  /// Appends the part of another map that leads from a stretch of its text.
  fileprivate mutating func append(_ other: SpanMap, from codePoints: Range<Int>, movedBy shift: Int) {
    guard let first = other.segmentIndex(at: codePoints.lowerBound),
      let start = other.position(at: codePoints.lowerBound)
    else { return }
    append(textOffset: codePoints.lowerBound + shift, line: start.line, column: start.column)
    for segment in other.segments[(first + 1)...].prefix(while: { Int($0.textOffset) < codePoints.upperBound }) {
      append(textOffset: Int(segment.textOffset) + shift, line: Int(segment.line), column: Int(segment.column))
    }
  }
}
