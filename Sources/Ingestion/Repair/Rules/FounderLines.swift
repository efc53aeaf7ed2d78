// Which marks a line has in order, by which a shifted one is told from a word: a font is shifted as a whole.

/// The lines of a source as far as their commas and stops are concerned.
///
/// In the infected texts at hand no sentence has a mark both shifted and in order; heads before a sentence, set in a font
/// of their own, may have theirs in order.
struct FounderLines {
  /// The marks that a text is full of.
  static let marks = Set("，。、".unicodeScalars)

  private let scalars: [Unicode.Scalar]

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// Whether a place may be a shifted mark beside what its line has in order: not beside the same mark, and beside
  /// others only where it occurs twice, before different characters, and behind no post: 市长|袁某某.
  ///
  /// - Parameter places: all places that may be marks, in order.
  func mayHold(_ index: Int, of places: [Int]) -> Bool {
    let line = line(around: index)
    let inOrder = Set(scalars[line].filter { FounderLines.marks.contains($0) || $0 == "；" || $0 == "：" })
    if let sign = FounderCode.sign(of: scalars[index]), inOrder.contains(sign) { return false }
    guard !inOrder.isDisjoint(with: FounderLines.marks) else { return true }
    if index > 0, scalars[index - 1].endsPost { return false }
    let alike = places[places.firstIndex(notBelow: line.lowerBound)...].prefix { line.contains($0) }
      .filter { scalars[$0] == scalars[index] }
    return Set(alike.map { scalars[min($0 + 1, scalars.count - 1)] }).count > 1
  }

  /// The line of an offset from the sentence on, without the number of its head, as far as a sentence reaches: texts
  /// without lines stay linear.
  private func line(around index: Int) -> Range<Int> {
    let reach = 100
    var start = index
    var end = index
    while start > 0, index - start < reach, scalars[start - 1] != "\n", scalars[start - 1] != "。" { start -= 1 }
    let numeral = scalars[start..<index].prefix { $0.isHanNumeral || $0.isDigit }
    if !numeral.isEmpty, scalars[numeral.endIndex] == "、", numeral.endIndex < index { start = numeral.endIndex + 1 }
    while end < scalars.count, end - index < reach, scalars[end] != "\n" { end += 1 }
    return start..<end
  }
}

extension [Int] {
  /// Where the first of numbers in order stands that is not below a bound.
  func firstIndex(notBelow bound: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
