// Sources of a few pages: what little there is of numbers, stamps and white space is told from text.

import Archive
import Testing

@testable import Ingestion

@Suite("sources of a few pages")
struct ShortSourceTests {
  private static let style = PageStyle(cells: 30, blank: .nowhere, keepsIndent: false)
  private static let text = [
    "青溪县农村供水工程管理办法",
    "第一条 为了规范农村供水工程的运行和管理，保障农村居民饮水安全，根据有关法律、行政法规的规定，结合本县实际，制定本办法。",
    "第二条 县水利局负责全县农村供水工程的监督管理，县财政局每年安排维修养护资金二千五百万元，县卫生健康局按照各自职责做好有关工作。",
    "第三条 供水单位应当建立水质检测制度，按照规定的项目和频次检测水质，并将检测结果每季度向用户公布一次，接受用户和社会的监督。",
    "第四条 因工程施工、设备检修等原因需要暂停供水的，供水单位应当提前二十四小时通知用户，并采取临时供水措施保障基本用水。",
    "第五条 任何单位和个人不得擅自改装、迁移、拆除公共供水设施，确需改装的，应当经供水单位同意，并承担全部工程费用。",
    "第六条 本办法自公布之日起施行。",
  ]

  private static var lines: [String] { text.flatMap(style.lines) }

  private func furniture(_ source: String) -> [FurnitureLine] {
    Repairer().repair(SourceText(wholeSource: Array(source.unicodeScalars))).furniture
  }

  /// The lines of the text with others behind some of them.
  private func source(_ inserted: [Int: [String]]) -> String {
    ShortSourceTests.lines.enumerated().flatMap { [$1] + (inserted[$0] ?? []) }.joined(separator: "\n")
  }

  /// Lines, far from each other, that stop in mid-sentence without a mark.
  private static let cuts = [2, 8, 11]

  @Test(
    "white space behind every line says nothing of paragraphs",
    arguments: [" ", "\t", "\u{A0}", "\u{3000}", " \r", "  "])
  func trailingSpace(space: String) {
    let source = ShortSourceTests.lines.map { $0 + space + "\n" }.joined()
    #expect(paragraphs(of: source) == ShortSourceTests.text)
    let indented = ShortSourceTests.text.flatMap { paragraph in
      ShortSourceTests.style.lines(of: paragraph).enumerated().map { ($0 == 0 ? "　　" : "") + $1 + space + "\n" }
    }
    #expect(paragraphs(of: indented.joined()) == ShortSourceTests.text)
  }

  @Test("nor does it where a few lines lack it")
  func mostlyTrailingSpace() {
    let cut = ShortSourceTests.cuts[0]
    let source = ShortSourceTests.lines.enumerated().map { $1 + ($0 == 0 || $0 == cut ? "\n" : " \n") }.joined()
    #expect(paragraphs(of: source) == ShortSourceTests.text)
  }

  @Test("a number by itself in mid-sentence is a page's, the only one or one of a count")
  func pageNumbers() {
    let cuts = ShortSourceTests.cuts
    for inserted in [[cuts[0]: ["3"]], [cuts[0]: ["3"], cuts[1]: ["4"]], [cuts[1]: ["          12"]]] {
      #expect(paragraphs(of: source(inserted)) == ShortSourceTests.text)
      #expect(furniture(source(inserted)).map(\.kind) == inserted.map { _ in .pageNumber })
    }
  }

  @Test("so are the numbers of that count between paragraphs, and a figure cut by one is whole again")
  func countedPages() {
    let cut = ShortSourceTests.cuts[0]
    let end = ShortSourceTests.lines.lastIndex { $0.hasSuffix("。") && !$0.hasPrefix("第六条") }!
    #expect(paragraphs(of: source([cut: ["1"], end: ["2"]])) == ShortSourceTests.text)
    let figure = """
      第一条 为了规范农村供水工程的运行和管理，保障农村居民的饮水
      安全，县财政局每年安排农村供水工程维修养护的补助资金共计25
      3
      00万元，县水利局应当会同有关部门制定资金的分配和使用办法，
      并向社会公布。
      """
    #expect(paragraphs(of: figure).count == 1 && paragraphs(of: figure)[0].contains("共计2500万元，"))
  }

