// A file that holds more than a worker's share, so that all take part in it.

import Archive
import Foundation
import Indexing
import Ingestion
import Synchronization
import TestSupport
import Testing

@Suite("shared sources")
struct SharedSourceTests {
  @Test("a file that all workers share gives the index, and the findings, that one worker makes of it")
  func sharedSource() throws {
    let place = try Workplace(["a.txt": "甲方案。", "b.jsonl": Self.largeSource, "c.txt": "丙方案。"])
    let alone = try place.run(jobs: 1)
    let digest = try place.digest()
    let shared = try place.run(jobs: 4) { $0.rebuilds = true }
    #expect(shared.problems.map(\.diagnostic.code) == [.invalidRecord, .duplicateID, .empty])
    #expect(shared.problems.map(\.diagnostic) == alone.problems.map(\.diagnostic))
    #expect((shared.documentCount, alone.documentCount) == (1_099, 1_099))
    #expect(try place.digest() == digest)
    let reader = try place.reader()
    for (document, id) in [(1, "default/a.txt#1"), (2, "0"), (1_098, "1099"), (1_099, "default/c.txt#1")] {
      #expect(try reader.stored(UInt32(document)).id == DocumentID(id))
    }
  }

  @Test("progress is told while a file is at work that all workers share, and adds up to what is done")
  func progressOfSharedSource() throws {
    let place = try Workplace(["a.txt": "甲方案。", "b.jsonl": Self.largeSource])
    let told = Mutex<[IndexProgress]>([])
    var options = IndexingOptions()
    options.jobCount = 2
    let report = try Indexer(directory: place.index, options: options).run(roots: [place.corpus]) { progress in
      told.withLock { $0.append(progress) }
    }
    let all = told.withLock(\.self)
    #expect(all.map(\.doneByteCount) == all.map(\.doneByteCount).sorted())
    #expect(all.contains { $0.doneCount == 0 && $0.documentCount > 0 && $0.doneByteCount < $0.byteCount })
    let last = try #require(all.last)
    #expect((last.doneCount, last.documentCount, last.problemCount) == (2, report.documentCount, 3))
    #expect(last.doneByteCount == last.byteCount && last.repairCount == report.repairCount)
  }

  /// As large as files are that workers share, most of it in members that say nothing.
  private static let largeSource: String = {
    let padding = String(repeating: "-", count: 2_000)
    var lines = (0..<1_100).map { #"{"id":"\#($0)","text":"方案\#($0)号。","padding":"\#(padding)"}"# }
    lines[700] = "{"
    lines[800] = lines[20]
    lines[900] = #"{"id":"900","text":" "}"#
    return lines.joined(separator: "\n")
  }()
}
