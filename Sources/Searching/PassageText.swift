// A document's text with its code points counted, for cutting passages at sentences.

/// A text addressed by code points.
struct PassageText {
  private let codePoints: [Unicode.Scalar]
  /// Offsets of the line feeds that end paragraphs.
  private let paragraphEnds: [Int]

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    codePoints = scalars
    paragraphEnds = scalars.indices.filter { scalars[$0] == "\n" }
  }

  func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(codePoints[range]))
  }

  /// The paragraph around an offset, without its line feed.
  func paragraph(at offset: Int) -> Range<Int> {
    var low = 0
    var high = paragraphEnds.count
    while low < high {
      let middle = (low + high) / 2
      if paragraphEnds[middle] < offset { low = middle + 1 } else { high = middle }
    }
    let start = low == 0 ? 0 : paragraphEnds[low - 1] + 1
    return start..<(low < paragraphEnds.count ? paragraphEnds[low] : codePoints.count)
  }

  /// The passage that shows a window: from the beginning of its sentence where that is near, to the end of one.
  func passage(around window: Range<Int>) -> Range<Int> {
    let paragraph = paragraph(at: window.lowerBound)
    let earliest = max(paragraph.lowerBound, window.lowerBound - PassageFinder.lead)
    let upper = min(window.upperBound, paragraph.upperBound)
    let start = sentenceStart(before: window.lowerBound, notBefore: earliest)
    let latest = min(paragraph.upperBound, max(start + PassageFinder.maximumLength, upper))
    return start..<sentenceEnd(after: upper, notAfter: latest)
  }

  /// The first paragraph that is not blank, as far as a passage goes; nil for an empty text.
  func opening() -> Range<Int>? {
    guard let first = codePoints.firstIndex(where: { !$0.properties.isWhitespace }) else { return nil }
    let end = paragraph(at: first).upperBound
    return first..<min(end, first + PassageFinder.maximumLength)
  }

  private func sentenceStart(before offset: Int, notBefore earliest: Int) -> Int {
    var start = offset
    while start > earliest {
      if PassageText.endsSentence(codePoints[start - 1]) { return start }
      start -= 1
    }
    return earliest
  }

  private func sentenceEnd(after offset: Int, notAfter latest: Int) -> Int {
    var best: Int?
    for end in offset..<max(offset, latest) where PassageText.endsSentence(codePoints[end]) { best = end + 1 }
    return best ?? latest
  }

  private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "！", "？", "；", "\n": true
    default: false
    }
  }
}
