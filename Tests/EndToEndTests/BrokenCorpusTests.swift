// The broken files as a user meets them: what can be read is found, what cannot is named with its remedy.

import Foundation
import TestSupport
import Testing

@Suite("broken corpus")
struct BrokenCorpusTests {
  private let directory: TemporaryDirectory
  private var index: String { directory.path + "/index" }
  private let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Corpus/Broken").path

  init() throws { directory = try TemporaryDirectory() }

  @Test("every bad file is named with place and remedy, the good ones are indexed and found, and the status is 5")
  func index() async throws {
    let result = try await Command.run("index", corpus, "--index", index)
    #expect(result.status == 5)
    #expect(result.addedCount == 10, "\(result.output)")
    let problems = [
      ("ambiguous.txt:", "--encoding"), ("empty.txt:", "remove it"), ("nul-bytes.txt:2: at byte 52:", "--lossy"),
      ("gb18030-truncated.txt:5: at byte 238:", "--lossy"), ("picture.txt:", "PNG"), ("unclosed.html:3:", "close it"),
      ("utf-8-damaged.txt:3: at byte 80:", "--lossy"),
    ]
    let lines = result.error.split(separator: "\n")
    #expect(lines.count == problems.count)
    for (place, remedy) in problems {
      #expect(lines.contains { $0.contains("/Corpus/Broken/" + place) && $0.contains(remedy) }, "\(place)")
    }
    for (phrase, source) in [
      ("\"古井調查登記\"", "big5.txt"), ("\"古井调查登记\"", "big5.txt"), ("\"大白菜、萝卜\"", "gb18030.txt"),
      ("\"班车改由南站发车，每日往返\"", "gbk.html"), ("\"山塘水位公告\"", "cr.txt"),
    ] {
      let found = try await Command.run("search", phrase, "--index", index)
      #expect(found.status == 0 && found.output.contains("default/\(source)#1"), "\(phrase)")
    }
  }

  @Test("--lossy reads what is damaged, --encoding what is ambiguous, and an unknown encoding is wrong usage")
  func options() async throws {
    let lossy = try await Command.run("index", corpus, "--index", index, "--lossy")
    #expect(lossy.status == 5 && lossy.addedCount == 13)
    #expect(try await Command.run("search", "\"停渡整改\"", "--index", index).status == 0)
    let forced = try await Command.run("index", corpus + "/ambiguous.txt", "--index", index, "--encoding", "gb2312")
    #expect(forced.status == 0)
    #expect(try await Command.run("show", "default/ambiguous.txt#1", "--index", index).output.contains("1: 公"))
    let unknown = try await Command.run("index", corpus, "--index", index, "--encoding", "no such")
    #expect(unknown.status == 2 && unknown.error.contains("GB18030"))
  }
}
