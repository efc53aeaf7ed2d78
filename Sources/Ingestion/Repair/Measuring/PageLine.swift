// What pages of the web print between a document's title and its text: when it was put there, where from, how it is shown.

import Archive

/// Recognises lines of a page of the web that are no part of the document on it: 发布时间：2024-03-05　来源：云泽市水利局.
enum PageLine {
  /// The longest, in characters: a row of six labels with their values. A guess.
  private static let longest = 120

  /// - Parameter glyphs: a line without white space.
  static func isPageLine(_ glyphs: ArraySlice<Unicode.Scalar>) -> Bool {
    guard glyphs.count <= longest, !glyphs.contains(where: { $0 == "。" || $0 == "，" || $0 == "；" }) else {
      return false
    }
    var rest = glyphs.first == "【" || glyphs.first == "[" ? glyphs.dropFirst() : glyphs
    if let first = rest.first, first.isDigit {
      let time = rest.prefix { $0.isDigit || times.contains($0) }
      guard time.count >= 8 else { return false }
      rest = rest.dropFirst(time.count)
      if rest.isEmpty { return time.contains(":") }
    }
    return startsWithLabel(rest, of: names)
  }

  /// Whether a line says when a page was put on the web, and no more.
  static func isDated(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard line.count <= 40, let first = line.first, "发成印生公".unicodeScalars.contains(first) else { return false }
    let glyphs = line.filter { !$0.isSpace }[...]
    guard startsWithLabel(glyphs, of: dates), let colon = glyphs.firstIndex(where: { $0 == "：" || $0 == ":" }) else {
      return false
    }
    return CalendarDate(spelled: glyphs[(colon + 1)...]) != nil
  }

  private static func startsWithLabel(_ glyphs: ArraySlice<Unicode.Scalar>, of names: Set<[Unicode.Scalar]>) -> Bool {
    guard let colon = glyphs.prefix(7).firstIndex(where: { $0 == "：" || $0 == ":" }) else { return false }
    return names.contains(Array(glyphs[..<colon]))
  }

  private static let times = Set("-/.:：年月日时分秒".unicodeScalars)
  private static let dates = words("发布日期", "发布时间", "成文日期", "成文时间", "发文日期", "印发日期", "生成日期", "公开日期", "公布日期")
  private static let names = dates.union(
    words(
      "时间", "日期", "来源", "信息来源", "稿件来源", "文章来源", "发布机构", "发布单位", "发文机关", "发文单位", "制发机关", "发文字号",
      "浏览次数", "浏览量", "阅读次数", "阅读量", "点击数", "点击率", "点击次数", "点击量", "访问量", "访问次数", "字体", "字号", "字体大小",
      "责任编辑", "编辑", "作者", "索引号", "主题分类", "信息分类", "公开方式", "公开形式", "有效性", "标题", "名称", "信息名称", "文件名称"))

  private static func words(_ words: String...) -> Set<[Unicode.Scalar]> { Set(words.map { Array($0.unicodeScalars) }) }
}
