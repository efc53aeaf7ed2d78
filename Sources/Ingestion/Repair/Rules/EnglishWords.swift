// English words that recognition read where Chinese ones stand: `企业 and 群众` → `企业和群众`.

import Archive

/// Translates `and` and `or` between Han characters; in English text, names and formulas they stay.
enum EnglishWords {
  static func repair(_ draft: inout Draft, _ line: SourceLine) {
    var index = line.range.lowerBound
    while index < line.range.upperBound {
      guard draft.scalars[index] == "a" || draft.scalars[index] == "o" else {
        index += 1
        continue
      }
      guard let word = words.first(where: { draft.scalars[index..<line.range.upperBound].starts(with: $0.english) })
      else {
        index += 1
        continue
      }
      var start = index
      var end = index + word.english.count
      while start > line.range.lowerBound, draft.scalars[start - 1].isSpace { start -= 1 }
      while end < line.range.upperBound, draft.scalars[end].isSpace { end += 1 }
      if start > line.range.lowerBound, end < line.range.upperBound, stands(draft.scalars[start - 1]),
        stands(draft.scalars[end])
      {
        draft.change(start..<end, to: [word.chinese], .englishWord, confidence: 0.99)
      }
      index = end
    }
  }

  private static func stands(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isHan || scalar == "”" || scalar == "“" || scalar == "》" || scalar == "《" || scalar == "）"
  }

  private static let words: [(english: [Unicode.Scalar], chinese: Unicode.Scalar)] = [
    (Array("and".unicodeScalars), "和"), (Array("or".unicodeScalars), "或"),
  ]
}
