// Passages: that they show the match, mark it exactly, and name the line where it can be read.

import API
import Testing

@testable import Searching

@Suite("passages")
struct PassageTests {
  @Test("a phrase cut over source lines is highlighted whole, and the passage names its first line")
  func cutOverLines() throws {
    let lines = [
      "为贯彻落实省政府部署，结合我县实际，现就做好有关工作通", "知如下，请各单位认真执行。各单位要加快推进农业保险承保理",
      "赔电子化试点，提高服务水平，确保各项惠农政策落到实处。县", "政府办公室负责督促检查，重要情况及时报告县政府主要领导同", "志，并抄送有关部门。",
    ]
    let index = try SampleIndex(files: [("公报.txt", lines.joined(separator: "\n\n") + "\n")])
    let hit = try #require(try index.search("\"农业保险承保理赔电子化试点\"").hits.first)
    let passage = try #require(hit.passages.first)
    #expect(passage.highlighted == ["农业保险承保理赔电子化试点"])
    #expect(hit.line == passage.line)
    #expect(lines[(passage.line - 1) / 2].contains(passage.text.prefix(5)))
  }

  @Test("the passage with most of the query is chosen")
  func best() throws {
    let filler = String(repeating: "本段说明其他事项，与所问无关，仅作占位之用。", count: 20)
    let index = try SampleIndex([("a", nil, "金融工作。\(filler)\n关于农业保险和普惠金融的安排如下。\n\(filler)保险。")])
    let passage = try #require(try index.search("农业保险 普惠金融").hits.first?.passages.first)
    #expect(passage.text == "关于农业保险和普惠金融的安排如下。")
    #expect(passage.highlighted == ["农业保险", "普惠金融"])
  }

  @Test(
    "what is asked for as a range is shown where the text states it, by the query and by a filter",
    arguments: [("amount:>=500万元", ["0.3亿元"]), ("percent:30…50", ["百分之四十"]), ("percent:>80 OR 补贴", ["补贴"])])
  func figures(_ query: String, _ expected: [String]) throws {
    let filler = String(repeating: "本段说明其他事项，与所问无关，仅作占位之用。", count: 20)
    let index = try SampleIndex([("a", nil, "工作经费8万元。\(filler)\n市级安排0.3亿元，占百分之四十。\n\(filler)发放补贴。")])
    #expect(try index.search(query).hits.first?.passages.first?.highlighted == expected)
    guard !query.contains(" ") else { return }
    let filter = query.replacing(":", with: query.contains(">") ? "" : "=")
    #expect(try index.filtered(by: [filter]).hits.first?.passages.first?.highlighted == expected)
  }

  @Test("figures of a range do not take the place of the words that were asked for")
  func wordsBeforeFigures() throws {
    let index = try SampleIndex([("a", nil, "农业保险工作。\n安排3万元、4万元、5万元、6万元。\n")])
    let answer = try index.filtered("农业保险", by: ["amount>=1万元"])
    #expect(answer.hits.first?.passages.first?.highlighted == ["农业保险"])
  }

  @Test("where a run is not there as a whole, its words are highlighted")
  func parts() throws {
    let index = try SampleIndex([("a", nil, "金融服务要普惠民生，法院另行通知。")])
    let passage = try #require(try index.search("普惠金融服务").hits.first?.passages.first)
    #expect(passage.highlighted.contains("金融"))
    #expect(passage.highlighted.contains("普惠"))
  }

  @Test(
    "several passages do not overlap, and highlights lie inside them in order", arguments: ["金融", "金融 保险", "\"服务\""])
  func several(_ query: String) throws {
    let text = (0..<60).map { "第\($0)条 金融服务与保险服务并重，服务群众，金融为民。" }.joined(separator: "\n")
    let index = try SampleIndex([("a", nil, text)])
    let passages = try index.search(query, passages: 5).hits[0].passages
    #expect(passages.count == 5)
    #expect(Set(passages.map(\.line)).count >= 1)
    for passage in passages {
      var last = 0
      for highlight in passage.highlights {
        #expect(highlight[0] >= last && highlight[1] > highlight[0])
        last = highlight[1]
      }
      #expect(last <= passage.text.unicodeScalars.count)
      #expect(passage.text.unicodeScalars.count <= 150)
      #expect(!passage.text.contains("\n"))
    }
    #expect(Set(passages.map(\.text)).count == 5)
  }

  @Test("a passage does not begin with a comma or a closing mark", arguments: ["，", "、", "”，", "）：", "》、"])
  func leadingMarks(marks: String) throws {
    let before = String(repeating: "前文", count: 20)
    let after = String(repeating: "中", count: PassageFinder.lead - marks.count)
    let index = try SampleIndex([("a", nil, before + marks + after + "普惠金融")])
    let passage = try #require(try index.search("普惠金融").hits.first?.passages.first)
    #expect(passage.text == after + "普惠金融")
  }

  private static let filler = String(repeating: "上下文", count: 60)

  @Test(
    "a passage says whether it begins or ends within a sentence",
    arguments: [
      ("推进普惠金融。", false, false), ("普惠金融\n下文。", false, false), ("（普惠金融）\n下文。", false, false),
      ("上文。“推进普惠金融。”下文" + filler, false, false), ("上文。推进普惠金融" + filler, false, true),
      ("上文，推进普惠金融" + filler, false, true), (filler + "，推进普惠金融。下文" + filler, true, false),
      (filler + "普惠金融" + filler, true, true), (filler + "。普惠金融" + filler, false, true),
    ])
  func cuts(text: String, start: Bool, end: Bool) throws {
    let index = try SampleIndex([("a", nil, text)])
    let passage = try #require(try index.search("普惠金融").hits.first?.passages.first)
    #expect(passage.cutStart == start && passage.cutEnd == end, "\(passage.text)")
  }

  @Test("passages of neighbouring matches show no character twice", arguments: [100, 121, 130, 149, 200])
  func neighbours(distance: Int) throws {
    // Hangul, which no rule of repair looks at.
    let gap = (0..<distance).map { String(Unicode.Scalar(0xAC00 + UInt32($0))!) }.joined()
    let index = try SampleIndex([("a", nil, "普惠" + gap + "普惠")])
    let passages = try index.search("普惠", passages: 3).hits[0].passages
    let shown = passages.flatMap { $0.text.unicodeScalars.filter { !"普惠".unicodeScalars.contains($0) } }
    #expect(Set(shown).count == shown.count)
  }

  @Test("a match longer than a passage is shown whole")
  func longMatch() throws {
    let long = String(repeating: "甲乙丙丁", count: 60)
    let index = try SampleIndex([("a", nil, "前文。" + long + "。后文。")])
    let passage = try #require(try index.search("\"\(long)\"").hits.first?.passages.first)
    #expect(passage.highlighted == [long])
  }
}
