// Texts that a program broke after so many characters, whatever their widths.

/// What the number of characters on a line says of such a text: lines with digits are full though they are narrow.
struct CharacterWrap {
  /// Shorter and longer lines are of tables, or paragraphs: guesses.
  private static let lengths = 12...80
  /// Full lines that show it: a guess.
  private static let fewestFull = 5
  /// Half cells that typesetting may leave free, for a character and the mark behind it.
  private static let typesetRoom = 4

  /// For each line, whether it holds as many characters as any; `nil` where it lacks one, which may have been a space.
  let isFull: [Bool?]

  /// - Parameter showsEdge: for each line, whether it stops in mid-sentence where the page made it stop.
  /// - Returns: nil unless the lines that stop in mid-sentence have one number of characters, but different widths, and no
  ///   line has more.
  init?(_ scalars: [Unicode.Scalar], _ lines: [SourceLine], showsEdge: [Bool]) {
    let lengths = lines.map { CharacterWrap.length($0, scalars) }
    guard let longest = lengths.max(), CharacterWrap.lengths.contains(longest) else { return nil }
    let broken = lines.indices.filter { showsEdge[$0] && lines[$0].counts.holdsClause }
    let full = broken.filter { lengths[$0] == longest }
    guard full.count >= CharacterWrap.fewestFull, full.count * 10 >= broken.count * 9 else { return nil }
    let widest = full.map { lines[$0].edge }.max()!
    // One may be so by chance.
    guard full.count(where: { widest - lines[$0].edge > CharacterWrap.typesetRoom }) > 1 else { return nil }
    isFull = lengths.map { $0 + 1 == longest ? nil : $0 == longest }
  }

  /// The characters of a line, white space before its text included.
  private static func length(_ line: SourceLine, _ scalars: [Unicode.Scalar]) -> Int {
    var start = line.range.lowerBound
    while start > 0, scalars[start - 1].isSpace, !scalars[start - 1].endsLine { start -= 1 }
    return line.range.upperBound - start
  }
}
