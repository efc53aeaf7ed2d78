// The lines of a concordance, cut from one document.

internal import API
internal import Analysis
internal import Archive
internal import Indexing

extension ConcordanceLine {
  /// Places of a document with what stands around them.
  ///
  /// - Parameters:
  ///   - places: in order, in bytes of the folded text.
  ///   - width: how many code points stand on each side.
  ///   - unit: what offsets count.
  static func lines(
    at places: [Range<Int>], of document: StoredDocument, _ folded: FoldedText, width: Int, _ unit: OffsetUnit
  ) throws(CorruptBytes) -> [ConcordanceLine] {
    if places.isEmpty { return [] }
    let text = Array(document.text.unicodeScalars)
    let bytes = UTF8Text(bytes: folded.bytes)
    let spans = try document.spans()
    let fields = document.head.fields
    var lines: [ConcordanceLine] = []
    // Places come in order: so many of the characters before one take two code units of UTF-16.
    var (byte, codePoint, pairs) = (0, 0, 0)
    for place in places {
      let last = codePoint
      codePoint += bytes.codePointCount(byte..<place.lowerBound)
      byte = place.lowerBound
      if unit == .utf16 { pairs += text[last..<codePoint].count { $0.value > 0xFFFF } }
      let end = codePoint + bytes.codePointCount(place)
      func string(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(text[range.clamped(to: text.indices)]))
      }
      lines.append(
        ConcordanceLine(
          id: document.id.description, title: fields.title, number: fields.number, date: fields.date?.description,
          source: document.source.description, line: spans.position(at: codePoint)?.line ?? 1,
          offset: codePoint + pairs,
          left: string(codePoint - width..<codePoint), match: string(codePoint..<end), right: string(end..<end + width))
      )
    }
    return lines
  }
}
