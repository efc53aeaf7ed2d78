// Signs of Markdown that recognition wrote: headings, emphasis, bullets, addresses, escapes.

import Archive

/// Takes Markdown out. `50—52#泊位`, `3*4`, page numbers between hyphens and names in addresses are none.
enum Markdown {
  static func repair(_ draft: inout Draft, _ line: SourceLine) {
    var edges = line.range
    prefix(&draft, &edges)
    emphasis(&draft, &edges)
    for index in line.range {
      if draft.scalars[index] == "[" { link(&draft, index, line) }
      if draft.scalars[index] == "<" { address(&draft, index, line) }
      if draft.scalars[index] == ">" { addressEnd(&draft, index, line) }
      if draft.scalars[index] == "\\" { escape(&draft, index, line) }
    }
  }

  /// `# `, `- `, `* ` and `> ` at the line's beginning.
  private static func prefix(_ draft: inout Draft, _ edges: inout Range<Int>) {
    let start = edges.lowerBound
    let sign = draft.scalars[start]
    var end = start + 1
    if sign == "#" { while end < edges.upperBound, draft.scalars[end] == "#", end - start < 6 { end += 1 } }
    guard sign == "#" || sign == "-" || sign == "*" || sign == ">", end < edges.upperBound, draft.scalars[end].isSpace
    else { return }
    while end < edges.upperBound, draft.scalars[end].isSpace { end += 1 }
    guard end < edges.upperBound else { return }
    let next = draft.scalars[end]
    if sign != "#" {
      // `- 12 -` is a page's number, and so is `* 12 *`.
      guard draft.scalars[edges.upperBound - 1] != sign || sign == "*" && next == "*",
        next.isHan || next == "*" || next.isWideMark || next == "(" || next.isLatinLetter
          || isEnumerator(draft, end, edges.upperBound)
      else { return }
    }
    draft.remove(start..<end, .markdown, confidence: 0.99)
    edges = end..<edges.upperBound
  }

  /// `1.` and `1、`.
  private static func isEnumerator(_ draft: Draft, _ start: Int, _ end: Int) -> Bool {
    let rest = draft.scalars[start..<min(end, start + 4)].drop { $0.isDigit }
    guard rest.startIndex > start, let sign = rest.first else { return false }
    return sign == "." || sign == "、" || sign == "．" || sign == ")" || sign == "）"
  }

  /// Pairs of `**`, and what a page's end left of them at a line's edges.
  private static func emphasis(_ draft: inout Draft, _ edges: inout Range<Int>) {
    var signs: [Range<Int>] = []
    var index = edges.lowerBound
    while index < edges.upperBound {
      guard draft.scalars[index] == "*" else {
        index += 1
        continue
      }
      var end = index + 1
      while end < edges.upperBound, draft.scalars[end] == "*" { end += 1 }
      if (2...3).contains(end - index) { signs.append(index..<end) }
      // A line of nothing else stands for a rule.
      if end - index == edges.count, edges.count >= 3 {
        draft.remove(edges, .markdown, confidence: 0.95)
        return
      }
      index = end
    }
    // Taking signs and white space away leaves as much text as there is.
    guard !signs.isEmpty, holdsText(draft, edges) else { return }
    for sign in signs
    where signs.count > 1 || sign.lowerBound == edges.lowerBound || sign.upperBound == edges.upperBound {
      var start = sign.lowerBound
      var end = sign.upperBound
      // White space that the sign kept from the line's edge goes with it.
      if start == edges.lowerBound {
        while end < edges.upperBound, draft.scalars[end].isSpace { end += 1 }
        edges = end..<max(end, edges.upperBound)
      }
      if sign.upperBound == edges.upperBound {
        while start > edges.lowerBound, draft.scalars[start - 1].isSpace { start -= 1 }
      }
      if start < end { draft.remove(start..<end, .markdown, confidence: 0.99) }
    }
  }

  private static func holdsText(_ draft: Draft, _ range: Range<Int>) -> Bool {
    draft.scalars[range].contains { $0.isHan }
  }

  /// `<https://…>` and `<name@…>`: the brackets go.
  private static func address(_ draft: inout Draft, _ start: Int, _ line: SourceLine) {
    // Longer ones than 300 characters are none: a guess that keeps the search linear.
    let reach = min(line.range.upperBound, start + 300)
    guard start + 1 < reach, draft.scalars[start + 1].isLatinLetter,
      case let rest = draft.scalars[start + 1..<reach],
      let end = rest.firstIndex(where: { $0 == ">" || $0.isSpace || $0.isHan || $0 == "<" }) ?? rest.indices.last
    else { return }
    let inner = draft.scalars[start + 1..<end]
    let isWhole = draft.scalars[end] == ">"
    // A page's end cuts addresses: its beginning ends the line.
    guard isWhole ? inner.contains("@") || isWeb(inner) : end + 1 == line.range.upperBound && isWeb(inner) else {
      return
    }
    draft.remove(start..<start + 1, .markdown, confidence: 0.99)
    if isWhole { draft.remove(end..<end + 1, .markdown, confidence: 0.99) }
  }

  private static func isWeb(_ text: ArraySlice<Unicode.Scalar>) -> Bool { text.starts(with: "http".unicodeScalars) }

  /// `cles/12/>` at a line's head: the rest of an address that a page's end cut.
  private static func addressEnd(_ draft: inout Draft, _ end: Int, _ line: SourceLine) {
    let rest = draft.scalars[line.range.lowerBound..<end]
    guard rest.count > 2, rest.count < 300, rest.contains("/") || rest.contains("."),
      rest.allSatisfy({ (0x21...0x7E).contains($0.value) && $0 != "<" && $0 != ">" }),
      end + 1 == line.range.upperBound || HalfWidthSigns.isChinese(draft.scalars[end + 1])
    else { return }
    draft.remove(end..<end + 1, .markdown, confidence: 0.95)
  }

  /// A backslash before a sign that Markdown would read otherwise; before `%` and brackets it is LaTeX's.
  private static func escape(_ draft: inout Draft, _ index: Int, _ line: SourceLine) {
    guard index + 1 < line.range.upperBound, "_*#<>~.-+!|".unicodeScalars.contains(draft.scalars[index + 1]) else {
      return
    }
    draft.remove(index..<index + 1, .markdown, confidence: 0.95)
  }
}
