// What repair did, as users see it: suoyin repair, and suoyin show with --original and --repairs.

import API
import Foundation
import TestSupport
import Testing

@Suite("repair on the command line")
struct RepairCommandTests {
  private let directory: TemporaryDirectory
  private let source: String
  private var index: String { directory.path + "/索 引" }

  init() throws {
    directory = try TemporaryDirectory()
    source = try directory.write(
      "云泽市人民政府关于做好防汛工作的通知\n到 2026 年底，完成水库加固 圆园圆 座，\n确保 统 一 调 度。\n", to: "公 报/防汛.txt")
  }

  @Test("repair prints the text, each change, or both as JSON, and changes nothing on disk")
  func repair() async throws {
    let text = try await Command.run("repair", source)
    #expect(text.status == 0)
    #expect(text.output.contains("到2026年底，完成水库加固202座，"))
    let diff = try await Command.run("repair", source, "--diff")
    #expect(diff.output.contains("库加固202[- -]座"))
    #expect(diff.output.contains("founder-shift"))
    let json = try await Command.run("repair", source, "--format", "json")
    let report = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(report["encoding"] as? String == "UTF-8")
    let edits = try #require(report["edits"] as? [[String: Any]])
    let shift = try #require(edits.first { $0["rule"] as? String == "founder-shift" })
    #expect(shift["before"] as? String == "圆园圆" && shift["after"] as? String == "202" && shift["line"] as? Int == 2)
    let paragraphs = try #require(report["paragraphs"] as? [[String: Any]])
    #expect(paragraphs.first?["lines"] as? [[Int]] == [[1, 1]])
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).count == 1)
  }

  @Test("what cannot be repaired is status 5 with place and remedy; wrong usage is status 2")
  func failures() async throws {
    let bad = try directory.write("", to: "空.txt")
    for path in [bad, directory.path + "/没有.txt"] {
      let result = try await Command.run("repair", path)
      #expect(result.status == 5 && result.error.contains(path))
    }
    #expect(try await Command.run("repair", source, "--diff", "--format", "json").status == 2)
    #expect(try await Command.run("show", "x", "--original", "--repairs").status == 2)
  }

  @Test("show gives back the source's lines and what was changed, and says when the file is another or gone")
  func show() async throws {
    #expect(try await Command.run("index", directory.path + "/公 报", "--index", index).status == 0)
    let original = try await Command.run("show", "default/防汛.txt#1", "--original", "--index", index)
    #expect(original.output.contains("    | 2: 到 2026 年底，完成水库加固 圆园圆 座，") && original.error.isEmpty)
    let repairs = try await Command.run("show", "default/防汛.txt#1", "--repairs", "--index", index)
    #expect(repairs.output.contains("[-圆园圆-]{+202+}"))
    let hit = try await Command.run("search", "\"水库加固202座\"", "--format", "json", "--index", index)
    let answer = try JSONDecoder().decode(SearchAnswer.self, from: Data(hit.output.utf8))
    #expect(answer.hits.first?.passages.first?.repaired == true)
    try directory.write("另一份文件。\n", to: "公 报/防汛.txt")
    #expect(
      try await Command.run("show", "default/防汛.txt#1", "--original", "--index", index).error.contains("has changed"))
    try FileManager.default.removeItem(atPath: source)
    let gone = try await Command.run("show", "default/防汛.txt#1", "--original", "--index", index)
    #expect(gone.output.contains("圆园圆") && gone.error.contains("is gone"))
  }
}
