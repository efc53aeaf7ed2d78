// White space between two characters of a line.

/// A gap: where it is, and what stands beside it.
struct Gap {
  /// The white space, in offsets of the source.
  let range: Range<Int>
  /// Characters without gap or mark right before it, and right behind it.
  let lengthBefore: Int
  let lengthAfter: Int
  /// What stands beside it.
  let sides: Sides

  enum Sides {
    /// Han or full-width marks on both sides.
    case wide
    /// Those on one side, a digit, letter or sign of half width on the other.
    case mixed
    /// Digits, letters and signs on both sides.
    case narrow
  }

  /// Whether one character stands on either side.
  var isBetweenSingles: Bool { lengthBefore == 1 && lengthAfter == 1 }
}

extension Unicode.Scalar {
  /// Whether it is set like a Han character: Han, or a mark that Chinese text has in full width.
  var isSetWide: Bool {
    if isHan || isWideMark { return true }
    switch self {
    case "—", "…", "·", "！", "？", "〈", "〉", "‘", "’", "［", "］", "『", "』", "〖", "〗", "▲", "●", "■", "★": return true
    default: return false
    }
  }

  /// Whether a clause or a bracketed stretch begins or ends with it.
  fileprivate var isBoundaryMark: Bool { isWideMark || self == "！" || self == "？" || self == "〈" || self == "〉" }
}

extension Gap {
  /// The gaps of a line, in order.
  static func all(in line: SourceLine, _ scalars: [Unicode.Scalar]) -> [Gap] {
    var gaps: [Gap] = []
    gaps.reserveCapacity(line.counts.runCount - 1)
    var index = line.range.lowerBound
    var run = 0
    while index < line.range.upperBound {
      let scalar = scalars[index]
      guard scalar.isSpace else {
        run = scalar.isBoundaryMark ? 0 : run + 1
        index += 1
        continue
      }
      var end = index + 1
      while end < line.range.upperBound, scalars[end].isSpace { end += 1 }
      // Whatever ends the line's text is no white space.
      guard end < line.range.upperBound, index > line.range.lowerBound else { return gaps }
      gaps.append(Gap(scalars, index..<end, lengthBefore: run, lineEnd: line.range.upperBound))
      run = 0
      index = end
    }
    return gaps
  }

  private init(_ scalars: [Unicode.Scalar], _ range: Range<Int>, lengthBefore: Int, lineEnd: Int) {
    self.range = range
    self.lengthBefore = lengthBefore
    // More than two is not looked at.
    lengthAfter =
      scalars[range.upperBound..<min(lineEnd, range.upperBound + 2)]
      .prefix { !$0.isSpace && !$0.isBoundaryMark }.count
    switch (scalars[range.lowerBound - 1].isSetWide, scalars[range.upperBound].isSetWide) {
    case (true, true): sides = .wide
    case (false, false): sides = .narrow
    default: sides = .mixed
    }
  }
}
