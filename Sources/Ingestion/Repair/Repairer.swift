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
    return build(source, lines, isJoined: LineJoiner(source).joins(lines))
  }

  /// Repairs a title, which is one paragraph whatever its lines look like.
  public func repair(title source: SourceText) -> RepairedText {
    let lines = LineMeasurer(source).lines()
    return build(source, lines, isJoined: [Bool](repeating: true, count: lines.count))
  }

  /// - Parameter isJoined: for each line, whether the next one goes on in its paragraph.
  private func build(_ source: SourceText, _ lines: [SourceLine], isJoined: [Bool]) -> RepairedText {
    var builder = ParagraphBuilder(capacity: source.scalars.count)
    for (index, line) in lines.enumerated() {
      builder.append(line.range, of: source)
      if index + 1 < lines.count, isJoined[index] {
        if needsSpace(source.scalars[line.range.upperBound - 1], source.scalars[lines[index + 1].range.lowerBound]) {
          builder.appendSpace()
        }
      } else {
        builder.endParagraph()
      }
    }
    return builder.build()
  }

  /// Only between Latin words does a line's end stand for a space; numbers cut in two close up.
  private func needsSpace(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    guard left.isLatinWordSign, right.isLatinWordSign else { return false }
    return !(left.isDigit && right.isDigit)
  }
}
