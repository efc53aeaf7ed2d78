// Files in several states, indexes of them, and what undisturbed runs make of each: what killed runs are held against.

import Foundation
import TestSupport

/// Where a run is, by what is on the disk.
enum RunStage: CaseIterable {
  case beforeSegments
  case writingSegments
  case compacting
  case flipped
}

/// What an index holds of each collection: the state of the files it was made from, or nil where it is not there.
typealias IndexState = [Int?]

/// Everything an index answers from, and what it answers.
struct IndexLook: Equatable {
  let digest: String
  let hits: [String]
}

/// A directory with files in two states and an index to be disturbed.
///
/// A run brings one collection after the other to the state of the files, with a flip for each. What it leaves when it
/// is killed must be one of the indexes on this way.
final class KillPlace {
  static let collections = ["甲", "乙"]
  static let states = [1, 2]

  private let directory: TemporaryDirectory
  private let configuration: String
  private let queries: String
  /// The state of the files that are there to be indexed.
  private(set) var state: Int?
  private var references: [IndexState: IndexLook] = [:]
  let index: String

  var corpus: String { directory.path + "/corpus" }
  var arguments: [String] { ["index", "--config", configuration, "--index", index, "--quiet"] }

  init() throws {
    directory = try TemporaryDirectory()
    index = directory.path + "/trial"
    let corpora = KillPlace.collections.map { #"{"paths": ["corpus/\#($0)"], "collection": "\#($0)", "prune": true}"# }
    configuration = try directory.write(#"{"corpora": [\#(corpora.joined(separator: ","))]}"#, to: "corpus.json")
    let words = ["普惠金融", #"\"农业保险\""#, "第1稿", "第2稿"]
    queries = try directory.write(
      words.enumerated().map { #"{"id":"\#($0)","q":"\#($1)"}"# }.joined(separator: "\n"), to: "queries.jsonl")
    for state in KillPlace.states {
      for collection in KillPlace.collections { try write(state, collection) }
    }
  }

  /// A comment of this length in a page makes it a batch of its own, and costs next to nothing to read.
  private static let padding = "<!--" + String(repeating: "－", count: 100_000) + "-->"

  private func write(_ state: Int, _ collection: String) throws {
    // Some stay, one is another, one is touched, one is only in each state.
    let drafts: [(name: String, draft: Int, seconds: Int)] = [
      ("same.txt", 1, 0), ("page-1.html", 1, 0), ("page-2.html", state, state), ("page-3.html", 1, 0),
      ("touched.txt", 1, state), ("changed.txt", state, state), ("only-\(state).html", 1, 0),
    ]
    for (name, draft, seconds) in drafts {
      let text = "关于\(name)第\(draft)稿的通知"
      let lines = (1...12).map { "第\($0)条　推进普惠金融，加快农业保险，落实\(collection)地第\($0 + draft)号文件。" }
      let content =
        name.hasSuffix("html")
        ? "<p>\(text)</p>" + lines.map { "<p>\($0)</p>" }.joined() + KillPlace.padding
        : ([text] + lines).joined(separator: "\n")
      let path = try directory.write(content, to: "state-\(state)/\(collection)/\(name)")
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000 + Double(seconds))], ofItemAtPath: path)
    }
  }

  /// Puts the files of a state where they are indexed; renaming keeps their times.
  func show(_ wanted: Int) throws {
    if let state { try FileManager.default.moveItem(atPath: corpus, toPath: directory.path + "/state-\(state)") }
    try FileManager.default.moveItem(atPath: directory.path + "/state-\(wanted)", toPath: corpus)
    state = wanted
  }

  /// What an index is; nil where there is none, and the command says so.
  func look(_ index: String) async throws -> IndexLook? {
    let check = try await Command.run("check", "--digest", "--sample", "2", "--index", index)
    let search = try await Command.run(
      "search", "--queries", queries, "--format", "trec", "--limit", "1000", "--index", index)
    if check.status == 4, search.status == 4, !FileManager.default.fileExists(atPath: index + "/current") { return nil }
    guard check.status == 0, search.status == 0 else {
      throw CommandDied(description: "check \(check.status): \(check.error); search \(search.status): \(search.error)")
    }
    // Documents of equal score stand in the order in which they were indexed, which two ways may not share.
    let hits = search.lines.map { $0.split(separator: " ") }.map { "\($0[0]) \($0[2]) \($0[4])" }.sorted()
    return IndexLook(digest: String(check.lines.last ?? ""), hits: hits)
  }

  /// What undisturbed runs make, one for each collection.
  func reference(_ wanted: IndexState) async throws -> IndexLook? {
    if let known = references[wanted] { return known }
    let shown = state
    for (collection, state) in zip(KillPlace.collections, wanted) {
      guard let state else { continue }
      try show(state)
      let result = try await Command.run(
        "index", corpus + "/" + collection, "--collection", collection, "--index", path(wanted))
      guard result.status == 0 else { throw CommandDied(description: "an undisturbed run: \(result.error)") }
    }
    if let shown { try show(shown) }
    references[wanted] = try await look(path(wanted))
    return references[wanted]
  }

  private func path(_ state: IndexState) -> String {
    directory.path + "/reference-" + state.map { "\($0 ?? 0)" }.joined()
  }

  /// Makes the index to be disturbed a copy of an undisturbed one.
  func reset(to wanted: IndexState) async throws {
    try? FileManager.default.removeItem(atPath: index)
    if try await reference(wanted) != nil { try FileManager.default.copyItem(atPath: path(wanted), toPath: index) }
  }

  var flipCount: Int {
    (try? String(contentsOfFile: index + "/current", encoding: .utf8)).flatMap { Int($0.prefix(6)) } ?? 0
  }

  /// - Parameter flipCount: that of the moment at which the run began.
  func stage(since flipCount: Int) -> RunStage {
    let building = index + "/building"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: building)) ?? []
    if names.contains(where: { !$0.hasPrefix("segments-") }) { return .compacting }
    if !Command.segments(in: index).isEmpty { return .writingSegments }
    return self.flipCount > flipCount ? .flipped : .beforeSegments
  }

  /// The indexes that a run goes through.
  func way(from start: IndexState) -> [IndexState] {
    var states = [start]
    for count in 1...start.count {
      states.append(Array(repeating: state, count: count) + start.dropFirst(count))
    }
    return states
  }
}
