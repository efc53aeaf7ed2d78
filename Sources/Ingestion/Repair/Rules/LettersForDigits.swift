// Letters that look like digits, where only digits can stand: `2O24年` → `2024年`, `二OO九年` → `二〇〇九年`.

import Archive

/// Makes digits of O, o, l and I inside dates, numbers of documents, sums and percentages. What counts is the sign behind, and that
/// the whole is a year, month, day or number with the digits in place.
struct LettersForDigits {
  private let scalars: [Unicode.Scalar]
  private let line: Range<Int>

  static func repair(_ draft: inout Draft, _ line: SourceLine) {
    // What reads the text is gone when the text changes: otherwise each change would copy all of it.
    let reader = LettersForDigits(scalars: draft.scalars, line: line.range)
    for (index, digit) in reader.found() + reader.mistakenDays() {
      draft.change(index..<index + 1, to: [digit], .letterForDigit, confidence: 0.97)
    }
  }

  /// `5月1曰`: 日 behind a month and a day; 曰 says something.
  private func mistakenDays() -> [(index: Int, digit: Unicode.Scalar)] {
    line.filter { index in
      guard scalars[index] == "曰" else { return false }
      let before = scalars[line.lowerBound..<index].suffix(10).filter { !$0.isSpace }.reversed()
      let day = before.prefix(while: \.isDigit).count
      let month = before.dropFirst(day + 1).prefix(while: \.isDigit).count
      return (1...2).contains(day) && before.dropFirst(day).first == "月" && (1...2).contains(month)
    }.map { ($0, "日") }
  }

  private func found() -> [(index: Int, digit: Unicode.Scalar)] {
    var found: [(index: Int, digit: Unicode.Scalar)] = []
    var index = line.lowerBound
    while index < line.upperBound {
      guard LettersForDigits.isPart(scalars[index]) else {
        index += 1
        continue
      }
      let end = scalars[index..<line.upperBound].firstIndex { !LettersForDigits.isPart($0) } ?? line.upperBound
      found += digits(in: index..<end)
      index = end
    }
    return found
  }

  /// The letters of a stretch of digits and such letters that are digits, with what they are.
  private func digits(in range: Range<Int>) -> [(index: Int, digit: Unicode.Scalar)] {
    let letters = range.filter { LettersForDigits.digit(scalars[$0]) != nil }
    guard !letters.isEmpty, !isLetter(range.lowerBound - 1), !isLetter(range.upperBound) else { return [] }
    let isHan = range.contains { ChineseNumeral.digit(scalars[$0]) != nil && !scalars[$0].isDigit }
    let read = letters.map { index in
      (index: index, digit: isHan ? "〇" as Unicode.Scalar : LettersForDigits.digit(scalars[index]) ?? "0")
    }
    // A Han numeral has zeros only, and no other digits.
    if isHan, range.contains(where: { scalars[$0].isDigit }) || read.contains(where: { !isZero($0.index) }) {
      return []
    }
    var whole = Array(scalars[range])
    for (index, digit) in read { whole[index - range.lowerBound] = digit }
    guard let value = ChineseNumeral.value(of: whole) else { return [] }
    return fits(range, value, isHan: isHan, hasDigit: letters.count < range.count) ? read : []
  }

  /// Whether what stands around a stretch takes nothing but its value.
  private func fits(_ range: Range<Int>, _ value: Int, isHan: Bool, hasDigit: Bool) -> Bool {
    let isYear = range.count == 4 && CalendarDate.years.contains(value)
    let next = sign(from: range.upperBound, step: 1)
    if isHan { return isYear && next == "年" }
    let before = sign(from: range.lowerBound - 1, step: -1)
    // Lots, blocks and machines have letters first: 地块I2.
    let startsWithDigit = scalars[range.lowerBound].isDigit
    switch next {
    case "年": return isYear && hasDigit
    case "月": return (1...12).contains(value) && range.count <= 2 && (startsWithDigit || before == "年")
    case "日": return (1...31).contains(value) && range.count <= 2 && before == "月"
    case "号": return value > 0 && (before == "第" ? startsWithDigit : stands(before, in: "〕]］】﹞"))
    case "〕", "]", "］", "】", "﹞": return isYear && hasDigit && stands(before, in: "〔[［【﹝")
    case "元", "万", "亿", "%", "％": return hasDigit && isAmount(range)
    // Behind digits l may be litres.
    case "人", "户", "亩", "吨", "米", "倍":
      // I20 is a beam or a plot.
      return hasDigit && isAmount(range) && scalars[range.lowerBound] != "I" && scalars[range.upperBound - 1] != "l"
    default: return false
    }
  }

  /// Whether a stretch begins with a digit other than 0, or is a letter for 1 and digits: `l000元`, `l5亩`. A capital I and one
  /// digit may be a name.
  private func isAmount(_ range: Range<Int>) -> Bool {
    let first = scalars[range.lowerBound]
    if first.isDigit { return first != "0" }
    return !isZero(range.lowerBound) && (range.count > 2 || first == "l")
      && scalars[range.dropFirst()].allSatisfy(\.isDigit)
  }

  /// The first sign of the line from a place on that is no space.
  private func sign(from start: Int, step: Int) -> Unicode.Scalar? {
    var index = start
    while line.contains(index), scalars[index].isSpace { index += step }
    return line.contains(index) ? scalars[index] : nil
  }

  private func stands(_ sign: Unicode.Scalar?, in signs: String) -> Bool {
    sign.map(signs.unicodeScalars.contains) ?? false
  }

  private func isLetter(_ index: Int) -> Bool { line.contains(index) && scalars[index].isLatinLetter }

  private func isZero(_ index: Int) -> Bool { LettersForDigits.digit(scalars[index]) == "0" }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    digit(scalar) != nil || ChineseNumeral.digit(scalar) != nil
  }

  /// The digit that a letter looks like.
  private static func digit(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
    switch letter {
    case "O", "o", "Ｏ": "0"
    case "l", "I": "1"
    default: nil
    }
  }
}
