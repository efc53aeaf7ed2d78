// Names of offices, as they stand in signatures, titles and salutations.

import Archive

/// Recognises names of offices.
enum Offices {
  /// Whether a paragraph holds names of offices and nothing else.
  static func areOffices(_ paragraph: Paragraph) -> Bool {
    guard paragraph.glyphs.count <= 80, !paragraph.glyphs.contains(where: isForbidden) else { return false }
    let words = paragraph.words
    return !words.isEmpty && words.allSatisfy { isOffice($0) } || isOffice(paragraph.glyphs[...])
  }

  /// Whether characters are names of offices, run together or not.
  static func areNames(_ glyphs: ArraySlice<Unicode.Scalar>) -> Bool {
    !glyphs.contains(where: isForbidden) && isOffice(glyphs)
  }

  /// Whether a list names offices that are addressed.
  static func areAddressed(_ glyphs: ArraySlice<Unicode.Scalar>) -> Bool {
    glyphs.split { $0 == "、" || $0 == "，" }.allSatisfy { name in
      isOffice(name) || addressed.contains { name.ends(with: $0) }
    }
  }

  /// Whether a paragraph is the post and name of one who signs an order.
  static func isPerson(_ paragraph: Paragraph) -> Bool {
    let words = paragraph.words
    guard paragraph.glyphs.count <= 16, !paragraph.holdsClause else { return false }
    let glyphs = paragraph.glyphs
    guard let post = posts.first(where: { glyphs.holds($0) }),
      let range = glyphs.place(of: post)
    else { return false }
    let name = glyphs[range.upperBound...]
    return words.count <= 4 && (2...4).contains(name.count) && name.allSatisfy(\.isHan)
  }

  /// Whether a stretch of characters ends as names of offices do.
  static func isOffice(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    guard name.count >= 3 || name.elementsEqual("外交部".unicodeScalars) || name.count == 3,
      let first = name.first, first.isHan, let last = name.last
    else { return false }
    switch last {
    case "府", "厅", "局", "委", "会", "部", "院", "室", "办", "处", "署", "社", "司", "行", "组", "队", "站", "联", "庭": return true
    default: return endings.contains { name.ends(with: $0) }
    }
  }

  /// The names in a line of them, one by one: what white space separates, and what runs together where the first name's
  /// region, 国家 or 中共 begins another one.
  static func names(in line: ArraySlice<Unicode.Scalar>) -> [String] {
    var names: [String] = []
    for word in line.split(whereSeparator: { $0.isSpace || $0 == "、" || $0 == "，" }) {
      // Part of a name stretched to a width, or of one that a space cut.
      if let last = names.last, !isOffice(Array(last.unicodeScalars)[...]) {
        names[names.count - 1] = last + String(scalars: word)
      } else {
        names += runTogether(word).map { String(scalars: $0) }
      }
    }
    return names
  }

  private static func runTogether(_ word: ArraySlice<Unicode.Scalar>) -> [ArraySlice<Unicode.Scalar>] {
    var names: [ArraySlice<Unicode.Scalar>] = []
    var start = word.startIndex
    for index in word.indices.dropFirst(3).dropLast(2)
    where isOffice(word[start..<index]) && beginnings(of: word).contains(where: { word[index...].starts(with: $0) }) {
      names.append(word[start..<index])
      start = index
    }
    return names + [word[start...]]
  }

  /// What another office's name may begin with: the region of the first one, the state, the Party.
  private static func beginnings(of word: ArraySlice<Unicode.Scalar>) -> [[Unicode.Scalar]] {
    let place = word.starts(with: party) ? word.dropFirst(party.count) : word
    guard let end = place.prefix(8).firstIndex(where: { "省市县区州盟旗".unicodeScalars.contains($0) }),
      end > place.startIndex
    else { return national }
    return national + [Array(place[...end])]
  }

  private static let party = Array("中共".unicodeScalars)
  private static let national = words("国家", "中共", "中国", "国务院")

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "。", "；", "：", "！", "？", "《", "》", "“", "”", ":", ",", "…", "、": true
    default: scalar.isDigit
    }
  }

  private static func words(_ words: String...) -> [[Unicode.Scalar]] { words.map { Array($0.unicodeScalars) } }
  private static let endings = words("中央", "中心", "公司", "集团", "总工会", "常务委员", "法院", "大学", "学院", "指挥部", "开发区", "共青团")
  private static let addressed = words(
    "单位", "部门", "企业", "机构", "学校", "院校", "县", "区", "市", "镇", "省", "团体", "协会", "人民", "公民", "兵团")
  private static let posts = words("省长", "市长", "县长", "区长", "州长", "主席", "部长", "局长", "主任", "总理", "署长", "行长", "旗长", "会长")
}
