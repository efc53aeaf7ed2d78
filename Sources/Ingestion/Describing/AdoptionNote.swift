// When a statute was published or approved after it was passed, by the lines below its title.

import Archive

/// Reads 1999年7月9日国务院批准 1999年7月23日国家经济贸易委员会发布.
enum AdoptionNote {
  /// The day from which 自公布之日起 counts, where it is not that of the passing.
  ///
  /// The publication named behind the passing, else the last approval: a city's statute cannot be in force before its
  /// province has approved it. What comes behind a revision is about another version.
  ///
  /// - Parameters:
  ///   - text: paragraphs separated by LF.
  ///   - passed: the date that the document has.
  static func publication(of text: [Unicode.Scalar], passed: CalendarDate) -> CalendarDate? {
    var hasPassed = false
    var approval: CalendarDate?
    for (date, words) in events(of: text) {
      if words.contains(where: revisions.contains) { break }
      if !hasPassed {
        hasPassed = date == passed && words.contains { passings.contains($0) || approvals.contains($0) }
      } else if passed < date {
        if words.contains(where: publications.contains) { return date }
        if words.contains(where: approvals.contains) { approval = date }
      }
    }
    return approval
  }

  /// The dates in the lines below the title, and the verbs behind each.
  private static func events(of text: [Unicode.Scalar]) -> [(date: CalendarDate, verbs: [String])] {
    // A title of three lines, a number and some lines of dates: a guess.
    text.prefix(1_000).split(separator: "\n").prefix(8).filter(isNote).flatMap { line in
      var events: [(date: CalendarDate, verbs: [String])] = []
      var index = line.startIndex
      while index < line.endIndex {
        guard line[index].isDigit || line[index].isHanNumeral, let (date, end) = CalendarDate.read(text, from: index),
          date.day != nil, end <= line.endIndex
        else {
          index += 1
          continue
        }
        let behind = Array(line[end...].prefix { !$0.isDigit })
        let done = verbs.all(in: behind, behind.indices).filter { endsClause($0.range.upperBound, in: behind) }
        events.append((date, done.map(\.value)))
        index = end
      }
      return events
    }
  }

  /// Whether a line stands in brackets or begins with a date, and is no sentence.
  private static func isNote(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = line.first(where: { !$0.isSpace }) else { return false }
    return ("（(".unicodeScalars.contains(first) || first.isDigit || first.isHanNumeral) && !line.contains("。")
  }

  /// Whether a verb that ends at a place is all that was done: 公布, 公布施行; but not 发布机构, 批准的规划.
  private static func endsClause(_ end: Int, in text: [Unicode.Scalar]) -> Bool {
    guard end < text.count else { return true }
    return !text[end].isHan || "施实自并".unicodeScalars.contains(text[end])
  }

  private static let passings = ["通过"]
  private static let approvals = ["批准"]
  private static let publications = ["公布", "发布", "颁布", "印发"]
  private static let revisions = ["修正", "修订", "修改"]
  private static let verbs = WordTable(
    (passings + approvals + publications + revisions).map { ($0, [$0]) })
}
