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
      return name + 1 == line.range.upperBound || scalars[name + 1].isSpace || scalars[name + 1] == "、"
    }
    let verb = scalars[..<surname].suffix(2)
    if WideSpacing.appointments.contains(where: { verb.elementsEqual($0) }) { return true }
    guard verb.isEmpty, name + 1 < line.range.upperBound else { return false }
    return "为的同任兼担、".unicodeScalars.contains(scalars[name + 1])
  }

  private static let appointments = ["任命", "免去", "聘任", "聘请", "提名", "选举"]
    .map { Array($0.unicodeScalars) }
}
