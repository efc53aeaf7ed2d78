// Names of administrative divisions where text begins with them: 山东省威海市文登区人民政府.

/// One division, as a text names it.
struct Division: Hashable {
  /// How high a division stands.
  enum Level: Int, Comparable {
    case province, prefecture, county

    static func < (one: Level, other: Level) -> Bool { one.rawValue < other.rawValue }
  }

  let name: String
  let level: Level

  /// The divisions that a stretch of text begins with, from the largest on: none, one or several side by side.
  ///
  /// - Returns: the divisions and the place behind them.
  static func leading(in scalars: ArraySlice<Unicode.Scalar>) -> (divisions: [Division], end: Int) {
    var divisions: [Division] = []
    var rest = scalars
    while divisions.last?.level != .county, let (found, end) = first(in: rest, below: divisions.last?.level) {
      divisions.append(found)
      rest = rest[end...]
    }
    return (divisions, rest.startIndex)
  }

  /// The division of ``DivisionTable`` that a stretch of text begins with.
  static func known(in scalars: ArraySlice<Unicode.Scalar>) -> Division? { DivisionNames.first(in: scalars) }

  private static func first(in scalars: ArraySlice<Unicode.Scalar>, below level: Level?) -> (Division, Int)? {
    if let known = known(in: scalars), level.map({ known.level > $0 }) ?? true {
      return (known, scalars.startIndex + known.name.unicodeScalars.count)
    }
    guard let end = end(of: scalars), !holdsKnown(scalars[..<end]) else { return nil }
    let name = String(scalars: scalars[..<end])
    let found: Level =
      switch scalars[end - 1] {
      case "省": .province
      case "市" where level != .prefecture: .prefecture
      case "州": .prefecture
      case "区" where name.hasSuffix("自治区"): .province
      default: .county
      }
    guard level.map({ found > $0 }) ?? true else { return nil }
    return (Division(name: name, level: found), end)
  }

  /// Whether a name of the table ends what looks like a name: 公司枣庄市.
  private static func holdsKnown(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    word.indices.dropFirst().contains { known(in: word[$0...])?.name.unicodeScalars.count == word.endIndex - $0 }
  }

  /// The place behind the name that a text begins with.
  private static func end(of scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    let start = scalars.startIndex
    for index in scalars.indices.prefix(longest) {
      guard scalars[index].isHan else { return nil }
      let count = index - start
      switch scalars[index] {
      case "省": return (2...3).contains(count) ? index + 1 : nil
      case "市":
        // 市中区, 市南区 and 市北区 begin with it.
        if count == 0, scalars.count > 2, "中南北".unicodeScalars.contains(scalars[start + 1]), scalars[start + 2] == "区" {
          return start + 3
        }
        return (2...5).contains(count) ? index + 1 : nil
      case "州" where scalars[start...index].suffix(3).elementsEqual("自治州".unicodeScalars) && count > 3:
        return index + 1
      case "县", "旗", "区":
        return count >= 1 && isName(scalars[start...index]) ? index + 1 : nil
      default: break
      }
    }
    return nil
  }

  /// Whether a word that ends with 区 or 县 is a division's name: not 社区, 开发区, 各县.
  private static func isName(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = word.first, !"各全本我该市省县区每设".unicodeScalars.contains(first) else { return false }
    guard !word.contains("的"), !word.contains("和"), !word.contains("等") else { return false }
    return !zones.contains { word.suffix($0.count).elementsEqual($0) }
  }

  /// 双江拉祜族佤族布朗族傣族自治县 has 15 characters.
  private static let longest = 16
  private static let zones = [
    "社区", "园区", "辖区", "校区", "景区", "库区", "山区", "片区", "灾区", "牧区", "湾区", "开发区", "高新区", "示范区", "试验区",
    "保护区", "合作区", "保税区", "自贸区", "经开区", "功能区", "实验区", "先行区", "聚集区", "集聚区", "城市群区", "度假区",
  ].map { Array($0.unicodeScalars) }
}

/// The table's names by their first character.
private enum DivisionNames {
  private static let byFirst: [Unicode.Scalar: [(glyphs: [Unicode.Scalar], division: Division)]] = {
    var names: [Unicode.Scalar: [(glyphs: [Unicode.Scalar], division: Division)]] = [:]
    for name in DivisionTable.allNames {
      let glyphs = Array(name.unicodeScalars)
      let level: Division.Level = DivisionTable.isProvince(name) ? .province : .prefecture
      names[glyphs[0], default: []].append((glyphs, Division(name: name, level: level)))
    }
    return names
  }()

  private static let firsts = ScalarSet(byFirst.keys)

  /// The name of the table that a text begins with.
  static func first(in scalars: ArraySlice<Unicode.Scalar>) -> Division? {
    guard let first = scalars.first, firsts.contains(first), let names = byFirst[first] else { return nil }
    return names.first { scalars.starts(with: $0.glyphs) }?.division
  }
}
