// Where a source shows that Founder's codes were shifted.

/// Places that nothing but a shift explains.
struct FounderEvidence {
  /// Shifted places lie this near to others, in code points: a guess, about a page.
  private static let reach = 3_000

  /// Items of a list lie this near to each other: a guess, some ten lines.
  private static let listReach = 300

  /// Offsets, in order.
  private var places: [Int] = []

  /// Whether there is any.
  var isInfected: Bool { !places.isEmpty }

  init(_ scalars: [Unicode.Scalar], _ candidates: FounderCandidates, _ words: WordJudge) {
    var grades: [Int] = []
    var listed: [Int] = []
    var run = 0
    var letterCount = 0
    var spacedCount = 0
    var last = -1
    for (offset, kind) in zip(candidates.offsets, candidates.kinds) {
      let index = Int(offset)
      if index > last + 1 {
        run = 0
        letterCount = 0
      }
      let isSpaced = index == last + 2 && scalars[last + 1] == " "
      last = index
      spacedCount = kind == .digit ? (isSpaced ? spacedCount : 0) + 1 : 0
      letterCount = kind == .letter ? letterCount + 1 : 0
      // No words have four letters in a row: 0 of 20 M clean characters.
      if letterCount == 4 || spacedCount == 4 && beginsYear(scalars, index + 1) { places.append(index) }
      switch kind {
      case .digit:
        run += 1
        if run == 3, !(scalars[index] == scalars[index - 1] && scalars[index] == scalars[index - 2]),
          !words.joinsWords(index - 2..<index + 1, in: scalars)
        {
          places.append(index)
        }
      case .roman:
        run = 0
        grades.append(index)
      case .circled:
        run = 0
        listed.append(index)
      case .point: break
      default: run = 0
      }
    }
    addGrades(grades, scalars, words)
    addLists(listed, scalars)
  }

  /// Whether 年 stands behind a stretched year.
  private func beginsYear(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    scalars[index...].prefix(2).first { $0 != " " } == "年"
  }

  /// Numbers of lists behind marks, two different ones near each other: of these characters only 于 begins clauses.
  private mutating func addLists(_ numbers: [Int], _ scalars: [Unicode.Scalar]) {
    let heads = numbers.filter { index in
      guard "淤盂榆虞愚舆".unicodeScalars.contains(scalars[index]), let before = scalars.glyph(from: index, by: -1) else {
        return false
      }
      return "。；：遥曰院".unicodeScalars.contains(scalars[before])
    }
    add(
      zip(heads, heads.dropFirst()).filter { first, second in
        second - first < FounderEvidence.listReach && scalars[first] != scalars[second]
      }.flatMap { [$0, $1] })
  }

  /// Numerals of grades: `芋级` and `郁级` mean nothing else; `玉级` and `域级` by themselves may be the ends of words
  /// that no dictionary has, two different ones are grades.
  private mutating func addGrades(_ numerals: [Int], _ scalars: [Unicode.Scalar], _ words: WordJudge) {
    let grades = numerals.filter { index in
      guard let next = scalars.glyph(from: index, by: 1), scalars[next] == "级" || scalars[next] == "类" else {
        return false
      }
      return words.standsAlone(index..<index + 1, in: scalars)
    }
    let kinds = Set(grades.map { scalars[$0] })
    guard kinds.count > 1 || kinds.contains("芋") || kinds.contains("郁") else { return }
    let certain = grades.contains { index in
      scalars.glyph(from: index, by: 1).map { scalars[$0] == "级" } == true
    }
    if certain { add(grades) }
  }

  /// Adds places that were found shifted.
  mutating func add(_ more: [Int]) { places = (places + more).sorted() }

  /// Whether a shifted place other than the one itself lies near an offset.
  func isNear(_ offset: Int) -> Bool {
    let low = places.firstIndex(notBelow: offset - FounderEvidence.reach)
    return low < places.count && places[low] <= offset + FounderEvidence.reach
  }
}
