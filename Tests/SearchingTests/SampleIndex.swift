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
    try self.init(
      lines: records.map { record in
        var object = ["id": record.id, "text": record.text]
        object["title"] = record.title
        return String(decoding: try JSONEncoder().encode(object), as: UTF8.self)
      })
  }

  /// Indexes lines of JSON as one source.
  init(lines: [String]) throws {
    directory = try TemporaryDirectory()
    try directory.write(lines.map { $0 + "\n" }.joined(), to: "records.jsonl")
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

  /// What is left of a query, or of all documents, by filters as they are typed.
  func filtered(_ query: String = "", by filters: [String], limit: Int = 1_000) throws -> SearchAnswer {
    try searcher.search(SearchRequest(query: query, filters: filters.compactMap { Filter($0) }, limit: limit))
  }
}

extension Passage {
  /// The highlighted stretches of the passage.
  var highlighted: [String] {
    let scalars = Array(text.unicodeScalars)
    return highlights.map { String(String.UnicodeScalarView(scalars[$0[0]..<$0[1]])) }
  }
}
