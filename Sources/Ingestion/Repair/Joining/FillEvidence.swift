// What a line's fill says about whether its paragraph goes on: a line is broken when the next character has no room.

/// Weighs a line's end by the room that it left in its frame. Weights are those of ``SeamEvidence``'s kind.
struct FillEvidence {
  /// The line took all the room there was.
  private static let full: Float = 2.5
  /// A line that fills the frame although a first line's indent should be missing: salutations have none.
  private static let fullWithoutIndent: Float = 0.5
  /// A character more might have had room; widths are measured, not known.
  private static let doubtful: Float = -1
  /// The next line's beginning had room, and was not put there.
  private static let short: Float = -6
  /// No page broke the line, and its sentence is not finished: it was cut at a page's end.
  private static let cut: Float = 1.5
  /// More room than any word or number takes, in half cells, the indent included: a guess.
  private static let ample = 20
  /// Two cells, the indent of a first line.
  private static let indent = 4
  /// From this width on, in half cells, an unbroken line is a paragraph and no head: a guess.
  private static let paragraphWidth = 48

  private let scalars: [Unicode.Scalar]
  private let lines: [SourceLine]
  private let frames: [LineFrame?]
  private let structure: PageStructure
  /// What the number of characters says, where lines were broken by it and not by width.
  private let wrap: CharacterWrap?

  init(_ scalars: [Unicode.Scalar], _ lines: [SourceLine], _ structure: PageStructure) {
    self.scalars = scalars
    self.lines = lines
    self.structure = structure
    wrap = CharacterWrap(scalars, lines, showsEdge: structure.showsEdge)
    frames = FrameMeasurer.frames(of: lines, showsEdge: structure.showsEdge)
  }

  /// What the fill of a line says for its going on in the next one, if the line is a paragraph's first, and if it is
  /// not.
  func weights(_ index: Int) -> (first: Float, later: Float) {
    let line = lines[index]
    if line.isStretched {
      let weight = TitleLines.endsLikeIssuer(scalars[line.range]) ? -4 : FillEvidence.full
      return (weight, weight)
    }
    if let isFull = wrap?.isFull[index] {
      let weight = isFull ? FillEvidence.full : FillEvidence.short
      return (weight, weight)
    }
    guard let frame = frames[index] else {
      let weight = unframedWeight(line, lines[index + 1])
      return (weight, weight)
    }
    var room = frame.edge - line.edge
    if index > 0, structure.isLoneHead[index - 1] {
      // Indent, number and gap stood before this line's text.
      room -= lines[index - 1].counts.width + FillEvidence.indent + 2
    }
    let unit = firstUnitWidth(lines[index + 1])
    let later = weight(room: room, unit: unit)
    if line.leadingWidth >= PageLayout.indents.lowerBound { return (later, later) }
    return (firstWeight(room: room, unit: unit), later)
  }

  /// Whether a line without a clause fills less than half of its frame, and leaves more room than anything that may not be parted takes:
  /// the page did not make it end there.
  func isShort(_ index: Int) -> Bool {
    guard let frame = frames[index], !lines[index].counts.holdsClause else { return false }
    return lines[index].edge * 2 < frame.edge && frame.edge - lines[index].edge > FillEvidence.ample
  }

  private func weight(room: Int, unit: Int) -> Float {
    if room <= unit + 1 { return FillEvidence.full }
    return room <= unit + 3 ? FillEvidence.doubtful : FillEvidence.short
  }

  private func firstWeight(room: Int, unit: Int) -> Float {
    let left = room - FillEvidence.indent
    if left < -1 { return FillEvidence.fullWithoutIndent }
    return max(weight(room: left, unit: unit), room <= unit + 1 ? FillEvidence.fullWithoutIndent : FillEvidence.short)
  }

  /// Where lines were not broken for a page, only a sentence cut at a page's end goes on; and only where blank lines
  /// stand between paragraphs, for a text without any is one that was put in order before.
  private func unframedWeight(_ line: SourceLine, _ next: SourceLine) -> Float {
    // Behind ， and 、 the sentence goes on, wherever the line ends.
    if line.ending == .open, scalars[line.range.upperBound - 1].isWideMark { return FillEvidence.cut }
    if hangs(next, below: line) { return FillEvidence.cut }
    guard next.followsBlank || next.opensPage else { return FillEvidence.short }
    if line.ending.isEnd { return -4 }
    if line.counts.holdsClause, line.ending == .other { return FillEvidence.cut }
    if line.counts.width < FillEvidence.paragraphWidth { return line.counts.holdsSentenceEnd ? FillEvidence.cut : -5 }
    if !line.counts.holdsClause, isHeading(line) || next.startsWithDate && !next.counts.holdsClause { return -3 }
    // A long line without a clause may be a heading, but none that ends a page.
    let isText =
      line.counts.holdsClause || next.opensPage || line.head == nil && !SeamEvidence.isFormula(scalars[line.range])
    return isText ? FillEvidence.cut : -3
  }

  /// Whether a wide line that begins a paragraph with an indent stops in mid-sentence, and the next one has no indent.
  private func hangs(_ next: SourceLine, below line: SourceLine) -> Bool {
    PageLayout.indents.contains(line.leadingWidth) && next.leadingWidth == 0 && !next.followsBlank
      && !line.ending.isEnd && line.counts.width >= FillEvidence.paragraphWidth
      && line.counts.holdsClause
  }

  /// Whether a line is a title, or says when a statute was adopted: such are long and hold no clause.
  private func isHeading(_ line: SourceLine) -> Bool {
    line.startsWithDate || !line.counts.hasUnclosedBracket && DocumentKind.closesTitle(scalars[line.range])
  }

  /// The width of what would have had to fit on the line before: a character or a word with what may not be parted
  /// from it, up to eight cells.
  private func firstUnitWidth(_ line: SourceLine) -> Int {
    var index = line.range.lowerBound
    var width = scalars[index].width
    let isWord = scalars[index].isDigit || scalars[index].isLatinLetter
    index += 1
    while isWord, index < line.range.upperBound, width < 16 {
      guard scalars[index].isDigit || scalars[index].isLatinLetter || scalars[index] == "." else { break }
      width += scalars[index].width
      index += 1
    }
    while index < line.range.upperBound, width < 16, scalars[index].isForbiddenAtLineStart {
      width += scalars[index].width
      index += 1
    }
    return width
  }
}
