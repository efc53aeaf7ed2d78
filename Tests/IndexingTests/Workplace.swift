// What tests of the write path work on.

import Archive
import Foundation
import Indexing
import Ingestion
import TestSupport

/// A directory with a corpus and an index.
struct Workplace {
  let directory: TemporaryDirectory
  var corpus: String { directory.path + "/语料 库" }
  var index: String { directory.path + "/index" }

  init(_ files: [String: String] = [:]) throws {
    directory = try TemporaryDirectory()
    try FileManager.default.createDirectory(atPath: corpus, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, text) }
  }

  func write(_ name: String, _ text: String) throws { try directory.write(text, to: "语料 库/" + name) }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: corpus + "/" + name) }

  @discardableResult
  func run(
    _ roots: [String]? = nil, collection: String = "default", jobs: Int = 2,
    _ change: (inout IndexingOptions) throws -> Void = { _ in }
  ) throws -> IndexReport {
    try indexer(collection, jobs, change).run(roots: roots ?? [corpus])
  }

  func preview(_ change: (inout IndexingOptions) throws -> Void = { _ in }) throws -> IndexReport {
    try indexer("default", 2, change).preview(roots: [corpus])
  }

  private func indexer(
    _ collection: String, _ jobs: Int, _ change: (inout IndexingOptions) throws -> Void
  ) throws -> Indexer {
    var options = IndexingOptions()
    options.collection = collection
    options.jobCount = jobs
    try change(&options)
    return Indexer(directory: index, options: options)
  }

  func check() throws -> CheckReport { try IndexChecker(directory: index, sampleCount: 1_000).run() }

  func digest() throws -> String { try reader().digest() }

  /// The paths of a file of the generation that answers, such as `documents/postlist.glass`.
  func file(_ path: String, collection: String = "default") throws -> String {
    try index + "/generations/\(reader().manifest.generation)/collections/\(collection)/" + path
  }

  func reader() throws -> IndexReader { try IndexReader(directory: index) }

  func text(_ id: String) throws -> String? { try reader().document(DocumentID(id))?.text }
}
