// The forms in which a search is printed.

internal import ArgumentParser

/// How answers are printed.
enum SearchFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
  case jsonl
  case csv
  case tsv
  case trec
  case ids

  /// Whether notices, counts and facets have a place in it; in the others there are hits alone.
  var isWholeAnswer: Bool { self == .text || self == .json }
  /// Whether it is a table.
  var isTable: Bool { self == .csv || self == .tsv }
  /// Whether it shows no text of documents, so that none need be read.
  var isWithoutPassages: Bool { self == .trec || self == .ids }
}
