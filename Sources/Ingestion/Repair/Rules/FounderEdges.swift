// What of a run of shifted digits belongs to the word before it: 护理员|员圆园园人次, 幼儿园|员园所.

/// Says whether the first digit of a run ends a word. `护理员圆园人` may be 20 nurses or 120 who are nursed: where the
/// place does not say which, nothing is to be changed, for a false number reads like a true one.
struct FounderEdges {
  let scalars: [Unicode.Scalar]
  let words: WordJudge

  /// What the first digit of a number is.
  enum Beginning {
    case digit
    /// The end of the word before.
    case wordEnd
    case unclear
  }

  /// What the first digit of a number with at least two is.
  func beginning(of token: FounderToken) -> Beginning {
    let range = token.range
    guard token.digitCount > 1, range.lowerBound > 0, scalars[range.lowerBound - 1] != " ",
      let left = scalars.glyph(from: range.lowerBound, by: -1), scalars[left].isHan
    else { return .digit }
    if isYear(range) { return .digit }
    if isYear(range.lowerBound + 1..<range.upperBound) { return .wordEnd }
    if scalars[range.lowerBound] == "园" { return afterGarden(range, left) }
    // No number begins with a nought but 0.5.
    let next = scalars[range.lowerBound + 1]
    if next == "园" || FounderClass(next) != .digit { return .digit }
    if endsWord(range.lowerBound, left) { return afterWord(token, left) }
    return scalars[range.lowerBound] == "员" ? afterCalling(range, left) : .digit
  }

  /// A digit that the dictionary makes a word of with the character before: 成员|圆人. `全长远猿米`, `大学员苑名` and
  /// `带头人员远人` are as likely 63, 17 and 16; what two digits are, their frame decides.
  private func afterWord(_ token: FounderToken, _ left: Int) -> Beginning {
    let isCalling = scalars[token.range.lowerBound] == "员"
    if token.digitCount == 2, !isCalling || scalars[left] == "人" { return .digit }
    // 大学|员, but 吸收|成员 in spite of 收成.
    let mayEndBefore = isWord(endingAt: left) && !isWord(endingAt: left - 1)
    if mayEndBefore || "长高深有起".unicodeScalars.contains(scalars[left]) { return .unclear }
    return token.digitCount > 2 || countsPeople(token.range) ? .wordEnd : .unclear
  }

  private func isWord(endingAt index: Int) -> Bool { index > 0 && words.isWord([scalars[index - 1], scalars[index]]) }

  /// Whether a year of this or the last millennium stands at a place and 年 behind it, or a character more makes one.
  private func isYear(_ range: Range<Int>) -> Bool {
    range.count == 4 && range.upperBound < scalars.count && scalars[range.upperBound] == "年"
      && range.allSatisfy { FounderClass(scalars[$0]) == .digit }
      && "员圆".unicodeScalars.contains(scalars[range.lowerBound])
  }

  /// Whether the dictionary makes a word of two characters that is one here, too: 人员, 公园, 资源.
  private func endsWord(_ index: Int, _ left: Int) -> Bool {
    words.isWord([scalars[left], scalars[index]]) && !words.standsAlone(index..<index + 1, in: scalars)
  }

  /// 园 before other digits, which would be the nought of 05: 公园|缘个, but 日期园缘.
  private func afterGarden(_ range: Range<Int>, _ left: Int) -> Beginning {
    let isGarden = FounderEdges.gardens.contains(scalars[left]) || endsWord(range.lowerBound, left)
    let next = scalars[range.lowerBound + 1]
    guard isGarden, FounderClass(next) == .digit else { return .digit }
    guard next == "园" else { return .wordEnd }
    return range.count > 2 && FounderClass(scalars[range.lowerBound + 2]) == .point ? .wordEnd : .unclear
  }

  /// 员 before other digits: who is counted by 人 or 名 is a calling's where nobody else can be meant, and 员员 is hardly the 11
  /// of a number behind one. 依法管理120名社区矫正对象 and 新增保洁120人 are as likely as callings.
  private func afterCalling(_ range: Range<Int>, _ left: Int) -> Beginning {
    let stem = scalars[max(0, left - 1)...left]
    let isTrade = FounderEdges.trades.contains(where: stem.elementsEqual) || isGroup(left)
    let isDeed = FounderEdges.deeds.contains(where: stem.elementsEqual)
    let isDoubled = scalars[range.lowerBound + 1] == "员"
    let countsPeople = countsPeople(range)
    let countsTimes = countsPeople && scalars[range.upperBound...].dropFirst().first == "次"
    let isSure = isDoubled || FounderEdges.sureTrades.contains(where: stem.elementsEqual) && !countsTimes
    if isTrade || isDeed, countsPeople, isSure { return .wordEnd }
    if isTrade || isDeed && countsPeople { return .unclear }
    return isDoubled && countsPeople && FounderEdges.callings.contains(scalars[left]) ? .unclear : .digit
  }

  /// Whether 人, 名 or 位 stands behind a number.
  private func countsPeople(_ range: Range<Int>) -> Bool {
    scalars.glyph(from: range.upperBound - 1, by: 1).map { "人名位".unicodeScalars.contains(scalars[$0]) } == true
  }

  /// Whether 员 at an offset may be the end of a calling: 调研员, 保安员, 全员.
  func mayEndCalling(_ left: Int) -> Bool {
    FounderEdges.callings.contains(scalars[left]) || scalars[left] == "全" || isGroup(left)
      || FounderEdges.trades.contains(where: scalars[max(0, left - 1)...left].elementsEqual)
  }

  /// 组员, which the dictionary has not; 每组 and 第一组 count.
  private func isGroup(_ left: Int) -> Bool {
    scalars[left] == "组" && (left == 0 || !"每各两分几一二三四五六七八九十".unicodeScalars.contains(scalars[left - 1]))
  }
}

extension FounderEdges {
  /// What 员 makes a word of; those of 188 characters before it in 20 M characters of statutes that make one often.
  static let callings = Set(
    """
    委人成船动会务驶解派判审督裁社职学察记导查练官挥议证销制病行复管理演航海兵育防教林党格专队警护配文游录疫调定伤乘验与络科\
    息控随训生试健研架辅递讲译评咨究播保雇幼服
    """.unicodeScalars)

  /// What 园 makes a word of: in the same statutes it stands behind these most, words across a border aside.
  private static let gardens = Set("公儿业校物花游技陵桃家田乐流果范庄墓茶菜".unicodeScalars)

  /// Of ``trades`` those that count nobody by themselves and take none for their object: no text says 驾驶120名.
  private static let sureTrades = pairs("驾驶公务乘务话务网格炊事饲养播音安全")

  /// What makes a calling together with 员. From the Chinese classification of occupations (2022) and the posts of
  /// communities.
  private static let trades = pairs(
    "保安保洁安全驾驶公务乘务话务网格教练运动裁判飞行售票营业炊事仓管信息联络协管消防通讯书记陪审安检质检资料播音饲养值班收银督导"
  )

  /// Likewise, but also what is done to a number of things: 调解120件.
  private static let deeds = pairs("管理调解护理监督宣传指导巡查评审采购统计保管检验化验讲解护林管护")

  private static func pairs(_ text: String) -> [[Unicode.Scalar]] {
    let scalars = Array(text.unicodeScalars)
    return stride(from: 0, to: scalars.count - 1, by: 2).map { [scalars[$0], scalars[$0 + 1]] }
  }
}
