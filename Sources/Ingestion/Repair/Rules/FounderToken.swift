// One shifted number as it stands on its line: `苑愿援园豫`, `员∶圆援缘`, `圆,苑远苑`.

/// Digits that a shift made Han characters, with the point, percent sign and signs that tie them to other digits.
struct FounderToken {
  var range: Range<Int>
  var digitCount = 0
  /// Whether a shifted point or percent sign belongs to it.
  private(set) var hasSign = false
  /// Whether a sign ties two digits of it together, which no words do: 0 of 20 M clean characters.
  private(set) var isTied = false

  /// The number that begins at an offset with a digit.
  init(_ scalars: [Unicode.Scalar], at start: Int) {
    range = start..<start
    var index = start
    while index < scalars.count {
      let kind = FounderClass(scalars[index])
      let isBeforeDigit = index + 1 < scalars.count && FounderClass(scalars[index + 1]) == .digit
      if kind == .digit {
        digitCount += 1
      } else if index == start {
        return
      } else if kind == .percent {
        hasSign = true
      } else if kind == .point, isBeforeDigit || endsLine(scalars, index) || isEnd(scalars, index) && digitCount > 1 {
        hasSign = true
        isTied = true
      } else if kind == .point, digitCount == index - start, scalars.isLineStart(start) {
        hasSign = true
      } else if kind == .infix,
        isBeforeDigit || "院颐".unicodeScalars.contains(scalars[index]) && endsLine(scalars, index)
      {
        isTied = isTied || !isBeforeDigit || scalars[index] == "颐"
      } else if isBeforeDigit, FounderToken.ties.contains(scalars[index]) || partsThousands(scalars, index) {
        isTied = true
      } else {
        return
      }
      index += 1
      range = start..<index
      if kind == .percent { return }
    }
  }

  /// Leaves out the first digit, which belongs to the word before.
  mutating func dropFirst() {
    range = range.lowerBound + 1..<range.upperBound
    digitCount -= 1
  }

  /// Signs of half width between two digits.
  private static let ties = Set(",.:∶/".unicodeScalars)

  /// Whether a line ends behind an offset.
  private func isEnd(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    index + 1 < scalars.count && scalars[index + 1] == "\n"
  }

  /// Whether a line ends behind a sign and the next one begins with a digit.
  private func endsLine(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index + 1 < scalars.count, scalars[index + 1].isSpace, let next = scalars.glyph(from: index, by: 1) else {
      return false
    }
    return scalars[index..<next].contains("\n") && (scalars[next].isDigit || FounderClass(scalars[next]) == .digit)
  }

  /// Whether a shifted comma stands before the last three digits: 猿袁缘圆苑.
  private func partsThousands(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard scalars[index] == "袁", digitCount <= 3, digitCount == index - range.lowerBound else { return false }
    return scalars[(index + 1)...].prefix(4).prefix { FounderClass($0) == .digit }.count == 3
  }
}

extension FounderToken {
  /// The digits of a year that was stretched, `圆 园 圆 猿年`, if one begins at an offset.
  static func stretchedYear(_ scalars: [Unicode.Scalar], at start: Int) -> [Int]? {
    guard start + 7 < scalars.count, scalars[start + 1] == " " else { return nil }
    let digits = [start, start + 2, start + 4, start + 6]
    let isYear =
      digits.allSatisfy { FounderClass(scalars[$0]) == .digit } && scalars[start + 3] == " "
      && scalars[start + 5] == " "
    return isYear && scalars[(start + 7)...].prefix(2).first { $0 != " " } == "年" ? digits : nil
  }
}

extension [Unicode.Scalar] {
  /// Whether nothing but white space stands before an offset on its line.
  func isLineStart(_ index: Int) -> Bool {
    var place = index - 1
    while place >= 0, self[place] == " " || self[place] == "\u{3000}" { place -= 1 }
    return place < 0 || self[place].isSpace
  }
}
