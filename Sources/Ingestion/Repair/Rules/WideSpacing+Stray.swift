// Single spaces between Han characters of running text, where recognition saw a gap: `业主 大会`.

extension WideSpacing {
  /// Whether a single space in running text parts nothing: no number of an article, heading, name or date stands beside
  /// it, and it is none of several.
  func isStray(_ gap: Gap) -> Bool {
    guard isRunning, scalars[gap.range.lowerBound] == " ", !line.startsWithDate,
      gaps.count(where: { $0.sides == .wide && $0.range.lowerBound != headEnd }) <= 2
    else { return false }
    let before = scalars[..<gap.range.lowerBound]
    if NumberedHead(scalars[gap.range.upperBound...]) != nil { return false }
    // 第六条 and 第六条之一 keep it.
    let number = before.suffix(3).drop { !"条章节编款项".unicodeScalars.contains($0) }
    if let unit = number.indices.first, number.count == 1 || number.dropFirst().first == "之",
      let last = before[..<unit].last, last.isHanNumeral || last == "千" || last.isDigit
    {
      return false
    }
    let part = before.suffix(gap.lengthBefore)
    if part.count <= 4, part.first?.isSurname == true,
      part.startIndex == scalars.startIndex
        || before.count > part.count
          && "、：: ".unicodeScalars.contains(scalars[part.startIndex - 1])
    {
      return false
    }
    // The stations of a statute, one behind the other: 会议通过 根据….
    if WideSpacing.stations.contains(where: { before.suffix(2).elementsEqual($0) }) { return false }
    // 《食品标准 果冻》
    if let open = before.lastIndex(of: "《"), !before[open...].contains("》") { return false }
    // A heading that its paragraph runs on from; articles have none. Its length is a guess.
    return line.head == nil || scalars.first == "第" || !(4...12).contains(gap.lengthBefore)
      || before.contains { $0 == "，" || $0 == "；" || $0 == "。" || $0 == "、" && before.count > 6 }
  }

  private static let stations = ["通过", "批准", "公布", "发布", "修订", "修正", "施行"].map { Array($0.unicodeScalars) }

  /// Whether a mark on a side makes the gap one of justified lines.
  func isBesideMark(_ gap: Gap) -> Bool {
    let left = scalars[gap.range.lowerBound - 1]
    let right = scalars[gap.range.upperBound]
    return !left.isHan && left != "》" && left != "：" || !right.isHan && right != "《"
  }
}
