// Links of Markdown within a line: `[《办法》](https://…)`.

import Archive

extension Markdown {
  /// More characters are no link: a guess that keeps the search linear.
  private static let reach = 300

  /// `[《办法》](https://…)`: what is read stays, the address goes.
  static func link(_ draft: inout Draft, _ start: Int, _ line: SourceLine) {
    // Offsets alone: a slice of the text that lived on could make the next change copy all of it.
    guard let (middle, end) = linkEnds(draft.scalars, start, line) else { return }
    draft.remove(start..<start + 1, .markdown, confidence: 0.99)
    draft.remove(middle..<end + 1, .markdown, confidence: 0.99)
  }

  /// Where the text and the address of a link end.
  private static func linkEnds(_ scalars: [Unicode.Scalar], _ start: Int, _ line: SourceLine) -> (Int, Int)? {
    guard start == line.range.lowerBound || scalars[start - 1] != "!",
      let middle = scalars[start..<min(line.range.upperBound, start + reach)].firstIndex(of: "]"),
      middle > start + 1, !scalars[start + 1..<middle].contains("[")
    else { return nil }
    let address = scalars[middle + 1..<min(line.range.upperBound, middle + reach)]
    guard address.starts(with: "(http".unicodeScalars) else { return nil }
    var depth = 0
    for index in address.indices {
      guard (0x21...0x7E).contains(address[index].value) else { return nil }
      // Addresses hold brackets too: `b_(c).html`.
      if address[index] == "(" { depth += 1 }
      if address[index] == ")" { depth -= 1 }
      if depth == 0 { return (middle, index) }
    }
    return nil
  }
}
