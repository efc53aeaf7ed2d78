// Answers that are kept as files, so that a change of them is read as a diff.

internal import Foundation

/// A file in the folder `Golden` beside the tests.
public struct GoldenFile {
  /// Set to 1, it makes every test of a golden file write what it has found.
  public static let updateVariable = "SUOYIN_UPDATE_GOLDEN"

  private let url: URL

  /// - Parameters:
  ///   - name: the file's name.
  ///   - test: the file of the test; the folder is beside it.
  public init(_ name: String, beside test: String = #filePath) {
    url = URL(filePath: test).deletingLastPathComponent().appending(path: "Golden/" + name)
  }

  /// Compares a text with the file; writes it where that is asked for, or where there is no file yet.
  ///
  /// - Returns: what differs, a line each with its number in the file (`-`) or in the text (`+`); empty where nothing
  ///   does or the file was to be written. A file that was lacking is written and reported.
  public func differences(from text: String) throws -> [String] {
    let isUpdate = ProcessInfo.processInfo.environment[Self.updateVariable] == "1"
    guard let golden = try? String(contentsOf: url, encoding: .utf8), !isUpdate else {
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
      return isUpdate ? [] : ["\(url.lastPathComponent) was lacking and is written now: read it and commit it"]
    }
    let old = golden.components(separatedBy: "\n")
    let new = text.components(separatedBy: "\n")
    let changes = new.difference(from: old).map { change in
      switch change {
      case .remove(let offset, let line, _): (offset, "-\(offset + 1): \(line)")
      case .insert(let offset, let line, _): (offset, "+\(offset + 1): \(line)")
      }
    }
    // What went and what came in its place stand together.
    return changes.sorted { ($0.0, $1.1) < ($1.0, $0.1) }.map(\.1)
  }
}
