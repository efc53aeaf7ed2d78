// Signs that belong to nothing: `使⤵用`. Never a sign that may stand for something, as → and □ do.

import Archive

enum StraySigns {
  /// Arrows that only symbol fonts have, private use, and what cannot be seen.
  static func isOdd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2900...0x297F, 0xE000...0xF8FF: true
    default: isInvisible(scalar)
    }
  }

  /// Whether a character cannot be seen and takes no room: hyphens that break words, joiners, marks of direction.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x2060, 0xAD, 0xFEFF: true
    default: false
    }
  }

  /// Takes out what stands alone between two Han characters, and what cannot be seen within Chinese text and numbers or
  /// behind them. Other scripts need joiners and marks of direction.
  static func repair(_ draft: inout Draft, _ line: SourceLine) {
    var index = line.range.lowerBound + 1
    while index < line.range.upperBound {
      guard isOdd(draft.scalars[index]) else {
        index += 1
        continue
      }
      let end = draft.scalars[index..<line.range.upperBound].firstIndex { !isInvisible($0) } ?? line.range.upperBound
      let range = index..<max(index + 1, end)
      let before = draft.scalars[index - 1]
      let after = range.upperBound < line.range.upperBound ? draft.scalars[range.upperBound] : nil
      let isVisible = end == index
      let isStray =
        isVisible
        ? before.isHan && after?.isHan == true
        : isOfText(before) && after.map(isOfText) != false && !standsForHyphen(draft.scalars[range], before, after)
      // Confidence is a guess: two of two in the labelled gazettes.
      if isStray { draft.remove(range, .straySign, confidence: 0.9) }
      index = range.upperBound
    }
  }

  /// Whether a soft hyphen stands where fonts have mapped a hyphen to it: 0471-6944404, 2021-2025年. No number is broken
  /// by one.
  private static func standsForHyphen(
    _ signs: ArraySlice<Unicode.Scalar>, _ before: Unicode.Scalar, _ after: Unicode.Scalar?
  ) -> Bool { signs.contains("\u{AD}") && before.isDigit && after?.isDigit != false }

  /// Whether a character stands in Chinese text and its numbers.
  private static func isOfText(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isSetWide || scalar.isDigit || ".,%％‰".unicodeScalars.contains(scalar)
  }
}
