// The text to index as one file for each record, whole, in part and more than once.

internal import Foundation
internal import Ingestion

/// What an index is built of, one source for each text.
struct CorpusFiles {
  /// A file's name without number, and what it holds.
  private let files: [(name: String, content: Data)]

  var byteCount: Int { files.reduce(0) { $0 + $1.content.count } }
  var count: Int { files.count }

  /// - Parameter path: JSON Lines, whose records become plain texts; or a file or directory, whose files are taken.
  init(_ path: String) throws {
    if SourceFormat(path: path) == .jsonLines {
      files = try CorpusFiles.records(path)
    } else {
      files = try CorpusFiles.paths(path).map { path in
        (URL(fileURLWithPath: path).lastPathComponent, try Data(contentsOf: URL(fileURLWithPath: path)))
      }
    }
    guard !files.isEmpty else { throw BenchmarkError(description: "\(path) holds no text") }
  }

  /// Writes the first quarters of the files into a new directory.
  ///
  /// - Parameter quarters: above 4, files are written again under other names.
  /// - Returns: how many bytes all of them and the largest have.
  func write(quarters: Int, to directory: String) throws -> (byteCount: Int, largest: Int) {
    try removeIfPresent(directory)
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    var (byteCount, largest) = (0, 0)
    for number in 0..<max(1, files.count * quarters / 4) {
      let (name, content) = files[number % files.count]
      try content.write(to: URL(fileURLWithPath: "\(directory)/\(number)-\(name)"))
      byteCount += content.count
      largest = max(largest, content.count)
    }
    return (byteCount, largest)
  }

  private struct Record: Decodable {
    let title: String?
    let text: String
  }

  private static func records(_ path: String) throws -> [(name: String, content: Data)] {
    let decoder = JSONDecoder()
    return try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: UInt8(ascii: "\n")).map { line in
      let record = try decoder.decode(Record.self, from: line)
      let head = record.title.flatMap { record.text.hasPrefix($0) ? nil : $0 + "\n" } ?? ""
      return ("record.txt", Data((head + record.text).utf8))
    }
  }

  /// The sources at or below a path, in order.
  static func paths(_ path: String) throws -> [String] {
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String }.sorted() ?? []
    return (names.isEmpty ? [path] : names.map { path + "/" + $0 }).filter { SourceFormat(path: $0) != nil }
  }
}
