// Composition: clean documents in, a damaged source with its truth out.

/// Damages documents the way extraction from PDF and OCR do.
///
/// The same documents, plan and seed give the same source. Steps: damage within paragraphs, lines, damage of lines,
/// order, pages, furniture; the writer then keeps the account.
public struct DamageGenerator: Sendable {
  private let plan: DamagePlan

  /// A generator for a plan.
  public init(_ plan: DamagePlan = .usual) { self.plan = plan }

  /// Damages some documents as one source.
  public func damage(_ documents: [CleanDocument], seed: UInt64) -> DamagedSource {
    var run = DamageRun(plan: plan, seed: seed)
    let collection = CleanCollection(documents)
    let setting = PageSetting(&run)
    let shift = FounderShift(&run)
    let stretching = Stretching(isSet: setting.isSet, &run)
    var paragraphIndex = 0
    var lines: [[GlyphLine]] = []
    let present = documents.filter { !$0.paragraphs.isEmpty }
    for (index, document) in present.enumerated() {
      let ranges = collection.paragraphs[paragraphIndex..<paragraphIndex + document.paragraphs.count]
      paragraphIndex += document.paragraphs.count
      var paragraphs = zip(document.paragraphs, ranges).map { GlyphParagraph($0, document: index, clean: $1) }
      touch(&paragraphs, setting, stretching, &run)
      lines.append(set(paragraphs, setting, shift, &run))
    }
    let printed = Interleaving(pageLength: setting.isSet ? setting.linesPerPage : PageSetting.paragraphsPerPage)
      .order(lines, &run)
    let pages = Pagination(setting: setting).pages(of: printed, &run)
    let furniture = Furniture(setting, &run)
    let printedLines = furniture.print(pages, contents: present.compactMap(\.title), &run)
    var writer = SourceWriter(collection, setting, run)
    return writer.write(printedLines)
  }

  /// Damage within paragraphs. Recognition's residue and a typesetter's stretching exclude each other, unless the plan
  /// has no lines at all.
  private func touch(
    _ paragraphs: inout [GlyphParagraph], _ setting: PageSetting, _ stretching: Stretching, _ run: inout DamageRun
  ) {
    let spacing = NumberSpacing(&run)
    for index in paragraphs.indices {
      if !setting.isSet {
        ScanMarks().apply(to: &paragraphs[index], &run)
        ScanSigns().apply(to: &paragraphs[index], &run)
      }
      stretching.apply(to: &paragraphs[index], &run)
      spacing.apply(to: &paragraphs[index], &run)
    }
  }

  private func set(
    _ paragraphs: [GlyphParagraph], _ setting: PageSetting, _ shift: FounderShift, _ run: inout DamageRun
  ) -> [GlyphLine] {
    let typesetter = Typesetter(setting: setting)
    var lines: [GlyphLine] = []
    for paragraph in paragraphs { lines += typesetter.lines(of: paragraph, &run) }
    let isTypeset = setting.isSet || plan.rate(.lineBreak) == 0
    if isTypeset, shift.draws(&run) {
      for index in lines.indices { shift.apply(to: &lines[index], &run) }
    }
    return lines
  }
}
