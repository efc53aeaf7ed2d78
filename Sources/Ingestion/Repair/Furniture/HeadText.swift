// Takes a line apart into a page number at its end or beginning and what stands beside it.

/// What a running head says without its page number: the part that repeats.
struct HeadText {
  /// The page number, `nil` when none stands at either end.
  let number: Int?
  /// The rest, white space at its ends left out; white space inside does not count.
  let stem: ArraySlice<Unicode.Scalar>
  /// Equal for equal stems.
  let hash: UInt64

  /// - Parameter line: a line without white space at its ends, not empty.
  init(_ line: ArraySlice<Unicode.Scalar>) {
    var stem = line
    var number = HeadText.takeLeadingNumber(&stem)
    if number == nil { number = HeadText.takeTrailingNumber(&stem) }
    self.number = number
    self.stem = stem
    hash = HeadText.hash(stem)
  }

  /// Units behind a number that counts something else than pages.
  private static let units = Set("年月日号期届次个项条章节名元万亿分第级区部类".unicodeScalars)

  /// Takes `14` from `14 公报`, `·14· 公报`, `14公报`; leaves `2023·4` and `2019年`.
  private static func takeLeadingNumber(_ stem: inout ArraySlice<Unicode.Scalar>) -> Int? {
    guard let first = stem.first, first.isDigit || first.isPageNumberFrame else { return nil }
    var rest = stem.drop { $0.isPageNumberFrame || $0.isSpace }
    let isFramed = rest.count < stem.count
    guard let number = rest.takePageNumber(), let next = rest.first else { return nil }
    if isFramed {
      guard next.isPageNumberFrame || next.isSpace else { return nil }
    } else {
      guard next.isSpace || next == "|" || next == "｜" || next.isHan && !units.contains(next) else { return nil }
    }
    rest = rest.drop { $0.isPageNumberFrame || $0.isSpace }
    // `2024 年` is a date with a space in it, and `2023 · 4` is an issue.
    guard rest.count >= 4, !units.contains(rest.first!), isFramed || !rest.first!.isDigit else { return nil }
    stem = rest
    return number
  }

  /// Takes `5` from `公报 5`, `公报·5·`, `公报5`, `公报 第5页`; leaves `2023·4`, `第4期`.
  private static func takeTrailingNumber(_ stem: inout ArraySlice<Unicode.Scalar>) -> Int? {
    guard let last = stem.last, last.isDigit || last.isPageNumberFrame || last == "页" else { return nil }
    var rest = stem
    let isNamed = last == "页"
    if isNamed { rest.removeLast() }
    let isFramed = last.isPageNumberFrame
    while let last = rest.last, last.isPageNumberFrame || last.isSpace { rest.removeLast() }
    let digits = rest.suffix(while: \.isDigit)
    var number = digits
    guard let value = number.takePageNumber(), number.isEmpty else { return nil }
    rest.removeLast(digits.count)
    if isNamed {
      while rest.last?.isSpace == true { rest.removeLast() }
      guard rest.popLast() == "第" else { return nil }
    }
    guard let before = rest.last else { return nil }
    let isApart = before.isSpace
    while rest.last?.isSpace == true { rest.removeLast() }
    guard let end = rest.last, isFramed || isNamed || isApart || end.isHan, end != "第", end != "." else { return nil }
    if end.isPageNumberFrame {
      guard isFramed else { return nil }
      while let last = rest.last, last.isPageNumberFrame || last.isSpace { rest.removeLast() }
    }
    guard rest.count >= 4 else { return nil }
    stem = rest
    return value
  }

  /// FNV-1a over the characters; full-width digits count as ASCII ones.
  private static func hash(_ stem: ArraySlice<Unicode.Scalar>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for scalar in stem where !scalar.isSpace {
      let value = (0xFF10...0xFF19).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      hash = (hash ^ UInt64(value)) &* 0x100_0000_01B3
    }
    return hash
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// The longest end of the slice in which all fulfil a condition.
  fileprivate func suffix(while isPart: (Unicode.Scalar) -> Bool) -> ArraySlice<Unicode.Scalar> {
    var start = endIndex
    while start > startIndex, isPart(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
