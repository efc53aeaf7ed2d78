// Where the clean code points stand in a repaired text, by way of the source: no texts are compared to find out.

/// Leads from clean code points to a repaired text and back, in linear time.
struct Alignment {
  /// The repaired text.
  let text: [Unicode.Scalar]
  /// For each clean code point its offset in the repaired text; -1 when it is not there.
  let textOffsets: [Int32]
  /// For each code point of the repaired text the clean one that it came from; -1 for all else.
  let cleanOffsets: [Int32]
  /// For each code point of the source its offset in the repaired text; -1 when it is not there.
  let textOfSource: [Int32]
  /// For each code point of the repaired text the number of its paragraph.
  let paragraphs: [Int32]
  private let clean: [Unicode.Scalar]

  /// - Parameters:
  ///   - clean: the clean text.
  ///   - origins: for each code point of the source, the clean one that it stands for.
  init(_ outcome: RepairOutcome, clean: [Unicode.Scalar], origins: [Int32]) {
    text = outcome.scalars
    self.clean = clean
    var textOfSource = [Int32](repeating: -1, count: origins.count)
    var cleanOffsets = [Int32](repeating: -1, count: text.count)
    for (offset, source) in outcome.sourceOffsets.enumerated() where source >= 0 {
      textOfSource[Int(source)] = Int32(offset)
      cleanOffsets[offset] = origins[Int(source)]
    }
    var textOffsets = [Int32](repeating: -1, count: clean.count)
    for (source, origin) in origins.enumerated() where origin >= 0 { textOffsets[Int(origin)] = textOfSource[source] }
    var paragraph: Int32 = 0
    paragraphs = text.map { scalar in
      if scalar == "\n" { paragraph += 1 }
      return paragraph
    }
    self.textOfSource = textOfSource
    self.cleanOffsets = cleanOffsets
    self.textOffsets = textOffsets
  }

  /// What stands in the repaired text between the neighbours of a clean stretch, and what should.
  struct Gap {
    let found: ArraySlice<Unicode.Scalar>
    let wanted: ArraySlice<Unicode.Scalar>
  }

  /// How much longer than the clean stretch a repaired one may be: LaTeX for a factor takes eleven characters more.
  private static let slack = 40

  /// The repaired text around a clean stretch, from the character before to the one behind it.
  ///
  /// At a paragraph's ends everything counts that has no clean place of its own.
  ///
  /// - Returns: `nil` if a neighbour is gone or they are in a wrong order or far apart.
  func gap(around stretch: Range<Int>) -> Gap? {
    var low = stretch.lowerBound
    while low > 0, clean[low - 1] == " " { low -= 1 }
    var high = stretch.upperBound
    while high < clean.count, clean[high] == " " { high += 1 }
    let wanted = clean[low..<high]
    let hasLeft = low > 0 && clean[low - 1] != "\n"
    let hasRight = high < clean.count && clean[high] != "\n"
    var start = hasLeft ? Int(textOffsets[low - 1]) + 1 : -1
    var end = hasRight ? Int(textOffsets[high]) : -1
    guard !hasLeft || start > 0, !hasRight || end >= 0 else { return nil }
    if !hasLeft {
      guard let inner = hasRight ? end : firstOffset(in: stretch) else { return nil }
      start = inner
      while start > 0, text[start - 1] != "\n", isInside(cleanOffsets[start - 1], stretch) { start -= 1 }
    }
    if !hasRight {
      guard let inner = hasLeft ? start : lastOffset(in: stretch) else { return nil }
      end = inner
      while end < text.count, text[end] != "\n", isInside(cleanOffsets[end], stretch) { end += 1 }
    }
    guard start <= end, end - start <= wanted.count + Alignment.slack else { return nil }
    return Gap(found: text[start..<end], wanted: wanted)
  }

  private func isInside(_ origin: Int32, _ stretch: Range<Int>) -> Bool {
    origin < 0 || stretch.contains(Int(origin))
  }

  private func firstOffset(in stretch: Range<Int>) -> Int? {
    stretch.lazy.map { Int(textOffsets[$0]) }.first { $0 >= 0 }
  }

  private func lastOffset(in stretch: Range<Int>) -> Int? {
    stretch.reversed().lazy.map { Int(textOffsets[$0]) }.first { $0 >= 0 }
  }
}
