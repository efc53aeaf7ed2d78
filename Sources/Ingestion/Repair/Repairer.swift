// The pipeline of repair: characters → furniture → reading order → joined lines → paragraphs.

import Archive

/// Repairs texts.
///
/// Laws: every change is recorded, and the source with the recorded changes gives the text (replay); no Han character
/// is lost or invented otherwise; any input is repaired, in linear time. Repairing a repaired text changes it
/// hardly ever: only where one repair made the evidence for another.
public struct Repairer: Sendable {
  /// A repairer; it has no state.
  public init() {}

  /// Repairs one text.
  public func repair(_ source: SourceText) -> RepairedText {
    var draft = draft(of: source)
    let (lines, furniture) = text(of: &draft)
    let pieces =
      source.linesAreParagraphs
      ? lines.map { Piece(range: $0.range, seam: .end) } : pieces(of: draft.scalars, lines)
    SeamRules.repair(&draft, pieces)
    return build(draft, pieces, furniture: furniture)
  }

  /// A text with the characters put right that all rules look for.
  private func draft(of source: SourceText) -> Draft {
    var draft = Draft(source)
    VerticalForms.repair(&draft)
    return FounderShift.repaired(draft)
  }

  /// The lines of a text without those of its pages, and these.
  private func text(of draft: inout Draft) -> ([SourceLine], [FurnitureLine]) {
    var measured = LineMeasurer(draft.scalars).lines(capacity: draft.source.origins.segments.count)
    CharacterRules.repair(&draft, measured)
    if draft.source.linesAreParagraphs { return (measured, []) }
    let furniture = FurnitureFinder(draft.scalars, measured).find()
    let report = furniture.report(measured, of: draft.source)
    furniture.remove(from: &measured)
    return (measured, report)
  }

  /// The lines in reading order and what stands behind each.
  private func pieces(of scalars: [Unicode.Scalar], _ lines: [SourceLine]) -> [Piece] {
    LineJoiner(scalars, ReadingOrder(scalars, lines).restored()).pieces()
  }

  /// Repairs a title, which is one paragraph whatever its lines look like.
  public func repair(title source: SourceText) -> RepairedText {
    var draft = draft(of: source)
    let lines = LineMeasurer(draft.scalars).lines(capacity: source.origins.segments.count)
    CharacterRules.repair(&draft, lines)
    return build(draft, lines.map { Piece(range: $0.range, seam: .space, kind: .title) }, furniture: [])
  }

  private func build(_ draft: Draft, _ pieces: [Piece], furniture: [FurnitureLine]) -> RepairedText {
    var draft = draft
    draft.settle()
    return ParagraphBuilder.build(draft, pieces, furniture: furniture)
  }
}
