// Paragraphs that hold names of offices or persons, and the names in them.

import Archive

extension Offices {
  /// Whether a paragraph holds names of offices and nothing else.
  static func areOffices(_ paragraph: Paragraph) -> Bool {
    guard paragraph.glyphs.count <= 80, !paragraph.glyphs.contains(where: isForbidden) else { return false }
    let words = withoutSeal(paragraph.scalars).split(whereSeparator: \.isSpace)
    return !words.isEmpty && words.allSatisfy { isOffice($0) } || isOffice(withoutSeal(paragraph.glyphs[...]))
  }

  /// What stands before the note that an office sealed the document: 云泽市水利局（盖章）.
  static func withoutSeal(_ line: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    guard line.last == "）" || line.last == ")", let opening = line.lastIndex(where: { $0 == "（" || $0 == "(" }),
      isSeal(line[opening...])
    else { return line }
    return line[..<opening]
  }

  /// Whether a line is no more than the note that an office sealed the document: （印 章）.
  static func isSeal(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard line.count <= 8, line.first == "（" || line.first == "(", line.last == "）" || line.last == ")" else {
      return false
    }
    return seals.contains(line.dropFirst().dropLast().filter { !$0.isSpace })
  }

  /// Whether a paragraph is the post and name of one who signs an order.
  static func isPerson(_ paragraph: Paragraph) -> Bool {
    guard paragraph.glyphs.count <= 16, !paragraph.holdsClause,
      case let glyphs = paragraph.glyphs.map(\.simplified),
      let post = posts.lazy.compactMap({ glyphs.place(of: $0) }).first
    else { return false }
    let name = glyphs[post.upperBound...].drop { $0.isColon }
    return paragraph.words.count <= 5 && (2...4).contains(name.count) && name.allSatisfy(\.isHan)
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
    let beginnings = beginnings(of: word)
    var names: [ArraySlice<Unicode.Scalar>] = []
    var start = word.startIndex
    for index in word.indices.dropFirst(3).dropLast(2)
    where isOffice(word[start..<index]) && beginnings.contains(where: { word[index...].starts(with: $0) }) {
      names.append(word[start..<index])
      start = index
    }
    return names + [word[start...]]
  }

  /// What another office's name may begin with: the region of the first one, the state, the Party.
  private static func beginnings(of word: ArraySlice<Unicode.Scalar>) -> [[Unicode.Scalar]] {
    let place = word.starts(with: party) ? word.dropFirst(party.count) : word
    guard let end = place.prefix(8).firstIndex(where: isDivision), end > place.startIndex else { return national }
    return national + [Array(place[...end])]
  }

  private static func isDivision(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "省", "市", "县", "区", "州", "盟", "旗": true
    default: false
    }
  }

  private static let seals = Set(["盖章", "章", "印章", "公章", "印"].map { Array($0.unicodeScalars) })
  private static let party = Array("中共".unicodeScalars)
  private static let national = ["国家", "中共", "中国", "国务院"].map { Array($0.unicodeScalars) }
  private static let posts = ["省长", "市长", "县长", "区长", "州长", "主席", "部长", "局长", "主任", "总理", "署长", "行长", "旗长", "会长"]
    .map { Array($0.unicodeScalars) }
}
