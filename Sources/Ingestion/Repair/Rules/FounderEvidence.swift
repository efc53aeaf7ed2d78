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

  init(_ scalars: [Unicode.Scalar], _ words: WordJudge) {
    var grades: [Int] = []
    var listed: [Int] = []
    scalars.withUnsafeBufferPointer { buffer in
      FounderClass.table.withUnsafeBufferPointer { table in
        var run = 0
        var letterCount = 0
        for index in buffer.indices {
          let value = Int(buffer[index].value)
          let kind = value < 0x10000 ? table[value] : 0
          if kind != FounderClass.letter.rawValue { letterCount = 0 }
          if kind == 0 {
            run = 0
            // 年 behind a stretched year.
            if value == 0x5E74, index >= 8, isStretchedYear(buffer, endingBefore: index) { places.append(index - 1) }
          } else if kind == FounderClass.digit.rawValue {
            run += 1
            if run == 3, !(buffer[index] == buffer[index - 1] && buffer[index] == buffer[index - 2]) {
              places.append(index)
            }
          } else if kind != FounderClass.point.rawValue {
            run = 0
            if kind == FounderClass.roman.rawValue { grades.append(index) }
            if kind == FounderClass.circled.rawValue { listed.append(index) }
            if kind == FounderClass.letter.rawValue {
              letterCount += 1
              // No words have four in a row: 0 of 20 M clean characters.
              if letterCount == 4 { places.append(index) }
            }
          }
        }
      }
    }
    addGrades(grades, scalars, words)
    addLists(listed, scalars)
  }

  private func isStretchedYear(_ text: UnsafeBufferPointer<Unicode.Scalar>, endingBefore end: Int) -> Bool {
    let last = text[end - 1] == " " ? end - 2 : end - 1
    return [last, last - 2, last - 4, last - 6].allSatisfy { $0 >= 0 && FounderClass(text[$0]) == .digit }
      && [last - 1, last - 3, last - 5].allSatisfy { text[$0] == " " }
  }

  /// Numbers of lists behind marks, two different ones near each other: of these characters only 于 begins clauses.
  private mutating func addLists(_ numbers: [Int], _ scalars: [Unicode.Scalar]) {
    let heads = numbers.filter { index in
      guard "淤盂榆虞愚舆".unicodeScalars.contains(scalars[index]), let before = scalars.glyph(from: index, by: -1) else {
        return false
      }
      return "。；：遥曰院".unicodeScalars.contains(scalars[before])
    }
    for (first, second) in zip(heads, heads.dropFirst())
    where second - first < FounderEvidence.listReach && scalars[first] != scalars[second] { add([first, second]) }
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
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < offset - FounderEvidence.reach { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] <= offset + FounderEvidence.reach
  }
}
