// How the pages of one source are set, and what extraction leaves of white space.

/// The look of a source's pages.
struct PageSetting {
  /// What stands between lines.
  enum Blank {
    case nowhere
    case everywhere
    case betweenParagraphs
  }

  /// Whether lines are broken for the page; else each paragraph is one, cut only at page ends.
  let isSet: Bool
  /// Width in Han characters.
  let cells: Int
  let columnCount: Int
  /// Lines of a page, all its columns together.
  let linesPerPage: Int
  /// The same where pages are not set and lines are paragraphs (guess).
  static let paragraphsPerPage = 12
  /// Code points of a page that is not set.
  let codePointsPerPage: Int
  let blank: Blank
  let keepsIndent: Bool
  /// Whether a space stands behind each paragraph's last line, as printing from Word leaves it.
  let marksEnds: Bool
  let cutsNumbers: Bool
  let hasFormFeeds: Bool

  /// Draws a setting; line breaks' rate is that of set sources, number breaks' rate that of sources which cut numbers.
  init(_ run: inout DamageRun) {
    isSet = run.happens(.lineBreak)
    columnCount = run.pick([1, 1, 2, 2, 2, 3])
    let isNarrow = columnCount == 1 && run.chance(0.3)
    // The widths of gazettes: one column of a narrow printout or of A4, two of A4, three of a newspaper's page.
    cells =
      switch columnCount {
      case 1: isNarrow ? run.number(in: 14...16) : run.number(in: 26...40)
      case 2: run.number(in: 17...24)
      default: run.number(in: 14...16)
      }
    linesPerPage = columnCount * run.number(in: 22...44)
    codePointsPerPage = run.number(in: 500...1_000)
    marksEnds = isSet && (isNarrow ? run.chance(0.8) : run.chance(0.1))
    blank = isSet ? run.pick([.nowhere, .nowhere, .everywhere, .everywhere, .betweenParagraphs]) : .everywhere
    keepsIndent = isSet && !marksEnds && run.chance(0.25)
    cutsNumbers = run.happens(.numberBreak)
    hasFormFeeds = isSet && run.chance(0.3)
  }
}
