// The pipeline of repair: measured lines → seams judged → paragraphs.

/// Repairs texts.
///
/// Laws: nothing but white space is lost or added; any input is repaired, in linear time; a text whose lines are
/// paragraphs comes through unchanged.
public struct Repairer: Sendable {
  /// A repairer; it has no state.
  public init() {}

  /// Repairs one text.
  public func repair(_ source: SourceText) -> RepairedText {
    let lines = LineMeasurer(source).lines()
    return build(source, lines, LineJoiner(source, lines).seams())
  }

  /// Repairs a title, which is one paragraph whatever its lines look like.
  public func repair(title source: SourceText) -> RepairedText {
    let lines = LineMeasurer(source).lines()
    return build(source, lines, lines.map { _ in .space })
  }

  private func build(_ source: SourceText, _ lines: [SourceLine], _ seams: [Seam]) -> RepairedText {
    var builder = ParagraphBuilder(capacity: source.scalars.count)
    for (index, line) in lines.enumerated() {
      builder.append(line.range, of: source)
      switch index + 1 < lines.count ? seams[index] : .end {
      case .join: break
      case .space: builder.appendSpace()
      case .end: builder.endParagraph()
      }
    }
    return builder.build()
  }
}
