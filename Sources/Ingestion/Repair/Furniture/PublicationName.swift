// Recognises the name of a publication and its issue, as covers, heads and feet print them.

/// What a line says of the publication it stands in.
struct PublicationName {
  /// Whether it holds the name of a gazette or collection.
  let holdsName: Bool
  /// Whether it holds an issue: `2023·4`, `2023年第4期`, `总第57期`.
  let holdsIssue: Bool

  /// More than `中共…委员会 …人民政府办公室主办` has: a guess.
  private static let longest = 40

  /// - Returns: `nil` when the line holds anything besides name, issue and date.
  init?(_ line: ArraySlice<Unicode.Scalar>) {
    guard PublicationName.mayBe(line) else { return nil }
    let signs = line.filter { !$0.isSpace }
    guard signs.count <= PublicationName.longest else { return nil }
    var rest = signs[...]
    var name: [Unicode.Scalar] = []
    var holdsIssue = false
    while let first = rest.first {
      if PublicationName.takeIssue(&rest) {
        holdsIssue = true
      } else if PublicationName.takeDate(&rest) {
        continue
      } else if first.isPageNumberFrame || PublicationName.separators.contains(first) {
        rest.removeFirst()
      } else if first.isHan {
        name.append(first)
        rest.removeFirst()
      } else {
        return nil
      }
    }
    // Where a department's name stands behind it, the publication's ends at a space.
    guard
      name.isEmpty || PublicationName.isName(name)
        || line.split(whereSeparator: \.isSpace).contains(where: { $0.count > 2 && PublicationName.isName(Array($0)) })
    else { return nil }
    guard !name.isEmpty || holdsIssue else { return nil }
    holdsName = !name.isEmpty
    self.holdsIssue = holdsIssue
  }

  /// Whether a line is a publication's name with its issue, 云泽市人民政府公报 2024年第7期, and does not say that something was
  /// printed there.
  static func isHead(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard line.last(where: { $0 != "）" && $0 != ")" }) == "期", let name = PublicationName(line) else { return false }
    return name.holdsName && name.holdsIssue && !notes.contains { line.starts(with: $0) }
  }

  /// What notes on where something was printed begin with.
  private static let notes = ["载", "原载", "转载", "刊", "见", "摘自", "选自", "来源", "原文"].map { Array($0.unicodeScalars) }

  /// Whether a line holds the last character of a name, or no more Han than issues and dates do: nearly all lines are told
  /// by this.
  private static func mayBe(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    var holdsOther = false
    for scalar in line where scalar.isHan && !scalar.isHanNumeral {
      switch scalar {
      case "报", "编", "刊", "季": return true
      case "总", "第", "期", "号", "卷", "辑", "年", "月", "日": break
      default: holdsOther = true
      }
    }
    return !holdsOther
  }

  private static let separators = Set("（）()《》[]【】/／.,:：".unicodeScalars)
  /// What gazettes and collections of documents call themselves.
  private static let nameEndings = ["公报", "政报", "汇编", "选编", "简报", "专刊", "会刊"].map {
    Array($0.unicodeScalars)
  }
  /// Reports that are documents themselves.
  private static let reportEndings = ["统计公报", "状况公报", "质量公报", "资源公报", "水土保持公报", "普查公报"].map {
    Array($0.unicodeScalars)
  }

  static func isName(_ name: [Unicode.Scalar]) -> Bool {
    nameEndings.contains { name.suffix($0.count).elementsEqual($0) }
      && !reportEndings.contains { name.suffix($0.count).elementsEqual($0) }
  }

  /// Takes `第4期`, `总第57期`, `2023·4`.
  private static func takeIssue(_ signs: inout ArraySlice<Unicode.Scalar>) -> Bool {
    var rest = signs
    if rest.first == "总" || rest.first == "第" {
      if rest.first == "总" { rest.removeFirst() }
      if rest.first == "第" { rest.removeFirst() }
      let count = rest.count
      rest = rest.drop { $0.isDigit || $0.isHanNumeral }
      guard rest.count < count, let unit = rest.popFirst(), "期号卷辑".unicodeScalars.contains(unit) else { return false }
    } else {
      guard let year = rest.takePageNumber(), (1900...2100).contains(year), let sign = rest.popFirst(),
        sign.isPageNumberFrame || sign == "." || sign == "/", let issue = rest.takePageNumber(), issue <= 366,
        rest.first != "年"
      else { return false }
    }
    signs = rest
    return true
  }

  /// Takes `2023年`, `4月`, `15日`, `2019—` (as in `2019—2024年`), `2023年第一季度`.
  private static func takeDate(_ signs: inout ArraySlice<Unicode.Scalar>) -> Bool {
    var rest = signs
    guard let number = rest.takePageNumber(), let unit = rest.popFirst(),
      "年月日".unicodeScalars.contains(unit) || number >= 1900 && unit.isPageNumberFrame
    else { return false }
    if unit == "年", rest.starts(with: "第".unicodeScalars), rest.dropFirst(2).starts(with: "季度".unicodeScalars) {
      rest = rest.dropFirst(4)
    }
    signs = rest
    return true
  }
}