  @Test("numbers that do not count up, years, exponents and cells stay, and none is put behind the text above")
  func otherNumbers() {
    let cuts = ShortSourceTests.cuts
    for inserted in [[cuts[0]: ["7"], cuts[1]: ["3"]], [cuts[0]: ["2024"]]] {
      #expect(furniture(source(inserted)).isEmpty)
      for number in inserted.values.joined() { #expect(paragraphs(of: source(inserted)).contains(number)) }
    }
    let table = """
      序号 工作任务
      加强河道巡查，及时处置问题，
      1
      确保河道安全。
      推进道路养护，明确养护责任，
      2
      落实养护经费。
      """
    #expect(furniture(table).isEmpty)
    #expect(furniture(source([cuts[0]: ["1", "一、总则"], cuts[1]: ["2", "二、附则"]])).isEmpty)
  }

  @Test("three pages of as many lines each are counted by their numbers alone")
  func equalPages() {
    let body: [String] = (0..<3).flatMap { _ in ShortSourceTests.lines.dropFirst().dropLast() }
    let pages: [String] = body[..<13] + ["7"] + body[13..<26] + ["8"] + body[26..<39] + ["9"] + body[39...]
    #expect(furniture(pages.joined(separator: "\n")).map(\.text) == ["7", "8", "9"])
    // Numbers of items stand above them.
    let items = ShortSourceTests.text.dropFirst().enumerated().flatMap {
      [String($0 + 1)] + ShortSourceTests.style.lines(of: $1)
    }
    #expect(furniture(items.joined(separator: "\n")).isEmpty)
  }

  @Test("a publication's head beside a page's number goes with it")
  func headsBesideNumbers() {
    let (first, second) = (ShortSourceTests.cuts[0], ShortSourceTests.cuts[1])
    let head = "青溪县人民政府公报                2023 年第 6 期"
    #expect(
      paragraphs(of: source([first: ["           12", head], second: ["           13", head]])) == ShortSourceTests.text
    )
    let once = paragraphs(of: source([first: ["- 12 -", "青溪县人民政府公报"]]))
    #expect(!once.contains { $0.hasSuffix("工作青溪县人民政府公报") })
  }

  @Test("what is stamped into sentences goes, wherever else it stands")
  func stamps() {
    let cuts = ShortSourceTests.cuts
    let end = ShortSourceTests.lines.firstIndex { $0.hasSuffix("。") }!
    let stamp = ["本件仅限内部使用 请勿外传"]
    #expect(
      paragraphs(of: source([cuts[0]: stamp, cuts[1]: stamp, cuts[2]: stamp, end: stamp])) == ShortSourceTests.text)
    #expect(furniture(source([cuts[0]: stamp, cuts[1]: stamp, end: stamp])).count == 3)
    let office = ["青溪县水利局"]
    #expect(furniture(source([cuts[0]: office, cuts[1]: office, cuts[2]: office])).count == 3)
  }

  @Test("cells and headings that repeat are no stamps")
  func repeatedCells() {
    let cuts = ShortSourceTests.cuts
    let end = ShortSourceTests.lines.firstIndex { $0.hasSuffix("。") }!
    let office = ["青溪县水利局"]
    #expect(furniture(source([cuts[0]: office, cuts[1]: office, end: office])).isEmpty)
    #expect(furniture(source([cuts[0]: ["保障措施"], end: ["保障措施"]])).isEmpty)
    let cells = (1...4).map { "推进河道清理，加强日常巡查，\n县水利局牵头办理\n确保河道第\($0)段安全。" }
    #expect(furniture(cells.joined(separator: "\n")).isEmpty)
  }
}
