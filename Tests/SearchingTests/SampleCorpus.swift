// The project's own corpus as the tests read it: samples, labels, queries and judgements.

import Foundation

/// The folder `Corpus`, whose README says what is in it.
enum SampleCorpus {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus")

  /// The labels of all samples, by the name of the file.
  static func labels() throws -> [SampleLabel] {
    try FileManager.default.contentsOfDirectory(at: folder.appending(path: "Labels"), includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
      .map { try JSONDecoder().decode(SampleLabel.self, from: Data(contentsOf: $0)) }
  }

  /// An index of the samples that have these labels.
  static func index(of labels: [SampleLabel]) throws -> SampleIndex {
    try SampleIndex(
      files: labels.map { label in
        (label.source, try String(contentsOf: folder.appending(path: "Samples/" + label.source), encoding: .utf8))
      })
  }

  /// The lines of a file in `Queries`, without the empty one at its end.
  static func queryLines(_ name: String) throws -> [String] {
    try String(contentsOf: folder.appending(path: "Queries/" + name), encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  /// The objects of a JSON Lines file in `Queries`.
  static func queryRecords<Record: Decodable>(_ name: String, as type: Record.Type) throws -> [Record] {
    try queryLines(name).map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
  }
}

/// The part of a label file that is used here; lines count from 1.
struct SampleLabel: Decodable {
  struct Document: Decodable {
    let id: String
    /// First and last line of each stretch.
    let lines: [[Int]]
  }
  struct Passage: Decodable {
    /// First and last line.
    let lines: [Int]
    let clean: String
    let docs: [String]
  }
  struct Query: Decodable {
    let q: String
    let type: String
    /// Grades by the document's id.
    let relevant: [String: Int]
  }

  let source: String
  let documents: [Document]
  let passages: [Passage]
  let queries: [Query]

  /// What the ids of its documents and queries begin with: `linhu` of `linhu-gazette-2024-03.txt`.
  var name: String { String(source.prefix { $0 != "-" }) }
}
