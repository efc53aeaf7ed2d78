// Finds the lines that hold nothing but a page's number, by their counting up through the source.

import Archive

/// Tells page numbers from cells of tables: pages hold text, break into sentences and count on.
struct PageNumbers {
  /// A line that looks like a page number.
  private struct Candidate {
    let index: Int
    let mark: PageMark
    /// The candidate with the page before, by place in the list.
    var previous: Int?
    /// How many pages count up to it.
    var length = 1
  }

  private let candidates: [Candidate]

  /// Width of the text of the emptiest usual page, in half cells. Narrow columns of OCR hold some 600; rows of tables
  /// that have a number and a paragraph hold less than 200.
  private static let emptiestPage = 300
  /// Width of the text of the fullest page: A3 set in small print holds 5,000 characters.
  private static let fullestPage = 10_000
  /// Width of the text that the last page of a document has at least: one line.
  private static let leastText = 8
  /// Pages in a row that may have no number: blank ones, pictures, opening pages.
  private static let mostSkipped = 4

  init(_ survey: PageSurvey) {
    candidates = survey.lines.indices.compactMap { index in
      guard survey.lines[index].counts.width <= 2 * PageMark.longest + 4, let mark = PageMark(survey.text(index)) else {
        return nil
      }
      return Candidate(index: index, mark: mark)
    }
  }

  /// Marks numbers in a dress that little else wears, unless they plainly do not count up.
  func markTelling(in survey: inout PageSurvey) {
    let telling = candidates.filter { $0.mark.style.isTelling }
    for group in PageNumbers.byStyle(telling) {
      let risingCount = zip(group, group.dropFirst()).count { $0.mark.number < $1.mark.number }
      // Several issues in one source begin anew; numbers that repeat are no pages.
      guard group.count < 3 || risingCount * 2 >= group.count - 1 else { continue }
      for candidate in group { survey.furniture.mark(candidate.index, .pageNumber) }
    }
  }

  /// Marks bare numbers that count up from page to page.
  func markBare(in survey: inout PageSurvey) {
    let bare = candidates.filter { !$0.mark.style.isTelling && !survey.isFurniture($0.index) }
    for group in PageNumbers.byStyle(bare) {
      let linked = PageNumbers.linked(group, survey)
      var isTaken = [Bool](repeating: false, count: linked.count)
      for end in linked.indices.sorted(by: { (linked[$0].length, $0) > (linked[$1].length, $1) }) where !isTaken[end] {
        var chain: [Int] = []
        var next: Int? = end
        while let link = next, !isTaken[link] {
          isTaken[link] = true
          chain.append(linked[link].index)
          next = linked[link].previous
        }
        guard PageNumbers.arePages(Array(chain.reversed()), survey) else { continue }
        for index in chain { survey.furniture.mark(index, .pageNumber) }
      }
    }
    markLoneNumber(bare, in: &survey)
  }

  private static func byStyle(_ candidates: [Candidate]) -> [[Candidate]] {
    Dictionary(grouping: candidates, by: \.mark.style).values.sorted { $0[0].index < $1[0].index }
  }

  /// Links each candidate with the one that can be the number of the page before, the longest count first.
  private static func linked(_ group: [Candidate], _ survey: PageSurvey) -> [Candidate] {
    var linked = group
    /// The last candidate of the longest count that reached a number.
    var best: [Int: Int] = [:]
    for (place, candidate) in group.enumerated() {
      for step in 1...mostSkipped {
        guard let previous = best[candidate.mark.number - step] else { continue }
        let width = survey.width(from: group[previous].index, to: candidate.index)
        guard width >= leastText, width <= step * fullestPage, width >= (step - 1) * emptiestPage else { continue }
        if linked[previous].length + 1 > linked[place].length {
          linked[place].length = linked[previous].length + 1
          linked[place].previous = previous
        }
      }
      let reached = best[candidate.mark.number].map { linked[$0].length } ?? 0
      if linked[place].length >= reached { best[candidate.mark.number] = place }
    }
    return linked
  }

  /// Whether numbers that count up are those of pages: enough text between them, and sentences go on across them.
  private static func arePages(_ chain: [Int], _ survey: PageSurvey) -> Bool {
    guard chain.count >= 2 else { return false }
    let widths = zip(chain, chain.dropFirst()).map { survey.width(from: $0, to: $1) }.sorted()
    guard widths[widths.count / 2] >= emptiestPage else { return false }
    let edgeCount = chain.count { survey.isAtEdge($0) }
    if edgeCount * 10 >= chain.count * 8 { return true }
    let cutCount = chain.count { survey.isAtEdge($0) || survey.interrupts($0) }
    return chain.count >= 3 && cutCount * 3 >= chain.count
  }

  /// Marks the one number of a source of few pages: that of its page, as form feeds count.
  private func markLoneNumber(_ bare: [Candidate], in survey: inout PageSurvey) {
    var page = 1
    var next = 0
    for candidate in bare {
      while next <= candidate.index {
        if next > 0, survey.lines[next].opensPage { page += 1 }
        next += 1
      }
      guard candidate.mark.style == .bare, candidate.mark.number == page, page > 1 || next < survey.lines.count,
        next == survey.lines.count ? page > 1 : survey.lines[next].opensPage
      else { continue }
      survey.furniture.mark(candidate.index, .pageNumber)
    }
  }
}
