// Numbers, dates and document numbers of a clean text: what a search must not lose.

/// A number or date.
struct FoundNumber {
  let range: Range<Int>
  /// Whether it is a whole date (2024年3月5日) or document number (〔2024〕7号); else digits with points and percent.
  let isDate: Bool
}

/// Finds them.
enum NumberFinder {
  /// All of a text, in order; a date is found besides the numbers in it.
  static func numbers(in text: [Unicode.Scalar]) -> [FoundNumber] {
    var found: [FoundNumber] = []
    var index = 0
    while index < text.count {
      if let end = dateEnd(text, index) { found.append(FoundNumber(range: index..<end, isDate: true)) }
      guard text[index].isASCIIDigit else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, text[index].isASCIIDigit || isInnerPoint(text, index) { index += 1 }
      if index < text.count, text[index] == "%" { index += 1 }
      found.append(FoundNumber(range: start..<index, isDate: false))
    }
    return found
  }

  /// Whether a line that ends before an offset cuts a number, a date or a document number.
  static func isInsideNumber(_ offset: Int, _ text: [Unicode.Scalar]) -> Bool {
    guard offset > 0, offset < text.count else { return false }
    if belongs(text[offset - 1]) && belongs(text[offset]) { return true }
    // 2024|年, 3月|5日, 〔2024|〕, 7|号
    if text[offset - 1].isASCIIDigit, "年月日号〕".unicodeScalars.contains(text[offset]) { return true }
    return text[offset].isASCIIDigit && "年月〔〕".unicodeScalars.contains(text[offset - 1])
  }

  private static func belongs(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIIDigit || scalar == "." || scalar == "%"
  }

  private static func isInnerPoint(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    text[index] == "." && index + 1 < text.count && text[index + 1].isASCIIDigit
  }

  private static let dateParts: [[Unicode.Scalar]] = [["年", "月", "日"], ["〕", "号"]]

  private static func dateEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    if text[start] == "〔" { return end(text, start + 1, dateParts[1]) }
    guard text[start].isASCIIDigit, start == 0 || !text[start - 1].isASCIIDigit else { return nil }
    return end(text, start, dateParts[0])
  }

  /// The end of digits and signs that alternate.
  private static func end(_ text: [Unicode.Scalar], _ start: Int, _ signs: [Unicode.Scalar]) -> Int? {
    var index = start
    for sign in signs {
      let digits = index
      while index < text.count, index - digits < 5, text[index].isASCIIDigit { index += 1 }
      guard index > digits, index < text.count, text[index] == sign else { return nil }
      index += 1
    }
    return index
  }
}
