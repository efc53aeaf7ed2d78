// A small index of given texts, made by the real pipeline.

import API
import Foundation
import Indexing
import Searching
import TestSupport

/// An index in a temporary directory, open for searching.
struct SampleIndex {
  let directory: TemporaryDirectory
  let searcher: Searcher

  /// Indexes records as one JSON Lines source.
  init(_ records: [(id: String, title: String?, text: String)]) throws {
    directory = try TemporaryDirectory()
    var lines = ""
    for record in records {
      var object = ["id": record.id, "text": record.text]
      object["title"] = record.title
      lines += String(decoding: try JSONEncoder().encode(object), as: UTF8.self) + "\n"
    }
    try directory.write(lines, to: "records.jsonl")
    let index = directory.path + "/index"
    let report = try Indexer(directory: index).run(roots: [directory.path + "/records.jsonl"])
    precondition(report.problems.isEmpty, "\(report.problems)")
    searcher = try Searcher(reader: IndexReader(directory: index))
  }

  /// Indexes texts as files, one document each.
  init(files: [(name: String, text: String)]) throws {
    directory = try TemporaryDirectory()
    for file in files { try directory.write(file.text, to: "corpus/" + file.name) }
    let index = directory.path + "/index"
    let report = try Indexer(directory: index).run(roots: [directory.path + "/corpus"])
    precondition(report.problems.isEmpty, "\(report.problems)")
    searcher = try Searcher(reader: IndexReader(directory: index))
  }

  func search(_ query: String, limit: Int = 10, passages: Int = 1) throws -> SearchAnswer {
    try searcher.search(SearchRequest(query: query, limit: limit, passages: passages))
  }

  func ids(_ query: String) throws -> [String] { try search(query, limit: 1_000).hits.map(\.id) }
}

extension Passage {
  /// The highlighted stretches of the passage.
  var highlighted: [String] {
    let scalars = Array(text.unicodeScalars)
    return highlights.map { String(String.UnicodeScalarView(scalars[$0[0]..<$0[1]])) }
  }
}
