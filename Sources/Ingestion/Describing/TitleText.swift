// A title as it is shown: its paragraphs as one line.

/// Puts the paragraphs of a title together.
enum TitleText {
  /// One line; what a space kept apart within a paragraph stays apart, and so do two offices.
  static func joined(_ paragraphs: some Sequence<Paragraph>) -> String {
    var title = ""
    var isBehindOffice = false
    for paragraph in paragraphs {
      let isOffice = Offices.areOffices(paragraph)
      if isBehindOffice, isOffice { title += " " }
      title += String(scalars: paragraph.scalars)
      isBehindOffice = isOffice
    }
    return title
  }
}
