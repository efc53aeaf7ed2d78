// Marks that recognition programs leave: Markdown around headings, LaTeX around numbers.

/// Puts Markdown and LaTeX into the paragraphs of a scanned text.
///
/// Opportunities: a title, a chapter's head or a numbered paragraph for Markdown, a numbered item for a bullet, an
/// address, a percentage, a factor or a name with an index for the rest.
struct ScanMarks {
  func apply(to paragraph: inout GlyphParagraph, _ run: inout DamageRun) {
    bracketLinks(&paragraph, &run)
    setPercentages(&paragraph, &run)
    setFactors(&paragraph, &run)
    setIndices(&paragraph, &run)
    markHeads(&paragraph, &run)
  }

  /// `# ` before titles, `## ` before chapters, `- ` before items, `**` around the first sentence of what is numbered.
  private func markHeads(_ paragraph: inout GlyphParagraph, _ run: inout DamageRun) {
    let first = paragraph.glyphs[0].scalar
    if paragraph.role == .title {
      if run.happens(.markdown) { wrap(&paragraph, 0..<0, "# ", "", .markdown, &run) }
    } else if paragraph.role == .body, first == "第", paragraph.glyphs.count <= 20 {
      if run.happens(.markdown) { wrap(&paragraph, 0..<0, "## ", "", .markdown, &run) }
    } else if first == "（", run.happens(.markdown) {
      let end = paragraph.glyphs.firstIndex { $0.scalar == "。" }.map { $0 + 1 } ?? paragraph.glyphs.count
      wrap(&paragraph, 0..<end, "**", "**", .markdown, &run)
    } else if isItem(paragraph), run.happens(.bullet) {
      wrap(&paragraph, 0..<0, "- ", "", .bullet, &run)
    }
  }

  /// 1.…, 12.…, ①…
  private func isItem(_ paragraph: GlyphParagraph) -> Bool {
    let head = paragraph.glyphs.prefix(3).map(\.scalar)
    guard let first = head.first, first.isASCIIDigit else { return head.first == "①" }
    return head.drop(while: \.isASCIIDigit).first == "."
  }

  private func bracketLinks(_ paragraph: inout GlyphParagraph, _ run: inout DamageRun) {
    guard let start = paragraph.firstIndex(of: "http") else { return }
    let end = paragraph.glyphs[start...].firstIndex { $0.scalar.value > 0x7E || $0.scalar.isSpace }
    if run.happens(.linkBrackets) {
      wrap(&paragraph, start..<(end ?? paragraph.glyphs.count), "<", ">", .linkBrackets, &run)
    }
  }

  /// 35% → $35\%$
  private func setPercentages(_ paragraph: inout GlyphParagraph, _ run: inout DamageRun) {
    for stretch in paragraph.stretches(of: { $0.isASCIIDigit || $0 == "." || $0 == "%" }).reversed()
    where paragraph.glyphs[stretch.upperBound - 1].scalar == "%" && stretch.count >= 2 && run.happens(.latex) {
      let damage = run.record(.latex, cleanRange(paragraph, stretch))
      paragraph.insert([
        (stretch.lowerBound, .inserted("$", damage)), (stretch.upperBound - 1, .inserted("\\", damage)),
        (stretch.upperBound, .inserted("$", damage)),
      ])
    }
  }

  /// ×0.5 → $\times 0.5$
  private func setFactors(_ paragraph: inout GlyphParagraph, _ run: inout DamageRun) {
    for stretch in paragraph.stretches(of: { $0.isASCIIDigit || $0 == "." || $0 == "×" }).reversed()
    where paragraph.glyphs[stretch.lowerBound].scalar == "×" && stretch.count >= 2 && run.happens(.latex) {
      let damage = run.record(.latex, cleanRange(paragraph, stretch))
      paragraph.glyphs[stretch.lowerBound].scalar = "\\"
      paragraph.glyphs[stretch.lowerBound].damage = damage
      let command = "times ".unicodeScalars.map { (stretch.lowerBound + 1, Glyph.inserted($0, damage)) }
      paragraph.insert(
        [(stretch.lowerBound, .inserted("$", damage))] + command + [(stretch.upperBound, .inserted("$", damage))])
    }
  }

  /// PM2.5 → PM_{2.5}
  private func setIndices(_ paragraph: inout GlyphParagraph, _ run: inout DamageRun) {
    guard let start = paragraph.firstIndex(of: "PM2.5"), run.happens(.latex) else { return }
    let damage = run.record(.latex, cleanRange(paragraph, start..<start + 5))
    paragraph.insert([
      (start + 2, .inserted("_", damage)), (start + 2, .inserted("{", damage)), (start + 5, .inserted("}", damage)),
    ])
  }

  private func cleanRange(_ paragraph: GlyphParagraph, _ range: Range<Int>) -> Range<Int> {
    let start = paragraph.cleanOffset(at: range.lowerBound)
    return start..<start + range.count
  }

  /// Puts one text before a stretch and another behind it; each is a damage of its own.
  private func wrap(
    _ paragraph: inout GlyphParagraph, _ range: Range<Int>, _ before: String, _ after: String, _ kind: DamageClass,
    _ run: inout DamageRun
  ) {
    var insertions: [(index: Int, glyph: Glyph)] = []
    for (text, index) in [(before, range.lowerBound), (after, range.upperBound)] where !text.isEmpty {
      let place =
        index < paragraph.glyphs.count ? paragraph.cleanOffset(at: index) : paragraph.clean.upperBound
      let damage = run.record(kind, place..<place)
      insertions += text.unicodeScalars.map { (index, .inserted($0, damage)) }
    }
    paragraph.insert(insertions)
  }
}
