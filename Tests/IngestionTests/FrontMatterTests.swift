// Front matter of Markdown files goes, and what else stands between two rules stays.

import Archive
import Testing

@testable import Ingestion

@Suite("front matter")
struct FrontMatterTests {
  private static let text = "云泽市人民政府公告\n现予公布。\n"

  private func furniture(_ source: String) -> [FurnitureLine] {
    Repairer().repair(SourceText(wholeSource: Array(source.unicodeScalars))).furniture
  }

  @Test(
    "lines of keys and values go",
    arguments: [
      "title: 云泽市人民政府公告\ntags:\n- 公告\n  - 民营经济\ndate: 2024-05-10", "标题: 公告\n日期: 2024-05-10",
      "# 说明。\nlayout: post\nsummary:\n  现予公布",
    ])
  func goes(matter: String) {
    let lines = furniture("---\n\(matter)\n---\n" + FrontMatterTests.text)
    #expect(lines.count == matter.split(separator: "\n").count + 2)
    #expect(lines.last?.text == "---")
  }

  @Test(
    "other text between rules stays",
    arguments: [
      "云泽市人民政府公告\n现予公布。", "Q: 请问本办法何时施行？\nA: 自2024年5月1日起施行。", "Tel: 0531-12345678\nE-mail: a@b.cn",
      "title: 公告\n　　云泽市人民政府决定", "No: 2024-15\n　　违反规定的，依法处罚。", "date: 自公布之日起施行。", "title: 公告\n- 第一项", "title：\"公告\"",
    ])
  func stays(text: String) {
    #expect(furniture("---\n\(text)\n---\n" + FrontMatterTests.text).isEmpty)
  }

  @Test("front matter stands first, and not alone")
  func place() {
    let matter = "---\ntitle: 公告\n---\n"
    #expect(furniture(FrontMatterTests.text + matter + FrontMatterTests.text).isEmpty)
    #expect(furniture(matter).isEmpty)
  }

  @Test("what it names is no publication")
  func publication() {
    let source = "---\ntitle: 云泽市人民政府公报 2024年第5期\nsource: 云泽市人民政府公报\n---\n" + FrontMatterTests.text
    let found = furniture(source)
    #expect(found.count == 4)
    #expect(Publication(found) == Publication([]))
  }
}
