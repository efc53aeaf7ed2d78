// Breaks paragraphs into lines of a frame, as the page did.

/// Sets paragraphs: two cells of indent, no mark that may not begin a line at a line's beginning.
struct Typesetter {
  /// How far back a line's end is moved for a mark or a number that may not be parted, in characters (guess).
  private static let reach = 16

  let setting: PageSetting

  /// The lines of a paragraph; one line when the pages are not set.
  func lines(of paragraph: GlyphParagraph, _ run: inout DamageRun) -> [GlyphLine] {
    guard setting.isSet else { return [line(paragraph, paragraph.glyphs.indices)] }
    var limit = 2 * setting.cells
    var issuerEnd: Int?
    if paragraph.role == .title {
      // Titles are centred and may be broken earlier, in lines of about the same length; often behind the issuer.
      limit = max(16, limit - 2 * run.number(in: 0...setting.cells / 3))
      if run.chance(0.5) { issuerEnd = paragraph.firstIndex(of: "关于") }
    }
    let indent = paragraph.role == .body ? 4 : 0
    var lines: [GlyphLine] = []
    var start = 0
    while start < paragraph.glyphs.count {
      var end = lineEnd(paragraph.glyphs, from: start, limit: start == 0 ? limit - indent : limit)
      if let issuerEnd, start < issuerEnd { end = min(end, issuerEnd) }
      let line = line(paragraph, start..<end)
      if line.glyphs.isEmpty, !lines.isEmpty {
        lines[lines.count - 1].clean = lines[lines.count - 1].clean.lowerBound..<line.clean.upperBound
        lines[lines.count - 1].isLast = line.isLast
      } else {
        lines.append(line)
      }
      start = end
    }
    return lines
  }

  private func lineEnd(_ glyphs: [Glyph], from start: Int, limit: Int) -> Int {
    var end = start
    var width = 0
    while end < glyphs.count, width + glyphs[end].scalar.halfCells <= limit {
      width += glyphs[end].scalar.halfCells
      end += 1
    }
    guard end < glyphs.count else { return end }
    for candidate in stride(from: end, to: max(start, end - Typesetter.reach), by: -1)
    where mayBreak(glyphs[candidate - 1].scalar, glyphs[candidate].scalar) {
      return candidate
    }
    return max(end, start + 1)
  }

  private func mayBreak(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    if right.mayNotBeginLine || left.mayNotEndLine || left == "—" && right == "—" { return false }
    if left.isASCIILetter && right.isASCIILetter { return false }
    return setting.cutsNumbers || !(isOfNumber(left) && isOfNumber(right))
  }

  private func isOfNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIIDigit || scalar == "." || scalar == "%" || scalar.isASCIILetter
  }

  /// A line of some glyphs, white space at its ends left out.
  private func line(_ paragraph: GlyphParagraph, _ range: Range<Int>) -> GlyphLine {
    let isFirst = range.lowerBound == 0
    let isLast = range.upperBound == paragraph.glyphs.count
    var text = range
    while let first = text.first, paragraph.glyphs[first].scalar.isSpace { text = first + 1..<text.upperBound }
    while let last = text.last, paragraph.glyphs[last].scalar.isSpace { text = text.lowerBound..<last }
    let start = isFirst ? paragraph.clean.lowerBound : paragraph.cleanOffset(at: range.lowerBound)
    let end = isLast ? paragraph.clean.upperBound : paragraph.cleanOffset(at: range.upperBound)
    return GlyphLine(
      role: paragraph.role, document: paragraph.document, glyphs: Array(paragraph.glyphs[text]), clean: start..<end,
      isFirst: isFirst, isLast: isLast)
  }
}
