// Heads that were printed, or extracted, behind the text they belong to.

/// Whose the text behind a head is.
private enum Ownership {
  case own
  case foreign
  /// It cannot begin a paragraph, but nothing waits for it either.
  case doubtful
}

extension StrandSorter {
  /// Takes a run of head lines: its last head opens the document below it, unless nothing below it opens one.
  mutating func take(heads run: Range<Int>) {
    let blocks = HeadBlock.blocks(in: run, landmarks.marks, titleStarts: landmarks.titleStarts)
    let ownership = ownership(at: run.upperBound, below: blocks[blocks.count - 1])
    var late = blocks[...]
    if ownership == .own {
      // Only what stands at the end of the page before can be another document's head.
      late = blocks[..<(blocks.lastIndex { lines[$0.lines.lowerBound].opensPage } ?? 0)]
    }
    if place(late: late, needsSubject: ownership == .doubtful) {
      guard let first = blocks[late.endIndex...].first else { return }
      open(first.lines.lowerBound..<run.upperBound, blocks[late.endIndex...])
    } else {
      open(run, blocks[...])
    }
  }

  private mutating func open(_ head: Range<Int>, _ blocks: ArraySlice<HeadBlock>) {
    leave(current)
    current = add(Strand(at: head.lowerBound, isNamed: blocks.contains(where: \.isNamed)), at: head.lowerBound)
    strands[current].begin(with: head)
  }

  /// Whether the text behind a head is the head's own, as far as that text shows.
  private func ownership(at index: Int, below head: HeadBlock) -> Ownership {
    // What stands behind 附件 is the attachment's, though nothing of it follows.
    if let mark = lines[..<head.lines.lowerBound].last, SeamEvidence.isAttachmentMark(scalars[mark.range]) {
      return .own
    }
    let last = lastLine(of: current)
    let isCutOff = flow.isUnfinished(last) && landmarks.marks[last] == .body
    // Nobody sets a title at the foot of a page and its text on the next one.
    guard index < lines.count, !lines[index].opensPage else { return isCutOff ? .foreign : .doubtful }
    if let ordinal = ordinals[index] {
      if ordinal.opensDocument { return .own }
      let goesOn = recent.contains { !strands[$0].hasEnded && strands[$0].numbering.goesOn(with: ordinal) }
      return ordinal.value == 1 && !goesOn ? .own : .foreign
    }
    // When a statute was adopted stands below its title, and nowhere else.
    if lines[index].startsWithDate { return .own }
    let resumption = flow.resumption(index)
    if resumption > 0 {
      let isAwaited =
        isCutOff
        || recent.contains {
          strands[$0].isSuspended || strands[$0].isInterrupted && !strands[$0].isNamed && !flow.keepsIndents
        }
      return isAwaited ? .foreign : resumption >= 3 ? .doubtful : .own
    }
    if flow.opensBody(index) { return .own }
    if resumption == 0, isCutOff, flow.isFramed(last) { return .foreign }
    // What stands below a number or a salutation is its own; a title alone may be awaited.
    // Layout shows that a paragraph begins: it is the head's own.
    if resumption <= -2 { return .own }
    return isTitleAwaited(at: index) && landmarks.marks[head.lines].allSatisfy { $0 == .title } ? .doubtful : .own
  }

  /// Whether a text without a head that began with a number stands near.
  private func isTitleAwaited(at index: Int) -> Bool {
    recent.contains { strand in
      guard !strands[strand].isNamed, strand == current || strands[strand].isInterrupted,
        let first = strands[strand].firstLine
      else { return false }
      return ordinals[first] != nil && first >= index - LateHeads.farthest
    }
  }

  /// Counts a strand's numbers once more after it was split.
  private mutating func recount(_ strand: Int) {
    strands[strand].numbering = Numbering()
    for line in strands[strand].parts.joined() { ordinals[line].map { strands[strand].numbering.note($0) } }
  }

  /// Puts late heads in front of the texts they belong to, both in their order.
  ///
  /// - Parameter needsSubject: whether a text has to speak of what the head is about, wherever it begins.
  /// - Returns: whether all found a place; if not, none was put anywhere.
  private mutating func place(late blocks: ArraySlice<HeadBlock>, needsSubject: Bool) -> Bool {
    guard blocks.allSatisfy(\.isNamed) else { return false }
    guard !blocks.isEmpty, let texts = LateHeads(self, blocks: Array(blocks), needsSubject).texts() else {
      return blocks.isEmpty
    }
    leave(current)
    // From the end on, because splitting moves what stands behind. The last head's text is what may go on.
    for (index, (block, text)) in zip(blocks, texts).enumerated().reversed() {
      var strand = text.strand
      if strands[strand].firstLine != text.line {
        let rest = strands[strand].split(at: text.line)
        recount(strand)
        leave(strand)
        strand = add(rest, at: block.lines.lowerBound)
        recount(strand)
        leave(strand)
      }
      strands[strand].prepend(head: block.lines)
      if index == texts.count - 1 { resume(strand) }
    }
    return true
  }
}
