// Signs of Markdown within a line that text without Markdown has too: `*100万元*`, `[《办法》](https://…)`.

import Archive

extension Markdown {
  /// More characters are no link or stress: a guess that keeps the search linear.
  private static let reach = 300

  /// Whether a line is a heading of Markdown: a source that has any is written in it.
  static func isHeading(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    let rest = line.drop { $0 == "#" }
    return (1...6).contains(line.count - rest.count) && rest.first?.isSpace == true
  }

  /// `[《办法》](https://…)`: what is read stays, the address goes.
  static func link(_ draft: inout Draft, _ start: Int, _ line: SourceLine) {
    guard start == line.range.lowerBound || draft.scalars[start - 1] != "!",
      let middle = draft.scalars[start..<min(line.range.upperBound, start + reach)].firstIndex(of: "]"),
      middle > start + 1, !draft.scalars[start + 1..<middle].contains("[")
    else { return }
    let rest = draft.scalars[middle + 1..<min(line.range.upperBound, middle + reach)]
    guard rest.starts(with: "(http".unicodeScalars), let end = rest.firstIndex(of: ")"),
      rest[..<end].allSatisfy({ (0x21...0x7E).contains($0.value) })
    else { return }
    draft.remove(start..<start + 1, .markdown, confidence: 0.99)
    draft.remove(middle..<end + 1, .markdown, confidence: 0.99)
  }

  /// `*100万元*` in a source written in Markdown: a pair of single signs that hold one stretch without a mark between
  /// them, for 带*的项目 and 3*4 have them too.
  static func stress(_ draft: inout Draft, _ line: SourceLine) {
    let scalars = draft.scalars[line.range]
    let signs = scalars.indices.filter { scalars[$0] == "*" }
    guard signs.count % 2 == 0 else { return }
    let pairs = stride(from: 0, to: signs.count, by: 2).map { (signs[$0], signs[$0 + 1]) }
    for (start, end) in pairs where isStressed(scalars, start, end) {
      for sign in [start, end] { draft.remove(sign..<sign + 1, .markdown, confidence: 0.95) }
    }
  }

  private static func isStressed(_ scalars: ArraySlice<Unicode.Scalar>, _ start: Int, _ end: Int) -> Bool {
    let inner = scalars[start + 1..<end]
    guard let first = inner.first, let last = inner.last, inner.count <= reach else { return false }
    func isFree(_ index: Int) -> Bool {
      guard scalars.indices.contains(index) else { return true }
      return !scalars[index].isDigit && !scalars[index].isLatinLetter && scalars[index] != "*" && scalars[index] != "\\"
    }
    return isFree(start - 1) && isFree(end + 1) && !first.isSpace && !last.isSpace && first != "的" && last != "\\"
      && inner.contains(where: \.isHan) && !inner.contains { "，。；：！？".unicodeScalars.contains($0) }
  }
}
