// How far pages reach, as a count of them shows.

/// The usual distance between the numbers of two pages: in lines where all pages have as many, else in text.
struct PagePace {
  /// The usual distance.
  let page: Int
  /// Whether it counts lines.
  private let countsLines: Bool
  /// Whether half of the pages keep to it.
  let isSteady: Bool
  /// Whether no page is more than three times as long as another.
  let isEven: Bool

  /// Whether no page holds much more than most.
  let isBounded: Bool
  /// Whether nearly all pages have the same number of lines.
  let isExact: Bool

  /// Whether all pages but the shortest have the same number of lines, and enough of them.
  let isEqual: Bool

  /// Lines of a page that items of a list seldom have by chance, as many as each other: a guess.
  private static let fewestLines = 8

  /// - Parameter count: two numbers or more.
  init(_ count: [PageNumbers.Candidate], _ survey: PageSurvey) {
    let pairs = zip(count, count.dropFirst())
    let lines = pairs.map { ($1.index - $0.index) / ($1.number - $0.number) }.sorted()
    let widths = pairs.map { survey.width(from: $0.index, to: $1.index) / ($1.number - $0.number) }.sorted()
    // Lines agree much better where they agree at all: a tenth and a third are guesses.
    let alikeLines = PagePace.alikeCount(lines, within: 10)
    let alikeWidths = PagePace.alikeCount(widths, within: 3)
    countsLines = alikeLines * 3 >= alikeWidths * 2
    let pages = countsLines ? lines : widths
    page = max(1, pages[pages.count / 2])
    isSteady = max(alikeLines, alikeWidths) * 2 >= lines.count
    isBounded = widths.last! <= 3 * max(widths[widths.count * 2 / 3], 1)
    isExact = lines.count >= 5 && PagePace.alikeCount(lines, within: 20) * 10 >= lines.count * 7
    // The last page may be shorter.
    let full = lines.dropFirst(lines.count > 2 ? 1 : 0)
    isEqual = full.count >= 2 && full.first == full.last && full.first! >= PagePace.fewestLines
    isEven = pages.last! <= 3 * max(pages[0], 1)
  }

  /// Where a line stands, in the unit of the pace.
  func position(_ index: Int, _ survey: PageSurvey) -> Int { countsLines ? index : survey.position(index) }

  /// How many numbers of a sorted list differ from a usual one by no more than a part of it. Full pages are the
  /// longest, so the usual one is sought in the upper half.
  private static func alikeCount(_ numbers: [Int], within part: Int) -> Int {
    [numbers.count / 2, numbers.count * 2 / 3].map { place in
      numbers.count { abs($0 - numbers[place]) * part <= numbers[place] }
    }.max()!
  }
}
