// Roman numerals spelled in letters: `II级` → `Ⅱ级`, `I—IV 类` → `Ⅰ—Ⅳ类`.

import Archive

/// Makes one sign of letters that number a grade, class or stage. Latin words and names of models stay.
enum RomanNumerals {
  static func repair(_ draft: inout Draft, _ line: SourceLine) {
    var found: [(range: Range<Int>, numeral: Unicode.Scalar)] = []
    var index = line.range.lowerBound
    while index < line.range.upperBound {
      guard draft.scalars[index].isLatinLetter else {
        index += 1
        continue
      }
      var end = index + 1
      while end < line.range.upperBound, draft.scalars[end].isLatinLetter || draft.scalars[end].isDigit { end += 1 }
      if let numeral = numerals[String(scalars: draft.scalars[index..<end])],
        index == line.range.lowerBound || !touchesWord(draft.scalars[index - 1])
      {
        found.append((index..<end, numeral))
      }
      index = end
    }
    // From the right: a numeral in a range or list has the frame of the next one.
    var framed: Int?
    for (range, numeral) in found.reversed() {
      if isFramed(draft, range, line, next: framed) {
        framed = range.lowerBound
        draft.change(range, to: [numeral], .romanNumeral, confidence: 0.95)
      }
    }
  }

  private static func isFramed(_ draft: Draft, _ range: Range<Int>, _ line: SourceLine, next: Int?) -> Bool {
    var index = range.upperBound
    while index < line.range.upperBound, draft.scalars[index].isSpace { index += 1 }
    guard index < line.range.upperBound else { return false }
    switch draft.scalars[index] {
    case "级", "类": return true
    case "期", "型", "档", "区": return range.count > 1
    case "—", "-", "～", "~", "、", "至", "和", "或", "及": return index + 1 == next
    default: return false
    }
  }

  private static func touchesWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || scalar == "." || scalar == "/" || scalar == "_" || scalar == "&"
  }

  private static let numerals: [String: Unicode.Scalar] = [
    "I": "Ⅰ", "II": "Ⅱ", "III": "Ⅲ", "IV": "Ⅳ", "V": "Ⅴ", "VI": "Ⅵ", "VII": "Ⅶ", "VIII": "Ⅷ", "IX": "Ⅸ", "XI": "Ⅺ",
    "XII": "Ⅻ",
  ]
}
