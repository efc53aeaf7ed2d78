// Words and names by themselves that are set apart: `组 长`, `附  则`, `张  帅`.

extension WideSpacing {
  /// Two characters with nothing else beside them that are a word: `组 长`, `目 录`.
  func isShortWord(_ index: Int) -> Bool {
    let gap = gaps[index]
    // Behind a label stands a colon, however wide its gap.
    let isLabel = scalars[gap.range.upperBound...].dropFirst().first == "：" && gap.isBetweenSingles
    guard isLink(gap) || isLabel, !isChained(index) else { return false }
    let word = [scalars[gap.range.lowerBound - 1], scalars[gap.range.upperBound]]
    return WideSpacing.setApart.contains(word) || words.isWord(word)
  }

  /// Words that official documents set apart, and ICU's dictionary lacks.
  private static let setApart = Set(
    ["总则", "附则", "罚则", "细则", "通则", "分则", "小计", "序号", "抄送", "主送"].map { Array($0.unicodeScalars) })

  /// A short word that names what stands behind it: `组 长：` at a line's beginning.
  func isLabel(_ index: Int) -> Bool {
    let start = gaps[index].range.lowerBound - 1
    let end = gaps[index].range.upperBound + 1
    guard start == line.range.lowerBound, end < line.range.upperBound, isShortWord(index) else { return false }
    return scalars[end] == "：" || scalars[end].isSpace
  }

  /// Whether the single character on a side has a gap on its other side too, with another single one behind.
  private func isChained(_ index: Int) -> Bool {
    index > 0 && gaps[index - 1].range.upperBound == gaps[index].range.lowerBound - 1
      && isLink(gaps[index - 1])
      || index + 1 < gaps.count && gaps[index + 1].range.lowerBound == gaps[index].range.upperBound + 1
        && isLink(gaps[index + 1])
  }

  /// Whether a gap can be one of a stretched word: it stands between single characters and parts no columns.
  func isLink(_ gap: Gap) -> Bool { gap.isBetweenSingles && !partsColumns(gap) }

  private func partsColumns(_ gap: Gap) -> Bool {
    (line.mayHoldColumns || line.isColumnar) && scalars[gap.range].partsColumns
  }

  /// A surname and a name of one character, padded to the width of three: by itself in a list, or where somebody is
  /// appointed.
  func isPaddedName(_ index: Int) -> Bool {
    let gap = gaps[index]
    let surname = gap.range.lowerBound - 1
    let name = gap.range.upperBound
    guard scalars[surname].isSurname, scalars[name].isHan, gap.range.count <= 3, !partsColumns(gap)
    else { return false }
    if gap.isBetweenSingles, !isChained(index) {
      return name + 1 == line.range.upperBound || scalars[name + 1].isSpace
        || "、（".unicodeScalars.contains(scalars[name + 1])
    }
    let verb = scalars[..<surname].suffix(2)
    if WideSpacing.appointments.contains(where: { verb.elementsEqual($0) }) { return true }
    let behind = scalars[(name + 1)...]
    if WideSpacing.courtesies.contains(where: { behind.starts(with: $0) }) || isListed(index) { return true }
    // Behind 、 only a gap as wide as a character shows that a name was padded.
    let isPadded = gap.range.count > 1 || scalars[gap.range.lowerBound] == "\u{3000}"
    guard verb.isEmpty || isPadded && "、和及与".unicodeScalars.contains(verb.last!) else { return false }
    return behind.first.map("为的同任兼担和等、".unicodeScalars.contains) == true
  }

  /// Whether the next or the last gap is one of such a name too, and 、, 和 or 及 stands between the two, behind a remark
  /// in brackets or not: 张　伟、王　芳等12名.
  private func isListed(_ index: Int) -> Bool {
    func meet(_ first: Int, _ second: Int) -> Bool {
      guard gaps.indices.contains(first), gaps.indices.contains(second) else { return false }
      let (one, two) = (gaps[first].range, gaps[second].range)
      guard two.lowerBound - 1 > one.upperBound, scalars[two.lowerBound - 1].isSurname, scalars[two.upperBound].isHan,
        scalars[one.lowerBound - 1].isSurname, one.count <= 3, two.count <= 3
      else { return false }
      var between = scalars[(one.upperBound + 1)..<(two.lowerBound - 1)]
      if between.first == "（", let closing = between.firstIndex(of: "）") { between = between[(closing + 1)...] }
      return between.count == 1 && "、和及与".unicodeScalars.contains(between.first!)
    }
    return meet(index, index + 1) || meet(index - 1, index)
  }

  /// What stands behind the name of somebody who is appointed or honoured.
  private static let courtesies = ["同志", "等同志", "先生", "女士"].map { Array($0.unicodeScalars) }

  private static let appointments = ["任命", "免去", "聘任", "聘请", "提名", "选举"]
    .map { Array($0.unicodeScalars) }
}
