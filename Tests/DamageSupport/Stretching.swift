// White space that was put in to fill a width: stretched titles and signatures, padded names, stray spaces.

/// Stretches text with spaces.
///
/// Opportunities: a title, a signature and the head of a chapter for stretching, a title for a wrap that was left as a
/// space, a date for stretched digits, a name of two characters for padding, a character of the body for a stray space.
struct Stretching {
  /// Whether pages are set in a frame: titles are then wrapped by line ends.
  let isSet: Bool
  /// What pads a name; one choice for a source.
  private let padding: [Unicode.Scalar]

  init(isSet: Bool, _ run: inout DamageRun) {
    self.isSet = isSet
    padding = run.pick([[" "], [" ", " "], ["　"]])
  }

  func apply(to paragraph: inout GlyphParagraph, _ run: inout DamageRun) {
    switch paragraph.role {
    case .title:
      if run.happens(.stretched) {
        let end = paragraph.firstIndex(of: "关于") ?? paragraph.glyphs.count
        stretch(&paragraph, 0..<end, .stretched, &run)
      }
      if !isSet, run.happens(.titleWrap) { wrap(&paragraph, &run) }
    case .signature:
      if run.happens(.stretched) { stretch(&paragraph, paragraph.glyphs.indices, .stretched, &run) }
    case .date:
      stretchDigits(&paragraph, &run)
    case .body:
      if isChapterHead(paragraph), run.happens(.stretched) {
        stretch(&paragraph, paragraph.glyphs.indices, .stretched, &run)
      } else {
        scatter(&paragraph, &run)
      }
    case .number, .salutation: break
    }
    padNames(&paragraph, &run)
  }

  /// 第一章 总则; longer ones are not stretched.
  private func isChapterHead(_ paragraph: GlyphParagraph) -> Bool {
    let scalars = paragraph.glyphs.prefix(6).map(\.scalar)
    return paragraph.glyphs.count <= 12 && scalars.first == "第" && scalars.contains("章")
  }

  private func stretch(
    _ paragraph: inout GlyphParagraph, _ range: Range<Int>, _ kind: DamageClass, _ run: inout DamageRun
  ) {
    let gaps = range.dropFirst().filter { paragraph.isIntactPair($0 - 1) }
    guard gaps.count >= 2, gaps.count == range.count - 1 else { return }
    let clean = paragraph.cleanOffset(at: range.lowerBound)
    let damage = run.record(kind, clean..<clean + range.count)
    paragraph.insert(gaps.map { ($0, .inserted(" ", damage)) })
  }

  private func stretchDigits(_ paragraph: inout GlyphParagraph, _ run: inout DamageRun) {
    for stretch in paragraph.stretches(of: \.isASCIIDigit).reversed()
    where stretch.count == 4 && run.happens(.stretchedDigits) {
      self.stretch(&paragraph, stretch, .stretchedDigits, &run)
    }
  }

  /// One space in the middle of a title, where its line ended.
  private func wrap(_ paragraph: inout GlyphParagraph, _ run: inout DamageRun) {
    guard paragraph.glyphs.count >= 20 else { return }
    let index = run.number(in: 8...paragraph.glyphs.count - 8)
    guard paragraph.isIntactPair(index - 1), paragraph.glyphs[index - 1].scalar.isHan,
      paragraph.glyphs[index].scalar.isHan
    else { return }
    let place = paragraph.cleanOffset(at: index)
    paragraph.insert([(index, .inserted(" ", run.record(.titleWrap, place..<place)))])
  }

  private func padNames(_ paragraph: inout GlyphParagraph, _ run: inout DamageRun) {
    guard !paragraph.names.isEmpty else { return }
    var insertions: [(index: Int, glyph: Glyph)] = []
    for name in paragraph.names where name.count == 2 {
      guard let index = paragraph.glyphs.firstIndex(where: { Int($0.clean) == name.lowerBound }),
        paragraph.isIntactPair(index), run.happens(.paddedName)
      else { continue }
      let damage = run.record(.paddedName, name)
      insertions += padding.map { (index + 1, .inserted($0, damage)) }
    }
    paragraph.insert(insertions)
  }

  /// Single spaces between Han characters.
  private func scatter(_ paragraph: inout GlyphParagraph, _ run: inout DamageRun) {
    let rate = run.plan.rate(.straySpace)
    guard rate > 0 else { return }
    var insertions: [(index: Int, glyph: Glyph)] = []
    for index in paragraph.glyphs.indices.dropLast() where run.chance(rate) {
      guard paragraph.isIntactPair(index), paragraph.glyphs[index].scalar.isHan,
        paragraph.glyphs[index + 1].scalar.isHan
      else { continue }
      let place = paragraph.cleanOffset(at: index + 1)
      insertions.append((index + 1, .inserted(" ", run.record(.straySpace, place..<place))))
    }
    paragraph.insert(insertions)
  }
}
