// A run killed at any moment changes nothing, and the next run completes.

import Foundation
import TestSupport
import Testing

@Suite("killed runs")
struct KillTests {
  /// A corpus that takes long enough to be killed in the middle.
  private func writeCorpus(_ directory: TemporaryDirectory, folder: String, mark: String) throws {
    for number in 0..<120 {
      let text = (0..<150).map { "第\($0)条 \(mark)第\(number)号文件规定，各单位应当认真执行普惠金融和农业保险政策。" }.joined(separator: "\n")
      try directory.write(text, to: "corpus/\(folder)/\(number).txt")
    }
  }

  @Test("killed with SIGKILL at 20 random moments, the old generation still answers and the next run completes")
  func kill() async throws {
    let directory = try TemporaryDirectory()
    let (corpus, index) = (directory.path + "/corpus", directory.path + "/index")
    try writeCorpus(directory, folder: "old", mark: "旧档")
    #expect(try await Command.run("index", corpus, "--index", index).status == 0)
    let before = try await answers(index)
    try writeCorpus(directory, folder: "new", mark: "新档")
    let complete = directory.path + "/complete"
    let full = try await duration { try await Command.run("index", corpus, "--index", complete) }
    let after = try await answers(complete)
    var generator = SeededGenerator(seed: 99)
    var killed = 0
    while killed < 20 {
      // Each trial begins with the old index; delays reach beyond the end, so that the flip is hit as well.
      let trial = directory.path + "/trial"
      try? FileManager.default.removeItem(atPath: trial)
      try FileManager.default.copyItem(atPath: index, toPath: trial)
      let delay = full * Double.random(in: 0.02...1.1, using: &generator)
      guard try await Command.runAndKill("index", corpus, "--index", trial, after: delay) else { continue }
      killed += 1
      let found = try await answers(trial)
      #expect(found == before || found == after, "killed after \(delay)")
      if killed.isMultiple(of: 5) {
        #expect(try await Command.run("index", corpus, "--index", trial).status == 0)
        #expect(try await answers(trial) == after)
        #expect(!FileManager.default.fileExists(atPath: trial + "/building"))
      }
    }
  }

  /// What an index answers, but for time and generation.
  private func answers(_ index: String) async throws -> [String] {
    var results: [String] = []
    for query in ["旧档第7号", "新档第7号", "\"普惠金融和农业保险\""] {
      let result = try await Command.run("search", query, "--index", index, "--format", "trec", "--limit", "1000")
      // Documents of equal score stand in the order in which they were indexed, which two ways of indexing may not share.
      let hits = result.lines.map { $0.split(separator: " ") }.map { "\($0[2]) \($0[4])" }.sorted()
      results.append("\(query) \(result.status)\n" + hits.joined(separator: "\n"))
    }
    return results
  }

  private func duration(_ body: () async throws -> Void) async rethrows -> Duration {
    let clock = ContinuousClock()
    let start = clock.now
    try await body()
    return clock.now - start
  }
}
