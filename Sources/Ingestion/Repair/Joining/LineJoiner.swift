// Decides which lines go on in the next one: the reading of the whole page that its layout and words bear out best.

/// What takes the place of a line's end.
enum Seam {
  /// The end of the paragraph.
  case end
  /// Nothing: the text goes on.
  case join
  /// A space, as between two words or two cells of a table.
  case space
}

/// Joins lines that were broken for the page.
///
/// Every line is either the first of a paragraph or goes on from the line before. What a line's fill says depends on
/// that, because a first line lost its indent of two cells to extraction: a full line two cells short of the edge is
/// a paragraph's first. So lines are not judged one by one: of all readings of the page, the one with the greatest
/// sum of evidence is taken (Viterbi 1967, two states).
struct LineJoiner {
  /// A paragraph of several lines hardly ever stops in mid-sentence; a head or a signature of one line does.
  private static let cutOff: Float = -1.5

  private let scalars: [Unicode.Scalar]
  private let lines: [SourceLine]
  private let layout: PageLayout
  private let structure: PageStructure
  private let fill: FillEvidence
  private let language: SeamEvidence

  init(_ scalars: [Unicode.Scalar], _ lines: [SourceLine]) {
    self.scalars = scalars
    self.lines = lines
    layout = PageLayout(lines)
    let titles = TitleLines(scalars, lines).titles()
    let named = NamedTitles(scalars, lines, known: titles).titles()
    let inner = Set(titles.joined())
    structure = PageStructure(scalars, lines, titles: titles + named.filter { !$0.contains(where: inner.contains) })
    fill = FillEvidence(scalars, lines, structure)
    language = SeamEvidence(scalars: scalars)
  }

  /// The lines with what takes the place of each one's end.
  func pieces() -> [Piece] {
    zip(lines.indices, joins()).map { index, goesOn in
      let seam: Seam = goesOn ? needsSpace(index) ? .space : .join : .end
      return Piece(range: lines[index].range, seam: seam, kind: kind(index, seam))
    }
  }

  /// What a paragraph that begins with a line looks like.
  private func kind(_ index: Int, _ seam: Seam) -> ParagraphKind {
    if structure.isTitle[index] { return .title }
    let line = lines[index]
    if line.isRow || structure.isCell[index] { return .row }
    let isHeading = line.head == .certain && seam == .end && !line.counts.holdsClause && !line.ending.isEnd
    return isHeading ? .heading : .text
  }

  /// For each line, whether the next one goes on in its paragraph.
  private func joins() -> [Bool] {
    guard lines.count > 1 else { return lines.map { _ in false } }
    var first: Float = 0
    var later: Float = -1_000
    /// For each line, whether the best reading that has the next line go on takes the line itself for a first one.
    var comesFromFirst: [Bool] = []
    /// The same for the best reading in which the next line begins a paragraph.
    var startsAfterFirst: [Bool] = []
    for index in 0..<lines.count - 1 {
      let seam = seamWeight(index)
      // Titles and cells are set to widths of their own.
      let fill = structure.weights[index] > 0 ? (first: 0, later: 0) : fill.weights(index)
      let fromFirst = first + seam + fill.first
      let fromLater = later + seam + fill.later
      let laterEnded = later + (isCutOff(index) ? LineJoiner.cutOff : 0)
      comesFromFirst.append(fromFirst >= fromLater)
      startsAfterFirst.append(first >= laterEnded)
      first = max(first, laterEnded)
      later = max(fromFirst, fromLater)
      // Only the difference matters; kept small, it stays exact on any number of lines.
      later -= first
      first = 0
    }
    return trace(endsWithFirst: first >= later, comesFromFirst, startsAfterFirst)
  }

  private func trace(endsWithFirst: Bool, _ comesFromFirst: [Bool], _ startsAfterFirst: [Bool]) -> [Bool] {
    var joins = [Bool](repeating: false, count: lines.count)
    var isFirst = endsWithFirst
    for index in stride(from: lines.count - 2, through: 0, by: -1) {
      joins[index] = !isFirst
      isFirst = isFirst ? startsAfterFirst[index] : comesFromFirst[index]
    }
    return joins
  }

  /// What words, structures and white space between a line and the next one say, for going on.
  private func seamWeight(_ index: Int) -> Float {
    if structure.isLoneHead[index] { return structure.weights[index] }
    let line = lines[index]
    let next = lines[index + 1]
    var weight = language.weight(line, next) + structure.weights[index]
    if layout.trailingSpaceEndsParagraphs {
      if line.hasTrailingSpace { weight -= 8 } else if !fill.isShort(index) { weight += 8 }
    }
    // The blank lines at a page's edge say nothing.
    if layout.blankLineEndsParagraphs, next.followsBlank, !next.opensPage,
      index == 0 || !structure.isLoneHead[index - 1]
    {
      weight -= 3
    }
    if layout.indentBeginsParagraphs { weight += indentWeight(line, next) }
    return weight
  }

  /// Where first lines are indented, one that is not goes on, behind ； too unless a number heads it.
  private func indentWeight(_ line: SourceLine, _ next: SourceLine) -> Float {
    if next.leadingWidth >= PageLayout.indents.lowerBound { return -4 }
    return scalars[line.range.upperBound - 1] == "；" && next.head == nil ? 2.5 : 1
  }

  private func isCutOff(_ index: Int) -> Bool {
    (lines[index].ending == .other || lines[index].ending == .open) && structure.weights[index] == 0
  }

  /// Between Han characters and in a number cut in two a line's end stands for nothing, between Latin words for a
  /// space; a torn-off number and a cell keep the gap that stood there.
  private func needsSpace(_ index: Int) -> Bool {
    let left = scalars[lines[index].range.upperBound - 1]
    let right = scalars[lines[index + 1].range.lowerBound]
    if structure.isLoneHead[index] || structure.isCell[index] && (lines[index].hasTrailingSpace || left.isDigit) {
      return true
    }
    if left.isLatinLetter { return right.isLatinLetter || right.isDigit }
    return right.isLatinLetter && (left.isDigit || left == "," || left == "." || left == ";" || left == ":")
  }
}
