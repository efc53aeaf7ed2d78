// Cuts passages at sentences, and carries offsets from the folded text over to the text itself.

internal import API

/// One document's text, folded and as it is. Ranges are bytes of the folded text unless said otherwise.
struct PassageCutter {
  let folded: UTF8Text
  private let original: UTF8Text

  init(folded: [UInt8], original: [UInt8]) {
    self.folded = UTF8Text(bytes: folded)
    self.original = UTF8Text(bytes: original)
  }

  /// The passage that shows a window: from the beginning of its sentence where that is near, to the end of one.
  ///
  /// - Parameter taken: passages cut before, which it must not touch; none overlaps the window.
  func range(around window: Range<Int>, avoiding taken: [Range<Int>]) -> Range<Int> {
    let before = taken.map(\.upperBound).filter { $0 <= window.lowerBound }.max() ?? 0
    let after = taken.map(\.lowerBound).filter { $0 >= window.upperBound }.min() ?? folded.bytes.count
    let paragraphStart = max(before, folded.offsetAfterLast(0x0A, before: window.lowerBound))
    let paragraphEnd = min(after, folded.firstOffset(of: 0x0A, from: window.upperBound))
    let earliest = folded.step(-PassageFinder.lead, from: window.lowerBound, limit: paragraphStart)
    let start = sentenceEnd(in: earliest..<window.lowerBound) ?? afterMarks(earliest..<window.lowerBound)
    let latest = max(window.upperBound, folded.step(PassageFinder.maximumLength, from: start, limit: paragraphEnd))
    return start..<(sentenceEnd(in: window.upperBound..<latest) ?? latest)
  }

  /// The first paragraph, as far as a passage goes; nil for an empty text.
  func opening() -> Range<Int>? {
    guard !folded.bytes.isEmpty else { return nil }
    let end = folded.firstOffset(of: 0x0A, from: 0)
    return 0..<folded.step(PassageFinder.maximumLength, from: 0, limit: end)
  }

  /// The text itself of a passage.
  ///
  /// - Parameter codePoint: where the passage begins, in code points.
  func string(_ range: Range<Int>, at codePoint: Int) -> String {
    let start = original.byteOffset(ofCodePoint: codePoint)
    let end = original.step(folded.codePointCount(range), from: start, limit: original.bytes.count)
    return String(decoding: original.bytes[start..<end], as: UTF8.self)
  }

  /// The matches inside a passage, in code points from its beginning; those that overlap are one.
  func highlights(_ occurrences: [Occurrence], in range: Range<Int>) -> [[Int]] {
    var highlights: [[Int]] = []
    for match in occurrences.map(\.bytes) {
      guard match.lowerBound >= range.lowerBound, match.upperBound <= range.upperBound else { continue }
      let start = folded.codePointCount(range.lowerBound..<match.lowerBound)
      let end = start + folded.codePointCount(match)
      if let last = highlights.last, start < last[1] {
        highlights[highlights.count - 1][1] = max(last[1], end)
      } else {
        highlights.append([start, end])
      }
    }
    return highlights
  }

  /// Where a stretch goes on behind the marks it begins with: no passage begins with a comma.
  private func afterMarks(_ range: Range<Int>) -> Int {
    var start = range.lowerBound
    while start < range.upperBound {
      let rest = folded.bytes[start..<range.upperBound]
      if let mark = PassageCutter.marks.first(where: { rest.starts(with: $0) }) {
        start += mark.count
      } else {
        break
      }
    }
    return start
  }

  /// Marks that end something, folded.
  private static let marks = [",", ":", ")", " ", "、", "”", "》", "〕"].map { Array($0.utf8) }

  /// Where the last sentence ends that ends within a stretch.
  private func sentenceEnd(in range: Range<Int>) -> Int? {
    range.reversed().first { endsSentence($0, from: range.lowerBound) }.map { $0 + 1 }
  }

  /// Whether a byte is the last of a mark that ends a sentence and does not begin before a place.
  private func endsSentence(_ end: Int, from start: Int) -> Bool {
    switch folded.bytes[end] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): true
    // 。 is E3 80 82.
    case 0x82: end >= start + 2 && folded.bytes[end - 1] == 0x80 && folded.bytes[end - 2] == 0xE3
    default: false
    }
  }

  /// Whether a passage that begins at a place begins within a sentence.
  func isCut(before start: Int) -> Bool { !isBoundary(beforeMarks(start)) }

  /// Whether a passage that ends at a place ends within a sentence.
  func isCut(behind end: Int) -> Bool {
    end < folded.bytes.count && folded.bytes[end] != 0x0A && !isBoundary(beforeMarks(end))
  }

  /// Whether a sentence or paragraph begins at a place, or could.
  private func isBoundary(_ place: Int) -> Bool {
    place == 0 || folded.bytes[place - 1] == 0x0A || endsSentence(place - 1, from: 0)
  }

  /// Where the marks begin that end at a place.
  private func beforeMarks(_ end: Int) -> Int {
    var start = end
    while let mark = PassageCutter.marks.first(where: { folded.bytes[..<start].suffix($0.count).elementsEqual($0) }) {
      start -= mark.count
    }
    return start
  }

  /// The offset in some unit of what has an offset in code points of the text itself.
  func offset(ofCodePoint codePoint: Int, in unit: OffsetUnit) -> Int {
    guard unit == .utf16 else { return codePoint }
    // A character that takes two code units takes four bytes.
    return codePoint + original.bytes[..<original.byteOffset(ofCodePoint: codePoint)].count { $0 >= 0xF0 }
  }
}
