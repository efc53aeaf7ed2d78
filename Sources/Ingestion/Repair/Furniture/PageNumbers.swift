// Finds the lines that hold nothing but a page's number, by their counting up through the source.

import Archive

/// Tells page numbers from cells of tables: pages hold text, break into sentences and count on.
struct PageNumbers {
  /// A line that looks like a page number.
  struct Candidate {
    let index: Int
    let mark: PageMark

    var number: Int { mark.number }
  }

  private let candidates: [Candidate]

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
  ///
  /// The count is read from numbers that cut a sentence or stand at a page's edge, and then filled from those that
  /// stand between documents.
  func markBare(in survey: inout PageSurvey) {
    let bare = candidates.filter {
      !$0.mark.style.isTelling && (!survey.isFurniture($0.index) || survey.furniture.kinds[$0.index] == .pageNumber)
    }
    // Shares first: they show where pages end, which bare numbers have to agree with.
    for isShare in [true, false] {
      let edges = survey.edges().filter { index in
        // Bare numbers that were found already prove nothing for themselves.
        let last = candidates[safe: candidates.firstPlace(behind: index) - 1]
        return last.map { $0.index != index || $0.mark.style.isTelling || $0.mark.style.isShare } ?? true
      }
      for group in PageNumbers.byStyle(bare.filter { $0.mark.style.isShare == isShare }) {
        for count in PageNumbers.counts(in: group, survey) where PageNumbers.coverPages(count, edges, survey) {
          for candidate in count { survey.furniture.mark(candidate.index, .pageNumber) }
        }
      }
    }
    markInterrupting(bare, in: &survey)
    markLoneNumber(bare, in: &survey)
  }

  /// Marks numbers that cut sentences of wide lines in a source of few pages, if they count up one by one; and where all
  /// bare numbers of the source are one such count, those between paragraphs too.
  private func markInterrupting(_ bare: [Candidate], in survey: inout PageSurvey) {
    let open = bare.filter {
      $0.mark.style == .bare && $0.number < 1900 && !survey.isFurniture($0.index) && !survey.isAmongCells($0.index)
    }
    let cutting = open.filter { survey.interruptsWide($0.index) }
    // Where many pages are known, they have told already.
    guard !cutting.isEmpty, survey.edges().count < 4 else { return }
    // One number counts nothing, and may be a figure that was cut off its sentence.
    if open.count == 1, survey.mayBeFigure(open[0].index) { return }
    func countsUp(_ found: [Candidate]) -> Bool {
      zip(found, found.dropFirst()).allSatisfy { last, next in
        next.number == last.number + 1
          && (survey.holdsPage(from: last.index, to: next.index)
            || survey.holdsWideText(from: last.index, to: next.index))
      }
    }
    guard let pages = [open, cutting].first(where: countsUp) else { return }
    for candidate in pages { survey.furniture.mark(candidate.index, .pageNumber) }
  }

  /// The counts among numbers in one dress.
  private static func counts(in group: [Candidate], _ survey: PageSurvey) -> [[Candidate]] {
    let sure = group.filter {
      $0.mark.style.isShare || survey.isFurniture($0.index) || survey.isAtEdge($0.index)
        || survey.interrupts($0.index)
    }
    var counts = PageCounts(sure, survey).counts
    if counts.isEmpty {
      counts = PageCounts(group.filter { !survey.isAmongCells($0.index) }, survey, needsExactness: true).counts
    }
    return counts.map { $0 + missing(in: $0, group, survey) }
  }

  /// Whether numbers stand on most pages between the first and the last of them, and where pages are known to end.
  private static func coverPages(_ count: [Candidate], _ edges: [Int], _ survey: PageSurvey) -> Bool {
    let numbers = count.map(\.number)
    let indices = count.map(\.index)
    let pageCount = numbers.max()! - numbers.min()! + 1
    let edgeCount = edges.count(in: indices.min()!...indices.max()!)
    guard count.count * 5 >= max(pageCount, edgeCount) * 2 else { return false }
    // Where pages are known to end, a count goes over as many ends.
    guard edges.count < 4 || edgeCount * 5 >= (pageCount - 1) * 2 else { return false }
    // Two numbers tell nothing but in a source of two pages.
    guard count.count > 2 || pageCount == 2 && edges.count <= 4 else { return false }
    return edges.count < 4 && edgeCount < 3 || count.count { survey.isAtEdge($0.index) } * 2 >= count.count
  }

  /// The numbers that a count lacks, each where its page ends as the others have it.
  private static func missing(in count: [Candidate], _ group: [Candidate], _ survey: PageSurvey) -> [Candidate] {
    let pace = PagePace(count, survey)
    func position(_ candidate: Candidate) -> Int { pace.position(candidate.index, survey) }
    var places = group[...]
    var missing: [Candidate] = []
    func take(_ number: Int, at expected: Int, in range: Range<Int>, within reach: Int) -> Candidate? {
      let found = places.filter {
        range.contains($0.index) && $0.number == number && !survey.isAmongCells($0.index)
      }.sorted { abs(position($0) - expected) < abs(position($1) - expected) }
      func distance(_ candidate: Candidate) -> Int { abs(position(candidate) - expected) }
      guard let nearest = found.first, distance(nearest) <= reach else { return nil }
      // Where a cell of a table says the same, only one that stands exactly right is taken.
      guard found.count == 1 || distance(nearest) * 8 <= pace.page && distance(found[1]) * 4 >= pace.page else {
        return nil
      }
      missing.append(nearest)
      return nearest
    }
    for (last, next) in zip(count, count.dropFirst()) where next.number - last.number > 1 {
      places = group[group.firstPlace(behind: last.index)..<group.firstPlace(behind: next.index)]
      let steps = next.number - last.number
      var before = last.index
      for step in 1..<steps {
        let start = position(last)
        let expected = start + (position(next) - start) * step / steps
        let found = take(last.number + step, at: expected, in: before + 1..<next.index, within: pace.page * 2 / 3)
        if let found { before = found.index }
      }
    }
    places = group.prefix(group.firstPlace(behind: count[0].index))
    var next = count[0]
    while let found = take(
      next.number - 1, at: position(next) - pace.page, in: 0..<next.index, within: pace.page / 3)
    { next = found }
    places = group.suffix(from: group.firstPlace(behind: count.last!.index))
    var last = count.last!
    while let found = take(
      last.number + 1, at: position(last) + pace.page, in: last.index + 1..<survey.lines.count,
      within: pace.page / 3)
    { last = found }
    return missing
  }

  private static func byStyle(_ candidates: [Candidate]) -> [[Candidate]] {
    Dictionary(grouping: candidates, by: \.mark.style).values.sorted { $0[0].index < $1[0].index }
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

extension [PageNumbers.Candidate] {
  /// The first place behind a line.
  fileprivate func firstPlace(behind index: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].index > index { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Array {
  /// The element at a place, `nil` outside of the array.
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
