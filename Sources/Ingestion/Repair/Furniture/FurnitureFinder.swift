// Finds the lines that belong to pages and not to the text.

import Archive

/// Recognises page heads, feet and numbers, link addresses, front matter, contents lists, cover and colophon.
///
/// Nothing is known by its looks alone that a table or a document could print as well: page numbers count up, heads
/// repeat at the edges of pages, link addresses cut sentences, front matter stands before all text. What was found first shows the edges for the rest.
struct FurnitureFinder {
  private let scalars: [Unicode.Scalar]
  private let lines: [SourceLine]

  init(_ scalars: [Unicode.Scalar], _ lines: [SourceLine]) {
    self.scalars = scalars
    self.lines = lines
  }

  /// The lines that are furniture.
  func find() -> Furniture {
    guard !lines.isEmpty else { return Furniture() }
    var survey = PageSurvey(scalars, lines)
    FrontMatter.mark(in: &survey)
    let contents = ContentsList(survey).ranges()
    for index in contents.joined() { survey.furniture.mark(index, .contents) }
    let numbers = PageNumbers(survey)
    numbers.markTelling(in: &survey)
    let heads = RunningHeads(survey)
    // Heads are edges for numbers, and numbers for heads.
    for _ in 0..<2 {
      heads.mark(in: &survey)
      numbers.markBare(in: &survey)
    }
    heads.mark(in: &survey)
    LinkAddresses.mark(in: &survey)
    Cover.mark(in: &survey, contents: contents)
    return survey.furniture
  }
}
