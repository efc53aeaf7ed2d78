// Lines of pages that were not found to be furniture, which go on no text above them.

extension SeamEvidence {
  /// Whether a number that fills a line by itself stands below wide text: a page's number that was not found, or a cell,
  /// and never the end of that text, unless a number was cut.
  func isLoneNumber(_ next: SourceLine, below line: SourceLine) -> Bool {
    guard next.ending == .digit, next.counts.glyphCount <= 4, line.counts.width >= PageStructure.listWidth,
      scalars[next.range].allSatisfy(\.isDigit)
    else { return false }
    let last = scalars[line.range.upperBound - 1]
    return (last.isHan || line.ending == .open || line.ending.isEnd) && !"第〔（(：:".unicodeScalars.contains(last)
  }

  /// Whether a line is a publication's name, which heads a page where it does not stand in 《》.
  func isPublication(_ line: SourceLine) -> Bool {
    line.counts.width <= PageStructure.listWidth && PublicationName(scalars[line.range])?.holdsName == true
  }
}
