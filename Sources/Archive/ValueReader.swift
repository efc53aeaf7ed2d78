// All values that a text states.

/// Reads values out of a text, in one pass over its numerals.
///
/// One place can state several: 5000万元 is the quantity, the number 50000000 and the digits 5000, so that whoever asks for
/// any of them finds it. Numbers are all sequences of Arabic digits, and Han numerals that can hardly be anything else:
/// cardinals of two characters and more, and digits in a row of which one is 〇 or of which there are four. A single Han
/// digit counts before a measure only: 三亩, but not 三家.
public struct ValueReader {
  private let scalars: [Unicode.Scalar]
  private let numerals: NumeralReader
  private let isTyped: Bool
  private var found: [StatedValue.Occurrence] = []

  /// All values of a text; those that begin at one place follow each other, the longest first.
  ///
  /// Linear in the text; no value reaches over a line feed.
  ///
  /// - Parameters:
  ///   - scalars: folded text: width and traditional forms make no difference any more.
  ///   - isTyped: whether somebody typed it as a query; see ``DocumentNumber/occurrences(in:isTyped:)``.
  public static func values(in scalars: [Unicode.Scalar], isTyped: Bool = false) -> [StatedValue.Occurrence] {
    var reader = ValueReader(scalars, isTyped: isTyped)
    reader.readNumerals()
    for number in DocumentNumber.occurrences(in: scalars, isTyped: isTyped) {
      reader.found.append(StatedValue.Occurrence(number.range, .documentNumber(number.number)))
    }
    return reader.found.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
  }

  /// The values that a text is made of: of those that overlap the longest, which is the most that can be said of its place.
  ///
  /// - Parameters: as ``values(in:isTyped:)``.
  public static func leading(in scalars: [Unicode.Scalar], isTyped: Bool = false) -> [StatedValue.Occurrence] {
    let all = values(in: scalars, isTyped: isTyped).enumerated()
      .sorted { ($1.element.range.count, $0.offset) < ($0.element.range.count, $1.offset) }
    var taken: [Bool] = Array(repeating: false, count: scalars.count)
    var leading: [StatedValue.Occurrence] = []
    for (_, value) in all where !value.range.contains(where: { taken[$0] }) {
      leading.append(value)
      for place in value.range { taken[place] = true }
    }
    return leading.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// What stands before 分之, as the power of ten that makes percent of it.
  private static let shares: [Unicode.Scalar: Int] = ["百": 0, "千": -1, "万": -2]

  private init(_ scalars: [Unicode.Scalar], isTyped: Bool) {
    self.scalars = scalars
    self.isTyped = isTyped
    numerals = NumeralReader(scalars: scalars)
  }

  private mutating func readNumerals() {
    var index = 0
    while index < scalars.count {
      guard NumeralReader.isNumeral(scalars[index]) else {
        index += 1
        continue
      }
      index = max(readDate(at: index) ?? readShare(at: index) ?? readNumeral(at: index), index + 1)
    }
  }

  private mutating func add(_ range: Range<Int>, _ value: StatedValue) {
    found.append(StatedValue.Occurrence(range, value))
  }

  /// - Returns: the place behind it.
  private mutating func readDate(at start: Int) -> Int? {
    guard let (date, end) = spelledDate(at: start) ?? punctuatedDate(at: start),
      !scalars[start..<end].contains("\n")
    else { return nil }
    add(start..<end, .date(date))
    var index = start
    while index < end {
      if NumeralReader.isNumeral(scalars[index]), let numeral = numerals.numeral(at: index), !numeral.isSingleHan {
        if numeral.range.upperBound <= end { add(numeral.range, .number(numeral.figure)) }
        index = numeral.range.upperBound
      } else {
        index += 1
      }
    }
    return end
  }

  private func spelledDate(at start: Int) -> (CalendarDate, Int)? {
    CalendarDate.read(scalars, from: start).map { ($0.date, $0.end) }
  }

  /// 2024-03-05, 2024.3.5, 2024/3/5.
  private func punctuatedDate(at start: Int) -> (CalendarDate, Int)? {
    guard NumeralReader.isDigit(scalars[start]) else { return nil }
    let end = scalars[start...].prefix(11).prefix {
      NumeralReader.isDigit($0) || $0 == "-" || $0 == "." || $0 == "/"
    }.endIndex
    guard (8...10).contains(end - start), !NumeralReader.isDigit(scalars[start + 4]),
      NumeralReader.isDigit(scalars[end - 1]), let date = CalendarDate(spelled: scalars[start..<end])
    else { return nil }
    return (date, end)
  }

  /// 百分之五十, 千分之三, 万分之0.5.
  private mutating func readShare(at start: Int) -> Int? {
    guard let power = ValueReader.shares[scalars[start]], start + 3 < scalars.count,
      scalars[start + 1] == "分", scalars[start + 2] == "之", NumeralReader.isNumeral(scalars[start + 3])
    else { return nil }
    guard let numeral = numerals.numeral(at: start + 3) else {
      // 百分之百: by itself 百 is no numeral.
      guard scalars[start + 3] == "百" else { return nil }
      add(start..<start + 4, .percent(Figure(100).multiplied(byPowerOfTen: power)))
      return start + 4
    }
    let end = numeral.range.upperBound
    add(start..<end, .percent(numeral.figure.multiplied(byPowerOfTen: power)))
    if NumeralReader.isDigit(scalars[start + 3]) { add(numeral.range, .number(numeral.figure)) }
    return end
  }

  private mutating func readNumeral(at start: Int) -> Int {
    guard let numeral = numerals.numeral(at: start) else {
      return scalars[start...].prefix { NumeralReader.isNumeral($0) && !NumeralReader.isDigit($0) }.endIndex
    }
    let end = numeral.range.upperBound
    var next = end
    if end < scalars.count, scalars[end] == "%" || scalars[end] == "‰" {
      next = end + 1
      add(start..<next, .percent(numeral.figure.multiplied(byPowerOfTen: scalars[end] == "%" ? 0 : -1)))
    } else if let unit = unit(behind: numeral) {
      next = end + unit.count
      add(start..<next, .quantity(numeral.figure, unit: unit.name))
    }
    if !numeral.isSingleHan {
      add(numeral.range, .number(numeral.figure))
      if let written = numeral.written {
        let count = scalars[numeral.range].prefix { NumeralReader.isDigit($0) || $0 == "," || $0 == "." }.count
        add(start..<start + count, .number(written))
      }
    }
    return next
  }

  /// Of 第三条 and of the year in 2024年 nothing is counted.
  private func unit(behind numeral: Numeral) -> (name: String, count: Int)? {
    if numeral.range.lowerBound > 0, scalars[numeral.range.lowerBound - 1] == "第" { return nil }
    let unit = MeasureUnits.unit(at: numeral.range.upperBound, in: scalars, isSingleHan: numeral.isSingleHan)
    if unit?.name == "年", numeral.figure.exponent >= 3 { return nil }
    return unit
  }
}
