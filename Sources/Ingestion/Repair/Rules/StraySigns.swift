// Signs that belong to nothing: `使⤵用`. Never a sign that may stand for something, as → and □ do.

import Archive

enum StraySigns {
  /// Arrows that only symbol fonts have, private use, and what cannot be seen.
  static func isOdd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2900...0x297F, 0xE000...0xF8FF, 0x200B...0x200F, 0x2060, 0xAD, 0xFEFF: true
    default: false
    }
  }

  /// Takes out what stands alone between two Han characters.
  static func repair(_ draft: inout Draft, _ line: SourceLine) {
    guard line.range.count > 2 else { return }
    for index in line.range.dropFirst().dropLast() where isOdd(draft.scalars[index]) {
      // Confidence is a guess: two of two in the labelled gazettes.
      if draft.scalars[index - 1].isHan, draft.scalars[index + 1].isHan {
        draft.remove(index..<index + 1, .straySign, confidence: 0.9)
      }
    }
  }
}
