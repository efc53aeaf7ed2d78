// Lines that are no text: heads, feet, page numbers, addresses that printing put in, contents, covers.

/// Draws a source's furniture and puts it between the pages.
///
/// A source is the opportunity of heads, page numbers, a cover and a list of contents; a page of a Word printout one
/// of an address.
struct Furniture {
  /// How page numbers look; those of right and left pages may differ.
  private enum NumberStyle: CaseIterable {
    case dashes, hyphens, hyphensApart, words, wordsOfTotal, bare
  }

  private let setting: PageSetting
  private let name: String
  private let issue: String
  private let hasHeads: Bool
  /// Whether left and right pages have heads of their own, name and issue.
  private let hasTwoHeads: Bool
  private let numberStyle: NumberStyle?
  private let firstNumber: Int

  init(_ setting: PageSetting, _ run: inout DamageRun) {
    self.setting = setting
    name = run.pick(["云泽市人民政府公报", "松陵县人民政府公报", "临湖区人民政府公报", "青岚省人民政府公报"])
    issue = "\(run.number(in: 2015...2025))年第\(run.number(in: 1...12))期"
    hasHeads = run.happens(.runningHead)
    hasTwoHeads = run.chance(0.5)
    numberStyle = run.happens(.pageNumber) ? run.pick(NumberStyle.allCases) : nil
    firstNumber = run.number(in: 1...40)
  }

  /// Everything that is printed, in order.
  func print(_ pages: [[GlyphLine]], contents titles: [String], _ run: inout DamageRun) -> [PrintedLine] {
    var printed: [PrintedLine] = []
    func add(_ kind: DamageClass, _ text: String) { printed.append(.furniture(kind, text)) }
    if run.happens(.coverLine) {
      for line in [name, issue, "（总第\(run.number(in: 20...300))期）"] { add(.coverLine, line) }
    }
    if !titles.isEmpty, run.happens(.contentsLine) {
      add(.contentsLine, run.pick(["目 录", "目　录", "目录"]))
      for line in contents(titles, &run) { add(.contentsLine, line) }
    }
    for (index, page) in pages.enumerated() {
      let number = firstNumber + index
      if setting.hasFormFeeds, !printed.isEmpty { printed.append(.pageMark("\u{C}")) }
      if hasHeads { add(.runningHead, head(number)) }
      printed += page.map { .text($0) }
      if let foot = foot(number, of: firstNumber + pages.count - 1) { add(.pageNumber, foot) }
      if setting.marksEnds || setting.columnCount == 1, run.happens(.linkAddress) {
        let folder = run.pick(["art", "zwgk", "content"])
        add(.linkAddress, "https://www.yunze.example/\(folder)/\(run.number(in: 10_000...99_999))/")
        // Word's printouts leave a space before what goes on behind the address.
        if setting.marksEnds, run.chance(0.5) { printed.append(.pageMark(" ")) }
      }
    }
    return printed
  }

  private func head(_ number: Int) -> String {
    guard hasTwoHeads else { return name }
    return number % 2 == 0 ? name : issue
  }

  private func foot(_ number: Int, of last: Int) -> String? {
    switch numberStyle {
    case .dashes: "— \(number) —"
    case .hyphens: "-\(number)-"
    case .hyphensApart: "- \(number) -"
    case .words: "第\(number)页"
    case .wordsOfTotal: "第\(number)页 共\(last)页"
    case .bare: "\(number)"
    case nil: nil
    }
  }

  /// Titles with leaders and page numbers, wrapped at the width of a page.
  private func contents(_ titles: [String], _ run: inout DamageRun) -> [String] {
    var lines: [String] = []
    var number = firstNumber
    let width = max(20, setting.cells * setting.columnCount)
    for title in titles {
      var rest = Array(title.unicodeScalars)
      while rest.count > width {
        lines.append(String(String.UnicodeScalarView(rest[..<width])))
        rest.removeFirst(width)
      }
      let leaders = String(repeating: "…", count: max(2, width - rest.count - 2))
      lines.append(String(String.UnicodeScalarView(rest)) + leaders + "\(number)")
      number += run.number(in: 1...6)
    }
    return lines
  }
}

/// What stands on a page.
enum PrintedLine {
  case text(GlyphLine)
  case furniture(DamageClass, String)
  /// A character that a page's beginning leaves at the head of the next line.
  case pageMark(Unicode.Scalar)
}
