// Reads numbers, shares, quantities, dates and document numbers out of folded text.

/// Finds all values that a text states.
///
/// What counts as a number was chosen for precision: a row of Arabic digits always (with decimals and groups of three,
/// where they are right; each part of 1.2.3); Han numerals with units (十二, 五千万) but not 千万 or 万一; Han digits by
/// position where they hold a zero or are a year, since 二三 and 一二三产业 are no numbers. A single Han digit counts in
/// dates, in shares and before units that are measured rather than counted: 三年, 五公里, 三家, but not 一家, 三个. No
/// numerals between 几 or 数 and 多 or 余 count (几十万). A numeral behind 第 is a number, never a quantity (第50条).
///
/// Laws: time is linear in the text; any text can be read; places lie in the text, in order, without overlap, each in one
/// line; none is without a value.
public struct ValueReader {
  let scalars: [Unicode.Scalar]
  let numerals = NumeralSet.shared
  var reader: NumeralReader
  private(set) var occurrences: [StatedValue.Occurrence] = []
  /// What the place being read states.
  private var values: [StatedValue] = []
  /// Where the place being read begins, if before its first numeral: 港币5000元.
  var lead: Int?
  /// What was seen ahead of dates and quantities that share a month, a year or a unit.
  var ahead: [SharedPart] = []

  /// All values in a text, in order.
  ///
  /// - Parameters:
  ///   - scalars: text folded by width, case and script, one code point to one: ％ is %, ， is a comma.
  ///   - isTyped: whether somebody typed it, who may leave out the brackets of a document's number.
  public static func occurrences(in scalars: [Unicode.Scalar], isTyped: Bool = false) -> [StatedValue.Occurrence] {
    var reader = ValueReader(scalars)
    var start = 0
    for number in DocumentNumber.occurrences(in: scalars, isTyped: isTyped) {
      reader.read(start..<number.range.lowerBound)
      reader.read(number)
      start = number.range.upperBound
    }
    reader.read(start..<scalars.count)
    return reader.occurrences
  }

  private init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    reader = NumeralReader(scalars: scalars, limit: 0)
  }

  /// Reads a stretch without document numbers, line by line.
  private mutating func read(_ range: Range<Int>) {
    var index = range.lowerBound
    reader.limit = index
    while index < range.upperBound {
      guard numerals.contains(scalars[index]) else {
        index += 1
        continue
      }
      if reader.limit <= index { reader.limit = lineEnd(index, range.upperBound) }
      let end = value(at: index)
      if !values.isEmpty {
        occurrences.append(StatedValue.Occurrence(range: (lead ?? index)..<end, values: values))
        values.removeAll(keepingCapacity: true)
        lead = nil
      }
      index = end
    }
  }

  private func lineEnd(_ start: Int, _ limit: Int) -> Int {
    var end = start
    while end < limit, scalars[end] != "\n" { end += 1 }
    return end
  }

  /// A document's number states itself and the numbers in it.
  private mutating func read(_ number: DocumentNumber.Occurrence) {
    let count = occurrences.count
    read(number.range)
    let inner = occurrences[count...].flatMap(\.values)
    occurrences.removeSubrange(count...)
    values = []
    state(.documentNumber(number.number))
    for value in inner { state(value) }
    occurrences.append(StatedValue.Occurrence(range: number.range, values: values))
    values.removeAll(keepingCapacity: true)
  }

  mutating func state(_ value: StatedValue) {
    if !values.contains(value) { values.append(value) }
  }
}

extension ValueReader {
  /// Reads what begins at a numeral, notes its values, and returns the place behind it.
  private mutating func value(at start: Int) -> Int {
    if let end = partAhead(start) ?? date(at: start) ?? monthDay(at: start) { return end }
    if let end = share(at: start) { return end }
    guard let numeral = reader.numeral(at: start) else { return start + 1 }
    if let figure = numeral.figure, isExact(numeral, start) {
      if let end = percentSign(behind: numeral, figure) ?? unit(behind: numeral, figure, start) { return end }
      if let end = sharingUnit(numeral, figure, start) { return end }
      switch numeral.kind {
      case .arabic, .cardinal, .positional: state(.number(figure))
      case .doubtful, .lone, .pointed: break
      }
    }
    stateParts(numeral)
    return numeral.end
  }

  /// Whether it is a number and no estimate; Arabic digits are always taken as they are.
  func isExact(_ numeral: Numeral, _ start: Int) -> Bool {
    if case .arabic = numeral.kind { return true }
    if case .doubtful = numeral.kind { return false }
    if start > 0, scalars[start - 1] == "几" || scalars[start - 1] == "数" { return false }
    guard numeral.end < reader.limit else { return true }
    return !ValueReader.estimates.contains(scalars[numeral.end])
  }

  mutating func stateParts(_ numeral: Numeral) {
    for part in numeral.parts { state(.number(part)) }
  }

  /// 百分之五十, 千分之三, 万分之五, 百分之百.
  private mutating func share(at start: Int) -> Int? {
    guard reader.isDenominator(start), let power = ChineseNumeral.power(scalars[start]),
      // 三万分之一 is no share of ten thousand.
      start == 0 || !numerals.contains(scalars[start - 1])
    else { return nil }
    if start + 3 < reader.limit, scalars[start + 3] == scalars[start] {
      state(.percent(Figure(100)))
      return start + 4
    }
    guard let numeral = reader.numeral(at: start + 3), let figure = numeral.figure, isExact(numeral, start + 3),
      let share = figure.multiplied(byPowerOfTen: 2 - power)
    else { return nil }
    state(.percent(share))
    state(.number(figure))
    stateParts(numeral)
    return numeral.end
  }

  static let estimates = Set("几多余".unicodeScalars)
}
