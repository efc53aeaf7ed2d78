// The pipeline of repair: characters → furniture → reading order → joined lines → paragraphs.

import Archive

/// Repairs texts.
///
/// Laws: every change is recorded, and the source with the recorded changes gives the text (replay); no Han character
/// is lost or invented otherwise; any input is repaired, in linear time; a repaired text is repaired already.
public struct Repairer: Sendable {
  /// A repairer; it has no state.
  public init() {}

  /// Repairs one text.
  public func repair(_ source: SourceText) -> RepairedText {
    var draft = Draft(source)
    FounderShift.repair(&draft)
    let measured = LineMeasurer(draft.scalars).lines()
    CharacterRules.repair(&draft, measured)
    if source.linesAreParagraphs {
      return build(draft, measured.map { Piece(range: $0.range, seam: .end) }, furniture: [])
    }
    let furniture = FurnitureFinder(draft.scalars, measured).find()
    let lines = ReadingOrder(draft.scalars, furniture.removed(from: measured)).restored()
    let seams = LineJoiner(draft.scalars, lines).seams()
    let pieces = zip(lines, seams).map { Piece(range: $0.range, seam: $1) }
    SeamRules.repair(&draft, pieces)
    return build(draft, pieces, furniture: furniture.report(measured, of: source))
  }

  /// Repairs a title, which is one paragraph whatever its lines look like.
  public func repair(title source: SourceText) -> RepairedText {
    let lines = LineMeasurer(source.scalars).lines()
    return build(Draft(source), lines.map { Piece(range: $0.range, seam: .space, kind: .title) }, furniture: [])
  }

  private func build(_ draft: Draft, _ pieces: [Piece], furniture: [FurnitureLine]) -> RepairedText {
    var draft = draft
    draft.settle()
    var builder = ParagraphBuilder(draft)
    for piece in pieces {
      builder.append(piece)
      switch piece.seam {
      case .join: break
      case .space: builder.appendSpace()
      case .end: builder.endParagraph()
      }
    }
    builder.endParagraph()
    return builder.build(furniture: furniture)
  }
}
