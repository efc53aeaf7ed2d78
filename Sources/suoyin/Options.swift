// Options that several commands share.

internal import ArgumentParser
internal import Foundation
internal import Indexing
internal import Searching

/// Which index a command works on.
struct IndexOption: ParsableArguments {
  @Option(
    name: .customLong("index"),
    help: ArgumentHelp("The index directory. [default: $SUOYIN_INDEX, else ./Index]", valueName: "dir"))
  var directory: String?

  /// The directory the user means.
  var path: String {
    if let directory, !directory.isEmpty { return directory }
    if let named = Terminal.environment("SUOYIN_INDEX"), !named.isEmpty { return named }
    return "Index"
  }

  /// Opens the index for searching.
  func openSearcher() throws -> Searcher {
    try Searcher(reader: IndexReader(directory: path))
  }
}

/// How `show`, `status` and `segment` print.
enum PlainFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

extension Encodable {
  /// This value as JSON on one line, keys sorted so that equal answers are equal bytes.
  func json() -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Answers hold strings, integers and finite numbers, which always encode.
    return String(decoding: try! encoder.encode(self), as: UTF8.self)
  }
}
