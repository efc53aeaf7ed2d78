// Dashes: `———` where a Chinese dash is two (U+2014 twice), `--` between Han characters.

import Archive

/// Puts dashes right. Longer rows of dashes are rules or blanks to fill in, and hyphens in numbers and names stay.
enum Dashes {
  static func repair(_ draft: inout Draft, _ line: SourceLine) {
    var index = line.range.lowerBound
    while index < line.range.upperBound {
      let sign = draft.scalars[index]
      guard sign == "—" || sign == "-" else {
        index += 1
        continue
      }
      var end = index + 1
      while end < line.range.upperBound, draft.scalars[end] == sign { end += 1 }
      let follows = end < line.range.upperBound && (draft.scalars[end].isHan || draft.scalars[end].isSpace)
      if sign == "—", end - index == 3, follows || index > line.range.lowerBound {
        draft.remove(end - 1..<end, .dash, confidence: 0.99)
      } else if sign == "-", end - index == 2, follows, index > line.range.lowerBound,
        draft.scalars[index - 1].isHan
      {
        draft.change(index..<end, to: ["—", "—"], .dash, confidence: 0.9)
      }
      index = end
    }
  }
}
