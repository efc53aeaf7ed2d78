// Arabic numbers with groups and decimals.

extension NumeralReader {
  /// One Arabic number: digits, in groups of three where commas part them, and decimals.
  ///
  /// Parts of what has several points (1.2.3) or commas in other places are numbers of their own.
  func literal(at start: Int) -> (end: Int, figure: Figure?, isDecimal: Bool) {
    var end = digitsEnd(start)
    if end - start <= 3, !isBehind(",", start), let grouped = groupsEnd(end) { end = grouped }
    let integerEnd = end
    if end < limit, scalars[end] == ".", isArabic(end + 1), !isBehind(".", start) {
      let decimalEnd = digitsEnd(end + 1)
      if !(decimalEnd < limit && scalars[decimalEnd] == "." && isArabic(decimalEnd + 1)) { end = decimalEnd }
    }
    var digits: [UInt8] = []
    digits.reserveCapacity(end - start)
    var integerCount = 0
    for index in start..<end where isArabic(index) {
      digits.append(UInt8(truncatingIfNeeded: scalars[index].value))
      if index < integerEnd { integerCount += 1 }
    }
    return (end, Figure(digits: digits, integerCount: integerCount), end > integerEnd)
  }

  /// Whether a digit and a sign stand before a place.
  private func isBehind(_ sign: Unicode.Scalar, _ start: Int) -> Bool {
    start >= 2 && scalars[start - 1] == sign && isArabic(start - 2)
  }

  /// The place behind groups of three digits; nil where none follow, or where one of another length does.
  private func groupsEnd(_ start: Int) -> Int? {
    var end = start
    while end < limit, scalars[end] == ",", isArabic(end + 1) {
      guard isArabic(end + 2), isArabic(end + 3), !isArabic(end + 4) else { return nil }
      end += 4
      // Longer than any sum of money; the bound keeps time linear.
      guard end - start <= 48 else { return nil }
    }
    return end > start ? end : nil
  }
}
