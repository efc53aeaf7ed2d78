// Names of offices, as they stand in signatures, titles and salutations.

import Archive

/// Recognises names of offices by how they end.
enum Offices {
  /// Whether a stretch of characters ends as names of offices do.
  static func isOffice(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    guard name.count >= 3, let first = name.first, first.isHan, let last = name.last else { return false }
    switch last.simplified {
    case "府", "厅", "局", "委", "会", "部", "院", "室", "办", "处", "署", "社", "司", "行", "组", "队", "站", "联", "庭": return true
    default: return endings.contains { name.ends(with: $0) }
    }
  }

  /// Whether characters are names of offices, run together or not.
  static func areNames(_ glyphs: ArraySlice<Unicode.Scalar>) -> Bool {
    !glyphs.contains(where: isForbidden) && isOffice(glyphs)
  }

  /// Whether a list names those who are addressed: most of its entries are offices, or end as collectives do.
  static func areAddressed(_ glyphs: ArraySlice<Unicode.Scalar>) -> Bool {
    let names = glyphs.split { $0 == "、" || $0 == "，" || $0 == "," }
    let known = names.count { name in isOffice(name) || addressed.contains { name.ends(with: $0) } }
    return known * 2 > names.count
  }

  /// What stands in no name of an office.
  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "。", "；", "：", "！", "？", "《", "》", "“", "”", ":", ",", "…", "、": true
    default: scalar.isDigit
    }
  }

  private static let endings = [
    "中央", "中心", "公司", "集团", "总工会", "常务委员", "法院", "大学", "学院", "指挥部", "开发区", "共青团", "次会议", "检察院", "军区", "军分区",
    "警备区", "主席团",
  ].map { Array($0.unicodeScalars) }
  private static let addressed = [
    "单位", "部门", "企业", "机构", "学校", "院校", "县", "区", "市", "镇", "乡", "省", "团体", "协会", "人民", "公民", "兵团", "同志",
    "朋友", "代表", "委员", "们",
  ].map { Array($0.unicodeScalars) }
}
