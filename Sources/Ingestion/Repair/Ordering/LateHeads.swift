// Which texts on a page late heads belong to.

/// Matches heads without a text to texts without a head, in order, by where texts begin and by what they speak of.
struct LateHeads {
  /// A place where a document's text may begin.
  struct Opening {
    let strand: Int
    let line: Int
    /// Whether a strand without a head begins here.
    let isUnnamed: Bool
  }

  /// How many lines of a text are looked at for its subject.
  private static let reach = 16
  /// How far back a text may begin where pages do not show, in lines: two columns.
  static let farthest = 120
  /// More heads than a page holds.
  private static let mostHeads = 6
  /// More places where texts may begin than a page holds.
  private static let mostOpenings = 12

  private let sorter: StrandSorter
  private let blocks: [HeadBlock]
  private let needsSubject: Bool

  /// - Parameter needsSubject: whether a text has to speak of what the head is about, wherever it begins.
  init(_ sorter: StrandSorter, blocks: [HeadBlock], _ needsSubject: Bool) {
    self.sorter = sorter
    self.blocks = blocks
    self.needsSubject = needsSubject
  }

  /// The text of each head; nil when not all have one.
  func texts() -> [Opening]? {
    guard blocks.count <= LateHeads.mostHeads else { return nil }
    let subjects = blocks.map(subject)
    // What each opening is worth for each head; those that are worth nothing for any are no choice.
    let choices = openings().map { opening in (opening, values: subjects.map { value(of: opening, for: $0) }) }
      .filter { $0.values.contains { $0 != nil } }.suffix(LateHeads.mostOpenings)
    var best: (score: Int, texts: [Opening])?
    /// Every way to give the heads from `head` on to openings from `start` on.
    func assign(_ head: Int, from start: Int, _ score: Int, _ texts: [Opening]) {
      guard head < blocks.count else {
        if score >= best?.score ?? Int.min { best = (score, texts) }
        return
      }
      for index in start..<choices.endIndex {
        guard let value = choices[index].values[head] else { continue }
        assign(head + 1, from: index + 1, score + value, texts + [choices[index].0])
      }
    }
    assign(0, from: choices.startIndex, 0, [])
    return best?.texts
  }

  private func value(of opening: Opening, for subject: [Unicode.Scalar]) -> Int? {
    let speaks = speaksOf(subject, from: opening.line)
    if opening.isUnnamed {
      return speaks ? 4 : needsSubject || sorter.strands[opening.strand].isDoubtful ? nil : 1
    }
    // A purpose clause comes before the first number.
    return speaks ? (sorter.ordinals[opening.line] == nil ? 3 : 2) : nil
  }

  /// The places on the page at which a text may begin: unnamed strands, and openings inside of other strands.
  private func openings() -> [Opening] {
    let head = blocks[0].lines.lowerBound
    let start = max(sorter.pageStart, head - LateHeads.farthest)
    var openings: [Opening] = []
    for index in sorter.recent {
      let strand = sorter.strands[index]
      guard let first = strand.firstLine, let last = strand.parts.last,
        last.upperBound > start || index == sorter.current
      else { continue }
      if !strand.isNamed, first >= start || index == sorter.current {
        openings.append(Opening(strand: index, line: first, isUnnamed: true))
      }
      var previous = first
      // No more parts can hold lines so near.
      for part in strand.parts.suffix(LateHeads.farthest + 2) {
        for line in part.clamped(to: max(start, first + 1)..<head)
        where isInnerOpening(line, behind: line > part.lowerBound ? line - 1 : previous) {
          openings.append(Opening(strand: index, line: line, isUnnamed: false))
        }
        previous = part.upperBound - 1
      }
    }
    return openings.sorted { $0.line < $1.line }
  }

  private func isInnerOpening(_ line: Int, behind previous: Int) -> Bool {
    // 《…》已经研究同意 opens a notice.
    (sorter.flow.opensBody(line) || sorter.scalars[sorter.lines[line].range.lowerBound] == "《")
      && !sorter.landmarks.marks[previous].isHead
      && (!sorter.flow.isUnfinished(previous) || sorter.flow.resumption(line) < 0)
      // 第一条 right below 第一章.
      && !(sorter.ordinals[line] != nil && sorter.flow.opensBody(previous))
  }

  /// What a title is about: its characters behind 关于 or the issuer, without the kind at its end.
  private func subject(_ block: HeadBlock) -> [Unicode.Scalar] {
    let title = block.lines.filter { sorter.landmarks.marks[$0] == .title }
      .flatMap { sorter.scalars[sorter.lines[$0].range].filter { !$0.isSpace } }
    let start = title.firstRange(of: LateHeads.about)?.upperBound ?? 0
    return Array(title[start...].dropLast(2))
  }

  private func speaksOf(_ subject: [Unicode.Scalar], from line: Int) -> Bool {
    // The title itself says nothing about whose it is.
    let text = sorter.lines[line..<max(line, min(line + LateHeads.reach, blocks[0].lines.lowerBound))]
      .flatMap { sorter.scalars[$0.range].filter { !$0.isSpace } }
    let trigrams = Set(LateHeads.trigrams(of: subject)).subtracting(LateHeads.common)
    return LateHeads.trigrams(of: text).contains { trigrams.contains($0) }
  }

  /// All three characters in a row, each as one number: so many of a title's subject make a text speak of it.
  private static func trigrams(of text: [Unicode.Scalar]) -> [UInt64] {
    zip(zip(text, text.dropFirst()), text.dropFirst(2)).map { pair, last in
      UInt64(pair.0.value) << 42 | UInt64(pair.1.value) << 21 | UInt64(last.value)
    }
  }

  private static let about = Array("关于".unicodeScalars)
  /// What names of offices and titles of any subject share.
  private static let common = ["人民政", "民政府", "政府办", "府办公", "办公室", "办公厅", "委员会", "的通知", "工作的", "进一步", "一步加"]
    .flatMap { trigrams(of: Array($0.unicodeScalars)) }
}
