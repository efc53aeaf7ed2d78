// Finds counts of pages among numbers that stand alone on their lines.

/// Numbers that go up by one from page to page, with a page's text between them.
struct PageCounts {
  /// The counts, each in order.
  private(set) var counts: [[PageNumbers.Candidate]] = []

  /// Width of the text of the emptiest usual page, in half cells. Narrow columns of OCR hold some 600; rows of tables
  /// that have a number and a paragraph seldom hold more than 300.
  static let emptiestPage = 400
  /// Width of the text of the fullest page: A3 set in small print holds 5,000 characters.
  static let fullestPage = 10_000
  /// Pages in a row whose numbers may be missing or unsure: blank ones, pictures, opening pages.
  private static let mostSkipped = 8

  /// A candidate in the longest count that leads to it.
  private struct Link {
    /// The place in the list of the page before.
    var previous: Int?
    /// How many numbers lead to it.
    var length = 1
  }

  /// - Parameter needsExactness: whether nothing but the number of lines on each page speaks for the candidates.
  init(_ candidates: [PageNumbers.Candidate], _ survey: PageSurvey, needsExactness: Bool = false) {
    let links = PageCounts.links(candidates, survey)
    var isTaken = [Bool](repeating: false, count: candidates.count)
    let ends = links.indices.sorted { (links[$0].length, $0) > (links[$1].length, $1) }
    for end in ends where !isTaken[end] {
      var count: [PageNumbers.Candidate] = []
      var next: Int? = end
      while let link = next, !isTaken[link] {
        isTaken[link] = true
        count.append(candidates[link])
        next = links[link].previous
      }
      if PageCounts.arePages(count.reversed(), survey, needsExactness) { counts.append(count.reversed()) }
    }
  }

  /// Links each candidate with the one that can be the number of a page before, the longest count first.
  private static func links(_ candidates: [PageNumbers.Candidate], _ survey: PageSurvey) -> [Link] {
    var links = [Link](repeating: Link(), count: candidates.count)
    /// The last candidate of the longest count that reached a number.
    var best: [Int: Int] = [:]
    for (place, candidate) in candidates.enumerated() {
      for step in 1...mostSkipped {
        guard let previous = best[candidate.number - step] else { continue }
        let width = survey.width(from: candidates[previous].index, to: candidate.index)
        guard width > 0, width <= step * fullestPage, width >= (step - 1) * emptiestPage else { continue }
        if links[previous].length + 1 > links[place].length {
          links[place] = Link(previous: previous, length: links[previous].length + 1)
        }
      }
      let reached = best[candidate.number].map { links[$0].length } ?? 0
      if links[place].length >= reached { best[candidate.number] = place }
    }
    return links
  }

  /// Whether enough text stands between numbers that count up, and about as much on each page.
  private static func arePages(_ count: [PageNumbers.Candidate], _ survey: PageSurvey, _ needsExactness: Bool) -> Bool {
    guard count.count >= 3 || count.count == 2 && count.allSatisfy({ survey.isAtEdge($0.index) }) else { return false }
    let fullCount = zip(count, count.dropFirst()).count { survey.holdsPage(from: $0.index, to: $1.index) }
    let areAtEdges = count.count { survey.isAtEdge($0.index) } * 5 >= count.count * 4
    // Known edges allow for documents shorter than a page; a few numbers must all have a page's text.
    let share = areAtEdges ? 2 : count.count > 4 ? 3 : 4
    guard fullCount * 4 >= (count.count - 1) * share else { return false }
    // Years of a table count up as well, and three numbers may by chance.
    let isLong = count.count > 4
    guard isLong || count[0].number < 1900 else { return false }
    if count[0].mark.style.isShare || areAtEdges { return true }
    let pace = PagePace(count, survey)
    if needsExactness { return isLong && pace.isExact || pace.isEqual }
    if isLong, pace.isBounded, count.count(where: { survey.interrupts($0.index) }) * 3 >= count.count * 2 {
      return true
    }
    return pace.isSteady && (isLong || pace.isEven)
  }
}
