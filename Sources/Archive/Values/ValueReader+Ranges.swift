// Numbers that share the unit behind the last of them: 3—5万元, 5-8%, 10、20、50万元.

extension ValueReader {
  /// A number of a range or list.
  private struct Member {
    let start: Int
    let numeral: Numeral
    let figure: Figure
  }

  /// What stands behind the last number of a range or list.
  private enum SharedUnit {
    case percent(power: Int)
    case unit(MeasuringUnit)
  }

  /// The first of the numbers of a range or list whose last one alone has the unit, 万 and 亿 included where that keeps the
  /// order: 3—5万元 is from 30,000 on, 5000—1万元 from 5,000. The others are seen ahead.
  ///
  /// Nothing stands between numbers and signs: — alone is an empty cell.
  mutating func sharingUnit(_ numeral: Numeral, _ figure: Figure, _ start: Int) -> Int? {
    guard mayBeFirst(start), behindJoint(numeral.end) != nil,
      let (members, unit, end) = members(from: Member(start: start, numeral: numeral, figure: figure))
    else { return nil }
    let isRange = ValueReader.rangeSigns.contains(scalars[numeral.end])
    guard isRange || isList(members), let power = sharedPower(members, isRange) else { return nil }
    let currency = self.currency(before: start)
    var parts: [SharedPart] = []
    for (index, member) in members.enumerated() {
      let isLast = index == members.count - 1
      guard let value = isLast ? member.figure : member.figure.multiplied(byPowerOfTen: power),
        !isRange || isLast || value < members[1].figure,
        let stated = quantity(value, member.numeral.kind, unit, currency?.name)
      else { return nil }
      parts.append(SharedPart(value: stated, range: member.start..<(isLast ? end : member.numeral.end), number: value))
    }
    if case .quantity(_, let name) = parts[0].value, let currency, currency.name == name { lead = currency.start }
    ahead = Array(parts.dropFirst())
    return state(parts[0], from: start)
  }

  /// The numbers up to the one that has the unit, two of a range or more of a list.
  private func members(from first: Member) -> (members: [Member], unit: SharedUnit, end: Int)? {
    var members = [first]
    while members.count < ValueReader.longestList, let start = behindJoint(members[members.count - 1].numeral.end),
      scalars[members[members.count - 1].numeral.end] == scalars[first.numeral.end],
      spelledDate(start) == nil, punctuatedDate(start) == nil,
      let numeral = reader.numeral(at: start), let figure = numeral.figure, isExact(numeral, start)
    {
      members.append(Member(start: start, numeral: numeral, figure: figure))
      if let (power, end) = percentPower(behind: numeral) { return (members, .percent(power: power), end) }
      if let (unit, end) = measure(behind: numeral, start) { return (members, .unit(unit), end) }
      if scalars[first.numeral.end] != "、" { return nil }
    }
    return nil
  }

  private func quantity(
    _ value: Figure, _ kind: Numeral.Kind, _ unit: SharedUnit, _ currency: String?
  ) -> StatedValue? {
    switch unit {
    case .percent(let power): return value.multiplied(byPowerOfTen: power).map(StatedValue.percent)
    case .unit(let unit):
      guard counts(unit, kind, value) else { return nil }
      return .quantity(value, unit: unit.name == "元" ? currency ?? unit.name : unit.name)
    }
  }

  /// Not 第3—5条, 表3—5, A3—5, 0531—82010 or the second of three parts.
  func mayBeFirst(_ start: Int) -> Bool {
    if scalars[start] == "0", reader.isArabic(start + 1) { return false }
    guard start > 0 else { return true }
    let before = scalars[start - 1]
    if reader.isOrdinal(start) || reader.isLetter(before) || before == "." || before == "/" { return false }
    return !(ValueReader.rangeSigns.contains(before) && start > 1 && numerals.contains(scalars[start - 2]))
  }

  /// Whether numbers that 、 parts are a list: 1、 numbers a paragraph, and 三、五 are mostly no numbers.
  private func isList(_ members: [Member]) -> Bool {
    let start = members[0].start
    if members.allSatisfy({ hasOwnPower($0) }) { return true }
    guard start > 0, NumberReader.canBePart(scalars[start - 1]), !numerals.contains(scalars[start - 1]),
      members.allSatisfy({ $0.numeral.kind == .arabic && $0.numeral.parts.count == 1 }),
      !members.dropLast().contains(where: hasOwnPower),
      zip(members, members.dropFirst()).dropLast().allSatisfy({ $0.figure < $1.figure })
    else { return false }
    return members.count > 2 || members[0].numeral.end - start > 1
  }

  /// The place behind a sign that joins two numbers.
  private func behindJoint(_ start: Int) -> Int? {
    guard start < reader.limit, ValueReader.rangeSigns.contains(scalars[start]) || scalars[start] == "、" else {
      return nil
    }
    let isDouble = start + 1 < reader.limit && scalars[start] == "—" && scalars[start + 1] == "—"
    let end = start + (isDouble ? 2 : 1)
    return end < reader.limit && numerals.contains(scalars[end]) ? end : nil
  }

  private func hasOwnPower(_ member: Member) -> Bool {
    (member.start..<member.numeral.end).contains { (ChineseNumeral.power(scalars[$0]) ?? 0) > 1 }
  }

  /// The power of ten that the numbers take from the last one; nil where it could be either.
  private func sharedPower(_ members: [Member], _ isRange: Bool) -> Int? {
    let upper = members[members.count - 1]
    let rest = members.dropLast()
    var end = upper.numeral.end
    var power = 0
    while end > upper.start, let unit = ChineseNumeral.power(scalars[end - 1]), unit > 1 {
      power += unit
      end -= 1
    }
    if power == 0 { return 0 }
    if rest.allSatisfy(hasOwnPower) { return mayShareMyriad(rest, upper, power) ? nil : 0 }
    guard !rest.contains(where: hasOwnPower), let stem = upper.figure.multiplied(byPowerOfTen: -power) else {
      return nil
    }
    let isBelow = rest.allSatisfy { $0.figure < stem }
    if upper.numeral.kind == .arabic, upper.numeral.parts.count == 1 { return isBelow ? power : isRange ? 0 : nil }
    // 三至五万元, but 三至五百人 and 三至五十万元 could be read in two ways.
    let isSingle = rest.allSatisfy { $0.numeral.end == $0.start + 1 } && end == upper.start + 1
    return isSingle && power >= 4 && isBelow ? power : nil
  }

  /// Whether numbers with 百 or 千 may take the 万 of the last one: 三百至五百万元, but not 五千至一万元.
  private func mayShareMyriad(_ rest: ArraySlice<Member>, _ upper: Member, _ power: Int) -> Bool {
    guard power > 4, let stem = upper.figure.multiplied(byPowerOfTen: -(power / 4 * 4)) else { return false }
    return rest.allSatisfy { $0.figure < stem }
  }

  static let rangeSigns = Set("-–—~至到".unicodeScalars)
  /// Longer lists are tables: a guess, which keeps time linear.
  private static let longestList = 12
}
