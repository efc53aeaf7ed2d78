// Shifted signs whose place alone shows them: colons behind labels, signs of measures beside digits.

extension FounderSigns {
  /// Whether 院 is the colon behind a label or salutation: `邮政编码院261041`, `各部门院` at a line's end.
  func endsLabel(_ index: Int) -> Bool {
    let scalars = draft.scalars
    guard scalars[index] == "院", index > 1 else { return false }
    let next = index + 1 < scalars.count ? scalars[index + 1] : "\n"
    // The places of a house, of which the dictionary has not all: 企业院所.
    guard !"长士内外校系所落部务区地坝线企方际旗刊墙感".unicodeScalars.contains(next) else { return false }
    let label = scalars[index - 2..<index]
    if FounderSigns.labels.contains(where: label.elementsEqual) {
      return words.standsAlone(index..<index + 1, in: scalars)
    }
    // `各部门（单位）院`
    guard next == "\n", "）冤".unicodeScalars.contains(scalars[index - 1]) else { return false }
    return scalars[..<index].suffix(60).reversed().prefix { $0 != "\n" }.contains("各")
  }

  /// What labels and salutations end with and no house's name.
  private static let labels = [
    "部门", "单位", "企业", "传真", "号码", "编码", "邮箱", "邮编", "网址", "地址", "电话", "手机", "系人", "责人", "报人",
    "办人", "附件", "备注", "编号", "证号", "文号", "期日", "日期", "时间", "期限", "比例",
  ].map { Array($0.unicodeScalars) }

  /// Whether a sign stands beside digits as no word does: `60%耀80%`, `20益`, `依0.5%`. None of these characters stands beside
  /// a digit in 20 M characters of statutes.
  func isOfMeasure(_ index: Int) -> Bool {
    let scalars = draft.scalars
    guard index > 0, index + 1 < scalars.count else { return false }
    let before = scalars[index - 1]
    let behind = scalars[index + 1]
    switch scalars[index] {
    case "耀": return "%％℃".unicodeScalars.contains(before) && behind.isDigit
    case "原": return "%％℃".unicodeScalars.contains(before) && isMeasured(index + 1)
    case "益": return before.isDigit && !words.isWord([scalars[index], behind])
    case "臆", "逸": return isRepaired(index + 1) && !words.isWord([before, scalars[index]])
    // 依2024年 is a sentence.
    case "依": return isRepaired(index + 1) && isMeasured(index + 1)
    default: return false
    }
  }

  /// Whether a number stands at a place, and the sign of a share or degree behind it.
  private func isMeasured(_ start: Int) -> Bool {
    let rest = draft.scalars[start...].prefix(12).drop { $0.isDigit || $0 == "." || $0 == "．" }
    return draft.scalars[start].isDigit && rest.first.map { "%％℃°".unicodeScalars.contains($0) } == true
  }

  /// Whether a digit stands at an offset that was shifted.
  private func isRepaired(_ index: Int) -> Bool {
    draft.scalars[index].isDigit && draft.scalars[index] != draft.source.scalars[index]
  }
}
