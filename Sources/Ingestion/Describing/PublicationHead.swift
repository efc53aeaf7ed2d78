// One line of a running head or cover, taken apart into title, issue, year and page number.

import Archive

/// What a line says of its publication: `14 威海市文登区人民政府公报 2023·4`, `2024年第一季度 惠企政策汇编`.
struct PublicationHead {
  /// The title, where the line holds one; stretched characters closed up.
  private(set) var title: String?
  /// The year of the issue.
  private(set) var year: Int?
  /// The issue within its year: 第4期.
  private(set) var issue: String?
  /// What stands for an issue where publications are not numbered: 2024年第一季度, 2019—2024年.
  private(set) var period: String?

  init(_ text: String) {
    let line = Array(text.unicodeScalars)
    guard let first = line.firstIndex(where: { !$0.isSpace }), let last = line.lastIndex(where: { !$0.isSpace }) else {
      return
    }
    // The page number goes first: without the space, `2024·3 3` is issue 33.
    let glyphs = HeadText(line[first...last]).stem.filter { !$0.isSpace }
    var reader = HeadReader(glyphs: glyphs, index: 0)
    var names: [[Unicode.Scalar]] = [[]]
    while reader.index < glyphs.count {
      if let found = reader.issue() {
        year = year ?? found.year
        issue = issue ?? found.issue
      } else if let found = reader.period() {
        period = period ?? found
      } else if let found = reader.date() {
        year = year ?? found
      } else {
        let glyph = glyphs[reader.index]
        reader.index += 1
        guard PublicationHead.separators.contains(glyph) || glyph.isPageNumberFrame else {
          names[names.count - 1].append(glyph)
          continue
        }
      }
      names.append([])
    }
    title = names.first { $0.count > 2 && PublicationName.isName($0) }.map { String(scalars: $0[...]) }
  }

  private static let separators = Set("（）()《》[]【】/／,，:：".unicodeScalars)
}

/// Reads the parts of a head that has no spaces.
private struct HeadReader {
  let glyphs: [Unicode.Scalar]
  var index: Int

  /// Takes 2023年第4期, 第4期, 总第57期 (which says nothing within a year), 2023·4.
  mutating func issue() -> (year: Int?, issue: String?)? {
    var probe = self
    let isTotal = probe.take("总")
    let year = isTotal ? nil : probe.year()
    if probe.take("第") || isTotal {
      guard let number = probe.number(), let unit = probe.peek, HeadReader.units.contains(unit) else { return nil }
      probe.index += 1
      self = probe
      return (year, isTotal ? nil : "第\(number)\(unit)")
    }
    probe = self
    guard let year = probe.plainYear(), let sign = probe.peek, sign.isPageNumberFrame || sign == "." || sign == "/"
    else {
      return nil
    }
    probe.index += 1
    // Dailies have 366 issues.
    guard let number = probe.number(), (1...366).contains(number), probe.peek != "年" else { return nil }
    self = probe
    return (year, "第\(number)期")
  }

  /// Takes 2024年第一季度, 2024年上半年, 2019—2024年.
  mutating func period() -> String? {
    var probe = self
    guard probe.plainYear() != nil else { return nil }
    if probe.take("年") {
      let start = probe.index
      if probe.take("第") {
        guard probe.number() != nil, probe.take("季"), probe.take("度") else { return nil }
      } else if probe.take("上") || probe.take("下") {
        guard probe.take("半"), probe.take("年") else { return nil }
      }
      if probe.index > start { return taken(by: probe) }
    }
    guard let dash = probe.peek, dash.isPageNumberFrame || dash == "至" else { return nil }
    probe.index += 1
    guard probe.plainYear() != nil, probe.take("年") else { return nil }
    return taken(by: probe)
  }

  /// Takes 2024年, 2024年3月, 3月25日.
  mutating func date() -> Int? {
    guard let (date, end) = CalendarDate.read(glyphs, from: index) else { return nil }
    index = end
    return date.year
  }

  private mutating func taken(by probe: HeadReader) -> String {
    defer { self = probe }
    return String(scalars: glyphs[index..<probe.index])
  }

  var peek: Unicode.Scalar? { index < glyphs.count ? glyphs[index] : nil }

  private mutating func take(_ glyph: Unicode.Scalar) -> Bool {
    guard peek == glyph else { return false }
    index += 1
    return true
  }

  /// Takes 2023年 or nothing.
  private mutating func year() -> Int? {
    let start = index
    if let year = plainYear(), take("年") { return year }
    index = start
    return nil
  }

  private mutating func plainYear() -> Int? {
    let digits = glyphs[index...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ ChineseNumeral.digit($0) != nil }),
      let year = ChineseNumeral.value(of: digits), CalendarDate.years.contains(year)
    else { return nil }
    index += 4
    return year
  }

  private mutating func number() -> Int? {
    let digits = glyphs[index...].prefix(5).prefix { ChineseNumeral.digit($0) != nil || $0 == "十" || $0 == "百" }
    guard let value = ChineseNumeral.value(of: digits) else { return nil }
    index = digits.endIndex
    return value
  }

  private static let units = Set("期号卷辑".unicodeScalars)
}
