// Heads that were printed, or extracted, behind the text they belong to.

extension StrandSorter {
  /// Takes a run of head lines: its last head opens the document below it, unless nothing below it opens one.
  mutating func take(heads run: Range<Int>) {
    let blocks = HeadBlock.blocks(in: run, landmarks.marks, titleStarts: landmarks.titleStarts)
    var late = blocks[...]
    if ownsText(at: run.upperBound) {
      // Only what stands at the end of the page before can be another document's head.
      late = blocks[..<(blocks.lastIndex { lines[$0.lines.lowerBound].opensPage } ?? 0)]
    }
    if place(late: late) {
      guard let first = blocks[late.endIndex...].first else { return }
      open(first.lines.lowerBound..<run.upperBound, blocks[late.endIndex...])
    } else {
      open(run, blocks[...])
    }
  }

  private mutating func open(_ head: Range<Int>, _ blocks: ArraySlice<HeadBlock>) {
    leave()
    strands.append(Strand(at: head.lowerBound, isNamed: blocks.contains(where: \.isNamed)))
    current = strands.count - 1
    strands[current].append(head)
  }

  /// Whether the text behind a head may be the head's own.
  private func ownsText(at index: Int) -> Bool {
    // Nobody sets a title at the foot of a page and its text on the next one.
    guard index < lines.count, !lines[index].opensPage else { return false }
    if let ordinal = ordinals[index] {
      if ordinal.opensDocument { return true }
      return ordinal.value == 1 && !strands.contains { !$0.hasEnded && $0.numbering.goesOn(with: ordinal) }
    }
    if flow.resumption(index) <= 0 { return true }
    return !flow.isUnfinished(lastLine(of: current))
      && !strands.contains { $0.isSuspended || $0.isInterrupted && !$0.isNamed }
  }

  /// Puts late heads in front of the texts they belong to, both in their order.
  ///
  /// - Returns: whether all found a place; if not, none was put anywhere.
  private mutating func place(late blocks: ArraySlice<HeadBlock>) -> Bool {
    guard blocks.allSatisfy(\.isNamed) else { return false }
    guard !blocks.isEmpty, let texts = LateHeads(self, blocks: Array(blocks)).texts() else { return blocks.isEmpty }
    leave()
    // From the end on, because splitting moves what stands behind. The last head's text is what may go on.
    for (index, (block, text)) in zip(blocks, texts).enumerated().reversed() {
      var strand = text.strand
      if strands[strand].firstLine != text.line {
        strands.append(strands[strand].split(at: text.line))
        strand = strands.count - 1
      }
      strands[strand].prepend(head: block.lines)
      if index == texts.count - 1 { current = strand }
    }
    return true
  }
}
