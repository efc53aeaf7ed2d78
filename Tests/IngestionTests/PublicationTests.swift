// What a source is a copy of, as its running heads and its cover say.

import Archive
import TestSupport
import Testing

@testable import Ingestion

@Suite("publications")
struct PublicationTests {
  private static func read(_ lines: [String], _ kind: FurnitureKind = .runningHead) -> Publication {
    Publication(lines.enumerated().map { FurnitureLine(line: $0.offset + 1, kind: kind, text: $0.element) })
  }

  @Test(
    "a head tells title and issue",
    arguments: [
      ("14 威海市文登区人民政府公报 2023·4", "威海市文登区人民政府公报", "2023年第4期"),
      ("临湖区人民政府公报 2024·3 3", "临湖区人民政府公报", "2024年第3期"),
      ("威 海 市 人 民 政 府 公 报　2023年第4期", "威海市人民政府公报", "2023年第4期"),
      ("青岚省人民政府公报2024年第５期 －12－", "青岚省人民政府公报", "2024年第5期"),
      ("青岚省人民政府公报（二〇二四年第十二期）", "青岚省人民政府公报", "2024年第12期"),
      ("2024年第3期（总第57期）", nil, "2024年第3期"), ("总第123期", nil, nil),
      ("2024年第一季度 惠企政策汇编", "惠企政策汇编", "2024年第一季度"),
      ("（2019—2024年）", nil, "2019—2024年"), ("市政府文件", nil, nil), ("2024年4月", nil, nil),
      ("第 2 页 共 8 页", nil, nil), ("", nil, nil), ("青岚省人民政府办公厅主办", nil, nil),
    ] as [(String, String?, String?)])
  func heads(text: String, title: String?, issue: String?) {
    #expect(Self.read([text]) == Publication(title: title, issue: issue))
  }

  @Test("what most lines say counts, and a year may stand on another line")
  func votes() {
    let lines = ["云泽市临湖区人民政府公报", "2024年", "第3期", "临湖区人民政府公报 2", "临湖区人民政府公报 4"]
    #expect(Self.read(lines) == Publication(title: "临湖区人民政府公报", issue: "2024年第3期"))
    #expect(Self.read(["临湖区人民政府公报"], .contents) == Publication(title: nil, issue: nil))
  }

  @Test("labelled publications come out, and none is invented", arguments: LabelledSource.names)
  func labelled(name: String) throws {
    let source = try LabelledSource(name)
    #expect(
      Publication(source.repaired.furniture)
        == Publication(title: source.label.publication.title, issue: source.label.publication.issue))
  }

  @Test("any line is read")
  func anyLine() {
    var generator = SeededGenerator(seed: 19)
    let signs = Array("公报第期总2024年·—（）一十季度上半 　汇编".unicodeScalars)
    for _ in 0..<2_000 {
      let line = (0..<12).map { _ in signs[Int(generator.next() % UInt64(signs.count))] }
      _ = Self.read([String(String.UnicodeScalarView(line))])
    }
  }
}
