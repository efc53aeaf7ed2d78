// The corpus's queries with their judgements, and what an index answers to them.

import API
import Foundation
import Searching
import Testing

/// A query of `Corpus/Queries`.
struct JudgedQuery {
  let id: String
  /// What it asks for, as the labels say: `known-item`, `topic` ….
  let kind: String
  let text: String
  /// Grades by the labels' ids of documents.
  let grades: [String: Int]

  /// All queries, in the order of the file. Their kinds are in the labels, where `linhu-q03` is the third of its file.
  static func all(_ labels: [SampleLabel]) throws -> [JudgedQuery] {
    struct Record: Decodable {
      let id: String
      let q: String
    }
    var grades: [String: [String: Int]] = [:]
    for line in try SampleCorpus.queryLines("qrels.tsv") {
      let cells = line.split(separator: "\t").map(String.init)
      try #require(cells.count == 3, "\(line)")
      let grade: Int = try #require(Int(cells[2]), "\(line)")
      grades[cells[0], default: [:]][cells[1]] = grade
    }
    return try SampleCorpus.queryRecords("queries.jsonl", as: Record.self).map { record in
      let parts = record.id.components(separatedBy: "-q")
      let label = try #require(labels.first { $0.name == parts[0] }, "\(record.id)")
      let number = try #require(Int(parts[1]), "\(record.id)")
      let judged = grades[record.id] ?? [:]
      return JudgedQuery(id: record.id, kind: label.queries[number - 1].type, text: record.q, grades: judged)
    }
  }
}

/// An index of the samples in which every labelled document is known.
struct LabelledIndex {
  let index: SampleIndex
  /// The ids of indexed documents by those of the labels.
  let indexed: [String: String]

  init(_ labels: [SampleLabel]) throws {
    let index = try SampleCorpus.index(of: labels)
    var indexed: [String: String] = [:]
    for label in labels {
      let documents = try index.filtered(by: ["source=default/\(label.source)"]).hits.map { hit in
        try #require(try index.searcher.document(hit.id))
      }
      for document in label.documents {
        let overlaps = documents.map { LineRanges.overlap($0.sourceLines, document.lines) }
        // Where two overlap as much, the first.
        guard let most = overlaps.max(), most > 0, let place = overlaps.firstIndex(of: most) else { continue }
        indexed[document.id] = documents[place].id
      }
    }
    self.index = index
    self.indexed = indexed
  }

  /// What the index answers to a query. Where it has two labelled documents in one, that has the better grade.
  func answer(to query: JudgedQuery) throws -> RankedAnswer {
    let hits = try index.search(query.text, limit: 1_000, passages: 0).hits.map(\.id)
    // A document that the index lacks stays judged, under a name that no hit has.
    let grades = query.grades.map { (indexed[$0.key] ?? "lacking \($0.key)", $0.value) }
    return RankedAnswer(hits: hits, grades: Dictionary(grades, uniquingKeysWith: max))
  }

  /// An indexed document by the labels' ids for it, which do not change when repair or splitting does.
  func labelledName(_ id: String) -> String {
    let names = indexed.filter { $0.value == id }.keys.sorted()
    return names.isEmpty ? id : names.joined(separator: "+")
  }
}

/// Stretches of lines, each as its first and last.
enum LineRanges {
  /// How many lines two sets of stretches share.
  static func overlap(_ first: [[Int]], _ second: [[Int]]) -> Int {
    first.reduce(0) { sum, left in
      sum + second.reduce(0) { $0 + max(0, min(left[1], $1[1]) - max(left[0], $1[0]) + 1) }
    }
  }
}
